// What the caller has said about who books and who comes.

internal import JSON

/// Booker and participant of a booking, as said so far.
struct SpokenPeople {
  private var booker = JSONObject()
  private var participant = JSONObject()
  /// Whether the caller comes in person: then what was said of one is said of both.
  var isOne = true

  /// Notes a field such as `booker.phone`; what was said of it before does not count any more.
  mutating func set(_ field: String, _ value: String) {
    let name = FieldName.own(field)
    if !isOne, field.hasPrefix("participant.") {
      participant.members.removeAll { $0.name == name }
      participant.append(name, .string(value))
    } else {
      booker.members.removeAll { $0.name == name }
      booker.append(name, .string(value))
    }
  }

  /// What was said of a field such as `booker.phone`.
  subscript(field: String) -> String? {
    let person = !isOne && field.hasPrefix("participant.") ? participant : booker
    return person[FieldName.own(field)]?.stringValue
  }

  /// These fields, each once where booker and participant are one.
  func distinct(_ fields: [String]) -> [String] {
    fields.enumerated().filter { index, field in
      !isOne || !fields[..<index].contains { FieldName.own($0) == FieldName.own(field) }
    }.map(\.element)
  }

  /// The members of a booking request.
  var members: [(name: String, value: JSONValue)] {
    isOne
      ? [("participant", .object(booker))]
      : [("booker", .object(booker)), ("participant", .object(participant))]
  }
}
