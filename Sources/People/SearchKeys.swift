// The hashes under which an index posts people. They do not depend on the business's configuration, so that a change of
// the business file never makes an index wrong: a phone number counts by its last digits only, and whoever searches
// compares in full afterwards.

internal import Phones

/// What people are posted and looked up under.
package struct SearchKeys: Sendable {
  /// The keys that lead to somebody who may be meant.
  package private(set) var keys: [UInt64] = []
  /// Keys that do so where they lead to few: a number may be everybody's.
  package private(set) var rare: [UInt64] = []

  /// Whether there is no key.
  package var isEmpty: Bool { keys.isEmpty && rare.isEmpty }

  /// Whether one of somebody's keys is among them.
  package func contains(oneOf posted: [UInt64]) -> Bool { posted.contains { keys.contains($0) || rare.contains($0) } }

  /// The keys under which somebody is found and recognised, each once.
  package static func keys(of known: KnownPerson) -> [UInt64] {
    let keysOfNames = nameKeys(of: known.person)
    let names = keysOfNames.map(names) ?? []
    var keys = names.map { hash(.fullName, $0) }
    if let sound = keysOfNames.flatMap(sound) { keys.append(sound) }
    var isIdentified = false
    for attribute in known.searchable {
      let forms = forms(of: attribute)
      keys += forms
      guard isJoint(attribute.name), let key = forms.first else { continue }
      if !isIdentified { isIdentified = attribute.name != "phone" || isPossible(attribute) }
      keys += names.map { hash(.joint, $0, key) }
    }
    if !isIdentified { keys += names.map { hash(.nameOnly, $0) } }
    keys.sort()
    return keys.indices.filter { $0 == 0 || keys[$0 - 1] != keys[$0] }.map { keys[$0] }
  }

  /// The keys under which everybody is posted whom what was sent may prove, or who may be similar: who shares a phone
  /// number, an e-mail address, a birth date, a field that identifies, or both names.
  package init(searching sent: [Attribute], by matcher: PersonMatcher) {
    for attribute in sent where matcher.identifies(attribute.name) {
      if let key = SearchKeys.key(searching: attribute, by: matcher) { keys.append(key) }
    }
    let names = SearchKeys.nameKeys(of: Person(id: "", attributes: sent)).map(SearchKeys.names) ?? []
    keys += names.map { SearchKeys.hash(.fullName, $0) }
  }

  /// The keys under which everybody is posted whose both names have the codes of those sent; none where one is missing.
  package init(sounding sent: [Attribute]) {
    let sound = SearchKeys.nameKeys(of: Person(id: "", attributes: sent)).flatMap(SearchKeys.sound)
    if let sound { keys.append(sound) }
  }

  /// The keys under which everybody is posted whom `PersonMatcher.recognise` may take for one of these people.
  package init(recognising people: [KnownPerson], by matcher: PersonMatcher) {
    for person in people { add(recognising: person, by: matcher) }
  }

  private mutating func add(recognising sent: KnownPerson, by matcher: PersonMatcher) {
    let names = SearchKeys.nameKeys(of: sent.person).map(SearchKeys.names) ?? []
    guard !names.isEmpty else { return }
    var isIdentified = false
    for attribute in sent.searchable where matcher.identifies(attribute.name) {
      guard matcher.isComparable(attribute.value, field: attribute.name) else { continue }
      isIdentified = true
      guard let key = SearchKeys.key(searching: attribute, by: matcher) else { continue }
      if SearchKeys.isJoint(attribute.name) {
        keys += names.map { SearchKeys.hash(.joint, $0, key) }
        // One booking may say the name, another the number.
        if !rare.contains(key) { rare.append(key) }
      } else {
        keys.append(key)
      }
    }
    if !isIdentified { keys += names.map { SearchKeys.hash(.nameOnly, $0) } }
  }

  /// The key of a person's id, by which a booking is found that a request repeats.
  package static func key(id: String) -> UInt64 { hash(.id, [Array(id.utf8)]) }

  /// The keys of a person's whole name, by which a booking is found that a request repeats; one where a name is missing.
  package static func keys(naming person: Person) -> [UInt64] {
    nameKeys(of: person).map(names) ?? [hash(.noName, 0)]
  }

  /// What a key is a hash of.
  private enum Kind: UInt8 {
    case fullName = 1, nameOnly, noName, sound, phone, email, date, text, number, joint, id
  }

  /// Both names; nil where one is missing.
  private typealias Names = (last: NameKeys, first: NameKeys)

  private static func nameKeys(of person: Person) -> Names? {
    guard let lastname = person["lastname"]?.text, let firstname = person["firstname"]?.text else { return nil }
    return (NameKeys(lastname), NameKeys(firstname))
  }

  /// Hashes of both names, one a pair of spellings.
  private static func names(_ names: Names) -> [UInt64] {
    let firstnames = names.first.spellings
    return names.last.spellings.flatMap { last in firstnames.map { first in hash(.fullName, [last, first]) } }
  }

  /// A hash of the codes of both names; nil where one has none.
  private static func sound(_ names: Names) -> UInt64? {
    let codes = [SoundingWord(keys: names.last).code, SoundingWord(keys: names.first).code]
    return codes.contains([]) ? nil : hash(.sound, codes)
  }

  /// Whether recognition looks an attribute up together with the name: many may share a phone, or a birth date.
  private static func isJoint(_ name: String) -> Bool { name == "phone" || name == "email" || name == "dateOfBirth" }

  /// Whether a phone number may be one, whatever the country.
  private static func isPossible(_ attribute: Attribute) -> Bool {
    guard let text = attribute.value.text, text.utf8.first == UInt8(ascii: "+") else { return false }
    return PhoneNumber(text, country: nil)?.isImpossible == false
  }

  /// The keys of an attribute that may identify, one for each kind that its field may be of; none for names, addresses and
  /// parts.
  private static func forms(of attribute: Attribute) -> [UInt64] {
    guard let text = attribute.value.text, isPosted(attribute.name) else { return [] }
    if let kind = FieldKind(knownField: attribute.name) { return key(attribute.name, text, kind).map { [$0] } ?? [] }
    var kinds: [FieldKind] = [.text]
    if FieldKind.number.normalised(text, country: nil) != nil { kinds.append(.number) }
    if text.utf8.contains(UInt8(ascii: "@")) { kinds.append(.email) }
    if PhoneNumber.digits(of: text) != nil { kinds.append(.phone) }
    return kinds.compactMap { key(attribute.name, text, $0) }
  }

  /// The key of an attribute by the kind of its field; nil where it has none.
  private static func key(searching attribute: Attribute, by matcher: PersonMatcher) -> UInt64? {
    guard let text = attribute.value.text, isPosted(attribute.name) else { return nil }
    return key(attribute.name, text, matcher.kind(of: attribute.name))
  }

  private static func isPosted(_ name: String) -> Bool {
    name != "firstname" && name != "lastname" && name != "address"
  }

  private static func key(_ name: String, _ text: String, _ kind: FieldKind) -> UInt64? {
    let form = kind.comparable(text)
    guard !form.isEmpty else { return nil }
    let tag: Kind =
      switch kind {
      case .phone: .phone
      case .email: .email
      case .number: .number
      // A date of a field that the business defines has one spelling, which is a text's, too.
      case .date: name == "dateOfBirth" ? .date : .text
      case .name, .text: .text
      }
    if tag == .text { return hash(tag, [Array(name.utf8), FieldKind.text.comparable(text)]) }
    return hash(tag, [Array(name.utf8), form])
  }

  private static func hash(_ kind: Kind, _ parts: [[UInt8]]) -> UInt64 {
    var hash = Fingerprint()
    hash.add([kind.rawValue])
    for part in parts { hash.add(part) }
    return hash.value
  }

  private static func hash(_ kind: Kind, _ hashes: UInt64...) -> UInt64 {
    var hash = Fingerprint()
    hash.add(kind.rawValue, hashes)
    return hash.value
  }
}
