// Shorthand for the members of answers.

internal import JSON
internal import People

extension JSONWriter {
  /// Writes a member with a text.
  mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a member with a text where there is one.
  mutating func member(_ name: String, ifPresent text: String?) {
    if let text { member(name, text) }
  }

  /// Writes a person: the id and whatever is known, what every business knows first.
  mutating func user(_ person: Person) {
    let known = ["firstname", "lastname", "dateOfBirth", "phone", "email", "address"]
    beginObject()
    member("id", person.id)
    for name in known { if let value = person[name] { member(name, value) } }
    for attribute in person.attributes where attribute.name != "id" && !known.contains(attribute.name) {
      member(attribute.name, attribute.value)
    }
    endObject()
  }

  private mutating func member(_ name: String, _ value: AttributeValue) {
    key(name)
    switch value {
    case .text(let text): string(text)
    case .parts(let parts):
      beginObject()
      for part in parts { member(part.name, part.text) }
      endObject()
    }
  }

  /// Writes somebody who may be meant: the id and the names, and that nothing proves it.
  mutating func similarUser(_ person: Person) {
    beginObject()
    member("id", person.id)
    for name in ["firstname", "lastname"] { member(name, ifPresent: person[name]?.text) }
    member("match", "similar")
    endObject()
  }
}
