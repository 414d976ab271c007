// Who goes out of which event when somebody is forgotten, and what stays of it.

package import CivilTime
package import Diary
package import People

/// Who is removed.
package enum Removal {
  /// The person with this id.
  case person(String)
  /// Everybody in what ended before an instant; when things end, by the hash of their ids.
  case expired(ends: [UInt64: Instant], before: Instant)

  /// The event without those who are removed; nil where there was nothing to remove.
  package func applied(to event: Event) -> Event? {
    switch self {
    case .person(let id): return event.without(.person(id))
    case .expired(let ends, let end):
      guard let id = event.occupation?.bookingID, let last = ends[PostingKey.subject(id)], last < end else {
        return nil
      }
      return event.without(.everybody)
    }
  }

  /// Whether it would be another one if this came last.
  package func isOutdated(by occupation: Occupation) -> Bool {
    guard case .expired(let ends, let end) = self, let last = ends[PostingKey.subject(occupation.bookingID)] else {
      return false
    }
    return (last < end) != (occupation.end < end)
  }
}

/// Who goes out of a record.
package enum Leaving {
  /// The person with this id.
  case person(String)
  /// All people.
  case everybody

  /// Whether a person goes.
  package func concerns(_ person: Person) -> Bool {
    switch self {
    case .person(let id): person.id == id
    case .everybody: true
    }
  }
}

extension Event {
  /// The event without those who are removed; nil where there was nothing to remove.
  fileprivate func without(_ leaving: Leaving) -> Event? {
    switch self {
    case .booked(let booking): booking.without(leaving).map(Event.booked)
    case .moved(let booking): booking.without(leaving).map(Event.moved)
    case .cancelled(let booking): booking.without(leaving).map(Event.cancelled)
    case .blocked(let block): block.without(leaving).map(Event.blocked)
    case .unblocked(let block): block.without(leaving).map(Event.unblocked)
    case .forgotten: nil
    }
  }
}

extension Booking {
  /// The booking with nobody in the places of those removed, and without the fingerprint of the request that named
  /// them.
  fileprivate func without(_ leaving: Leaving) -> Booking? {
    var booking = self
    if leaving.concerns(booker) { booking.booker = .nobody }
    if leaving.concerns(participant) { booking.participant = .nobody }
    guard booking != self else { return nil }
    booking.request = 0
    return booking
  }
}

extension Block {
  /// The block without its reason, which may name anybody, if everybody goes.
  fileprivate func without(_ leaving: Leaving) -> Block? {
    guard case .everybody = leaving, reason != nil else { return nil }
    var block = self
    block.reason = nil
    return block
  }
}

extension Person {
  /// Who a forgotten person is.
  package static var nobody: Person { Person(id: "", attributes: []) }
}
