// The process's own streams and signals: made safe before anything is opened, written once, closed before the work
// that nobody waits for. What is written is ReplyText's, reading is StandardInput's.

import Glibc

/// The descriptors 0, 1 and 2 and the signals that writing to them may raise.
enum StandardStreams {
  /// Makes sure that no file opened later becomes a standard stream, and that a write which fails is an error and not
  /// the end of the process. A missing stream is replaced by one on which every use fails, so that a reply written
  /// to nowhere does not count as written.
  static func prepare() {
    var streams: InlineArray<3, pollfd> = [
      pollfd(fd: 0, events: 0, revents: 0), pollfd(fd: 1, events: 0, revents: 0), pollfd(fd: 2, events: 0, revents: 0),
    ]
    var span = streams.mutableSpan
    _ = unsafe span.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, 3, 0) }
    for index in streams.indices where streams[index].revents & Int16(POLLNVAL) != 0 {
      // The lowest free descriptor is the one that is missing.
      _ = unsafe open("/dev/null", index == 0 ? O_WRONLY : O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes all bytes to standard output, in one call unless it takes fewer. Whether all were written. A reader who
  /// takes nothing for 10 s ends the process (SIGALRM): no program may wait for ever on one that is gone.
  static func reply(_ bytes: [UInt8]) -> Bool {
    signal(SIGALRM, SIG_DFL)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGALRM)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    alarm(10)
    defer { alarm(0) }
    return write(bytes, to: STDOUT_FILENO)
  }

  /// Writes up to 4 KiB to a descriptor if it takes them within a second; whether it did. Where it does not, waiting
  /// for longer is worth less than what was to be said.
  static func offer(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    isWritable(descriptor, within: 1000) && write(bytes, to: descriptor)
  }

  /// Writes all bytes to a descriptor; false where that fails.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          written += count
        } else if count < 0 && errno == EAGAIN {
          guard isWritable(descriptor, within: 10_000) else { return false }
        } else if count == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// Whether a descriptor takes some bytes, or has an error to tell, within this many milliseconds.
  private static func isWritable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&entry, 1, milliseconds) != 0
  }

  /// Lets go of the streams, so that whoever waits for their end goes on while this process still works.
  static func release() {
    let null = unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
    for descriptor in Int32(0)...2 { _ = null == -1 ? close(descriptor) : dup2(null, descriptor) }
  }
}
