// The system calls of Linux, one a function. Nothing is retried or decided here: see System/File.swift.

internal import Glibc

/// What Bookings asks of the system, answered by Linux.
public struct LinuxCalls: SystemCalls {
  /// The calls of the system this runs on.
  public init() {}

  private static let always = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY

  /// open(2) of a directory, following links.
  public func openDirectory(_ path: String) throws(SystemError) -> Int32 {
    try Self.checked(unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  /// mkdir(2) with mode 0700.
  public func makeDirectory(_ path: String) throws(SystemError) { _ = try Self.checked(unsafe mkdir(path, 0o700)) }

  /// openat(2); with an owner, which takes root's rights, done as that user. A file that root made and then gave away
  /// would be root's for good if root were killed in between.
  public func open(
    _ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?
  ) throws(SystemError) -> Int32 {
    guard let owner else { return try open(name, in: directory, opening) }
    let (user, group) = (geteuid(), getegid())
    _ = try Self.checked(setegid(owner.group))
    defer { _ = setegid(group) }
    _ = try Self.checked(seteuid(owner.user))
    defer { _ = seteuid(user) }
    return try open(name, in: directory, opening)
  }

  private func open(_ name: String, in directory: Int32, _ opening: Opening) throws(SystemError) -> Int32 {
    switch opening {
    case .read: try Self.checked(unsafe openat(directory, name, O_RDONLY | Self.always))
    case .readWrite: try Self.checked(unsafe openat(directory, name, O_RDWR | Self.always))
    case .create: try Self.checked(unsafe openat(directory, name, O_RDWR | O_CREAT | Self.always, 0o600))
    case .createNew: try Self.checked(unsafe openat(directory, name, O_RDWR | O_CREAT | O_EXCL | Self.always, 0o600))
    }
  }

  /// close(2); whatever it answers, the descriptor is gone.
  public func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// fstat(2).
  public func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try Self.checked(unsafe fstat(descriptor, &status))
    return FileStatus(
      isRegular: status.st_mode & S_IFMT == S_IFREG, isDirectory: status.st_mode & S_IFMT == S_IFDIR,
      mode: UInt32(status.st_mode & 0o7777), owner: FileOwner(user: status.st_uid, group: status.st_gid),
      links: UInt64(status.st_nlink), inode: UInt64(status.st_ino), size: Int64(status.st_size))
  }

  /// pread(2) into `bytes` from index `start`, at most `count` bytes, for which there has to be room. 0 is the end.
  public func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe bytes.withUnsafeMutableBytes { buffer in
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + count])
      return unsafe pread(descriptor, part.baseAddress, count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// pread(2) into `words`, in the machine's byte order, from byte `start` of it, at most `count` bytes. 0 is the end.
  public func read(
    _ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe words.withUnsafeMutableBytes { buffer in
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + count])
      return unsafe pread(descriptor, part.baseAddress, count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// pwrite(2) of `bytes` from index `start` to their end.
  public func write(
    _ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe bytes.withUnsafeBytes { buffer in
      let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
      return unsafe pwrite(descriptor, part.baseAddress, part.count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// pwrite(2) of `words`, in the machine's byte order, from byte `start` of them to their end.
  public func write(
    _ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe words.withUnsafeBytes { buffer in
      let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
      return unsafe pwrite(descriptor, part.baseAddress, part.count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// fdatasync(2).
  public func syncData(_ descriptor: Int32) throws(SystemError) { _ = try Self.checked(fdatasync(descriptor)) }

  /// fsync(2), also of a directory.
  public func sync(_ descriptor: Int32) throws(SystemError) { _ = try Self.checked(fsync(descriptor)) }

  /// ftruncate(2).
  public func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError) {
    _ = try Self.checked(ftruncate(descriptor, off_t(length)))
  }

  /// flock(2), exclusive. Whoever waits sleeps in the kernel, in the order of arrival, until it is his turn or a timer
  /// of his own wakes him.
  public func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return false }
    guard errno == EWOULDBLOCK, patience > 0 else { throw SystemError(errno) }
    let due = monotonicTime() + patience
    try Alarm.interrupting(after: patience) { () throws(SystemError) in
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { throw SystemError(errno) }
        if monotonicTime() >= due { throw SystemError(EWOULDBLOCK) }
      }
    }
    return true
  }

  /// renameat(2) within a directory.
  public func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try Self.checked(unsafe renameat(directory, name, directory, other))
  }

  /// linkat(2) within a directory.
  public func link(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try Self.checked(unsafe linkat(directory, name, directory, other, 0))
  }

  /// unlinkat(2).
  public func remove(_ name: String, in directory: Int32) throws(SystemError) {
    _ = try Self.checked(unsafe unlinkat(directory, name, 0))
  }

  /// The names in a directory, `.` and `..` left out, in no order.
  public func names(in directory: Int32) throws(SystemError) -> [String] {
    let again = try Self.checked(unsafe openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard let stream = unsafe fdopendir(again) else {
      let code = errno
      _ = Glibc.close(again)
      throw SystemError(code)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw SystemError(errno) }
    return names
  }

  /// geteuid(2).
  public func effectiveUser() -> UInt32 { geteuid() }

  /// 64 random bits from getentropy(3).
  public func random() throws(SystemError) -> UInt64 {
    var bits: UInt64 = 0
    _ = try Self.checked(unsafe withUnsafeMutableBytes(of: &bits) { unsafe getentropy($0.baseAddress, $0.count) })
    return bits
  }

  /// Nanoseconds of a clock that is never set (CLOCK_MONOTONIC).
  private func monotonicTime() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func checked<Result: SignedInteger>(_ result: Result) throws(SystemError) -> Result {
    guard result >= 0 else { throw SystemError(errno) }
    return result
  }
}
