// Files by path for the operator's commands: read one, list a directory, create one that was not there. BusinessDirectory
// reads the deployment's business files, and the engine its diaries.

import Glibc
internal import System

enum Files {
  /// Why a file cannot be had or made.
  enum Failure: Error, Equatable {
    /// A system call failed, with this error number.
    case system(Int32)
    /// It is a pipe or a device, which may never end.
    case notAFile

    /// The failure of the system call that has just returned.
    static var last: Failure { .system(errno) }

    /// What is wrong, such as `No such file or directory`.
    var words: String {
      switch self {
      case .system(let code): SystemError(code).words
      case .notAFile: "It is no file"
      }
    }
  }

  private static let calls = LinuxCalls()

  /// The bytes of a file, up to one more than `limit`, so that a longer one can be told.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    try attempt { () throws(SystemError) in
      let descriptor = try retrying { () throws(SystemError) in try calls.open(path, .read) }
      defer { calls.close(descriptor) }
      let status = try calls.status(descriptor)
      if status.isDirectory { throw SystemError(ErrorNumber.isDirectory) }
      guard status.isRegular else { return nil }
      return try calls.readToEnd(descriptor, size: Int(status.size), limit: limit)
    }
  }

  /// Gives each line of a file, without its line feed, to a closure; the last one too where it has none. At no time is more
  /// of the file held than a line and a MiB.
  static func eachLine(of path: String, _ body: (ArraySlice<UInt8>) -> Void) throws(Failure) {
    _ = try attempt { () throws(SystemError) -> Bool? in
      let descriptor = try retrying { () throws(SystemError) in try calls.open(path, .read) }
      defer { calls.close(descriptor) }
      let status = try calls.status(descriptor)
      if status.isDirectory { throw SystemError(ErrorNumber.isDirectory) }
      guard status.isRegular else { return nil }
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      var rest: [UInt8] = []
      var offset: Int64 = 0
      while true {
        let count = try retrying { () throws(SystemError) in
          try calls.read(descriptor, into: &chunk, from: 0, count: chunk.count, at: offset)
        }
        if count == 0 { break }
        offset += Int64(count)
        var start = 0
        while let end = chunk[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
          if rest.isEmpty {
            body(chunk[start..<end])
          } else {
            rest += chunk[start..<end]
            body(rest[...])
            rest = []
          }
          start = end + 1
        }
        rest += chunk[start..<count]
      }
      if !rest.isEmpty { body(rest[...]) }
      return true
    }
  }

  /// The names in a directory but `.` and `..`, sorted by their bytes.
  static func names(in directory: String) throws(Failure) -> [String] {
    let names = try attempt { () throws(SystemError) in
      let descriptor = try retrying { () throws(SystemError) in try calls.openDirectory(directory) }
      defer { calls.close(descriptor) }
      return try calls.entries(in: descriptor).map(\.name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What some system calls give; where it is nil, there is no file.
  private static func attempt<Result>(
    _ body: () throws(SystemError) -> Result?
  ) throws(Failure) -> Result {
    let result: Result?
    do throws(SystemError) {
      result = try body()
    } catch {
      throw .system(error.code)
    }
    guard let result else { throw .notAFile }
    return result
  }

  /// A path that leads to the same place without links and detours; nil where there is nothing.
  static func resolved(_ path: String) -> String? { try? calls.resolve(path) }

  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool { (try? calls.status(of: path)) != nil }

  /// Whether a path leads to a directory.
  static func isDirectory(_ path: String) -> Bool { (try? calls.status(of: path))?.isDirectory == true }

  /// Creates a file that was not there, with these bytes, and has them on disk when it returns. Where it fails, no file
  /// is left.
  static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last }
    do throws(Failure) {
      try write(bytes, to: descriptor)
    } catch {
      close(descriptor)
      unsafe unlink(path)
      throw error
    }
    close(descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw .last }
  }

  /// Creates a directory unless there is one.
  static func createDirectory(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .last }
  }
}
