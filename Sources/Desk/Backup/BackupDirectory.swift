// Where backups go: files that are whole or not there, which only their owner may read.

internal import Host
internal import System

/// A directory of copies.
struct BackupDirectory {
  private let path: String
  /// How people are shown the path.
  let shown: String

  /// The directory at a path, made where it is not there, together with those above it. It must not be the deployment's
  /// own.
  init(_ path: String, shown: String, apartFrom settings: Settings) throws(DeskFailure) {
    self.path = path
    self.shown = shown
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      parts.append(part)
      let above = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
      if !Files.isDirectory(above) { try Self.make(above, shown, LinuxCalls()) }
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
    try written(name) { () throws(SystemError) in try WholeFile(name, in: path) }
  }

  /// Does something with the file of a name, and words what fails.
  func written<Result>(_ name: String, _ body: () throws(SystemError) -> Result) throws(DeskFailure) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      if error.code == ErrorNumber.locked { throw DeskFailure("Another program is writing \(shown)/\(name).") }
      throw DeskFailure("\(shown)/\(name) cannot be written: \(error.words).")
    }
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
    try written(name) { () throws(SystemError) in
      try file.write(bytes)
      try file.finish()
    }
    return true
  }
}
