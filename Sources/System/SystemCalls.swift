// The line between this program and the kernel: everything that a request asks of the system, one call each, nothing
// decided. Tests stand in here to make the Nth call fail; LinuxCalls.swift has the real ones.

/// What a request asks of the system. Offsets and lengths are in bytes. Every call may fail with EINTR; reading and writing
/// may do less than was asked.
package protocol SystemCalls: Sendable {
  // Files by path

  /// open(2) of a file.
  func open(_ path: String, _ opening: PathOpening) throws(SystemError) -> Int32
  /// open(2) of a directory, following links.
  func openDirectory(_ path: String) throws(SystemError) -> Int32
  /// mkdir(2) with mode 0700.
  func makeDirectory(_ path: String) throws(SystemError)
  /// stat(2), following links.
  func status(of path: String) throws(SystemError) -> FileStatus
  /// realpath(3): the path without links of something that is there.
  func resolve(_ path: String) throws(SystemError) -> String
  /// The path of the running program with every link resolved, by proc(5).
  func executable() throws(SystemError) -> String

  // Files in an open directory

  /// openat(2); with an owner, which takes root's rights, done as that user.
  func open(
    _ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?
  ) throws(SystemError) -> Int32
  /// fstatat(2), following links.
  func status(of name: String, in directory: Int32) throws(SystemError) -> FileStatus
  /// fstatat(2), following links, of the name that stands in `words` from byte `start` of it on, with a zero byte behind it:
  /// which state of a file it is, nil of anything but a regular one. A name costs no memory of its own: for thousands.
  func identity(ofName words: [UInt64], at start: Int, in directory: Int32) throws(SystemError) -> FileIdentity?
  /// renameat(2) within a directory.
  func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError)
  /// linkat(2) within a directory.
  func link(_ name: String, to other: String, in directory: Int32) throws(SystemError)
  /// unlinkat(2).
  func remove(_ name: String, in directory: Int32) throws(SystemError)
  /// readdir(3): what a directory names, `.` and `..` left out, in no order.
  func entries(in directory: Int32) throws(SystemError) -> [DirectoryEntry]

  // Open files

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

  // Streams

  /// poll(2) of one descriptor for so many milliseconds: whether it is ready.
  func wait(for descriptor: Int32, _ readiness: Readiness, milliseconds: Int32) throws(SystemError) -> Bool
  /// read(2) into `bytes` from index `start`, at most `count` bytes, for which there has to be room. 0 is the end.
  func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int
  ) throws(SystemError) -> Int
  /// write(2) of `bytes` from index `start` to their end; of as many as are taken within so many nanoseconds where there is
  /// no room for all, ETIMEDOUT where none are.
  func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, patience: Int64) throws(SystemError) -> Int

  // Clocks, zones, randomness, the process

  /// Waits for so many milliseconds, or until a signal comes (poll(2) of nothing).
  func pause(milliseconds: Int32)
  /// Nanoseconds since the epoch, leap seconds not counted, by the system's clock (CLOCK_REALTIME).
  func time() -> Int64
  /// Nanoseconds of a clock that nobody sets (CLOCK_MONOTONIC).
  func uptime() -> Int64
  /// Seconds that clocks are ahead of UTC at so many seconds since the epoch, by the TZif file at an absolute path, which
  /// libc reads once; nil where libc cannot read it.
  func offset(at seconds: Int64, zoneFile path: String) -> Int?
  /// Ends the process with a line on the standard error stream: for what no right reply can be given to.
  func fail(_ words: String) -> Never
  /// So many bytes, at most 256, that nobody can guess (getentropy(3)).
  func random(_ count: Int) throws(SystemError) -> [UInt8]
  /// geteuid(2).
  func effectiveUser() -> UInt32
  /// isatty(3): whether somebody types there.
  func isTerminal(_ descriptor: Int32) -> Bool
  /// Makes the standard streams safe: no file that is opened later becomes one, and a write that fails is an error and not
  /// the end of the process (SIGPIPE, SIGXFSZ).
  func prepareStreams()
  /// Ignores SIGTERM from here on, by which servers end a program whose client has its reply and is gone.
  func ignoreTermination()
  /// Lets go of the standard streams, so that a host that waits for their end goes on while this process still works.
  func releaseStreams()
}
