// People, who are known from bookings only.

internal import DiaryFormat
internal import Basics
internal import CivilTime
internal import Diary
package import People

extension FileView {
  /// The people of whom a booking says something that has one of these keys, perhaps others too, first seen first, each
  /// with all that bookings say of them.
  package func people(_ keys: SearchKeys) throws(FileError) -> [RecordedPerson] {
    guard !keys.isEmpty else { return [] }
    let wasDamaged = source.isIndexDamaged
    var ids: [String] = []
    func note(_ event: Event) -> Bool {
      for known in event.booking?.people ?? [] where keys.contains(oneOf: SearchKeys.keys(of: known)) {
        ids.append(known.person.id)
      }
      return false
    }
    var found = try source.records(under: keys.keys.map(PostingKey.search), mentioning: nil, where: note)
    if found.isEmpty, ids.isEmpty, !keys.rare.isEmpty {
      found = try source.records(underRare: keys.rare.map(PostingKey.search))
      if source.isIndexDamaged != wasDamaged { return try people(keys) }
    }
    // A line that the index names is about somebody with a key; who else it is about does no harm.
    for record in found { for known in record.event.booking?.people ?? [] { ids.append(known.person.id) } }
    ids.sort()
    return try people(ids.indices.filter { $0 == 0 || ids[$0 - 1] != ids[$0] }.map { ids[$0] })
  }

  /// All that bookings say of the person with this id; nil where no booking names the id.
  package func person(_ id: String) throws(FileError) -> RecordedPerson? {
    id.isEmpty ? nil : try people([id]).first
  }

  /// The people with these ids, which are in order, first seen first.
  private func people(_ ids: [String]) throws(FileError) -> [RecordedPerson] {
    guard !ids.isEmpty else { return [] }
    let mentioned = ids.count == 1 ? ids.first : nil
    let records = try source.records(under: ids.map(PostingKey.person), mentioning: mentioned) { _ in true }
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
}
