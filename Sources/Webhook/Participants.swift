// Finds out which people a booking request means: reads values by kind, asks for required ones, recognises people on record.

internal import Diary
internal import Business
internal import Patterns
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
    let nobody = SentPerson(attributes: [])
    self.booker = booker ?? participant ?? nobody
    self.participant = participant ?? booker ?? nobody
    self.isOne = booker == nil || participant == nil
  }
}

extension SentPerson {
  init(attributes: [Attribute]) {
    self.member = ""
    self.id = nil
    self.attributes = attributes
  }
}

/// Booker and participant whose values have been read: complete, in normal form, with the ids they named.
struct ReadParticipants {
  /// The booker; the id is empty where none was named.
  var booker: Person
  /// The participant; the id is empty where none was named.
  var participant: Person
  /// Whether one object stands for both.
  var isOne: Bool

  /// Reads the values by kind and asks for what the product requires.
  ///
  /// What a person on record (named by id) has and the request lacks counts as given.
  /// - Throws: `missingInformation` naming every field that is missing, else `invalidInformation` naming every one that
  ///   cannot be read; `misconfiguredBusiness` where a pattern is at fault.
  init(
    _ sent: SentParticipants, known: (booker: Person?, participant: Person?), product: Product, business: Business
  ) throws(Problem) {
    let reader = FieldReader(business)
    var missing: [String] = []
    var invalid: [String] = []
    func read(_ person: SentPerson, _ known: Person?, _ role: String, _ required: [String]) throws(Problem) -> Person {
      var attributes: [Attribute] = []
      for attribute in person.attributes {
        if let value = try reader.read(attribute) {
          attributes.append(Attribute(name: attribute.name, value: value))
        } else {
          let field = person.member + "." + attribute.name
          if !invalid.contains(field) { invalid.append(field) }
        }
      }
      for attribute in known?.attributes ?? [] where !person.attributes.contains(where: { $0.name == attribute.name }) {
        attributes.append(attribute)
      }
      for name in required
      where !person.attributes.contains(where: { $0.name == name }) && known?[name] == nil {
        missing.append(role + "." + name)
      }
      return Person(id: known?.id ?? "", attributes: attributes)
    }
    self.booker = try read(sent.booker, known.booker, "booker", product.bookerInfo)
    self.participant = try read(sent.participant, known.participant, "participant", product.participantInfo)
    self.isOne = sent.isOne
    if !missing.isEmpty { throw .missingInformation(fields: missing) }
    if !invalid.isEmpty { throw .invalidInformation(fields: invalid) }
  }

  /// Gives both their ids: those they named, those of people on record who are meant, else new ones.
  ///
  /// - Parameters:
  ///   - recorded: people on record who share a search key with either.
  ///   - newID: makes an unguessable person id.
  mutating func identify(
    among recorded: [KnownPerson], matcher: PersonMatcher, newID: () throws(Problem) -> String
  ) throws(Problem) {
    var others = recorded
    let sentBooker = KnownPerson(person: booker, booker: nil)
    if booker.id.isEmpty, let meant = matcher.recognise(sentBooker, among: recorded) {
      booker.id = meant.id
    } else {
      if booker.id.isEmpty { booker.id = try newID() }
      // A booker who is new is on record from now on; one who was named by id is who the request says.
      others = [KnownPerson(person: booker, booker: nil)] + recorded.filter { $0.person.id != booker.id }
    }
    guard participant.id.isEmpty else { return }
    if isOne {
      participant.id = booker.id
      return
    }
    let sent = KnownPerson(person: participant, booker: booker)
    if let meant = matcher.recognise(sent, among: others) {
      participant.id = meant.id
    } else {
      participant.id = try newID()
    }
  }
}

/// Reads the values of fields by their kind and the business's patterns.
struct FieldReader {
  private let business: Business
  private let matcher: PersonMatcher
  private let patterns: Bool

  /// A reader for recording; without `patterns`, one for searching, where a value is only compared.
  init(_ business: Business, patterns: Bool = true) {
    self.business = business
    self.matcher = PersonMatcher(business)
    self.patterns = patterns
  }

  /// The value in its normal form, or nil where it cannot be read.
  func read(_ attribute: Attribute) throws(Problem) -> AttributeValue? {
    let field = business.fields.first { $0.name == attribute.name }
    guard case .text(let text) = attribute.value else {
      // An address and what nobody defined may come in parts.
      return field == nil ? attribute.value : nil
    }
    guard let normal = matcher.normalised(text, field: attribute.name) else { return nil }
    if patterns, let field, let pattern = field.pattern, try !matches(text, pattern, of: field) { return nil }
    return .text(normal)
  }

  /// Whether a value matches; the business's file is at fault where nobody can say.
  private func matches(_ text: String, _ pattern: TextPattern, of field: FieldDefinition) throws(Problem) -> Bool {
    do {
      return try pattern.matches(text)
    } catch {
      let reason = error == .tooLarge ? "is too large" : "takes too long to match a value"
      throw .misconfiguredBusiness(business.id, summary: "The pattern of the field \"\(field.name)\" \(reason).")
    }
  }
}

extension PersonMatcher {
  /// Compares people as a business's file says.
  init(_ business: Business) {
    self.init(
      country: business.country, fields: business.fields.map { (name: $0.name, kind: FieldKind($0.kind)) })
  }
}

extension FieldKind {
  /// The kind of a field that a business defines.
  init(_ kind: FieldDefinition.Kind) {
    self =
      switch kind {
      case .text: .text
      case .date: .date
      case .phone: .phone
      case .email: .email
      case .number: .number
      }
  }
}
