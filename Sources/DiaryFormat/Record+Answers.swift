// What records say together: of bookings their last states, of people all that bookings say.

internal import Basics
internal import CivilTime
package import Diary
package import People

extension Record {
  /// The last state of each booking that qualifies, in the order in which they first appear.
  package static func newestBookings(_ records: [Record], where qualifies: (Booking) -> Bool) -> [Booking] {
    let states = records.compactMap { $0.event.booking }.filter(qualifies)
    // The states of a booking side by side, the oldest first.
    let grouped = states.indices.sorted { left, right in
      states[left].id == states[right].id ? left < right : states[left].id < states[right].id
    }
    var firsts: [Int] = []
    var lasts = [Int](repeating: 0, count: states.count)
    var first = 0
    for (place, state) in grouped.enumerated() {
      if place == 0 || states[grouped[place - 1]].id != states[state].id {
        first = state
        firsts.append(first)
      }
      lasts[first] = state
    }
    return firsts.sorted().map { states[lasts[$0]] }
  }

  /// What records, in their order, say of the people with these ids, which are in order too; first seen first.
  package static func people(_ ids: [String], in records: [Record]) -> [RecordedPerson] {
    var said: [(known: KnownPerson, created: Instant)] = []
    for record in records {
      guard let booking = record.event.booking else { continue }
      for known in booking.people {
        let place = ids.indices.firstByHalves { ids[$0] >= known.person.id }
        guard place < ids.count, ids[place] == known.person.id else { continue }
        said.append((known, booking.created))
      }
    }
    // What is said of one person side by side, by when the booking was made; a later line of a booking says the same.
    let order = said.indices.sorted { left, right in
      let (one, other) = (said[left], said[right])
      if one.known.person.id != other.known.person.id { return one.known.person.id < other.known.person.id }
      return one.created == other.created ? left < right : one.created < other.created
    }
    var people: [(person: RecordedPerson, place: Int)] = []
    var start = 0
    while start < order.count {
      let id = said[order[start]].known.person.id
      var end = start
      var distinct: [KnownPerson] = []
      var first = order[start]
      while end < order.count, said[order[end]].known.person.id == id {
        if distinct.last != said[order[end]].known { distinct.append(said[order[end]].known) }
        first = min(first, order[end])
        end += 1
      }
      people.append((RecordedPerson(id: id, records: distinct), first))
      start = end
    }
    return people.sorted { $0.place < $1.place }.map { $0.person }
  }

  /// Notes where the booking or block was held before, if its event before this one held it elsewhere.
  package mutating func leave(_ previous: Record?) {
    guard let occupation = event.occupation, let previous, previous.event.kind.isLive,
      let before = previous.event.occupation.map(Place.init), before != Place(occupation)
    else { return }
    from = before
  }

  /// The line with its line feed, if it can be read again as what it is.
  package var provenLine: [UInt8]? {
    let line = self.line
    guard isWritable, line.count <= Line.greatestLength,
      Record(line: line.span.extracting(droppingLast: 1)) == self
    else { return nil }
    return line
  }
}

extension Event {
  /// Whether it is the first of its booking or block.
  package var isFirst: Bool {
    switch self {
    case .booked, .blocked, .forgotten: true
    case .moved, .cancelled, .unblocked: false
    }
  }
}
