// The lock of a business's writers: an exclusive flock(2) on `<entity>.lock`. The note (LockNote.swift) stands in that
// file or, where it is not ours to write, because root's flock(1) made it, in `<entity>.note`.

internal import System

/// A lock that is held until `release`, or until the process ends in whatever way.
final class FileLock<Calls: SystemCalls> {
  private var file: File<Calls>?
  private let directory: DataDirectory<Calls>
  private let names: FileNames
  private let holdsNote: Bool

  /// Takes the lock, waiting for others until so many nanoseconds are over, then `busy`.
  init(_ names: FileNames, in directory: DataDirectory<Calls>, patience: Int64) throws(FileError) {
    while true {
      let (opened, status) = try Self.open(names, in: directory)
      let hasWaited = try opened.lock(patience: patience)
      // Race: somebody deleted the file while it was waited for, and others lock a new one by now.
      if hasWaited, try opened.status().links == 0 { continue }
      self.names = names
      self.directory = directory
      holdsNote = directory.isOwn(status)
      file = opened
      return
    }
  }

  private static func open(
    _ names: FileNames, in directory: DataDirectory<Calls>
  ) throws(FileError) -> (file: File<Calls>, status: FileStatus) {
    do throws(FileError) {
      guard let opened = try directory.open(names.lock, .create, .lock) else {
        throw .unavailable(.lock, code: ErrorNumber.notFound)
      }
      return opened
    } catch .unavailable(let operation, ErrorNumber.forbidden) {
      guard let opened = try directory.open(names.lock, .read, .lock) else {
        throw .unavailable(operation, code: ErrorNumber.forbidden)
      }
      return opened
    }
  }

  /// What the last writer left.
  func note() throws(FileError) -> LockNote {
    guard let file else { return .nothing }
    if holdsNote { return try LockNote(reading: file) }
    guard let (other, _) = try directory.open(names.note, .read, .other) else { return .nothing }
    return try LockNote(reading: other)
  }

  /// Writes the note, if that is possible: one that was not written claims less, and the next writer syncs once more.
  func write(_ note: LockNote) { try? noteFile?.write(note.bytes, at: 0) }

  /// Writes that something is under way, and what was vouched for before.
  func writePending() {
    guard let before = try? note() else { return }
    write(LockNote(isPending: true, claim: before.claim))
  }

  /// Writes the note and waits until the disk has it.
  func writeDurably(_ note: LockNote) throws(FileError) {
    guard let noteFile else { throw .unavailable(.lock, code: ErrorNumber.notFound) }
    try noteFile.write(note.bytes, at: 0)
    try noteFile.sync()
    // The file that holds the note may be new.
    try directory.sync()
  }

  private var noteFile: File<Calls>? {
    holdsNote ? file : try? directory.open(names.note, .create, .other)?.file
  }

  /// Lets the next writer in.
  func release() { file = nil }
}

extension LockNote {
  /// The note at the beginning of a file.
  fileprivate init(reading file: File<some SystemCalls>) throws(FileError) {
    var bytes = [UInt8](repeating: 0, count: Self.length)
    let count = try file.read(into: &bytes, count: bytes.count, at: 0)
    self.init(Array(bytes[..<count]))
  }
}

extension DataDirectory {
  /// What is vouched for, for a reader, who asks before opening the bookings file: what was there then is there.
  ///
  /// A lock or a note that may not be read vouches for nothing.
  func claim(_ names: FileNames) throws(FileError) -> LockNote.Claim? {
    do throws(FileError) {
      guard let (lock, status) = try open(names.lock, .read, .lock) else { return nil }
      if isOwn(status) { return try LockNote(reading: lock).claim }
      guard let (note, _) = try open(names.note, .read, .other) else { return nil }
      return try LockNote(reading: note).claim
    } catch .refused {
      return nil
    } catch .unavailable(_, ErrorNumber.forbidden) {
      return nil
    }
  }
}
