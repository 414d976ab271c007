// One line's meaning: an event, with its place in the file and in time.

package import CivilTime
package import Diary

/// An event as a line records it.
package struct Record: Equatable {
  /// The line's number in the file, from 1.
  package var number: Int
  /// When it happened.
  package var at: Instant
  /// Who did it; nil where the bot did.
  package var by: String?
  /// What happened.
  package var event: Event
  /// Where the booking or block was held before, if it was held and not just where it is held now.
  package var from: Place?
  /// The business whose file it is, where the line was written to say so and its event is nothing; else nil.
  package var entity: String?

  /// A record of its business's file, with every member given.
  package init(number: Int, at: Instant, by actor: String? = nil, event: Event, from: Place? = nil) {
    self.number = number
    self.at = at
    by = actor
    self.event = event
    self.from = from
  }

  /// A record that says whose file it is. It is spelt as a removal of nothing, so that programs from before read on.
  package init(number: Int, at: Instant, naming entity: String) {
    self.init(number: number, at: at, event: .forgotten(Forgetting(bookings: 0)))
    self.entity = entity
  }
}

extension Record {
  /// Longer ids are not written: an index has no room for them.
  package static let greatestID = 255

  /// Whether the id of what it is about can be indexed, and the name of who did it is one. Whether the rest can be written is
  /// seen by reading it again.
  package var isWritable: Bool {
    if let by, by.isEmpty || by.utf8.count > Self.greatestID { return false }
    guard let id = event.occupation?.bookingID else { return true }
    return !id.isEmpty && id.utf8.count <= Self.greatestID
  }
}

/// Where and when something was held: enough for an index to find it there and take it out.
package struct Place: Hashable {
  /// The short id of the agent; nil means all of them.
  package var agent: String?
  /// The first instant that was occupied.
  package var occupiedStart: Instant
  /// The first instant that was free again.
  package var occupiedEnd: Instant

  /// The place of an occupation.
  package init(_ occupation: Occupation) {
    agent = occupation.agent
    occupiedStart = occupation.occupiedStart
    occupiedEnd = occupation.occupiedEnd
  }

  package init(agent: String?, occupiedStart: Instant, occupiedEnd: Instant) {
    self.agent = agent
    self.occupiedStart = occupiedStart
    self.occupiedEnd = occupiedEnd
  }
}

/// The words for what happened.
package enum EventKind: String {
  case booked
  case moved
  case cancelled
  case blocked
  case unblocked
  case forgotten

  /// Whether the booking or block is held afterwards.
  package var isLive: Bool { self == .booked || self == .moved || self == .blocked }
}

extension Event {
  /// The word for it.
  package var kind: EventKind {
    switch self {
    case .booked: .booked
    case .moved: .moved
    case .cancelled: .cancelled
    case .blocked: .blocked
    case .unblocked: .unblocked
    case .forgotten: .forgotten
    }
  }
}
