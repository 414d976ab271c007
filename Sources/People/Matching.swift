// Searching: who may the caller be? More forgiving than recording (Recognition.swift), because a person decides
// over what it finds.

/// How people of one business are compared.
public struct PersonMatcher: Sendable {
  private let country: String?
  private let kinds: [(name: String, kind: FieldKind)]

  /// Compares by the business's country (for national phone numbers) and the kinds of the fields it defines.
  public init(country: String?, fields: [(name: String, kind: FieldKind)]) {
    self.country = country
    self.kinds = fields
  }

  /// The kind of a field: a known one's, the business's own, else text.
  public func kind(of name: String) -> FieldKind {
    FieldKind(knownField: name) ?? kinds.first { $0.name == name }?.kind ?? .text
  }

  /// The form in which a value is kept; nil where it is none of its field's kind.
  public func normalised(_ text: String, field: String) -> String? {
    kind(of: field).normalised(text, country: country)
  }

  /// Who matches everything that was sent, of those given.
  ///
  /// Nobody matches who differs in an attribute that both have, or who agrees on none. Among the others, whoever agrees
  /// on an attribute displaces those who lack it, unless they in turn agree on one that the first lacks.
  public func search(_ sent: [Attribute], among people: [KnownPerson]) -> [KnownPerson] {
    var found: [(person: KnownPerson, agreed: [Bool])] = []
    for person in people {
      guard let agreed = agreement(of: person.searchable, with: sent), agreed.contains(true) else { continue }
      found.append((person, agreed))
    }
    let displaced = found.map { one in
      found.contains { other in
        var more = false
        for (mine, theirs) in zip(one.agreed, other.agreed) where mine != theirs {
          if mine { return false }
          more = true
        }
        return more
      }
    }
    return zip(found, displaced).filter { !$0.1 }.map { $0.0.person }
  }

  /// For each attribute sent, whether the record agrees (false: it lacks it); nil where one differs.
  private func agreement(of record: [Attribute], with sent: [Attribute]) -> [Bool]? {
    var agreed: [Bool] = []
    for wanted in sent {
      let held = record.filter { $0.name == wanted.name }
      if held.isEmpty {
        agreed.append(false)
      } else if held.contains(where: { agrees($0.value, wanted.value, kind: kind(of: wanted.name)) }) {
        agreed.append(true)
      } else {
        return nil
      }
    }
    return agreed
  }

  /// Whether two values mean the same to somebody who searches. Parts are compared where both have them; a text and parts
  /// agree if the text is the parts in their order.
  func agrees(_ one: AttributeValue, _ other: AttributeValue, kind: FieldKind) -> Bool {
    switch (one, other) {
    case (.text(let left), .text(let right)): return kind.agrees(left, right, country: country)
    case (.parts(let left), .parts(let right)):
      let shared = left.compactMap { part in right.first { $0.name == part.name }.map { (part.text, $0.text) } }
      return !shared.isEmpty && shared.allSatisfy { NameKeys($0).meets(NameKeys($1)) }
    case (.text(let text), .parts(let parts)), (.parts(let parts), .text(let text)):
      return NameKeys(text).meets(NameKeys(parts.map(\.text).joined()))
    }
  }
}
