// Booker and participant as a request sends them, before anybody asks who they are (see Participants.swift).

internal import JSON
internal import People

/// What a request says about a person: attributes as sent, without the absent ones.
struct SentPerson {
  /// The member of the request that says it.
  let member: String
  /// The id, where the request names a person on record.
  var id: String?
  /// The attributes in the order sent; a value is not blank and not normalised yet.
  var attributes: [Attribute]

  /// Reads a member of the request; nil where it is absent.
  init?(_ name: String, of request: Request) throws(Problem) {
    guard let object = try request.object(name) else { return nil }
    self.member = name
    self.attributes = []
    for member in object.members {
      let field = name + "." + member.name
      if member.name == "id" {
        self.id = try Request.id(member.value, field: field)
      } else if let value = try SentPerson.value(of: member, field: field) {
        attributes.append(Attribute(name: member.name, value: value))
      }
    }
  }

  private init() {
    self.member = ""
    self.attributes = []
  }

  /// Nobody: a request that names no person.
  static let nobody = SentPerson()

  /// The names of what it says.
  var names: [String] { attributes.map { $0.name } }

  /// Whether it says something under this name.
  func has(_ name: String) -> Bool { attributes.contains { $0.name == name } }

  /// The value of one attribute; nil where it is absent. Only an address and fields that are not known may be objects.
  private static func value(of member: JSONObject.Member, field: String) throws(Problem) -> AttributeValue? {
    if let text = try text(of: member.value, field: field) { return text.isEmpty ? nil : .text(text) }
    let isKnown = FieldKind(knownField: member.name) != nil && member.name != "address"
    guard !isKnown, case .object(let object) = member.value else {
      throw .invalidRequest(
        field: field, reason: isKnown ? "it must be a string" : "it must be a string or an object of strings")
    }
    var parts: [AttributePart] = []
    for part in object.members {
      guard let text = try text(of: part.value, field: field) else {
        throw .invalidRequest(field: field + "." + part.name, reason: "it must be a string")
      }
      if !text.isEmpty { parts.append(AttributePart(name: part.name, text: text)) }
    }
    return parts.isEmpty ? nil : .parts(parts)
  }

  /// The text of a scalar (whole numbers as the shortest integer, others as written, truth values as words), empty where absent; nil for arrays and objects.
  private static func text(of value: JSONValue, field: String) throws(Problem) -> String? {
    switch value {
    case .null: ""
    case .string(let text): trimmingBlanks(text)
    case .number(let number): number.integer.map { String($0) } ?? number.text
    case .bool(let flag): flag ? "true" : "false"
    case .array: throw .invalidRequest(field: field, reason: "it must be a string")
    case .object: nil
    }
  }
}
