// Bookings that take place together: those of the same agent, product and start (contract, section 3, capacity).

import CivilTime
internal import Diary

/// The live bookings of one product with one start, all of one agent; or one block.
struct Session {
  /// Nil for a block.
  let product: String?
  let start: Instant
  /// The latest end that its bookings recorded.
  private(set) var end: Instant
  /// What its bookings occupy together; they all contain the start, so there is no hole in it.
  private(set) var occupied: TimeSpan
  /// How many bookings it has.
  private(set) var bookings = 1

  init(_ occupation: Occupation) {
    product = occupation.product
    start = occupation.start
    end = occupation.end
    occupied = TimeSpan(of: occupation)
  }

  /// Takes in another booking of the same session.
  mutating func join(_ occupation: Occupation) {
    end = max(end, occupation.end)
    occupied.include(TimeSpan(of: occupation))
    bookings += 1
  }
}

/// How much of a local day an agent has booked.
struct DayLoad {
  var sessions = 0
  /// Elapsed, without buffers.
  var seconds = 0
}
