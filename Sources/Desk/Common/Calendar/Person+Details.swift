// What an export says of a person besides the name.

internal import People

extension Person {
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
