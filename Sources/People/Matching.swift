// Searching: who may the caller be? More forgiving than recording (Recognition.swift), because a person decides
// over what it finds.

/// How people of one business are compared.
package struct PersonMatcher: Sendable {
  private let country: String?
  private let kinds: [(name: String, kind: FieldKind)]

  /// Compares by the business's country (for national phone numbers) and the kinds of the fields it defines.
  package init(country: String?, fields: [(name: String, kind: FieldKind)]) {
    self.country = country
    self.kinds = fields
  }

  /// The kind of a field: a known one's, the business's own, else text.
  package func kind(of name: String) -> FieldKind {
    FieldKind(knownField: name) ?? kinds.first { $0.name == name }?.kind ?? .text
  }

  /// The form in which a value is kept; nil where it is none of its field's kind.
  package func normalised(_ text: String, field: String) -> String? {
    kind(of: field).normalised(text, country: country)
  }

  /// Who matches everything that was sent, of those given, each once: as first given. Somebody who is given more than
  /// once, because bookings say different things, in a row, has all that they say.
  ///
  /// Nobody matches who differs in an attribute that both have, or who agrees on none. Among the others, whoever agrees
  /// on an attribute displaces those who lack it, unless they in turn agree on one that the first lacks.
  package func search(_ sent: [Attribute], among people: [KnownPerson]) -> [KnownPerson] {
    var found: [KnownPerson] = []
    var ways: [UInt64] = []
    // Many may agree, but in few ways.
    var differentWays: [UInt64] = []
    var next = 0
    while next < people.count {
      let known = people[next]
      var attributes = known.searchable
      next += 1
      while next < people.count, people[next].person.id == known.person.id {
        attributes += people[next].searchable
        next += 1
      }
      guard let way = agreement(of: attributes, with: sent), way != 0 else { continue }
      found.append(known)
      ways.append(way)
      if !differentWays.contains(way) { differentWays.append(way) }
    }
    return found.indices.filter { place in
      !differentWays.contains { $0 != ways[place] && $0 & ways[place] == ways[place] }
    }.map { found[$0] }
  }

  /// On which of the attributes sent a record agrees, a bit each (from the 64th on they share one); nil where one
  /// differs. What the record lacks has no bit.
  private func agreement(of record: [Attribute], with sent: [Attribute]) -> UInt64? {
    var agreed: UInt64 = 0
    for (place, wanted) in sent.enumerated() {
      var isHeld = false
      var isAgreed = false
      for held in record where held.name == wanted.name && !isAgreed {
        isHeld = true
        isAgreed = agrees(held.value, wanted.value, kind: kind(of: wanted.name))
      }
      if isAgreed { agreed |= 1 << UInt64(min(place, 63)) } else if isHeld { return nil }
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
      return NameKeys(text).meets(NameKeys(parts.map { $0.text }.joined()))
    }
  }
}
