// What is said of a person in lists and exports.

internal import People

extension Person {
  /// First and last name, or one of them; without either e-mail address or phone number; nil where nothing of that is
  /// known, as of somebody who was forgotten.
  var displayName: String? {
    let names = ["firstname", "lastname"].compactMap { text($0) }
    return names.isEmpty ? text("email") ?? text("phone") : names.joined(separator: " ")
  }

  /// What they are called, or that it is not known any more.
  var shown: String { displayName ?? "(forgotten)" }

  /// The value of an attribute that is a single text.
  func text(_ name: String) -> String? {
    guard case .text(let text)? = self[name] else { return nil }
    return text
  }

  /// A line for each attribute but the names, such as `phone: +49351123456`.
  var details: [String] {
    attributes.filter { $0.name != "firstname" && $0.name != "lastname" }.map { "\($0.name): \($0.value.line)" }
  }
}

extension AttributeValue {
  /// It on one line; parts are joined by commas.
  var line: String {
    switch self {
    case .text(let text): text
    case .parts(let parts): parts.map(\.text).joined(separator: ", ")
    }
  }
}
