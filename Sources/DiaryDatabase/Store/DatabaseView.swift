// What a diary in a database says, asked by questions. `DiaryView` says what each means.

#if PostgreSQL
  package import CivilTime
  package import Diary
  internal import DiaryFormat
  package import People
  package import System

  /// One moment of a business's diary in the database.
  package struct DatabaseView<Calls: SystemCalls>: DiaryView {
    let source: DatabaseSource<Calls>

    /// Nothing is done after a reply: the index is kept with the events.
    package var upkeep: (@Sendable () -> Void)? { nil }

    /// The booking with this id in its present state; nil where there never was one.
    package func booking(_ id: String) throws(DatabaseError) -> Booking? { try source.newest(id)?.event.booking }

    /// The block with this id, and whether it still holds; nil where there never was one.
    package func block(_ id: String) throws(DatabaseError) -> (block: Block, isHeld: Bool)? {
      guard let record = try source.newest(id), let block = record.event.block else { return nil }
      return (block, record.event.kind.isLive)
    }

    /// What live bookings and blocks occupy whose occupied time meets the range, by its start, then by id.
    package func occupations(in range: Range<Instant>) throws(DatabaseError) -> [Occupation] {
      guard !range.isEmpty else { return [] }
      return try source.occupations(in: range).inOrder
    }

    /// The bookings whose booker or participant is the person with this id, in their present states, oldest first.
    package func bookings(withPerson id: String) throws(DatabaseError) -> [Booking] {
      guard !id.isEmpty else { return [] }
      let records = try source.records(under: [PostingKey.person(id)])
      return Record.newestBookings(records) { $0.booker.id == id || $0.participant.id == id }
    }

    /// The bookings of a product at a start that have one of these keys, in their present states, oldest first.
    package func bookings(of product: String, at start: Instant, keys: [UInt64]) throws(DatabaseError) -> [Booking] {
      let subjects = try source.onward(from: keys.map { PostingKey.place(product, start, $0) })
      guard !subjects.isEmpty else { return [] }
      let candidates = Record.newestBookings(try source.records(under: subjects)) { booking in
        booking.product.id == product && booking.start == start && booking.repeatKeys.contains(where: keys.contains)
      }
      var bookings: [Booking] = []
      for candidate in candidates {
        if let present = try booking(candidate.id) { bookings.append(present) }
      }
      return bookings
    }

    /// The people of whom a booking says something that has one of these keys, first seen first, each with all that bookings
    /// say of them.
    package func people(_ keys: SearchKeys) throws(DatabaseError) -> [RecordedPerson] {
      guard !keys.isEmpty else { return [] }
      var people = try source.onward(from: keys.keys.map(PostingKey.search))
      if people.isEmpty, !keys.rare.isEmpty {
        people = try source.onward(from: [], rare: keys.rare.map(PostingKey.search))
      }
      guard !people.isEmpty else { return [] }
      let records = try source.records(under: people)
      var ids: [String] = []
      for record in records {
        for known in record.event.booking?.people ?? [] where people.contains(PostingKey.person(known.person.id)) {
          ids.append(known.person.id)
        }
      }
      ids.sort()
      return Record.people(ids.indices.filter { $0 == 0 || ids[$0 - 1] != ids[$0] }.map { ids[$0] }, in: records)
    }

    /// All that bookings say of the person with this id; nil where no booking names the id.
    package func person(_ id: String) throws(DatabaseError) -> RecordedPerson? {
      guard !id.isEmpty else { return nil }
      return Record.people([id], in: try source.records(under: [PostingKey.person(id)])).first
    }

    /// Gives every event to `body`, oldest first. Fails with `damaged` at the first line that does not prove itself.
    package func history(_ body: (HistoricEvent) throws(DatabaseError) -> Void) throws(DatabaseError) {
      try source.visit { (record) throws(DatabaseError) in
        if record.entity == nil { try body(HistoricEvent(record)) }
      }
    }

    /// Every event of the booking or block with this id, oldest first.
    package func history(of id: String) throws(DatabaseError) -> [HistoricEvent] {
      guard !id.isEmpty else { return [] }
      return try source.records(under: [PostingKey.subject(id)]).filter { $0.event.occupation?.bookingID == id }
        .map { HistoricEvent($0) }
    }

    /// The event at a place, which is its number.
    package func event(at place: UInt64) throws(DatabaseError) -> HistoricEvent {
      HistoricEvent(try source.record(Int(truncatingIfNeeded: place)))
    }
  }

  extension HistoricEvent {
    fileprivate init(_ record: Record) {
      self.init(
        number: record.number, at: record.at, by: record.by, event: record.event, place: UInt64(record.number))
    }
  }
#endif
