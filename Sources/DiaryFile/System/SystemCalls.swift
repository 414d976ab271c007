// The line between this program and the kernel: everything that Bookings asks of the system, one call each, nothing
// decided. Tests stand in here to make the Nth call fail; the real ones are in LinuxCalls.swift.

/// A system call failed.
public struct SystemError: Error, Hashable, Sendable {
  /// The errno it left.
  public let code: Int32

  /// The failure with this errno.
  public init(_ code: Int32) { self.code = code }
}

/// What is known of an open file.
public struct FileStatus: Hashable, Sendable {
  /// Whether it is a regular file.
  public var isRegular: Bool
  /// Whether it is a directory.
  public var isDirectory: Bool
  /// Permissions: the lowest twelve bits of its mode.
  public var mode: UInt32
  /// Whose it is.
  public var owner: FileOwner
  /// How many names it has; 0 once it has been deleted.
  public var links: UInt64
  /// Its number within the file system.
  public var inode: UInt64
  /// Its length in bytes.
  public var size: Int64

  /// The status with every member given.
  public init(
    isRegular: Bool, isDirectory: Bool, mode: UInt32, owner: FileOwner, links: UInt64, inode: UInt64, size: Int64
  ) {
    self.isRegular = isRegular
    self.isDirectory = isDirectory
    self.mode = mode
    self.owner = owner
    self.links = links
    self.inode = inode
    self.size = size
  }
}

/// Whose a file is.
public struct FileOwner: Hashable, Sendable {
  /// The user it belongs to.
  public var user: UInt32
  /// The group it belongs to.
  public var group: UInt32

  /// This user and this group.
  public init(user: UInt32, group: UInt32) {
    self.user = user
    self.group = group
  }
}

/// How a file is opened. In every way links are not followed, a pipe does not block, and the descriptor is not inherited.
public enum Opening: Hashable, Sendable {
  /// To read what is there.
  case read
  /// To read and write what is there.
  case readWrite
  /// To read and write what is there, or a new file of mode 0600.
  case create
  /// To read and write a new file of mode 0600; an error if the name is taken.
  case createNew

  /// Whether there may be a new file.
  public var mayMake: Bool { self == .create || self == .createNew }
}

/// What Bookings asks of the system. Offsets and lengths are in bytes. Every call may fail with EINTR; reading and
/// writing may do less than was asked.
public protocol SystemCalls: Sendable {
  /// open(2) of a directory, following links.
  func openDirectory(_ path: String) throws(SystemError) -> Int32
  /// mkdir(2) with mode 0700.
  func makeDirectory(_ path: String) throws(SystemError)
  /// openat(2); with an owner, which takes root's rights, done as that user.
  func open(
    _ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?
  ) throws(SystemError) -> Int32
  /// close(2); whatever it answers, the descriptor is gone.
  func close(_ descriptor: Int32)
  /// fstat(2).
  func status(_ descriptor: Int32) throws(SystemError) -> FileStatus
  /// pread(2) into `bytes` from index `start`, at most `count` bytes, for which there has to be room. 0 is the end.
  func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int
  /// pread(2) into `words`, in the machine's byte order, from byte `start` of it, at most `count` bytes. 0 is the end.
  func read(
    _ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int
  /// pwrite(2) of `bytes` from index `start` to their end.
  func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64) throws(SystemError) -> Int
  /// pwrite(2) of `words`, in the machine's byte order, from byte `start` of them to their end.
  func write(_ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64) throws(SystemError) -> Int
  /// fdatasync(2).
  func syncData(_ descriptor: Int32) throws(SystemError)
  /// fsync(2), also of a directory.
  func sync(_ descriptor: Int32) throws(SystemError)
  /// ftruncate(2).
  func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError)
  /// flock(2), exclusive, waiting for others at most so many nanoseconds, then EWOULDBLOCK. Whether others were waited
  /// for.
  func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool
  /// renameat(2) within a directory.
  func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError)
  /// linkat(2) within a directory.
  func link(_ name: String, to other: String, in directory: Int32) throws(SystemError)
  /// unlinkat(2).
  func remove(_ name: String, in directory: Int32) throws(SystemError)
  /// The names in a directory, `.` and `..` left out, in no order.
  func names(in directory: Int32) throws(SystemError) -> [String]
  /// geteuid(2).
  func effectiveUser() -> UInt32
  /// 64 random bits from getentropy(3).
  func random() throws(SystemError) -> UInt64
}
