// People, who are known from bookings only.

public import People

extension Ledger {
  /// The people posted under at least one of these keys (`SearchKeys`), first seen first: bookers by themselves,
  /// participants together with their booker. Somebody of whom bookings say different things is there once for each, in
  /// a row.
  ///
  /// It finds everybody whose record has one of the keys; whether they match is the caller's to decide.
  public func people(keys: [UInt64]) throws(StorageError) -> [KnownPerson] {
    guard !keys.isEmpty else { return [] }
    return distinct(try source.records(under: keys.map(PostingKey.search), mentioning: nil)) { known in
      SearchKeys.keys(of: known).contains(where: keys.contains)
    }
  }

  /// What bookings say of the person with this id, first seen first, as `people(keys:)` has it; empty where no booking
  /// names the id.
  public func people(id: String) throws(StorageError) -> [KnownPerson] {
    guard !id.isEmpty else { return [] }
    return distinct(try source.records(under: [PostingKey.person(id)], mentioning: id)) { $0.person.id == id }
  }

  private func distinct(_ records: [Record], where isMeant: (KnownPerson) -> Bool) -> [KnownPerson] {
    var people: [KnownPerson] = []
    for record in records {
      guard let booking = record.event.booking else { continue }
      for known in booking.people where !people.contains(known) && isMeant(known) {
        let last = people.lastIndex { $0.person.id == known.person.id } ?? people.count - 1
        people.insert(known, at: last + 1)
      }
    }
    return people
  }

  /// The first record of the person with this id, and who booked then; nil where no booking names the id.
  public func person(_ id: String) throws(StorageError) -> KnownPerson? {
    guard !id.isEmpty else { return nil }
    for record in try source.records(under: [PostingKey.person(id)], mentioning: id) {
      if let known = record.event.booking?.people.first(where: { $0.person.id == id }) { return known }
    }
    return nil
  }
}

extension Booking {
  /// Whom the booking makes known: its participant, with its booker, and its booker, if that is somebody else. Those
  /// who were forgotten are nobody.
  var people: [KnownPerson] {
    var people: [KnownPerson] = []
    if !booker.id.isEmpty { people.append(KnownPerson(person: booker, booker: nil)) }
    if !participant.id.isEmpty, participant.id != booker.id {
      people.append(KnownPerson(person: participant, booker: booker))
    }
    return people
  }
}
