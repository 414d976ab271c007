// The door of this target: from the bytes of a business file to a Business, or to everything that is wrong with it.
// BusinessDirectory.swift reads the bytes from the disk; SourceMap.swift finds where keys stand.

package import Business
package import CivilTime

/// Reads business files (contract, section 5).
package enum BusinessFileReader {
  /// The largest business file, in bytes.
  package static let sizeLimit = YAMLTree.sizeLimit

  /// The business that these bytes describe. Pure but for `zones`.
  ///
  /// Every reference in the result resolves and every default is filled in. Time and memory are bounded by the size of
  /// the file, whatever it holds.
  /// - Parameters:
  ///   - bytes: the content of `<id>.yaml`, UTF-8 with or without a byte order mark; over 1 MiB is an error.
  ///   - id: the name of the file without `.yaml`.
  ///   - zones: the zone of a name; asked once or twice for the value of `timezone`.
  /// - Throws: all errors of the file at once, with their places; of a file that is no YAML, the first.
  package static func read(
    _ bytes: [UInt8], id: Identifier, zones: (String) throws(ZoneError) -> Zone
  ) throws(BusinessFileFailure) -> Business {
    if let tree = YAMLTree.scan(bytes) {
      var reading = Reading(tree, id: id, issues: [])
      let business = reading.business(zones: zones)
      if reading.issues.issues.isEmpty { return business }
    }
    let (tree, found) = try YAMLTree.parse(bytes)
    var reading = Reading(tree, id: id, issues: found)
    let business = reading.business(zones: zones)
    if let failure = BusinessFileFailure(reading.issues.issues) { throw failure }
    return business
  }
}
