// The directory of business files: which there are, and the bytes of one. The only file of this target that asks
// System for anything; BusinessFileReader.swift says what the bytes mean.

package import Business
package import System

/// Why a business file's bytes cannot be had. No case tells where the directory is.
package enum BusinessDirectoryError: Error, Hashable, Sendable {
  /// A system call.
  package enum Operation: String, Hashable, Sendable {
    /// `open(2)` or `opendir(3)`.
    case open
    /// `fstat(2)` or `stat(2)`.
    case status = "stat"
    /// `read(2)` or `readdir(3)`.
    case read
  }
  /// There is no such file, or no such directory.
  case notFound
  /// It is larger than 1 MiB.
  case tooLarge
  /// The operating system refused; what is no regular file is refused as `EISDIR`.
  case unreadable(operation: Operation, errno: Int32)

  /// Whether there may be a file that says something, which nobody can tell now. A loop of links and what is no regular
  /// file say nothing.
  package var hidesContent: Bool {
    switch self {
    case .notFound, .tooLarge: false
    case .unreadable(_, let errno):
      !SystemError(errno).meansMissing && errno != ErrorNumber.isDirectory && errno != ErrorNumber.noDevice
    }
  }
}

/// A business file as it was at one moment.
package struct BusinessFileContents: Sendable {
  /// What it holds.
  package let bytes: [UInt8]
  /// Which state of which file that is.
  package let identity: FileIdentity
}

/// The business files below one directory.
package struct BusinessDirectory<Calls: SystemCalls>: Sendable {
  /// Where the directory is; not for callers' eyes.
  package let path: String
  private let calls: Calls

  /// The directory with this path; it is looked at when something is asked for.
  package init(path: String, calls: Calls) {
    self.path = path
    self.calls = calls
  }

  /// Whether there is anything at that path.
  package var exists: Bool {
    do throws(BusinessDirectoryError) {
      _ = try attempt(.status) { () throws(SystemError) in try calls.status(of: path) }
      return true
    } catch {
      return error != .notFound
    }
  }

  /// The path of the file of a business, whether it exists or not; for operators, not for callers.
  package func path(of id: Identifier) -> String { "\(path)/\(id.text).yaml" }

  /// The bytes of a business's file, and what the file was at that moment.
  ///
  /// Symbolic links are followed. The identity is taken before the bytes are read, so a file that changes meanwhile has
  /// another one afterwards. A signal does not interrupt it, and a file that is none (a pipe, say) does not hold it up.
  package func read(_ id: Identifier) throws(BusinessDirectoryError) -> BusinessFileContents {
    let descriptor = try attempt(.open) { () throws(SystemError) in try calls.open(path(of: id), .read) }
    defer { calls.close(descriptor) }
    let status = try attempt(.status) { () throws(SystemError) in try calls.status(descriptor) }
    guard status.isRegular else { throw .unreadable(operation: .open, errno: ErrorNumber.isDirectory) }
    let limit = YAMLTree.sizeLimit
    guard status.size <= limit else { throw .tooLarge }
    let bytes = try attempt(.read) { () throws(SystemError) in
      try calls.readToEnd(descriptor, size: Int(status.size), limit: limit)
    }
    guard bytes.count <= limit else { throw .tooLarge }
    return BusinessFileContents(bytes: bytes, identity: status.identity)
  }

  /// What the file of a business is now, without reading it: compare with the identity of an earlier `read`.
  package func identity(_ id: Identifier) throws(BusinessDirectoryError) -> FileIdentity {
    let status = try attempt(.status) { () throws(SystemError) in try calls.status(of: path(of: id)) }
    guard status.isRegular else { throw .unreadable(operation: .open, errno: ErrorNumber.isDirectory) }
    return status.identity
  }

  /// The businesses of which there is a file, sorted by id; whether they can be read is another matter. Files with
  /// other names than `<id>.yaml`, and directories, are passed over.
  package func ids() throws(BusinessDirectoryError) -> [Identifier] {
    let descriptor = try attempt(.open) { () throws(SystemError) in try calls.openDirectory(path) }
    defer { calls.close(descriptor) }
    let entries = try attempt(.read) { () throws(SystemError) in try calls.entries(in: descriptor) }
    var ids: [Identifier] = []
    for entry in entries where !entry.isDirectory && entry.name.hasSuffix(".yaml") {
      if let id = Identifier(entry.name.dropLast(5)) { ids.append(id) }
    }
    return ids.sorted()
  }

  /// Makes a system call for a purpose, again where a signal interrupts it.
  private func attempt<Result>(
    _ operation: BusinessDirectoryError.Operation, _ call: () throws(SystemError) -> Result
  ) throws(BusinessDirectoryError) -> Result {
    do throws(SystemError) {
      return try retrying(call)
    } catch {
      switch error.code {
      case ErrorNumber.notFound, ErrorNumber.notDirectory: throw .notFound
      default: throw .unreadable(operation: operation, errno: error.code)
      }
    }
  }
}
