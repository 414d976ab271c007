// People, who are known from bookings only.

internal import Diary
package import People

extension FileView {
  /// The people posted under at least one of these keys (`SearchKeys`), first seen first: bookers by themselves,
  /// participants together with their booker. A person about whom bookings say different things is there once for each, in
  /// a row.
  ///
  /// It finds everybody whose record has one of the keys; whether they match is the caller's to decide.
  package func people(keys: [UInt64]) throws(FileError) -> [KnownPerson] {
    guard !keys.isEmpty else { return [] }
    return distinct(try source.records(under: keys.map(PostingKey.search), mentioning: nil)) { known in
      SearchKeys.keys(of: known).contains(where: keys.contains)
    }
  }

  /// What bookings say of the person with this id, first seen first, as `people(keys:)` has it; empty where no booking
  /// names the id.
  package func people(id: String) throws(FileError) -> [KnownPerson] {
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
}
