// Booker and participant as a request sends them, before anybody asks who they are (see Participants.swift), within the
// bounds of contract section 1.

internal import JSON
internal import People

/// What a request says about a person: attributes as sent, without the absent ones.
struct SentPerson {
  /// The most attributes that a person may have.
  private static let mostAttributes = 40
  /// The most bytes of a name.
  private static let longestName = 64
  /// The most bytes of a value, an object's names and texts together.
  private static let longestValue = 1024
  /// The most bytes of all values together.
  private static let longestValues = 8 * 1024

  /// The member of the request that says it.
  let member: String
  /// The id, where the request names a person on record.
  var id: String?
  /// The attributes in the order sent; a value is not blank and not normalised yet.
  var attributes: [Attribute]

  /// Reads a member of the request; nil where it is absent, so that there is an id or an attribute otherwise.
  init?(_ name: String, of request: Request) throws(Problem) {
    guard let object = try request.object(name) else { return nil }
    self.member = name
    self.attributes = []
    var bytes = 0
    for member in object.members {
      let field = name + "." + member.name
      if member.name == "id" {
        self.id = try Request.id(member.value, field: field)
      } else if let value = try SentPerson.value(of: member, field: field) {
        bytes += try SentPerson.checkedBytes(of: value, named: member.name, field: field)
        attributes.append(Attribute(name: member.name, value: value))
      }
    }
    guard attributes.count <= SentPerson.mostAttributes else {
      throw .invalidRequest(field: name, reason: "it must have at most \(SentPerson.mostAttributes) members")
    }
    guard bytes <= SentPerson.longestValues else {
      throw .invalidRequest(
        field: name, reason: "its values must have at most \(SentPerson.longestValues) bytes together")
    }
  }

  /// The bytes of a value, which has to be within its bounds, as its name has.
  private static func checkedBytes(
    of value: AttributeValue, named name: String, field: String
  ) throws(Problem) -> Int {
    var bytes = 0
    var names = [name]
    switch value {
    case .text(let text): bytes = text.utf8.count
    case .parts(let parts):
      for part in parts {
        bytes += part.name.utf8.count + part.text.utf8.count
        names.append(part.name)
      }
    }
    guard names.allSatisfy({ $0.utf8.count <= longestName }) else {
      throw .invalidRequest(field: field, reason: "a name must have at most \(longestName) bytes")
    }
    guard bytes <= longestValue else {
      throw .invalidRequest(field: field, reason: "it must have at most \(longestValue) bytes")
    }
    return bytes
  }

  private init() {
    self.member = ""
    self.attributes = []
  }

  /// Nobody: a request that names no person.
  static let nobody = SentPerson()

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
    return .parts(parts)
  }

  /// The text of a scalar (integers in decimal, other numbers as written, truth values as words), empty where the value is
  /// absent; nil for other objects.
  private static func text(of value: JSONValue, field: String) throws(Problem) -> String? {
    switch value {
    case .null: ""
    case .string(let text): trimmingBlanks(text)
    case .number(let number): number.integerText ?? number.text
    case .bool(let flag): flag ? "true" : "false"
    case .array: throw .invalidRequest(field: field, reason: "it must be a string")
    case .object: value.isAbsent ? "" : nil
    }
  }
}
