// Who books and who is booked for, as bookings record them. How two of them are compared is in Matching.swift
// (searching) and Recognition.swift (recording).

/// A person of one business, as recorded by the booking in which the person was first seen.
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

/// A person together with the one who booked for them: a participant without a phone and e-mail is reached, and
/// recognised, by the booker's (contract, section 3, "Who is calling").
package struct KnownPerson: Hashable, Sendable {
  /// The person's first record.
  package var person: Person
  /// The booker of that booking where the person was its participant; nil for bookers.
  package var booker: Person?

  /// A person, and who booked when the person was first seen.
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
