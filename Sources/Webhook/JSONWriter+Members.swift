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

  /// Writes a person: the id and whatever is known.
  mutating func user(_ person: Person) {
    beginObject()
    member("id", person.id)
    for attribute in person.attributes where attribute.name != "id" {
      key(attribute.name)
      switch attribute.value {
      case .text(let text): string(text)
      case .parts(let parts):
        beginObject()
        for part in parts { member(part.name, part.text) }
        endObject()
      }
    }
    endObject()
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
