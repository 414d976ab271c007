// Puts a new bookings file in the place of the one there is, or where there is none, with nothing in between. Held by
// the writer who has the lock from the first line to the last; PreparedFile.swift is for what takes long.

internal import DiaryFormat
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
  private(set) var lines: LineFile<Calls>

  /// A file with nothing but its first line.
  init(_ names: FileNames, _ directory: DataDirectory<Calls>, _ lock: FileLock<Calls>) throws(FileError) {
    try self.init(names, directory, lock, generation: try directory.random())
  }

  /// A file of a generation that is known, with nothing but its first line.
  init(
    _ names: FileNames, _ directory: DataDirectory<Calls>, _ lock: FileLock<Calls>, generation: UInt64
  ) throws(FileError) {
    self.names = names
    self.directory = directory
    self.lock = lock
    lock.writePending()
    lines = LineFile(try directory.create(names.newBookings), generation: generation, of: names.entity)
  }

  /// Puts a line, without its line feed, behind those before it.
  mutating func append(line: [UInt8]) throws(FileError) { try lines.append(line: line) }

  /// Puts a record behind those before it, under the next number.
  mutating func append(_ record: Record) throws(FileError) { try lines.append(record) }

  /// Waits until the disk has all that was put in it, while it still stands aside.
  mutating func finish() throws(FileError) { try lines.sync() }

  /// Gives the file the name, and waits until the disk has both. An index of the old file is deleted before.
  mutating func takePlace() throws(FileError) {
    try finish()
    for name in names.derived { try directory.remove(name) }
    try directory.rename(names.newBookings, to: names.bookings)
    try directory.settle(lines.claim, lock)
  }
}

extension DataDirectory {
  /// Waits until the disk has the new name of a bookings file, and notes what is in it.
  func settle(_ claim: LockNote.Claim, _ lock: FileLock<Calls>) throws(FileError) {
    do throws(FileError) {
      try sync()
      try syncParent()
    } catch {
      throw error.asUnknownOutcome
    }
    lock.write(.synced(claim))
  }
}
