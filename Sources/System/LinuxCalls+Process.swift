// Linux's streams, clocks, zones and signals, one call a function.

internal import CLinux

extension LinuxCalls {
  /// poll(2) of one descriptor.
  package func wait(for descriptor: Int32, _ readiness: Readiness, milliseconds: Int32) throws(SystemError) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(readiness == .reading ? POLLIN : POLLOUT), revents: 0)
    return try Self.checked(unsafe poll(&entry, 1, milliseconds)) > 0
  }

  /// poll(2) of nothing.
  package func pause(milliseconds: Int32) { _ = poll(nil, 0, milliseconds) }

  /// read(2) into `bytes` from index `start`, at most `count` bytes, for which there has to be room. 0 is the end.
  package func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int
  ) throws(SystemError) -> Int {
    let result = unsafe bytes.withUnsafeMutableBytes { buffer in
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + count])
      return unsafe CLinux.read(descriptor, part.baseAddress, count)
    }
    return try Self.checked(result)
  }

  /// write(2) of `bytes` from index `start` to their end. Where it waits for room, a timer of its own wakes it: it has
  /// written a part then, or nothing.
  package func write(
    _ descriptor: Int32, _ bytes: [UInt8], from start: Int, patience: Int64
  ) throws(SystemError) -> Int {
    let due = uptime() + patience
    return try Alarm.interrupting(after: patience) { () throws(SystemError) in
      while true {
        let count = Self.write(descriptor, bytes, from: start)
        if count >= 0 { return count }
        guard linux_errno() == EINTR else { throw .last }
        if uptime() >= due { throw SystemError(ETIMEDOUT) }
      }
    }
  }

  /// write(2) as it is.
  private static func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
      return unsafe CLinux.write(descriptor, part.baseAddress, part.count)
    }
  }

  /// clock_gettime(2) of CLOCK_REALTIME, in nanoseconds.
  package func time() -> Int64 { Self.nanoseconds(CLOCK_REALTIME) }

  /// clock_gettime(2) of CLOCK_MONOTONIC, in nanoseconds.
  package func uptime() -> Int64 { Self.nanoseconds(CLOCK_MONOTONIC) }

  private static func nanoseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// libc knows one zone at a time, the one of the variable TZ, so one lock stands around setting it and asking.
  ///
  /// Where libc cannot read the file it answers UTC, and then the time has no abbreviation. It tries a second time, because
  /// a signal may have come in between.
  package func offset(at seconds: Int64, zoneFile path: String) -> Int? {
    linux_lock_zone()
    defer { linux_unlock_zone() }
    for _ in 0..<2 {
      if unsafe getenv("TZ").map({ unsafe strcmp($0, path) != 0 }) ?? true { Self.loadZone(path) }
      var time = time_t(seconds)
      var parts = unsafe tm()
      // It fails only for years that an Int32 cannot hold; no instant of ours lies in them.
      guard unsafe localtime_r(&time, &parts) != nil else { return 0 }
      if unsafe parts.tm_zone.pointee != 0 { return unsafe parts.tm_gmtoff }
      Self.loadZone("UTC0")
    }
    return nil
  }

  /// exit(3) with EX_OSERR.
  package func fail(_ words: String) -> Never {
    _ = Self.write(STDERR_FILENO, Array("voicebot: \(words)\n".utf8), from: 0)
    exit(EX_OSERR)
  }

  private static func loadZone(_ zone: String) {
    unsafe setenv("TZ", zone, 1)
    tzset()
  }

  /// getentropy(3).
  package func random(_ count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    _ = try Self.checked(unsafe bytes.withUnsafeMutableBytes { unsafe getentropy($0.baseAddress, $0.count) })
    return bytes
  }

  /// geteuid(2).
  package func effectiveUser() -> UInt32 { geteuid() }

  /// signal(2) of SIGTERM.
  package func ignoreTermination() { linux_ignore(SIGTERM) }

  /// isatty(3).
  package func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Replaces a missing stream by one on which every use fails, so that a reply written to nowhere does not count as
  /// written; ignores the signals that writing may raise.
  package func prepareStreams() {
    var streams: InlineArray<3, pollfd> = [
      pollfd(fd: 0, events: 0, revents: 0), pollfd(fd: 1, events: 0, revents: 0), pollfd(fd: 2, events: 0, revents: 0),
    ]
    var span = streams.mutableSpan
    _ = unsafe span.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, 3, 0) }
    for index in streams.indices where streams[index].revents & Int16(POLLNVAL) != 0 {
      // The lowest free descriptor is the one that is missing.
      _ = unsafe linux_open("/dev/null", index == 0 ? O_WRONLY : O_RDONLY, 0)
    }
    linux_ignore(SIGPIPE)
    linux_ignore(SIGXFSZ)
  }

  /// Puts `/dev/null` in the place of the standard streams.
  package func releaseStreams() {
    let null = unsafe linux_open("/dev/null", O_RDWR | O_CLOEXEC, 0)
    for descriptor in Int32(0)...2 { _ = null == -1 ? CLinux.close(descriptor) : dup2(null, descriptor) }
  }
}
