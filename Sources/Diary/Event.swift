// What happens in a diary, one event each. An engine keeps events in the order in which they happened.

package import CivilTime

/// Something that happened to a business's bookings. Bookings and blocks are given whole, as they are afterwards, so
/// the last event of one is its state.
package enum Event: Hashable, Sendable {
  /// A booking was made.
  case booked(Booking)
  /// A booking got another time or agent.
  case moved(Booking)
  /// A booking was given up.
  case cancelled(Booking)
  /// The counter took an agent's time.
  case blocked(Block)
  /// The counter gave a block's time back.
  case unblocked(Block)
  /// Personal data was removed from the events before this one.
  case forgotten(Forgetting)
}

/// What was removed, without a word about whose it was.
package struct Forgetting: Hashable, Sendable {
  /// How many bookings lost the personal data of at least one person.
  package var bookings: Int
  /// Bookings that ended before this instant lost it; nil where one person was forgotten.
  package var before: Instant?

  /// A removal from so many bookings.
  package init(bookings: Int, before: Instant? = nil) {
    self.bookings = bookings
    self.before = before
  }
}

extension Event {
  /// The booking it is about.
  package var booking: Booking? {
    switch self {
    case .booked(let booking), .moved(let booking), .cancelled(let booking): booking
    case .blocked, .unblocked, .forgotten: nil
    }
  }

  /// The block it is about.
  package var block: Block? {
    switch self {
    case .blocked(let block), .unblocked(let block): block
    case .booked, .moved, .cancelled, .forgotten: nil
    }
  }

  /// What the booking or block it is about occupies or, for one given up, occupied last.
  package var occupation: Occupation? { booking?.occupation ?? block?.occupation }
}

/// An event in its place among all of a diary.
package struct HistoricEvent: Hashable, Sendable {
  /// The event's number: the first has 2 (in a bookings file it is the number of the line), each further one the next.
  package var number: Int
  /// When it happened.
  package var at: Instant
  /// Who did it: somebody at the counter, or who ran a command. Nil where the bot did.
  package var by: String?
  /// What happened.
  package var event: Event
  /// Where the view that told it finds it again.
  package var place: UInt64

  /// An event with every member given.
  package init(number: Int, at: Instant, by actor: String?, event: Event, place: UInt64) {
    self.number = number
    self.place = place
    self.at = at
    by = actor
    self.event = event
  }
}
