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
  /// The booker; the id is empty where none was named.
  var booker: Person
  /// The participant; the id is empty where none was named.
  var participant: Person
  /// Whether one object stands for both.
  let isOne: Bool
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
    self.invalid = invalid
  }

  /// Whether everything that was sent could be read.
  var isReadable: Bool { invalid.isEmpty }

  /// Asks for what the product requires; what is on record of a person named by id counts as said, and is from here on.
  /// - Throws: `missingInformation` naming every field that is missing, else `invalidInformation` naming every one that
  ///   cannot be read, and every id whose person cannot be meant.
  mutating func complete(
    _ sent: SentParticipants, named: NamedParticipants, product: Product, matcher: PersonMatcher
  ) throws(Problem) {
    var missing: [String] = []
    func complete(
      _ person: inout Person, _ sent: SentPerson, _ named: RecordedPerson?, _ role: String, _ required: [String]
    ) {
      let isSomebodyElse = named.map { matcher.isSomebodyElse(person.attributes, than: $0) } ?? false
      if isSomebodyElse, !invalid.contains(sent.member + ".id") { invalid.append(sent.member + ".id") }
      let recorded = named?.user.attributes ?? []
      for name in required where !sent.has(name) && !recorded.contains(where: { $0.name == name }) {
        missing.append(role + "." + name)
      }
      person.attributes += recorded.filter { !sent.has($0.name) }
    }
    complete(&booker, sent.booker, named.booker, "booker", product.bookerInfo)
    complete(&participant, sent.participant, named.participant, "participant", product.participantInfo)
    if !missing.isEmpty { throw .missingInformation(fields: missing) }
    if !invalid.isEmpty { throw .invalidInformation(fields: invalid) }
  }

  /// The keys under which everybody is posted who may be meant (`DiaryView.people(keys:)`).
  func searchKeys(by matcher: PersonMatcher) -> [UInt64] {
    var keys: [UInt64] = []
    if booker.id.isEmpty { keys += SearchKeys.keys(recognising: knownBooker, by: matcher) }
    if participant.id.isEmpty, !isOne { keys += SearchKeys.keys(recognising: knownParticipant, by: matcher) }
    return keys
  }

  /// Gives both their ids: those they named, those of people on record who are meant, else new ones.
  ///
  /// - Parameters:
  ///   - recorded: people on record who share a search key with either.
  ///   - newID: makes an unguessable person id.
  mutating func identify(
    among recorded: [RecordedPerson], matcher: PersonMatcher, newID: () throws(Problem) -> String
  ) throws(Problem) {
    var others = recorded
    if booker.id.isEmpty, let meant = matcher.recognise(knownBooker, among: recorded) {
      booker.id = meant.id
    } else {
      if booker.id.isEmpty { booker.id = try newID() }
      // A booker who is new is on record from now on; one who was named by id is who the request says.
      let asBooker = RecordedPerson(id: booker.id, records: [knownBooker])
      others = [asBooker] + recorded.filter { $0.id != booker.id }
    }
    guard participant.id.isEmpty else { return }
    if isOne {
      participant.id = booker.id
    } else if let meant = matcher.recognise(knownParticipant, among: others) {
      participant.id = meant.id
    } else {
      participant.id = try newID()
    }
  }

  /// The booker as bookings make one known.
  var knownBooker: KnownPerson { KnownPerson(person: booker, booker: nil) }
  /// The participant as bookings make one known.
  var knownParticipant: KnownPerson { KnownPerson(person: participant, booker: isOne ? nil : booker) }
}
