// Bookings that take place together: those of the same agent, product and start (contract, section 3, capacity).

import CivilTime
internal import Diary

/// The live bookings of one product with one start, all of one agent; or one block.
struct Session {
  /// Nil for a block.
  let product: String?
  let start: Instant
  /// How long its bookings last, the longest of them, without buffers and pause.
  private(set) var seconds: Int
  /// What its bookings take of the agent's time.
  private(set) var time: SessionTime
  /// How many bookings it has.
  private(set) var bookings = 1

  init(_ occupation: Occupation) {
    product = occupation.product
    start = occupation.start
    seconds = Session.seconds(of: occupation)
    time = SessionTime(AgentTime(of: occupation))
  }

  /// Takes in another booking of the same session.
  mutating func join(_ occupation: Occupation) {
    seconds = max(seconds, Session.seconds(of: occupation))
    time.include(AgentTime(of: occupation))
    bookings += 1
  }

  private static func seconds(of occupation: Occupation) -> Int {
    occupation.end.seconds(since: occupation.start) &- occupation.pauseLength
  }
}

/// How much of a local day an agent has booked.
struct DayLoad {
  var sessions = 0
  /// Whether the agent's limit leaves room for one more session, and whether the product's does.
  var agentMayBegin = true
  var productMayBegin = true
  /// Whether one more session may begin on the day.
  var mayGrow: Bool { agentMayBegin && productMayBegin }
  /// Elapsed, without buffers and pauses.
  var seconds = 0
}
