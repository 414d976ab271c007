// Why a start is not on offer with an agent, as data. The slot engine finds it: SlotExplanation.swift.

package import Business
package import CivilTime

/// One reason why an agent does not offer a start. Each is enough by itself.
package enum Hindrance: Hashable, Sendable {
  /// The agent does not take the product.
  case notTaking
  /// The appointment is longer than any may be.
  case tooLong
  /// The business is closed at the start.
  case closed
  /// The appointment does not fit: the business closes before its end.
  case closing(at: Instant)
  /// The agent does not work at the start.
  case off
  /// The appointment does not fit: the agent stops working before its end.
  case leaving(at: Instant)
  /// Somebody works then, but it is no time at which the product starts, or clocks show it for the second time.
  case notAStart
  /// The start is past.
  case past
  /// The start is nearer than the notice allows.
  case notice(earliest: Instant)
  /// The start is on a day beyond the horizon.
  case horizon(lastDay: LocalDate)
  /// A booking with this id takes the agent's time.
  case taken(by: String)
  /// A booking with this id does not overlap the appointment, but its buffers or the appointment's are in the way.
  case buffer(of: String)
  /// A block with this id takes the agent's time.
  case block(String)
  /// The session that the appointment would join has so many bookings and no place left.
  case full(bookings: Int)
  /// Too few units of the resource are left; bookings with these ids use it meanwhile.
  case resource(Identifier, usedBy: [String])
  /// The agent has as many sessions that day as one may have.
  case dailyLimit(Int)
  /// The product has as many sessions that day as it may have.
  case maxPerDay(Int)
}

/// What is to be said of one start with one agent.
package struct ExplainedStart: Hashable, Sendable {
  package var agent: Identifier
  package var start: Instant
  /// Everything that stands against it; nothing where it is on offer.
  package var hindrances: [Hindrance]
}

/// What is to be said of the starts that a question is about.
package struct SlotExplanation: Sendable {
  /// By agent in the order of the business's, then by day and start. Starts within working time that are not in the grid
  /// are left out where no certain start was asked about.
  package var starts: [ExplainedStart]
  /// The slots on offer; the same as `Timetable.slots` gives.
  package var slots: [Slot]
}
