// Who books and who is booked for, as bookings record them. How two of them are compared is in Comparison.swift; who is
// found by a search in Searching.swift, who is recognised when a booking is recorded in Recognition.swift.

/// A person of one business, as one booking has it.
package struct Person: Hashable, Sendable {
  /// The whole id as clients see it, or the empty string for somebody not recorded yet.
  package var id: String
  /// What is known, in the order in which it was said; no name twice.
  package var attributes: [Attribute]

  /// A person with this id and these attributes.
  package init(id: String, attributes: [Attribute]) {
    self.id = id
    self.attributes = attributes
  }

  /// The value of an attribute, or nil where the record lacks it.
  package subscript(name: String) -> AttributeValue? {
    attributes.first { $0.name == name }?.value
  }

  /// Whether the person can be reached: the record has a phone number or an e-mail address.
  package var hasContact: Bool { self["phone"] != nil || self["email"] != nil }
}

/// One thing known about a person.
package struct Attribute: Hashable, Sendable {
  /// The member's name, such as `lastname`.
  package var name: String
  /// What it says, normalised where its kind has a normal form (dates, phone numbers).
  package var value: AttributeValue

  /// An attribute with this name and value.
  package init(name: String, value: AttributeValue) {
    self.name = name
    self.value = value
  }
}

/// The value of an attribute: a text, or an object of texts (an address may come in parts).
package enum AttributeValue: Hashable, Sendable {
  /// A single text, never blank.
  case text(String)
  /// Named parts in the order in which they were sent; at least one.
  case parts([AttributePart])

  /// The single text; nil for parts.
  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}

/// One part of a value that comes in parts, such as the `city` of an address.
package struct AttributePart: Hashable, Sendable {
  /// The part's name.
  package var name: String
  /// What it says.
  package var text: String

  /// A part with this name and text.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// What one booking says of a person, together with the one who booked: a participant without a phone and e-mail is
/// compared, in that booking, by the booker's (contract, section 3, "Who is calling").
package struct KnownPerson: Hashable, Sendable {
  /// What it says of the person.
  package var person: Person
  /// The booker where the person is the booking's participant; nil for bookers.
  package var booker: Person?

  /// A person, and who booked.
  package init(person: Person, booker: Person?) {
    self.person = person
    self.booker = booker
  }

  /// What the person is compared by: the record and, where it names neither phone nor e-mail, the booker's.
  package var searchable: [Attribute] {
    guard let booker, !person.hasContact else { return person.attributes }
    return person.attributes + booker.attributes.filter { $0.name == "phone" || $0.name == "email" }
  }
}

/// Everything that the bookings of a business say of one person.
package struct RecordedPerson: Hashable, Sendable {
  /// The person's id.
  package let id: String
  /// What each booking says, that of the oldest first; one at least.
  package let records: [KnownPerson]

  /// A person by what bookings say, at least one of them.
  package init(id: String, records: [KnownPerson]) {
    self.id = id
    self.records = records
  }

  /// All that is known of the person: of each attribute the newest value, of names the first. The booker's phone and
  /// e-mail are not the person's.
  package var user: Person {
    let said = records.flatMap { $0.person.attributes }
    // What is said under one name side by side, the oldest first.
    let order = said.indices.sorted { left, right in
      said[left].name == said[right].name ? left < right : said[left].name < said[right].name
    }
    var places: [(first: Int, told: Int)] = []
    for place in order {
      if let last = places.last, said[last.first].name == said[place].name {
        if FieldKind(knownField: said[place].name) != .name { places[places.count - 1].told = place }
      } else {
        places.append((place, place))
      }
    }
    let attributes = places.sorted { $0.first < $1.first }.map { said[$0.told] }
    return Person(id: id, attributes: attributes)
  }
}
