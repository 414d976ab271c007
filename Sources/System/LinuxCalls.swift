// The system calls of Linux for files, one a function. Nothing is retried or decided here. Streams, clocks and zones are in
// LinuxCalls+Process.swift.

internal import CLinux

/// What a request asks of the system, answered by Linux.
package struct LinuxCalls: SystemCalls {
  /// The calls of the system this runs on.
  package init() {}

  private static let always = O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// open(2) of a file, following links.
  package func open(_ path: String, _ opening: PathOpening) throws(SystemError) -> Int32 {
    switch opening {
    case .read: try Self.checked(unsafe linux_open(path, O_RDONLY | Self.always, 0))
    case .append: try Self.checked(unsafe linux_open(path, O_WRONLY | O_APPEND | O_CREAT | Self.always, 0o600))
    }
  }

  /// open(2) of a directory, following links.
  package func openDirectory(_ path: String) throws(SystemError) -> Int32 {
    try Self.checked(unsafe linux_open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0))
  }

  /// mkdir(2) with mode 0700.
  package func makeDirectory(_ path: String) throws(SystemError) { _ = try Self.checked(unsafe mkdir(path, 0o700)) }

  /// stat(2), following links.
  package func status(of path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try Self.checked(unsafe stat(path, &status))
    return FileStatus(status)
  }

  /// realpath(3).
  package func resolve(_ path: String) throws(SystemError) -> String {
    guard let real = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// readlink(2) of `/proc/self/exe`.
  package func executable() throws(SystemError) -> String {
    let capacity = Int(PATH_MAX)
    var failure = SystemError(ENAMETOOLONG)
    let path = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let length = unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe text.baseAddress.map { unsafe readlink("/proc/self/exe", $0, capacity) } ?? 0
      }
      if length < 0 { failure = .last }
      count = max(0, length)
    }
    guard !path.isEmpty, path.count < capacity else { throw failure }
    return String(decoding: path, as: UTF8.self)
  }

  /// openat(2); with an owner, which takes root's rights, done as that user. A file that root made and then gave away
  /// would be root's for good if root were killed in between.
  package func open(
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
    let flags =
      switch opening {
      case .read: O_RDONLY
      case .readWrite: O_RDWR
      case .create: O_RDWR | O_CREAT
      case .createNew: O_RDWR | O_CREAT | O_EXCL
      }
    return try Self.checked(unsafe linux_openat(directory, name, flags | O_NOFOLLOW | Self.always, 0o600))
  }

  /// fstatat(2), following links.
  package func status(of name: String, in directory: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try Self.checked(unsafe fstatat(directory, name, &status, 0))
    return FileStatus(status)
  }

  /// fstatat(2), following links, of the name that stands in `words` from byte `start` of it on, with a zero byte behind it.
  package func identity(
    ofName words: [UInt64], at start: Int, in directory: Int32
  ) throws(SystemError) -> FileIdentity? {
    var status = stat()
    let result = unsafe words.withUnsafeBytes { buffer in
      let name = unsafe buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
      return unsafe name.map { unsafe fstatat(directory, $0, &status, 0) } ?? -1
    }
    _ = try Self.checked(result)
    return linux_is_regular(status.st_mode) != 0 ? FileIdentity(status) : nil
  }

  /// renameat(2) within a directory.
  package func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try Self.checked(unsafe renameat(directory, name, directory, other))
  }

  /// linkat(2) within a directory.
  package func link(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try Self.checked(unsafe linkat(directory, name, directory, other, 0))
  }

  /// unlinkat(2).
  package func remove(_ name: String, in directory: Int32) throws(SystemError) {
    _ = try Self.checked(unsafe unlinkat(directory, name, 0))
  }

  /// readdir(3) from the beginning.
  package func entries(in directory: Int32) throws(SystemError) -> [DirectoryEntry] {
    let again = try Self.checked(unsafe linux_openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0))
    guard let stream = unsafe fdopendir(again) else {
      let failure = SystemError.last
      close(again)
      throw failure
    }
    defer { unsafe closedir(stream) }
    var entries: [DirectoryEntry] = []
    while true {
      linux_clear_errno()
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      entries.append(DirectoryEntry(name: name, isDirectory: unsafe entry.pointee.d_type == UInt8(DT_DIR)))
    }
    guard linux_errno() == 0 else { throw .last }
    return entries
  }

  /// close(2); whatever it answers, the descriptor is gone.
  package func close(_ descriptor: Int32) { _ = CLinux.close(descriptor) }

  /// fstat(2).
  package func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try Self.checked(unsafe fstat(descriptor, &status))
    return FileStatus(status)
  }

  /// pread(2) into `bytes` from index `start`, at most `count` bytes, for which there has to be room. 0 is the end.
  package func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe bytes.withUnsafeMutableBytes { buffer in
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + count])
      return unsafe pread(descriptor, part.baseAddress, count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// pread(2) into `words`, in the machine's byte order, from byte `start` of it, at most `count` bytes. 0 is the end.
  package func read(
    _ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe words.withUnsafeMutableBytes { buffer in
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + count])
      return unsafe pread(descriptor, part.baseAddress, count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// pwrite(2) of `bytes` from index `start` to their end.
  package func write(
    _ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe bytes.withUnsafeBytes { buffer in
      let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
      return unsafe pwrite(descriptor, part.baseAddress, part.count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// pwrite(2) of `words`, in the machine's byte order, from byte `start` of them to their end.
  package func write(
    _ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let result = unsafe words.withUnsafeBytes { buffer in
      let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
      return unsafe pwrite(descriptor, part.baseAddress, part.count, off_t(offset))
    }
    return try Self.checked(result)
  }

  /// fdatasync(2).
  package func syncData(_ descriptor: Int32) throws(SystemError) { _ = try Self.checked(fdatasync(descriptor)) }

  /// fsync(2), also of a directory.
  package func sync(_ descriptor: Int32) throws(SystemError) { _ = try Self.checked(fsync(descriptor)) }

  /// ftruncate(2).
  package func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError) {
    _ = try Self.checked(ftruncate(descriptor, off_t(length)))
  }

  /// flock(2), exclusive. A waiting process sleeps in the kernel, in the order of arrival, until its turn comes or a timer
  /// of its own wakes it.
  package func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return false }
    guard linux_errno() == EWOULDBLOCK, patience > 0 else { throw .last }
    let due = uptime() + patience
    try Alarm.interrupting(after: patience) { () throws(SystemError) in
      while flock(descriptor, LOCK_EX) != 0 {
        guard linux_errno() == EINTR else { throw .last }
        if uptime() >= due { throw SystemError(EWOULDBLOCK) }
      }
    }
    return true
  }

  static func checked<Result: SignedInteger>(_ result: Result) throws(SystemError) -> Result {
    guard result >= 0 else { throw .last }
    return result
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    self.init(
      isRegular: linux_is_regular(status.st_mode) != 0, isDirectory: linux_is_directory(status.st_mode) != 0,
      mode: UInt32(status.st_mode & 0o7777), owner: FileOwner(user: status.st_uid, group: status.st_gid),
      links: UInt64(status.st_nlink), identity: FileIdentity(status))
  }
}

extension FileIdentity {
  fileprivate init(_ status: stat) {
    self.init(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim))
  }
}

private func nanoseconds(_ time: timespec) -> UInt64 {
  UInt64(bitPattern: Int64(time.tv_sec)) &* 1_000_000_000 &+ UInt64(bitPattern: Int64(time.tv_nsec))
}
