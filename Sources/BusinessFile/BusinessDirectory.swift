// The directory of business files: which there are, and the bytes of one. The only file of this target that makes
// system calls; what the bytes mean is BusinessFileReader.swift's part.

public import Business
import Glibc

/// What tells one state of a file from another: any change to the file, and any other file in its place, changes it.
public struct FileIdentity: Hashable, Sendable {
  /// The device that holds the file.
  public var device: UInt64
  /// The file's number on the device.
  public var inode: UInt64
  /// The size in bytes.
  public var size: Int64
  /// When the content last changed: seconds since the epoch.
  public var modifiedSeconds: Int64
  /// When the content last changed: nanoseconds of the second.
  public var modifiedNanoseconds: Int64
  /// When content, owner or mode last changed, which no program can set: seconds since the epoch.
  public var changedSeconds: Int64
  /// When content, owner or mode last changed: nanoseconds of the second.
  public var changedNanoseconds: Int64

  fileprivate init(_ status: stat) {
    self.device = UInt64(status.st_dev)
    self.inode = UInt64(status.st_ino)
    self.size = Int64(status.st_size)
    self.modifiedSeconds = Int64(status.st_mtim.tv_sec)
    self.modifiedNanoseconds = Int64(status.st_mtim.tv_nsec)
    self.changedSeconds = Int64(status.st_ctim.tv_sec)
    self.changedNanoseconds = Int64(status.st_ctim.tv_nsec)
  }
}

/// Why a business file's bytes cannot be had. No case tells where the directory is.
public enum BusinessDirectoryError: Error, Hashable, Sendable {
  /// A system call.
  public enum Operation: String, Hashable, Sendable {
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
}

/// A business file as it was at one moment.
public struct BusinessFileContents: Sendable {
  /// What it holds.
  public let bytes: [UInt8]
  /// Which state of which file that is.
  public let identity: FileIdentity
}

/// The business files below one directory.
public struct BusinessDirectory: Sendable {
  /// The largest business file, in bytes.
  public static let sizeLimit = YAMLTree.sizeLimit

  /// Where the directory is; not for callers' eyes.
  public let path: String

  /// The directory with this path; it is looked at when something is asked for.
  public init(path: String) { self.path = path }

  /// Whether there is anything at that path.
  public var exists: Bool { unsafe access(path, F_OK) == 0 }

  /// The path of the file of a business, whether it exists or not; for operators, not for callers.
  public func path(of id: Identifier) -> String { "\(path)/\(id.text).yaml" }

  /// The bytes of a business's file, and what the file was at that moment.
  ///
  /// Symbolic links are followed. The identity is taken before the bytes are read, so a file that changes meanwhile has
  /// another one afterwards. A signal does not interrupt it, and a file that is none (a pipe, say) does not hold it up.
  public func read(_ id: Identifier) throws(BusinessDirectoryError) -> BusinessFileContents {
    let descriptor = BusinessDirectory.retrying {
      unsafe open(path(of: id), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }
    guard descriptor >= 0 else { throw .failed(.open, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard BusinessDirectory.retrying({ unsafe fstat(descriptor, &status) }) == 0 else { throw .failed(.status, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(operation: .open, errno: EISDIR) }
    guard status.st_size <= BusinessDirectory.sizeLimit else { throw .tooLarge }
    // One byte more than expected, so that a file of that size is known to end there.
    let bytes = try BusinessDirectory.readToEnd(descriptor, expecting: Int(status.st_size) + 1)
    return BusinessFileContents(bytes: bytes, identity: FileIdentity(status))
  }

  /// What the file of a business is now, without reading it: compare with the identity of an earlier `read`.
  public func identity(_ id: Identifier) throws(BusinessDirectoryError) -> FileIdentity {
    var status = stat()
    guard BusinessDirectory.retrying({ unsafe stat(path(of: id), &status) }) == 0 else { throw .failed(.status, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(operation: .open, errno: EISDIR) }
    return FileIdentity(status)
  }

  /// The businesses of which there is a file, sorted by id; whether they can be read is another matter. Files with
  /// other names than `<id>.yaml`, and directories, are passed over.
  public func ids() throws(BusinessDirectoryError) -> [Identifier] {
    guard let directory = unsafe opendir(path) else { throw .failed(.open, errno) }
    defer { unsafe closedir(directory) }
    var ids: [Identifier] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(directory) else {
        guard errno == 0 else { throw .failed(.read, errno) }
        return ids.sorted()
      }
      guard unsafe entry.pointee.d_type != UInt8(DT_DIR) else { continue }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".yaml"), let id = Identifier(name.dropLast(5)) { ids.append(id) }
    }
  }

  private static func readToEnd(_ descriptor: Int32, expecting count: Int) throws(BusinessDirectoryError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = count
    while true {
      let chunk = try read(descriptor, room)
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= sizeLimit else { throw .tooLarge }
      // A regular file gives less than it is asked for only at its end.
      if chunk.count < room { return bytes }
      room = 65_536
    }
  }

  private static func read(_ descriptor: Int32, _ room: Int) throws(BusinessDirectoryError) -> [UInt8] {
    var failure: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
      let count = retrying { unsafe Glibc.read(descriptor, buffer.baseAddress, room) }
      if count < 0 { failure = errno }
      initialized = max(0, count)
    }
    guard failure == 0 else { throw .failed(.read, failure) }
    return chunk
  }

  /// Calls again what a signal interrupted, a hundred times at most: a request may fail but not hang.
  private static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    for _ in 1..<100 {
      let result = call()
      guard result == -1, errno == EINTR else { return result }
    }
    return call()
  }
}

extension BusinessDirectoryError {
  fileprivate static func failed(_ operation: Operation, _ code: Int32) -> BusinessDirectoryError {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    default: .unreadable(operation: operation, errno: code)
    }
  }
}
