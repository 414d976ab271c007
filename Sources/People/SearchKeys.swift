// The hashes under which an index posts people. They do not depend on the business's configuration, so that a change
// of the business file never makes an index wrong: a phone number counts by its last digits only, and whoever
// searches compares in full afterwards.

internal import Phones

/// What people are posted and looked up under.
package enum SearchKeys {
  /// The keys under which somebody is found, each once.
  package static func keys(of known: KnownPerson) -> [UInt64] {
    var keys: [UInt64] = []
    let lastname = text(known.person["lastname"]).map(NameKeys.init)
    let firstname = text(known.person["firstname"]).map(NameKeys.init)
    if let lastname {
      keys += lastnameKeys(lastname)
      keys += firstname.map { fullNameKeys(lastname: lastname, firstname: $0) } ?? lastnameOnlyKeys(lastname)
    } else if let firstname {
      keys += firstnameOnlyKeys(firstname)
    }
    for attribute in known.searchable { keys += contactKeys(attribute.name, attribute.value) }
    return keys.reduce(into: []) { unique, key in if !unique.contains(key) { unique.append(key) } }
  }

  /// The keys under which everybody is posted who may match what was sent: each who differs in nothing and agrees in a
  /// phone number, an e-mail address or the last name; or, where both names are sent and no last name is on record, in the
  /// first.
  package static func keys(searching sent: [Attribute]) -> [UInt64] {
    let person = Person(id: "", attributes: sent)
    var keys: [UInt64] = []
    for attribute in sent { keys += contactKeys(attribute.name, attribute.value) }
    if let lastname = text(person["lastname"]).map(NameKeys.init) {
      if let firstname = text(person["firstname"]).map(NameKeys.init) {
        keys += fullNameKeys(lastname: lastname, firstname: firstname) + lastnameOnlyKeys(lastname)
        keys += firstnameOnlyKeys(firstname)
      } else {
        keys += lastnameKeys(lastname)
      }
    }
    return keys
  }

  /// The keys under which everybody is posted whom `PersonMatcher.recognise` may take for this person: those of the whole
  /// name, none where a part of it is missing.
  package static func keys(recognising person: Person) -> [UInt64] {
    guard let lastname = text(person["lastname"]), let firstname = text(person["firstname"]) else { return [] }
    return fullNameKeys(lastname: NameKeys(lastname), firstname: NameKeys(firstname))
  }

  /// The keys of everybody with a last name that is found by this one.
  package static func lastnameKeys(_ name: NameKeys) -> [UInt64] { spellings(name).map { hash(tag: 1, [$0]) } }

  /// The keys of everybody whose first and last name are found by these.
  package static func fullNameKeys(lastname: NameKeys, firstname: NameKeys) -> [UInt64] {
    spellings(lastname).flatMap { last in spellings(firstname).map { first in hash(tag: 2, [last, first]) } }
  }

  /// The keys of everybody with a last name that is found by this one and no first name on record.
  package static func lastnameOnlyKeys(_ name: NameKeys) -> [UInt64] { spellings(name).map { hash(tag: 3, [$0]) } }

  /// The keys of everybody whose first name is found by this one and who has no last name on record, as children may.
  package static func firstnameOnlyKeys(_ name: NameKeys) -> [UInt64] { spellings(name).map { hash(tag: 6, [$0]) } }

  /// The keys of everybody with this phone number (its last six digits, without the extension) or e-mail address; none for
  /// another attribute or what is no number.
  package static func contactKeys(_ name: String, _ value: AttributeValue) -> [UInt64] {
    guard case .text(let text) = value else { return [] }
    switch name {
    case "phone": return PhoneNumber.digits(of: text).map { [hash(tag: 4, [Array($0.utf8.suffix(6))])] } ?? []
    case "email": return [hash(tag: 5, [Array(text.lowercased().utf8)])]
    default: return []
    }
  }

  private static func text(_ value: AttributeValue?) -> String? {
    guard case .text(let text)? = value else { return nil }
    return text
  }

  private static func spellings(_ name: NameKeys) -> [[UInt8]] {
    name.plain == name.speltOut ? [name.plain] : [name.plain, name.speltOut]
  }

  private static func hash(tag: UInt8, _ parts: [[UInt8]]) -> UInt64 {
    var hash = Fingerprint()
    hash.add([tag])
    for part in parts { hash.add(part) }
    return hash.value
  }
}
