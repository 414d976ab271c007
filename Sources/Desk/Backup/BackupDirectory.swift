// Where backups go: files that are whole or not there, which only their owner may read.

internal import Host
internal import System

/// A directory of copies.
struct BackupDirectory {
  private let path: String
  /// How people are shown the path.
  let shown: String
  private let calls = LinuxCalls()

  /// The directory at a path, made where it is not there, together with those above it. It must not be the deployment's
  /// own.
  init(_ path: String, shown: String, apartFrom settings: Settings) throws(DeskFailure) {
    self.path = path
    self.shown = shown
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      parts.append(part)
      let above = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
      if !Files.isDirectory(above) { try Self.make(above, shown, calls) }
    }
    let own = [settings.data, settings.businesses].compactMap(Files.resolved)
    if let resolved = Files.resolved(path), own.contains(resolved) {
      throw DeskFailure("\(shown) is the deployment's own directory: name another one.")
    }
  }

  private static func make(_ path: String, _ shown: String, _ calls: LinuxCalls) throws(DeskFailure) {
    do throws(SystemError) {
      try calls.makeDirectory(path)
    } catch  where error.code == ErrorNumber.exists {
    } catch {
      throw DeskFailure("\(shown) cannot be made: \(error.words).")
    }
  }

  /// A new file for a name, which gets the name by `finish`.
  func copy(named name: String) throws(DeskFailure) -> WholeFile {
    try WholeFile(name, in: path, shown: shown, calls)
  }

  /// Copies a file; false where there is none.
  func copy(_ source: String, to name: String) throws(DeskFailure) -> Bool {
    let bytes: [UInt8]
    do throws(Files.Failure) {
      bytes = try Files.read(source, limit: 1 << 20)
    } catch {
      if error == .system(ErrorNumber.notFound) { return false }
      throw DeskFailure("\(name) cannot be read: \(error.words).")
    }
    var file = try copy(named: name)
    defer { file.discard() }
    try file.write(bytes)
    try file.finish()
    return true
  }
}

/// A file of mode 0600 that has its name only when it is whole and on the disk.
struct WholeFile {
  private let name: String
  private let shown: String
  private let calls: LinuxCalls
  private let directory: Int32
  private let descriptor: Int32
  private var isOpen = true
  private var length: Int64 = 0

  /// A new file in a directory; what a killed process left of one is thrown away.
  init(_ name: String, in directory: String, shown: String, _ calls: LinuxCalls) throws(DeskFailure) {
    self.name = name
    self.shown = shown
    self.calls = calls
    do throws(SystemError) {
      self.directory = try retrying { () throws(SystemError) in try calls.openDirectory(directory) }
    } catch {
      throw Self.failure(shown, error)
    }
    do throws(SystemError) {
      descriptor = try Self.reserved(name + ".new", in: self.directory, calls)
    } catch {
      calls.close(self.directory)
      if error.code == ErrorNumber.locked { throw DeskFailure("Another program is writing \(shown)/\(name).") }
      throw Self.failure(shown + "/" + name, error)
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
  mutating func write(_ bytes: [UInt8]) throws(DeskFailure) {
    var done = 0
    while done < bytes.count {
      do throws(SystemError) {
        let more = try retrying { () throws(SystemError) in
          try calls.write(descriptor, bytes, from: done, at: length)
        }
        done += more
        length += Int64(more)
      } catch {
        throw Self.failure(shown + "/" + name, error)
      }
    }
  }

  /// Waits until the disk has the file, and gives it its name.
  mutating func finish() throws(DeskFailure) {
    do throws(SystemError) {
      try retrying { () throws(SystemError) in try calls.sync(descriptor) }
      try calls.rename(name + ".new", to: name, in: directory)
      try retrying { () throws(SystemError) in try calls.sync(directory) }
    } catch {
      throw Self.failure(shown + "/" + name, error)
    }
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

  private static func failure(_ path: String, _ error: SystemError) -> DeskFailure {
    DeskFailure("\(path) cannot be written: \(error.words).")
  }
}
