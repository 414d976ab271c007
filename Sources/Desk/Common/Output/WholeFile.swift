// A file that a command writes: whole or not there, and as it was before until it is whole.

internal import System

/// A file of mode 0600 that has its name only when it is whole and on the disk.
struct WholeFile {
  private let name: String
  private let calls = LinuxCalls()
  private let directory: Int32
  private let descriptor: Int32
  private var isOpen = true
  private var length: Int64 = 0

  /// A new file in the directory at a path; what a killed process left of one is thrown away. Fails with `locked` where
  /// another process is writing it.
  init(_ name: String, in directory: String) throws(SystemError) {
    self.name = name
    let calls = calls
    let opened = try retrying { () throws(SystemError) in try calls.openDirectory(directory) }
    self.directory = opened
    do throws(SystemError) {
      descriptor = try Self.reserved(name + ".new", in: opened, calls)
    } catch {
      calls.close(opened)
      throw error
    }
  }

  /// An empty file under a name, which no other process writes.
  private static func reserved(
    _ name: String, in directory: Int32, _ calls: LinuxCalls
  ) throws(SystemError) -> Int32 {
    while true {
      let descriptor = try calls.open(name, in: directory, .create, as: nil)
      do throws(SystemError) {
        _ = try calls.lock(descriptor, patience: 0)
        // Race: another process gave the file its place just now.
        let (mine, named) = (try calls.status(descriptor), try? calls.status(of: name, in: directory))
        if mine.identity.inode == named?.identity.inode {
          try calls.truncate(descriptor, to: 0)
          return descriptor
        }
      } catch {
        calls.close(descriptor)
        throw error
      }
      calls.close(descriptor)
    }
  }

  /// Adds bytes.
  mutating func write(_ bytes: [UInt8]) throws(SystemError) {
    let (descriptor, calls) = (descriptor, calls)
    var done = 0
    while done < bytes.count {
      let (first, place) = (done, length)
      let more = try retrying { () throws(SystemError) in
        try calls.write(descriptor, bytes, from: first, at: place)
      }
      done += more
      length += Int64(more)
    }
  }

  /// Waits until the disk has the file, and gives it its name.
  mutating func finish() throws(SystemError) {
    let (descriptor, directory, calls) = (descriptor, directory, calls)
    try retrying { () throws(SystemError) in try calls.sync(descriptor) }
    try calls.rename(name + ".new", to: name, in: directory)
    try retrying { () throws(SystemError) in try calls.sync(directory) }
    close()
  }

  /// Deletes the file, unless it has its name.
  mutating func discard() {
    guard isOpen else { return }
    try? calls.remove(name + ".new", in: directory)
    close()
  }

  private mutating func close() {
    isOpen = false
    calls.close(descriptor)
    calls.close(directory)
  }
}
