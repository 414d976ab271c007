// What is said of people on a command line: `firstname=Eva`, `booker.phone=0351123456`.

internal import Business
internal import BusinessFile
internal import JSON

/// Booker and participant from `FIELD=VALUE`s.
struct PersonFields {
  private var booker = JSONObject()
  private var participant = JSONObject()
  private var isOne = true

  /// What is known of people everywhere.
  private static let known = ["id", "firstname", "lastname", "dateOfBirth", "phone", "email", "address"]

  /// Reads the fields; one without `booker.` or `participant.` belongs to both. A field that the business does not know is
  /// refused: at a counter it is a slip.
  init(_ fields: [String], in business: Business) throws(DeskFailure) {
    let asked = business.products.flatMap {
      $0.bookerInfo + $0.participantInfo + $0.bookerOptionalInfo + $0.participantOptionalInfo
    }
    let names = (Self.known + business.fields.map(\.name) + asked).enumerated().filter { place, name in
      !(Self.known + business.fields.map(\.name) + asked)[..<place].contains(name)
    }.map(\.element)
    for field in fields {
      guard let separator = field.firstIndex(of: "="), separator != field.startIndex else {
        throw DeskFailure("“\(TerminalText.harmless(field))” is no FIELD=VALUE, such as firstname=Eva.", status: 64)
      }
      let name = String(field[..<separator])
      try Self.check(FieldName.person(name) == nil ? name : FieldName.own(name), typed: name, among: names)
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

  private static func check(_ own: String, typed: String, among names: [String]) throws(DeskFailure) {
    if names.contains(own) { return }
    let role = typed.dropLast(own.count)
    let guess = Spelling.nearest(to: own, among: names).map { "“\(role)\($0)” was probably meant." }
    let advice = guess ?? "There are \(Wording.list(names.filter { $0 != "id" }, "and"))."
    throw DeskFailure("There is no field “\(TerminalText.harmless(typed))” here. \(advice)", status: 64)
  }

  private static func add(_ name: String, _ value: JSONValue, to person: inout JSONObject) throws(DeskFailure) {
    guard person[name] == nil else {
      throw DeskFailure("\(TerminalText.harmless(name)) is given twice for the same person.", status: 64)
    }
    person.append(name, value)
  }
}
