// What is known of a person, in words.

internal import People

/// Words for a person's attributes.
enum PersonText {
  /// A line for each attribute but the names, such as `phone: +49351123456`.
  static func lines(_ person: Person) -> [String] {
    person.attributes.filter { $0.name != "firstname" && $0.name != "lastname" }.map { "\($0.name): \(text($0.value))" }
  }

  /// A value on one line; parts are joined by commas.
  static func text(_ value: AttributeValue) -> String {
    switch value {
    case .text(let text): text
    case .parts(let parts): parts.map(\.text).joined(separator: ", ")
    }
  }
}
