// The numbers of a file alone, for finding the business of a call among thousands of files.

/// The telephony endpoints that a business file names, and what decides how the phone numbers among them are read.
package struct CalledNumbers: Equatable, Sendable {
  /// The endpoints as written.
  package let sipIds: [String]
  /// The country as written; nil where there is none.
  package let country: String?

  /// The numbers of a business.
  package init(sipIds: [String], country: String?) {
    self.sipIds = sipIds
    self.country = country
  }
}

extension BusinessFileReader {
  /// The telephony endpoints that a plainly written file names, whatever else stands in it and whether or not the rest
  /// makes sense; nil where the file has to be read as a whole to know them.
  package static func calledNumbers(_ bytes: [UInt8]) -> CalledNumbers? {
    guard let tree = YAMLTree.scan(bytes), tree.kind(0) == .map else { return nil }
    var sipIds: [String] = []
    var country: String?
    var key = 1
    while key < tree.after(0) {
      let value = tree.after(key)
      if tree.isText(key, "sipIds") { sipIds = tree.texts(value) }
      if tree.isText(key, "country"), tree.kind(value) == .scalar { country = tree.string(value) }
      key = tree.after(value)
    }
    return CalledNumbers(sipIds: sipIds, country: country)
  }
}

extension YAMLTree {
  /// The texts of a list, or the one text of a scalar.
  fileprivate func texts(_ index: Int) -> [String] {
    guard kind(index) == .list else { return text(index).isEmpty ? [] : [string(index)] }
    var texts: [String] = []
    var item = index + 1
    while item < after(index) {
      if kind(item) == .scalar { texts.append(string(item)) }
      item = after(item)
    }
    return texts
  }
}
