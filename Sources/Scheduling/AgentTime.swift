// The time of an agent that an appointment takes: all that it occupies but its pause (contract, section 3, pause). What its
// resources do meanwhile is ResourceUse.swift's: they are in use throughout.

internal import Basics
import Business
import CivilTime
internal import Diary

/// How long the parts of an appointment are, in seconds. Numbers alone: a copy of a whole product for each start costs
/// more than looking at the start.
struct AppointmentLengths {
  let duration: Int
  let bufferBefore: Int
  let bufferAfter: Int
  /// From the start to the pause, and the pause itself; 0 where there is none.
  let pauseAfter: Int
  let pauseLength: Int

  init(of product: Product) {
    duration = max(0, product.duration)
    bufferBefore = max(0, product.terms.bufferBefore)
    bufferAfter = max(0, product.terms.bufferAfter)
    pauseAfter = product.pause?.after ?? 0
    pauseLength = product.pause?.length ?? 0
  }

  /// The same appointment without buffers.
  var withoutBuffers: AppointmentLengths {
    AppointmentLengths(
      duration: duration, bufferBefore: 0, bufferAfter: 0, pauseAfter: pauseAfter, pauseLength: pauseLength)
  }

  private init(duration: Int, bufferBefore: Int, bufferAfter: Int, pauseAfter: Int, pauseLength: Int) {
    self.duration = duration
    self.bufferBefore = bufferBefore
    self.bufferAfter = bufferAfter
    self.pauseAfter = pauseAfter
    self.pauseLength = pauseLength
  }

  /// The time that an appointment with this start occupies: from the buffer before it to the buffer after it.
  func occupiedTime(startingAt start: Instant) -> TimeSpan { AgentTime(of: self, startingAt: start).whole }
}

/// What one appointment takes of its agent's time.
struct AgentTime {
  /// From the buffer before the appointment to the buffer after it, the pause included.
  let whole: TimeSpan
  /// In which the agent is free; empty where the appointment has no pause.
  private let pause: TimeSpan

  /// The time of an appointment with this start; a pause lies within what it occupies.
  private init(_ whole: TimeSpan, start: Instant, after: Int, length: Int) {
    self.whole = whole
    let begin = min(max(start.adding(seconds: after), whole.start), whole.end)
    pause = TimeSpan(begin, length > 0 ? min(begin.adding(seconds: length), whole.end) : begin)
  }

  /// The time that an appointment of these lengths takes.
  init(of lengths: AppointmentLengths, startingAt start: Instant) {
    let end = start.adding(seconds: lengths.duration).adding(seconds: lengths.bufferAfter)
    self.init(
      TimeSpan(start.adding(seconds: -lengths.bufferBefore), end), start: start, after: lengths.pauseAfter,
      length: lengths.pauseLength)
  }

  /// The time that an occupation takes of its agent.
  init(of occupation: Occupation) {
    self.init(
      TimeSpan(of: occupation), start: occupation.start, after: occupation.pauseAfter, length: occupation.pauseLength)
  }

  /// Whether some part of the time has a property; without a pause the only part is the whole.
  func contains(where isMet: (TimeSpan) -> Bool) -> Bool {
    if pause.isEmpty { return isMet(whole) }
    return isMet(TimeSpan(whole.start, pause.start)) || isMet(TimeSpan(pause.end, whole.end))
  }

  /// The parts before and after the pause; none where there is no pause.
  fileprivate var partsAroundPause: [TimeSpan] {
    pause.isEmpty ? [] : [TimeSpan(whole.start, pause.start), TimeSpan(pause.end, whole.end)]
  }
}

/// What the bookings of one session take of their agent's time together.
struct SessionTime {
  /// From the first instant that one of them occupies to the last; they all contain the start.
  private var whole: TimeSpan
  /// The parts of it that one of them takes, in order; none where that is the whole.
  private var parts: [TimeSpan]

  /// The time of the first booking.
  init(_ time: AgentTime) {
    whole = time.whole
    parts = time.partsAroundPause
  }

  /// Takes in another booking: the agent is free only where both leave a pause.
  mutating func include(_ time: AgentTime) {
    let others = time.partsAroundPause
    if !parts.isEmpty || !others.isEmpty {
      parts = TimeSpan.merged((parts.isEmpty ? [whole] : parts) + (others.isEmpty ? [time.whole] : others))
    }
    whole.include(time.whole)
  }

  /// Whether some time is in both.
  func overlaps(_ time: AgentTime) -> Bool {
    time.contains { other in parts.isEmpty ? whole.overlaps(other) : parts.contains { $0.overlaps(other) } }
  }

  /// Appends the parts that are taken to a list.
  func append(to times: inout [TimeSpan]) {
    if parts.isEmpty {
      times.append(whole)
    } else {
      times += parts
    }
  }
}
