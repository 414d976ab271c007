// Looking a bookings file through, as a reader does: nobody waits for it. However long the file, it takes a few
// megabytes of memory.

internal import System

/// What looking a file through found.
package struct Verification: Hashable, Sendable {
  /// How many lines the file has, the first included.
  package var lines: Int
  /// What is wrong, in the order of the lines; empty where nothing is.
  package var defects: [FileDefect]
  /// The files in the data directory that are kept aside: remains of crashes, and damaged files that were repaired.
  package var keptAside: [String]

  /// The business whose file it is, where that is another.
  package var stranger: String? {
    for case .stranger(let other) in defects { return other }
    return nil
  }
}

extension FileStore {
  /// Reads every line and compares the index with them, without changing anything. Nil where there is no bookings file,
  /// and no note of one.
  ///
  /// Others may write meanwhile, so what looks wrong is looked at once more: an append may have been under way.
  package func inspect() throws(FileError) -> Verification? {
    guard let directory = try DataDirectory.open(directory, calls, creating: false) else { return nil }
    var found = try look(in: directory)
    for _ in 0..<2 where found?.defects.isEmpty == false {
      let again = try look(in: directory)
      if again?.defects == found?.defects { break }
      found = again
    }
    return found
  }

  private func look(in directory: DataDirectory<Calls>) throws(FileError) -> Verification? {
    let claim = try directory.claim(names)
    guard let (file, status) = try directory.open(names.bookings, .read, .bookings) else {
      return claim.map { _ in Verification(lines: 0, defects: [.gone], keptAside: []) }
    }
    let scan = try FileScan(file, size: status.size, vouched: claim, isKeeping: false)
    var defects = scan.defects
    if let other = scan.stranger(to: names.entity) { defects.append(.stranger(other)) }
    if defects.isEmpty, try isIndexWrong(in: directory) { defects.append(.index) }
    return Verification(lines: scan.count, defects: defects, keptAside: try keptAside(in: directory))
  }

  /// Files that were kept aside.
  func keptAside(in directory: DataDirectory<Calls>) throws(FileError) -> [String] {
    try directory.names().filter { $0.utf8.starts(with: names.asidePrefix.utf8) }.sorted()
  }

  /// Whether the index answers otherwise than the lines, which are whole. One of which a part is damaged does not: the
  /// lines answer for it.
  func isIndexWrong(in directory: DataDirectory<Calls>) throws(FileError) -> Bool {
    guard let file = try BookingsFile.open(names, in: directory, .read) else { return false }
    let source = try FileSource(file, names, in: directory, vouched: nil, summarised: true)
    return try IndexComparison(source).isWrong()
  }
}
