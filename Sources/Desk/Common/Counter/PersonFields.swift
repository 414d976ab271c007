// What is said of people on a command line: `firstname=Eva`, `booker.phone=0351123456`.

internal import JSON

/// Booker and participant from `FIELD=VALUE`s.
struct PersonFields {
  private var booker = JSONObject()
  private var participant = JSONObject()
  private var isOne = true

  /// Reads the fields; one without `booker.` or `participant.` belongs to both.
  init(_ fields: [String]) throws(DeskFailure) {
    for field in fields {
      guard let separator = field.firstIndex(of: "="), separator != field.startIndex else {
        throw DeskFailure("“\(TerminalText.harmless(field))” is no FIELD=VALUE, such as firstname=Eva.", status: 64)
      }
      let name = String(field[..<separator])
      let value = JSONValue.string(String(field[field.index(after: separator)...]))
      if name.hasPrefix("booker.") {
        isOne = false
        try Self.add(String(name.dropFirst(7)), value, to: &booker)
      } else if name.hasPrefix("participant.") {
        isOne = false
        try Self.add(String(name.dropFirst(12)), value, to: &participant)
      } else {
        try Self.add(name, value, to: &booker)
        try Self.add(name, value, to: &participant)
      }
    }
  }

  /// The members of a booking request.
  var members: [(name: String, value: JSONValue)] {
    isOne
      ? [("participant", .object(participant))]
      : [("booker", .object(booker)), ("participant", .object(participant))]
  }

  /// Fields such as `booker.phone`, each once, as they are typed here: where nothing was said of booker or participant
  /// alone, without either.
  func typed(_ fields: [String]) -> [String] {
    let names = isOne ? fields.map(FieldName.own) : fields
    return names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element)
  }

  private static func add(_ name: String, _ value: JSONValue, to person: inout JSONObject) throws(DeskFailure) {
    guard person[name] == nil else {
      throw DeskFailure("\(TerminalText.harmless(name)) is given twice for the same person.", status: 64)
    }
    person.append(name, value)
  }
}
