// What a writer does first: it repairs the end of the file, where another writer may have died, and makes sure that
// everything it will rely on is on the disk.

internal import DiaryFormat
internal import Basics
internal import System
internal import Business

/// What a crash had left at the end of a bookings file.
package struct RecoveredTail: Hashable, Sendable {
  /// The number the line would have had.
  package let line: Int
  /// How many bytes there were.
  package let length: Int
  /// The name of the file in the data directory in which they are kept.
  package let keptIn: String

  /// What a crash had left, for the operator's log.
  func sentence(of entity: Identifier) -> String {
    "\(entity.text).jsonl:\(line): a crash left \(length) bytes of an unfinished line, which are kept in \(keptIn); "
      + "no note vouches for it"
  }
}

/// Brings a bookings file in order, under the lock.
struct Settling<Calls: SystemCalls> {
  private let names: FileNames
  private let directory: DataDirectory<Calls>
  private let lock: FileLock<Calls>

  init(_ names: FileNames, _ directory: DataDirectory<Calls>, _ lock: FileLock<Calls>) {
    self.names = names
    self.directory = directory
    self.lock = lock
  }

  /// Opens the file for a writer. Afterwards it ends with a whole line, and all of it is on the disk. Fails with `damaged`
  /// where the note says that more was.
  ///
  /// Killed anywhere in here: the next writer finds the note still not vouching and begins again; each step may be done twice.
  func settle() throws(FileError) -> (source: FileSource<Calls>, recovered: RecoveredTail?) {
    let note = try lock.note()
    let claim = note.claim
    guard var opened = try BookingsFile.open(names, in: directory, .readWrite) else {
      // A first file that was never finished holds nothing, but it is in the way.
      let source = try FileSource<Calls>(nil, names, in: nil, vouched: claim, summarised: true)
      if note.isPending { try removeLeftovers() }
      return (source, nil)
    }
    var source = try FileSource(opened, names, in: directory, vouched: claim, summarised: true)
    guard let summary = source.tail?.summary else { return (source, nil) }
    let isWhole = summary.torn == nil && !summary.lacksLineFeed
    if isWhole, note == vouching(for: opened, summary.end, summary.checksum) { return (source, nil) }

    var recovered: RecoveredTail?
    if let torn = summary.torn {
      recovered = try keepAside(torn, of: opened.file)
      try opened.file.truncate(to: torn.offset)
    }
    var end = summary.end
    if let start = summary.lastLine {
      // The last line is written again, because after a failed sync the kernel may take it for written.
      var line = [UInt8](repeating: 0, count: Int(end - start))
      guard try opened.file.read(into: &line, count: line.count, at: start) == line.count else {
        throw .damaged(line: summary.number, .checksum)
      }
      if summary.lacksLineFeed { line.append(UInt8(ascii: "\n")) }
      end = start + Int64(line.count)
      try opened.file.write(line, at: start)
    }
    try opened.file.truncate(to: end)
    let found = LockNote.Claim(
      generation: opened.header.generation, end: end, checksum: summary.checksum)
    let isCompleted = try Batch.complete(opened.file, from: found, names, in: directory)
    try opened.file.sync()
    // Who died may have been the one who made or replaced the file, before its name was on the disk.
    try directory.sync()
    try directory.syncParent()
    try removeLeftovers()
    if !isCompleted { lock.write(vouching(for: opened, end, summary.checksum)) }
    guard !isWhole || isCompleted else { return (source, recovered) }
    guard let again = try BookingsFile.open(names, in: directory, .readWrite) else {
      throw .unavailable(.open, code: ErrorNumber.notFound)
    }
    opened = again
    source = try FileSource(opened, names, in: directory, vouched: nil, summarised: true)
    if isCompleted, let summary = source.tail?.summary {
      lock.write(vouching(for: opened, summary.end, summary.checksum))
    }
    return (source, recovered)
  }

  private func vouching(for file: BookingsFile<Calls>, _ end: Int64, _ checksum: UInt32) -> LockNote {
    .synced(LockNote.Claim(generation: file.header.generation, end: end, checksum: checksum))
  }

  /// Copies the remains of an append to a file of their own. Its name says where they stood and what they are, so
  /// that doing it twice makes one copy.
  private func keepAside(_ torn: TornTail, of file: File<Calls>) throws(FileError) -> RecoveredTail {
    var bytes = [UInt8](repeating: 0, count: min(torn.length, Line.greatestLength))
    let count = try file.read(into: &bytes, count: bytes.count, at: torn.offset)
    bytes.removeLast(bytes.count - count)
    var suffix = Array("\(torn.offset)-".utf8)
    Hexadecimal.append(UInt64(Checksum.of(bytes.span)), digits: 8, to: &suffix)
    let name = names.asidePrefix + String(decoding: suffix, as: UTF8.self)
    guard let (copy, _) = try directory.open(name, .create, .other) else {
      throw .unavailable(.open, code: ErrorNumber.notFound)
    }
    try copy.write(bytes, at: 0)
    try copy.sync()
    try directory.sync()
    return RecoveredTail(line: torn.line, length: torn.length, keptIn: name)
  }

  /// Deletes what operations that were killed had not finished.
  private func removeLeftovers() throws(FileError) {
    try directory.remove(names.newBookings)
    try directory.removeBatch(names)
    try directory.removeUnfinished(names)
  }
}
