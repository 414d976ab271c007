// People in a line each.

import People

/// The practice of the tables: in Germany, with a number of one's own and an optional note.
let matcher = PersonMatcher(
  country: "DE",
  fields: [
    PersonMatcher.Field(name: "insuranceNumber", kind: .text, identifies: true),
    PersonMatcher.Field(name: "notes", kind: .text, identifies: false),
  ])

func attributes(_ said: KeyValuePairs<String, String>) -> [Attribute] {
  said.map { Attribute(name: $0.key, value: .text($0.value)) }
}

func person(_ id: String, _ said: KeyValuePairs<String, String>) -> Person {
  Person(id: id, attributes: attributes(said))
}

func said(_ id: String, _ said: KeyValuePairs<String, String>, booker: Person? = nil) -> KnownPerson {
  KnownPerson(person: person(id, said), booker: booker)
}

/// Somebody of whom one booking says something.
func recorded(_ id: String, _ said: KeyValuePairs<String, String>, booker: Person? = nil) -> RecordedPerson {
  RecordedPerson(id: id, records: [KnownPerson(person: person(id, said), booker: booker)])
}
