// What is asked of the timetable, and what it answers with. How the answer is found: see Timetable.

package import Business
package import CivilTime

/// A question for slots: of what, with whom, and between which instants.
package struct SlotQuery: Sendable {
  /// The appointment type; its agents take the appointment.
  package var type: AppointmentType
  /// The product, as today's business file has it. Whether the type offers it is the caller's to check.
  package var product: Product
  /// The agent who is wished; nil for any of the type's.
  package var agent: Identifier?
  /// The first instant at which a slot may start.
  package var from: Instant
  /// The first instant after `from` at which no slot may start any more.
  package var until: Instant
  /// A booking to leave out of account (it is to be moved): its time, resources, place in a session and minutes.
  package var ignoredBooking: String?
  /// The present, read once for the whole request.
  package var now: Instant

  /// A question with every member given; slots start within `from ..< until`.
  package init(
    type: AppointmentType, product: Product, agent: Identifier? = nil, from: Instant, until: Instant,
    ignoredBooking: String? = nil, now: Instant
  ) {
    self.type = type
    self.product = product
    self.agent = agent
    self.from = from
    self.until = until
    self.ignoredBooking = ignoredBooking
    self.now = now
  }

  /// The same question about other instants.
  package func between(_ from: Instant, _ until: Instant) -> SlotQuery {
    var query = self
    query.from = from
    query.until = until
    return query
  }

  /// The same question about one start.
  package func at(_ start: Instant) -> SlotQuery { between(start, start.adding(milliseconds: 1)) }
}

/// A time that can be booked.
package struct Slot: Hashable, Sendable {
  /// When the appointment starts.
  package var start: Instant
  /// When it ends; elapsed time after the start.
  package var end: Instant
  /// Who takes it: the agent wished, else the one proposed.
  package var agent: Identifier
  /// Places left in the session; nil for products that take one participant at a time.
  package var remaining: Int?

  /// A slot with every member given.
  package init(start: Instant, end: Instant, agent: Identifier, remaining: Int? = nil) {
    self.start = start
    self.end = end
    self.agent = agent
    self.remaining = remaining
  }
}

/// What the timetable says to one start.
package enum Offer: Equatable, Sendable {
  /// It can be booked.
  case open(Slot)
  /// It is past, or nearer than the product's notice; the first instant that is not.
  case tooSoon(earliest: Instant)
  /// It is on a day beyond the product's horizon; the last day that is not.
  case tooFar(lastDay: LocalDate)
  /// The times between allow it, but it is not on offer: not in the grid, not in working time, or taken.
  case closed
}
