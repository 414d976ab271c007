// Searching: who may the caller be? More forgiving than recording (Recognition.swift), because a person decides over what
// it finds (contract, section 3, "Searching" and "Sounding alike").

/// What a search finds.
package enum FoundPeople: Hashable, Sendable {
  /// These people, at most `mostTold`; nobody where both are empty.
  case told(proved: [RecordedPerson], similar: [RecordedPerson])
  /// More people than may be told, or people who only sound alike: what to ask the caller for next.
  case ambiguous(fields: [String])

  /// Nobody is found, or to be asked about.
  package static let nobody = FoundPeople.told(proved: [], similar: [])
  /// More are not told: nobody can list the customers.
  package static let mostTold = 10
}

/// A search for a person by what was sent of them.
package struct PersonSearch {
  private let matcher: PersonMatcher
  private let sent: [Attribute]
  private let firstname: SoundingName?
  private let lastname: SoundingName?

  /// A search for what was sent, in normal form. What says nothing by which people can be compared is left out.
  package init(_ sent: [Attribute], by matcher: PersonMatcher) {
    self.matcher = matcher
    let names = sent.filter { FieldKind(knownField: $0.name) == .name }
    self.sent = names + sent.filter { matcher.identifies($0.name) && matcher.isComparable($0.value, field: $0.name) }
    self.firstname = sent.first { $0.name == "firstname" }?.value.text.map(SoundingName.init)
    self.lastname = sent.first { $0.name == "lastname" }?.value.text.map(SoundingName.init)
  }

  /// The attributes to ask for where too little was sent to mean anybody; nil where it is enough: a phone, an e-mail, or a
  /// last name with a first name or something else that identifies.
  package var missing: [String]? {
    if sent.contains(where: { matcher.isContact($0.name) }) { return nil }
    if lastname != nil, sent.count > 1 { return nil }
    return [("lastname", lastname), ("firstname", firstname)].filter { $0.1 == nil }.map { $0.0 }
  }

  /// Whether a person on record who was named by id is meant: nothing else that was sent says otherwise.
  package func allows(_ person: RecordedPerson) -> Bool {
    let likeness = likeness(of: person)
    return likeness.firstname != .differs && likeness.lastname != .differs && !likeness.isExcluded
  }

  /// Whether something that was sent agrees with what is known of a person, so that more than names may be told.
  package func agrees(with person: RecordedPerson) -> Bool {
    let likeness = likeness(of: person)
    return likeness.agreed != 0 || likeness.firstname == .sounds || likeness.lastname == .sounds
  }

  /// Who is found among people who share a key with what was sent (`SearchKeys(searching:by:)`), each once; nil where
  /// nobody is, and `hint` says what to ask for.
  package func found(among people: [RecordedPerson]) -> FoundPeople? {
    let likenesses = people.map(likeness)
    let proved = undisplaced(likenesses.indices.filter { likenesses[$0].isProof }, likenesses)
    var isProved = [Bool](repeating: false, count: people.count)
    for place in proved { isProved[place] = true }
    var similar = likenesses.indices.filter { !isProved[$0] && likenesses[$0].isSimilar }
    if proved.isEmpty, similar.isEmpty { similar = likenesses.indices.filter { likenesses[$0].isSimilarByOneName } }
    let found = proved.map { people[$0] } + similar.map { people[$0] }
    if found.isEmpty { return nil }
    if found.count > FoundPeople.mostTold {
      let fields = telling(found)
      if !fields.isEmpty || proved.isEmpty || proved.count > FoundPeople.mostTold {
        return .ambiguous(fields: fields.isEmpty ? ["phone"] : fields)
      }
      // Everything was said that tells them apart: who is proved is told.
      return .told(proved: proved.map { people[$0] }, similar: [])
    }
    return .told(proved: proved.map { people[$0] }, similar: similar.map { people[$0] })
  }

  /// Where nobody was found: what to ask for if people on record only sound alike, among those of `found` and those who
  /// share the code of both names with what was sent (`SearchKeys(sounding:)`).
  package func hint(among people: [RecordedPerson], sounding others: [RecordedPerson]) -> FoundPeople {
    let likenesses = people.map(likeness)
    if likenesses.contains(where: { $0.isDateMisheard }) { return .ambiguous(fields: ["dateOfBirth"]) }
    let known = likenesses.indices.filter { likenesses[$0].isAskedBack }.map { people[$0] }
    let heard = others.filter { person in !likeness(of: person).isExcluded && hasCodes(of: person) }
    return known.isEmpty && heard.isEmpty ? .nobody : .ambiguous(fields: asked(known + heard))
  }

  // MARK: How alike somebody is

  /// How a name that was sent is to those on record.
  private enum NameLikeness { case unknown, matches, sounds, differs }

  private struct Likeness {
    var firstname = NameLikeness.unknown
    var lastname = NameLikeness.unknown
    /// On which of the attributes sent they agree, a bit each (from the 64th on they share one).
    var agreed: UInt64 = 0
    /// How many first and last names, birth dates and fields that identify agree.
    var proofs = 0
    var contactAgrees = false
    var identityAgrees = false
    var dateDiffers = false
    var fieldDiffers = false

    var isExcluded: Bool { dateDiffers || fieldDiffers }
    /// Whether the request proves the person.
    var isProof: Bool {
      !isExcluded && firstname != .differs && lastname != .differs && firstname != .sounds && lastname != .sounds
        && (contactAgrees || proofs >= 2)
    }
    /// Whether both names sound alike and something agrees that identifies.
    var isSimilar: Bool {
      !isExcluded && PersonSearch.isAlike(firstname) && PersonSearch.isAlike(lastname)
        && (contactAgrees || identityAgrees)
    }
    /// Whether one name is enough.
    var isSimilarByOneName: Bool {
      if isExcluded { return false }
      if identityAgrees { return PersonSearch.isAlike(firstname) || PersonSearch.isAlike(lastname) }
      return contactAgrees
        && (PersonSearch.isAlike(firstname) || firstname == .unknown && PersonSearch.isAlike(lastname))
    }
    /// Whether the caller is to be asked back: the last name sounds alike and a phone or an e-mail agrees.
    var isAskedBack: Bool { !isExcluded && contactAgrees && PersonSearch.isAlike(lastname) }
    /// Whether both names match and a phone or an e-mail agrees, and only the birth date differs.
    var isDateMisheard: Bool {
      dateDiffers && !fieldDiffers && contactAgrees && firstname == .matches && lastname == .matches
    }
  }

  private static func isAlike(_ likeness: NameLikeness) -> Bool { likeness == .matches || likeness == .sounds }

  private func likeness(of person: RecordedPerson) -> Likeness {
    var likeness = Likeness()
    for (place, attribute) in sent.enumerated() {
      let held = values(of: attribute.name, person)
      let isAgreed: Bool
      switch attribute.name {
      case "firstname":
        likeness.firstname = firstname.map { nameLikeness($0, held) } ?? .unknown
        isAgreed = likeness.firstname == .matches
      case "lastname":
        likeness.lastname = lastname.map { nameLikeness($0, held) } ?? .unknown
        isAgreed = likeness.lastname == .matches
      default:
        isAgreed =
          held.contains(attribute.value)
          || held.contains { matcher.agrees($0, attribute.value, field: attribute.name, .searching) }
        if matcher.isContact(attribute.name) {
          if isAgreed { likeness.contactAgrees = true }
        } else if isAgreed {
          likeness.identityAgrees = true
        } else if held.contains(where: { matcher.isComparable($0, field: attribute.name) }) {
          if attribute.name == "dateOfBirth" { likeness.dateDiffers = true } else { likeness.fieldDiffers = true }
        }
      }
      guard isAgreed else { continue }
      likeness.agreed |= 1 << UInt64(min(place, 63))
      if !matcher.isContact(attribute.name) { likeness.proofs += 1 }
    }
    return likeness
  }

  private func nameLikeness(_ name: SoundingName, _ held: [AttributeValue]) -> NameLikeness {
    var likeness = NameLikeness.unknown
    for value in held {
      guard let text = value.text else { continue }
      let recorded = SoundingName(text)
      if name.whole.keys.meets(recorded.whole.keys) { return .matches }
      if likeness != .sounds { likeness = name.sounds(like: recorded) ? .sounds : .differs }
    }
    return likeness
  }

  /// Every value of an attribute that a person is compared by, each at least once.
  private func values(of name: String, _ person: RecordedPerson) -> [AttributeValue] {
    var values: [AttributeValue] = []
    for record in person.records {
      let isOwn = !matcher.isContact(name) || record.booker == nil || record.person.hasContact
      let value = isOwn ? record.person[name] : record.booker?[name]
      if let value, value != values.last { values.append(value) }
    }
    return values
  }

  private func hasCodes(of person: RecordedPerson) -> Bool {
    [("firstname", firstname), ("lastname", lastname)].allSatisfy { name, sent in
      guard let sent else { return false }
      return person.records.contains { record in
        record.person[name]?.text.map { sent.whole.hasCode(of: SoundingWord($0)) } ?? false
      }
    }
  }

  /// The proved whom nobody displaces who agrees on all that they agree on, and on more.
  private func undisplaced(_ proved: [Int], _ likenesses: [Likeness]) -> [Int] {
    // Many may agree, but in few ways.
    let all = proved.map { likenesses[$0].agreed }.sorted()
    let ways = all.indices.filter { $0 == 0 || all[$0 - 1] != all[$0] }.map { all[$0] }
    return proved.filter { place in !ways.contains { $0.isProperSuperset(of: likenesses[place].agreed) } }
  }

  // MARK: What to ask next

  /// What tells the people found apart and was not sent, what most of them have first.
  private func telling(_ found: [RecordedPerson]) -> [String] {
    var names: [String] = []
    let users = found.map { $0.user }
    for attribute in users.flatMap({ $0.attributes }) where !names.contains(attribute.name) {
      if FieldKind(knownField: attribute.name) == .name || matcher.identifies(attribute.name) {
        names.append(attribute.name)
      }
    }
    let useful = names.filter { name in
      !sent.contains { $0.name == name } && users.contains { $0[name] != users[0][name] }
    }
    let holders = useful.map { name in users.count { $0[name] != nil } }
    return zip(useful, holders).sorted { $0.1 > $1.1 }.map { $0.0 }
  }

  /// What proves one of several people who only sound alike: what any of them has and does not agree, else the names, else
  /// the phone.
  private func asked(_ people: [RecordedPerson]) -> [String] {
    let identifying = ["dateOfBirth", "phone", "email"].filter { name in
      let wanted = sent.first { $0.name == name }?.value
      return people.contains { person in
        let held = values(of: name, person).filter { matcher.isComparable($0, field: name) }
        guard !held.isEmpty, let wanted else { return !held.isEmpty }
        return !held.contains { matcher.agrees($0, wanted, field: name, .searching) }
      }
    }
    if !identifying.isEmpty { return identifying }
    let names = ["firstname", "lastname"].filter { name in
      let likenesses = people.map { name == "firstname" ? likeness(of: $0).firstname : likeness(of: $0).lastname }
      return likenesses.contains { $0 != .matches }
    }
    return names.isEmpty ? ["phone"] : names
  }
}
