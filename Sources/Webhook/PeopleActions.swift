// `findExistingUser` and `findExistingBooking`: who is calling, and what have they booked?

internal import Diary
internal import Business
internal import CivilTime
internal import JSON
internal import People

extension RequestContext {
  /// `findExistingUser`.
  func findUser(in store: some DiaryStore) throws(Problem) -> Answer {
    let sent = try SentPerson("participant", of: request) ?? SentPerson(attributes: [])
    let attributes = try readable(sent)
    let found = try search(attributes, id: sent.id, in: store)
    if found.count > PeopleActions.mostMatches {
      throw .ambiguous(fields: PeopleActions.discriminating(found, sent: attributes))
    }
    var json = JSONWriter()
    json.beginArray()
    for known in found { json.user(known.person) }
    json.endArray()
    return Answer(ok: json.bytes)
  }

  /// `findExistingBooking`.
  func findBookings<Store: DiaryStore>(in store: Store) throws(Problem) -> Answer {
    let id = PublicID.whole(try request.requiredID("id"), in: business.id)
    let now = deployment.clock()
    let bookings = try stored { () throws(Store.Failure) in
      let diary = try store.read()
      if try diary.person(id) == nil { return [Booking]?.none }
      return try diary.bookings(withPerson: id)
    }
    guard let bookings else { throw .unknownUser }
    let times = TimeText(zone: business.zone)
    var json = JSONWriter()
    json.beginArray()
    for booking in bookings.filter({ $0.status == .booked && $0.start > now }).sorted(by: {
      ($0.start, $0.id) < ($1.start, $1.id)
    }) {
      json.booking(booking, in: business, times: times)
    }
    json.endArray()
    return Answer(ok: json.bytes)
  }

  /// The attributes sent, in normal form: enough of them to mean somebody.
  private func readable(_ sent: SentPerson) throws(Problem) -> [Attribute] {
    // What nobody defined tells nobody apart.
    let names = sent.attributes.map { $0.name }.filter { name in
      FieldKind(knownField: name) != nil || business.fields.contains { $0.name == name }
    }
    let isContact = names.contains("phone") || names.contains("email")
    guard sent.id != nil || isContact || names.contains("lastname") && names.count > 1 else {
      let asked = ["lastname", "firstname"].filter { !names.contains($0) }
      throw .missingInformation(fields: (asked.isEmpty ? ["phone"] : asked).map { "participant." + $0 })
    }
    let reader = FieldReader(business, patterns: false)
    var attributes: [Attribute] = []
    var invalid: [String] = []
    for attribute in sent.attributes {
      if let value = try reader.read(attribute) {
        attributes.append(Attribute(name: attribute.name, value: value))
      } else {
        invalid.append("participant." + attribute.name)
      }
    }
    guard invalid.isEmpty else { throw .invalidInformation(fields: invalid) }
    return attributes
  }

  private func search<Store: DiaryStore>(
    _ sent: [Attribute], id: String?, in store: Store
  ) throws(Problem) -> [KnownPerson] {
    let matcher = PersonMatcher(business)
    guard let id else {
      return try stored { () throws(Store.Failure) in
        matcher.search(sent, among: try store.read().people(keys: SearchKeys.keys(searching: sent)))
      }
    }
    let whole = PublicID.whole(id, in: business.id)
    let known = try stored { () throws(Store.Failure) in try store.read().people(id: whole) }
    if known.isEmpty { throw .unknownUser }
    return sent.isEmpty ? [known[0]] : matcher.search(sent, among: known)
  }
}

/// What the search may tell.
private enum PeopleActions {
  /// More matches than this are not told: nobody can list the customers (contract, section 3).
  static let mostMatches = 10

  /// The attributes that tell the people found apart and were not sent, those that most of them have first.
  static func discriminating(_ found: [KnownPerson], sent: [Attribute]) -> [String] {
    var names: [String] = []
    for attribute in found.flatMap({ $0.searchable }) where !names.contains(attribute.name) {
      names.append(attribute.name)
    }
    let useful = names.filter { name in
      !sent.contains { $0.name == name }
        && Set(found.map { known in known.searchable.first { $0.name == name }?.value }).count > 1
    }
    let holders = useful.map { name in found.count { known in known.searchable.contains { $0.name == name } } }
    return zip(useful, holders).sorted { $0.1 > $1.1 }.map { "participant." + $0.0 }
  }
}
