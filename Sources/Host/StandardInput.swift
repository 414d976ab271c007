// Reads a request's body from a descriptor: whole, no more than a limit, within a deadline, and drains what it
// refuses, so that the server on the other side can finish sending. BodyRule says how much there is.

package import System

/// A point on the clock that no one sets.
package struct Deadline: Sendable {
  /// The moment this many milliseconds from now.
  package init(milliseconds: Int64, _ calls: some SystemCalls) { due = calls.uptime() + milliseconds * 1_000_000 }

  /// When it is, in nanoseconds of that clock.
  let due: Int64

  /// Milliseconds left, at least 0, as poll(2) takes them.
  func remaining(_ calls: some SystemCalls) -> Int32 {
    Int32(clamping: max(0, (due - calls.uptime() + 999_999) / 1_000_000))
  }
}

/// Reading a body.
package enum StandardInput {
  /// What came of reading a body.
  package enum Outcome: Equatable, Sendable {
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
  /// read and dropped. Nothing is awaited or tried again beyond the deadline. A descriptor that cannot be read counts as
  /// ended.
  package static func read(
    _ descriptor: Int32, _ rule: BodyRule, limit: Int, deadline: Deadline, _ calls: some SystemCalls
  ) -> Outcome {
    switch rule {
    case .none:
      return .body([])
    case .unknown:
      drain(descriptor, atMost: drainLimit, deadline: deadline, pause: drainPause, calls)
      return .lengthUnknown
    case .exactly(let length) where length > limit:
      drain(descriptor, atMost: min(length, drainLimit), deadline: deadline, pause: nil, calls)
      return .tooLarge
    case .exactly(let length):
      let (body, end) = fill(descriptor, capacity: length, deadline: deadline, calls)
      if body.count == length { return .body(body) }
      return end == .timedOut ? .timedOut : .tooShort(received: body.count, promised: length)
    case .toEnd:
      let (body, end) = fill(descriptor, capacity: limit + 1, deadline: deadline, calls)
      switch end {
      case .timedOut: return .timedOut
      case .ended: return .body(body)
      case .full:
        drain(descriptor, atMost: drainLimit, deadline: deadline, pause: nil, calls)
        return .tooLarge
      }
    }
  }

  private enum End { case full, ended, timedOut }

  /// Reads until `capacity` bytes are there, the input ends or the deadline passes.
  private static func fill(
    _ descriptor: Int32, capacity: Int, deadline: Deadline, _ calls: some SystemCalls
  ) -> ([UInt8], End) {
    var bytes: [UInt8] = []
    var done = 0
    var end = End.full
    while done < capacity {
      guard isReadable(descriptor, within: deadline.remaining(calls), calls) else {
        end = .timedOut
        break
      }
      // A promised length is no reason to make room for it: most requests are short.
      if done == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: min(max(4096, done), capacity - done)))
      }
      guard let received = receive(descriptor, into: &bytes, from: done, count: bytes.count - done, calls) else {
        guard deadline.remaining(calls) > 0 else {
          end = .timedOut
          break
        }
        continue
      }
      if received == 0 {
        end = .ended
        break
      }
      done += received
    }
    bytes.removeLast(bytes.count - done)
    return (bytes, end)
  }

  /// Reads and drops up to `limit` bytes; `pause` bounds each wait where no length says how much is to come.
  private static func drain(
    _ descriptor: Int32, atMost limit: Int, deadline: Deadline, pause: Int32?, _ calls: some SystemCalls
  ) {
    var bytes = [UInt8](repeating: 0, count: min(65_536, limit))
    var drained = 0
    while drained < limit {
      guard isReadable(descriptor, within: min(deadline.remaining(calls), pause ?? .max), calls) else { break }
      guard let received = receive(descriptor, into: &bytes, from: 0, count: min(bytes.count, limit - drained), calls)
      else {
        guard deadline.remaining(calls) > 0 else { break }
        continue
      }
      if received == 0 { break }
      drained += received
    }
  }

  /// How many of at most `count` bytes were read, 0 at the end or where reading fails for good, nil where it is to be tried
  /// again.
  private static func receive(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, _ calls: some SystemCalls
  ) -> Int? {
    do throws(SystemError) {
      return try calls.read(descriptor, into: &bytes, from: start, count: count)
    } catch {
      return error.code == ErrorNumber.interrupted || error.code == ErrorNumber.locked ? nil : 0
    }
  }

  /// Whether the descriptor has bytes, an end or an error to tell within this many milliseconds.
  private static func isReadable(_ descriptor: Int32, within milliseconds: Int32, _ calls: some SystemCalls) -> Bool {
    do throws(SystemError) {
      return try retrying { () throws(SystemError) in
        try calls.wait(for: descriptor, .reading, milliseconds: milliseconds)
      }
    } catch {
      // What cannot be waited for is read, and says itself what is wrong. Signals without end are no reason to read.
      return error.code != ErrorNumber.interrupted
    }
  }
}
