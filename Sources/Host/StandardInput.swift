// Reads a request's body from a descriptor: whole, no more than a limit, within a deadline, and drains what it
// refuses, so that the server on the other side can finish sending. How much there is, is BodyRule's to say.

import Glibc

/// A point on the clock that no one sets, in milliseconds (CLOCK_MONOTONIC).
public struct Deadline: Sendable {
  private let due: Int64

  /// The moment this many milliseconds from now.
  public init(milliseconds: Int64) { due = Deadline.now() + milliseconds }

  /// Milliseconds left, at least 0, as poll(2) takes them.
  var remaining: Int32 { Int32(clamping: max(0, due - Deadline.now())) }

  private static func now() -> Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// Reading a body.
public enum StandardInput {
  /// What came of reading a body.
  public enum Outcome: Equatable, Sendable {
    /// The whole body.
    case body([UInt8])
    /// More than the limit; what came of it was drained as far as that is bounded.
    case tooLarge
    /// The input ended, or failed, after fewer bytes than promised.
    case tooShort(received: Int, promised: Int)
    /// The rest did not come in time.
    case timedOut
    /// The rule is `unknown`; what was on its way was drained.
    case lengthUnknown
  }

  /// How much of a refused body is read away before the reply: enough for what a client sends by mistake, and a
  /// bound on what anyone can make the program do.
  static let drainLimit = 16 * 1024 * 1024
  /// How long a drain without a known length waits for more, in milliseconds.
  private static let drainPause: Int32 = 1000

  /// Reads the body that a rule describes from a descriptor. At most `limit` bytes are kept; of more, up to 16 MiB are
  /// read and dropped. Nothing is awaited beyond the deadline. A descriptor that cannot be read counts as ended.
  public static func read(_ descriptor: Int32, _ rule: BodyRule, limit: Int, deadline: Deadline) -> Outcome {
    switch rule {
    case .none:
      return .body([])
    case .unknown:
      drain(descriptor, atMost: drainLimit, deadline: deadline, pause: drainPause)
      return .lengthUnknown
    case .exactly(let length) where length > limit:
      drain(descriptor, atMost: min(length, drainLimit), deadline: deadline, pause: nil)
      return .tooLarge
    case .exactly(let length):
      let (body, end) = fill(descriptor, capacity: length, deadline: deadline)
      if body.count == length { return .body(body) }
      return end == .timedOut ? .timedOut : .tooShort(received: body.count, promised: length)
    case .toEnd:
      let (body, end) = fill(descriptor, capacity: limit + 1, deadline: deadline)
      switch end {
      case .timedOut: return .timedOut
      case .ended: return .body(body)
      case .full:
        drain(descriptor, atMost: drainLimit, deadline: deadline, pause: nil)
        return .tooLarge
      }
    }
  }

  private enum End { case full, ended, timedOut }

  /// Reads until `capacity` bytes are there, the input ends or the deadline passes.
  private static func fill(_ descriptor: Int32, capacity: Int, deadline: Deadline) -> ([UInt8], End) {
    var end = End.full
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        guard isReadable(descriptor, within: deadline.remaining) else {
          end = .timedOut
          return
        }
        let part = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        guard let received = unsafe receive(descriptor, into: part) else { continue }
        if received == 0 {
          end = .ended
          return
        }
        count += received
      }
    }
    return (bytes, end)
  }

  /// Reads and drops up to `limit` bytes; `pause` bounds each wait where no length says how much is to come.
  private static func drain(_ descriptor: Int32, atMost limit: Int, deadline: Deadline, pause: Int32?) {
    unsafe withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 1) { buffer in
      var drained = 0
      while drained < limit {
        let wait = min(deadline.remaining, pause ?? Int32.max)
        guard isReadable(descriptor, within: wait) else { break }
        let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(65536, limit - drained)])
        guard let received = unsafe receive(descriptor, into: part) else { continue }
        if received == 0 { break }
        drained += received
      }
    }
  }

  /// Bytes read, 0 at the end or where reading fails for good, nil where it is to be tried again.
  private static func receive(_ descriptor: Int32, into part: UnsafeMutableRawBufferPointer) -> Int? {
    let received = unsafe Glibc.read(descriptor, part.baseAddress, part.count)
    if received >= 0 { return received }
    return errno == EINTR || errno == EAGAIN ? nil : 0
  }

  /// Whether the descriptor has bytes, an end or an error to tell within this many milliseconds.
  private static func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = unsafe poll(&entry, 1, milliseconds)
      if ready >= 0 { return ready > 0 }
      if errno != EINTR { return true }
    }
  }
}
