// `findExistingUser` and `findExistingBooking`: who is calling, and what have they booked?

internal import Business
internal import CivilTime
internal import Diary
internal import JSON
internal import People

extension RequestContext {
  /// `findExistingUser`.
  func findUser<Store: DiaryStore>(in store: Store) throws(Problem) -> Answer {
    let sent = try SentPerson("participant", of: request) ?? .nobody
    let matcher = PersonMatcher(business)
    let (search, attributes) = try readable(sent, matcher)
    let diary = try stored { () throws(Store.Failure) in
      try store.read { foreseen in
        if let id = sent.id {
          foreseen.person(PublicID.whole(id, in: business.id))
        } else {
          foreseen.people(SearchKeys(searching: attributes, by: matcher))
        }
      }
    }
    switch try found(by: search, attributes, id: sent.id, matcher, in: diary) {
    case .ambiguous(let fields): throw .ambiguous(fields: fields.map { "participant." + $0 })
    case .told(let proved, let similar):
      var json = JSONWriter()
      json.beginArray()
      for person in proved { json.user(told(of: person, attributes, search, matcher)) }
      for person in similar { json.similarUser(person.user) }
      json.endArray()
      return Answer(ok: json.bytes, finish: diary.upkeep)
    }
  }

  /// `findExistingBooking`.
  func findBookings<Store: DiaryStore>(in store: Store) throws(Problem) -> Answer {
    let id = PublicID.whole(try request.requiredID("id"), in: business.id)
    let now = deployment.clock()
    let diary = try stored { () throws(Store.Failure) in try store.read { $0.person(id) } }
    let bookings = try stored { () throws(Store.Failure) in
      let bookings = try diary.bookings(withPerson: id)
      // Cancelled ones are among them, so who is on record has one.
      return bookings.isEmpty ? [Booking]?.none : bookings
    }
    guard let bookings else { throw .unknownUser }
    let times = TimeText(zone: business.zone)
    var json = JSONWriter()
    json.beginArray()
    for booking in bookings.filter({ $0.status == .booked && $0.start > now }).sorted(by: {
      ($0.start, $0.id) < ($1.start, $1.id)
    }) {
      json.booking(Told(booking), in: business, times: times)
    }
    json.endArray()
    return Answer(ok: json.bytes, finish: diary.upkeep)
  }

  /// A search for the attributes sent, in normal form: enough of them to mean somebody.
  private func readable(
    _ sent: SentPerson, _ matcher: PersonMatcher
  ) throws(Problem) -> (search: PersonSearch, attributes: [Attribute]) {
    let reader = FieldReader(business, today: business.zone.local(deployment.clock()).date, patterns: false)
    var attributes: [Attribute] = []
    var invalid: [String] = []
    for attribute in sent.attributes {
      if let value = try reader.read(attribute) {
        attributes.append(Attribute(name: attribute.name, value: value))
      } else if !matcher.isAbsent(attribute) {
        invalid.append("participant." + attribute.name)
      }
    }
    guard invalid.isEmpty else { throw .invalidInformation(fields: invalid) }
    let search = PersonSearch(attributes, by: matcher)
    if sent.id == nil, let missing = search.missing {
      throw .missingInformation(fields: missing.map { "participant." + $0 })
    }
    return (search, attributes)
  }

  private func found<View: DiaryView>(
    by search: PersonSearch, _ sent: [Attribute], id: String?, _ matcher: PersonMatcher, in diary: View
  ) throws(Problem) -> FoundPeople {
    guard let id else {
      return try stored { () throws(View.Failure) in
        let people = try diary.people(SearchKeys(searching: sent, by: matcher))
        if let found = search.found(among: people) { return found }
        return search.hint(among: people, sounding: try diary.people(SearchKeys(sounding: sent)))
      }
    }
    let whole = PublicID.whole(id, in: business.id)
    guard let person = try stored({ () throws(View.Failure) in try diary.person(whole) }) else {
      throw .unknownUser
    }
    return search.allows(person) ? .told(proved: [person], similar: []) : .nobody
  }

  /// What a caller may be told of a person who is proved: names, birth date, phone and e-mail, of everything else what was
  /// sent and agrees; names alone where nothing but an id was sent (contract, section 3).
  private func told(
    of person: RecordedPerson, _ sent: [Attribute], _ search: PersonSearch, _ matcher: PersonMatcher
  ) -> Person {
    let isKnown = search.agrees(with: person)
    var user = person.user
    user.attributes = user.attributes.compactMap { attribute in
      switch attribute.name {
      case "firstname", "lastname": return attribute
      case "dateOfBirth", "phone", "email": return isKnown ? attribute : nil
      default:
        guard isKnown, let wanted = sent.first(where: { $0.name == attribute.name })?.value,
          let value = matcher.told(attribute.value, to: wanted, field: attribute.name)
        else { return nil }
        return Attribute(name: attribute.name, value: value)
      }
    }
    return user
  }
}
