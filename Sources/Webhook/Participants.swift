// Finds out which people a booking request means: asks for what is required, and recognises people on record.

internal import Business
internal import Diary
internal import People

/// Booker and participant of a booking request.
struct SentParticipants {
  /// The booker as sent; where only a participant was sent, that one.
  var booker: SentPerson
  /// The participant as sent; where only a booker was sent, that one.
  var participant: SentPerson
  /// Whether one object stands for both.
  var isOne: Bool

  /// Reads both; one that is missing is the same as the other (contract, section 3).
  init(_ request: Request) throws(Problem) {
    let booker = try SentPerson("booker", of: request)
    let participant = try SentPerson("participant", of: request)
    self.booker = booker ?? participant ?? .nobody
    self.participant = participant ?? booker ?? .nobody
    self.isOne = booker == nil || participant == nil
  }
}

/// Booker and participant on record whom a request names by id.
struct NamedParticipants {
  /// The booker; nil where the request names none.
  var booker: RecordedPerson?
  /// The participant; nil where the request names none.
  var participant: RecordedPerson?
}

/// Booker and participant whose values have been read, with the ids they named.
struct ReadParticipants {
  /// The booker; the id is empty where none was named and nobody on record is meant.
  private(set) var booker: Person
  /// The participant; the id is empty where none was named and nobody on record is meant.
  private(set) var participant: Person
  /// Whether one object stands for both.
  let isOne: Bool
  /// Who was named by id.
  let named: NamedParticipants
  /// Whether the participant is the booker, who has no id yet.
  private var isBookerAgain = false
  /// What was sent and cannot be read, as `booker.phone`.
  private var invalid: [String] = []

  /// Reads the values by kind. What cannot be read is left out.
  /// - Throws: `misconfiguredBusiness` where a pattern is at fault.
  init(_ sent: SentParticipants, named: NamedParticipants, by reader: FieldReader) throws(Problem) {
    var invalid: [String] = []
    func read(_ person: SentPerson, _ id: String?) throws(Problem) -> Person {
      var attributes: [Attribute] = []
      for attribute in person.attributes {
        if let value = try reader.read(attribute) {
          attributes.append(Attribute(name: attribute.name, value: value))
        } else {
          let field = person.member + "." + attribute.name
          if !invalid.contains(field) { invalid.append(field) }
        }
      }
      return Person(id: id ?? "", attributes: attributes)
    }
    self.booker = try read(sent.booker, named.booker?.id)
    self.participant = try read(sent.participant, named.participant?.id)
    self.isOne = sent.isOne
    self.named = named
    self.invalid = invalid
  }

  /// Whether everything that was sent could be read.
  var isReadable: Bool { invalid.isEmpty }

  /// Asks for what the product requires; what is on record of a person named by id counts as said. Of that the booking gets
  /// the names, what reaches the person, the birth date and what is required.
  /// - Throws: `missingInformation` naming every field that is missing, else `invalidInformation` naming every one that
  ///   cannot be read, and every id whose person cannot be meant.
  mutating func complete(_ sent: SentParticipants, product: Product, matcher: PersonMatcher) throws(Problem) {
    if named.booker.map({ matcher.isSomebodyElse(booker.attributes, than: $0) }) ?? false {
      invalid.append(sent.booker.member + ".id")
    }
    // One id for both: what the booker says is said of that person, too.
    let isOneID = !isOne && participant.id == booker.id
    let known = isOneID ? named.participant?.adding(knownBooker) : named.participant
    if known.map({ matcher.isSomebodyElse(participant.attributes, than: $0) }) ?? false {
      let field = sent.participant.member + ".id"
      if !invalid.contains(field) { invalid.append(field) }
    }
    var missing: [String] = []
    func complete(
      _ person: inout Person, _ sent: SentPerson, _ named: RecordedPerson?, _ role: String, _ required: [String]
    ) {
      let recorded = named?.user.attributes ?? []
      for name in required where !sent.has(name) && !recorded.contains(where: { $0.name == name }) {
        missing.append(role + "." + name)
      }
      let kept = required + ["firstname", "lastname", "dateOfBirth", "phone", "email"]
      person.attributes += recorded.filter { !sent.has($0.name) && kept.contains($0.name) }
    }
    complete(&booker, sent.booker, named.booker, "booker", product.bookerInfo)
    complete(&participant, sent.participant, named.participant, "participant", product.participantInfo)
    if !missing.isEmpty { throw .missingInformation(fields: missing) }
    if !invalid.isEmpty { throw .invalidInformation(fields: invalid) }
  }

  /// The keys under which everybody is posted who may be meant (`DiaryView.people`).
  func searchKeys(by matcher: PersonMatcher) -> SearchKeys {
    var sought: [KnownPerson] = []
    if booker.id.isEmpty { sought.append(knownBooker) }
    if participant.id.isEmpty, !isOne { sought.append(knownParticipant) }
    return SearchKeys(recognising: sought, by: matcher)
  }

  /// Gives those people on record who are meant their ids.
  ///
  /// - Parameter recorded: people on record who share a search key with either.
  mutating func recognise(among recorded: [RecordedPerson], by matcher: PersonMatcher) {
    if booker.id.isEmpty, let meant = matcher.recognise(knownBooker, among: recorded) { booker.id = meant.id }
    guard participant.id.isEmpty else { return }
    isBookerAgain = isOne || participant.says(allOf: booker)
    if isBookerAgain {
      participant.id = booker.id
      return
    }
    // What this request says of the booker is known from now on.
    let known = named.booker ?? recorded.first { $0.id == booker.id }
    let asBooker = known?.adding(knownBooker) ?? RecordedPerson(id: booker.id, records: [knownBooker])
    let others = recorded.filter { $0.id != booker.id }
    guard let meant = matcher.recognise(knownParticipant, among: [asBooker] + others) else { return }
    participant.id = meant.id
    isBookerAgain = meant.id == booker.id
  }

  /// Gives those who are new their ids.
  ///
  /// - Parameter newID: makes an unguessable person id.
  mutating func name(_ newID: () throws(Problem) -> String) throws(Problem) {
    if booker.id.isEmpty { booker.id = try newID() }
    if participant.id.isEmpty { participant.id = isBookerAgain ? booker.id : try newID() }
  }

  /// The booker as bookings make one known.
  var knownBooker: KnownPerson { KnownPerson(person: booker, booker: nil) }

  /// The participant as bookings make one known. Every number and address of a booker who was named by id counts.
  var knownParticipant: KnownPerson {
    if isOne { return KnownPerson(person: participant, booker: nil) }
    var reachable = booker
    for record in named.booker?.records ?? [] {
      for name in ["phone", "email"] {
        if let value = record.person[name] { reachable.attributes.append(Attribute(name: name, value: value)) }
      }
    }
    return KnownPerson(person: participant, booker: reachable)
  }
}

extension Person {
  /// Whether two people say the same of themselves, in any order.
  fileprivate func says(allOf other: Person) -> Bool {
    attributes.count == other.attributes.count && attributes.allSatisfy(other.attributes.contains)
  }
}

extension RecordedPerson {
  /// The person with one more thing that is said.
  fileprivate func adding(_ said: KnownPerson) -> RecordedPerson { RecordedPerson(id: id, records: records + [said]) }
}
