// Putting a new bookings file in the place of the old one, or of none, so that at every moment there is one whole file
// under the name.

internal import System

/// A bookings file being written aside, under the lock.
///
/// Killed before `takePlace`: the note tells the next writer to look for what was written, and it deletes that.
/// Killed in it, before the directory is synced: the note still says `pending`, and the next writer syncs it. A pending
/// note still vouches for the file as it was.
struct FileReplacement<Calls: SystemCalls> {
  private let names: FileNames
  private let directory: DataDirectory<Calls>
  private let lock: FileLock<Calls>
  private let file: File<Calls>
  private let generation: UInt64
  /// What is not written yet, and where it goes.
  private var bytes: [UInt8]
  private var written: Int64 = 0
  private var checksum: UInt32 = 0

  /// The number that the next line gets.
  private(set) var nextNumber = 2

  /// A file with nothing but its first line.
  init(_ names: FileNames, _ directory: DataDirectory<Calls>, _ lock: FileLock<Calls>) throws(FileError) {
    self.names = names
    self.directory = directory
    self.lock = lock
    lock.writePending()
    generation = try directory.random()
    file = try directory.create(names.newBookings)
    bytes = FileHeader.line(generation: generation, of: names.entity)
  }

  /// Puts a record behind those before it, under the next number.
  mutating func append(_ record: Record) throws(FileError) {
    var record = record
    record.number = nextNumber
    nextNumber += 1
    let line = record.line
    guard record.isWritable, line.count <= Line.greatestLength else { throw .unwritable }
    checksum = Line.proof(line.span.extracting(droppingLast: 1)) ?? 0
    bytes.append(contentsOf: line)
    if bytes.count >= 1 << 16 { try flush() }
  }

  /// Waits until the disk has all that was put in it, while it still stands aside.
  mutating func finish() throws(FileError) {
    try flush()
    try file.sync()
  }

  /// Gives the file the name, and waits until the disk has both. An index of the old file is deleted before.
  mutating func takePlace() throws(FileError) {
    try finish()
    for name in names.derived { try directory.remove(name) }
    try directory.rename(names.newBookings, to: names.bookings)
    do throws(FileError) {
      try directory.sync()
      try directory.syncParent()
    } catch {
      throw error.asUnknownOutcome
    }
    lock.write(.synced(LockNote.Claim(generation: generation, end: written, checksum: checksum)))
  }

  private mutating func flush() throws(FileError) {
    try file.write(bytes, at: written)
    written += Int64(bytes.count)
    bytes.removeAll(keepingCapacity: true)
  }
}
