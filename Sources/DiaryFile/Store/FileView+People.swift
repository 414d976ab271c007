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
    return Record.people(ids, in: records)
  }
}
