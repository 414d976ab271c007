// The lock of a business's writers: an exclusive flock(2) on `<entity>.lock`. LockNote.swift says what
// the file holds.

internal import System

/// A lock that is held until `release`, or until the process ends in whatever way.
final class FileLock<Calls: SystemCalls> {
  private var file: File<Calls>?

  /// Takes the lock, waiting for others until so many nanoseconds are over, then `busy`.
  init(_ name: String, in directory: DataDirectory<Calls>, patience: Int64) throws(FileError) {
    let calls = directory.file.calls
    while true {
      guard let (opened, _) = try directory.open(name, .create, .lock) else {
        throw .unavailable(.lock, code: ErrorNumber.notFound)
      }
      let hasWaited: Bool
      do throws(FileError) {
        hasWaited = try attempt(.lock) { () throws(SystemError) in
          try calls.lock(opened.descriptor, patience: patience)
        }
      } catch .unavailable(_, ErrorNumber.locked) {
        throw .busy
      }
      // Race: somebody deleted the file while it was waited for, and others lock a new one by now.
      if hasWaited, try opened.status().links == 0 { continue }
      file = opened
      return
    }
  }

  /// The first bytes of the file's content.
  func note() throws(FileError) -> [UInt8] {
    guard let file else { return [] }
    var bytes = [UInt8](repeating: 0, count: LockNote.length)
    let count = try file.read(into: &bytes, count: bytes.count, at: 0)
    return Array(bytes[..<count])
  }

  /// Replaces the first bytes of the file's content, if that is possible. Nothing depends on it but speed: a note that
  /// was not written makes the next writer sync once more.
  func write(_ note: [UInt8]) { try? file?.write(note, at: 0) }

  /// Lets the next writer in.
  func release() { file = nil }
}
