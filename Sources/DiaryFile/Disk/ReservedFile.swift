// A file that one process makes aside, without the writers' lock, until it takes its place: an index, or a bookings
// file that replaces another.

internal import System

/// A file under a name that is read by nobody, locked by the one process that writes it.
///
/// Killed at any time: the lock is gone with the process, and the next one that reserves the name begins anew with what
/// is there. A writer may delete the file meanwhile; then it is not in place any more, and its maker gives up.
struct ReservedFile<Calls: SystemCalls> {
  let file: File<Calls>
  private let name: String
  private let directory: DataDirectory<Calls>

  /// Reserves a name, waiting for others until so many nanoseconds are over, then `busy`. The file is empty.
  init(_ name: String, in directory: DataDirectory<Calls>, patience: Int64) throws(FileError) {
    self.name = name
    self.directory = directory
    while true {
      do throws(FileError) {
        guard let opened = try directory.own(name, .create) else { continue }
        try opened.lock(patience: patience)
        // Race: while it was waited for, another process gave the file its place, or deleted it.
        guard try directory.isNamed(name, opened) else { continue }
        try opened.truncate(to: 0)
        file = opened
        return
      } catch .busy {
        throw .busy
      } catch {
        // Perhaps it was made just now.
        _ = try? directory.remove(name)
        throw error
      }
    }
  }

  /// Whether the name is still this file's.
  func isInPlace() throws(FileError) -> Bool { try directory.isNamed(name, file) }

  /// Gives the file another name, in place of whatever has it.
  func rename(to other: String) throws(FileError) { try directory.rename(name, to: other) }

  /// Deletes the file, unless it has another name by now. Where nobody can tell, what has the name goes: at worst another
  /// process begins anew.
  func discard() {
    if (try? isInPlace()) != false { _ = try? directory.remove(name) }
  }
}

extension File {
  /// Takes an exclusive flock(2), waiting for others until so many nanoseconds are over, then `busy`. Whether others
  /// were waited for.
  @discardableResult
  func lock(patience: Int64) throws(FileError) -> Bool {
    do throws(FileError) {
      return try attempt(.lock) { () throws(SystemError) in try calls.lock(descriptor, patience: patience) }
    } catch .unavailable(_, ErrorNumber.locked) {
      throw .busy
    }
  }
}

extension DataDirectory {
  /// Whether a name is that of an open file.
  fileprivate func isNamed(_ name: String, _ file: File<Calls>) throws(FileError) -> Bool {
    guard let (present, status) = try open(name, .read, .other) else { return false }
    _ = present
    let mine = try file.status().identity
    return mine.inode == status.identity.inode && mine.device == status.identity.device
  }

  /// Opens a file that only this program makes. What has the name and is not such a file, a link for example, is taken
  /// away; then nil, as where there is none.
  fileprivate func own(_ name: String, _ opening: Opening) throws(FileError) -> File<Calls>? {
    do throws(FileError) {
      return try open(name, opening, .other)?.file
    } catch .refused {
      try remove(name)
      return nil
    }
  }

  /// Deletes what a killed process had not finished under a name, and leaves alone what one is at; whether it did.
  @discardableResult
  func removeUnfinished(_ name: String) throws(FileError) -> Bool {
    guard let file = try own(name, .readWrite) else { return false }
    do throws(FileError) {
      try file.lock(patience: 0)
    } catch .busy {
      return false
    }
    return try remove(name)
  }
}
