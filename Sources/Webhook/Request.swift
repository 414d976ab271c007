// Typed access to the members of a request. What counts as absent (contract, section 1) is never seen outside.

internal import CivilTime
internal import JSON
internal import People

/// One request: a JSON object whose members are read by type.
struct Request {
  /// The members as sent.
  let members: JSONObject

  /// A request of these members.
  init(_ members: JSONObject) { self.members = members }

  /// Reads a body.
  init(_ body: [UInt8]) throws(Problem) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: body, leniency: .callers)
    } catch {
      throw .invalidJSON(reason: error.sentence)
    }
    guard case .object(let members) = value else {
      throw .invalidRequest(field: nil, reason: "its body must be a JSON object")
    }
    self.members = members
  }

  /// A text member without the blanks around it, or nil where it is absent.
  func text(_ name: String) throws(Problem) -> String? {
    switch sent(name) {
    case nil: return nil
    case .string(let text): return trimmingBlanks(text)
    default: throw .invalidRequest(field: name, reason: "it must be a string")
    }
  }

  /// The value of a member, or nil where it is absent.
  private func sent(_ name: String) -> JSONValue? { members[name].flatMap { $0.isAbsent ? nil : $0 } }

  /// An id, which may be a string or an integer, or nil where it is absent.
  func id(_ name: String) throws(Problem) -> String? { try Request.id(members[name], field: name) }

  /// The id that a value is, or nil where it is absent. An integer may have any number of digits.
  static func id(_ value: JSONValue?, field: String) throws(Problem) -> String? {
    switch value {
    case nil: return nil
    case .string(let text)?:
      let trimmed = trimmingBlanks(text)
      return trimmed.isEmpty ? nil : trimmed
    case .number(let number)?: if let text = number.integerText { return text }
    case let value?: if value.isAbsent { return nil }
    }
    throw .invalidRequest(field: field, reason: "an id must be a string or an integer")
  }

  /// An id that has to be there.
  func requiredID(_ name: String) throws(Problem) -> String {
    guard let id = try id(name) else { throw .invalidRequest(field: name, reason: "it is missing") }
    return id
  }

  /// A whole number within bounds (also as a string like `3` or `3.0`), or nil where it is absent.
  func integer(_ name: String, in bounds: ClosedRange<Int>) throws(Problem) -> Int? {
    let value: Int?
    switch sent(name) {
    case nil: return nil
    case .number(let number): value = number.integer.flatMap { Int(exactly: $0) }
    case .string(let text): value = Request.integer(trimmingBlanks(text))
    default: value = nil
    }
    guard let value, bounds.contains(value) else {
      let range = bounds.upperBound == .max ? "at least 1" : "from \(bounds.lowerBound) to \(bounds.upperBound)"
      throw .invalidRequest(field: name, reason: "it must be a whole number, \(range)")
    }
    return value
  }

  /// The number that a text of digits is, with nothing but zeros behind a point; nil for any other text.
  private static func integer(_ text: String) -> Int? {
    let whole = text.utf8.prefix(while: isDigit)
    let rest = text.utf8.dropFirst(whole.count)
    let zeros = rest.dropFirst()
    guard rest.isEmpty || rest.first == UInt8(ascii: ".") && !zeros.isEmpty else { return nil }
    return zeros.allSatisfy { $0 == UInt8(ascii: "0") } ? Int(Substring(whole)) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// An object member, or nil where it is absent: also an object without a member that is there.
  func object(_ name: String) throws(Problem) -> JSONObject? {
    switch sent(name) {
    case nil: return nil
    case .object(let object): return object
    default: throw .invalidRequest(field: name, reason: "it must be an object")
    }
  }

  /// Refuses a request that lacks one of these ids.
  func require(_ ids: [String]) throws(Problem) {
    for name in ids { _ = try requiredID(name) }
  }

  /// A date, or date and time, or nil where it is absent; as contract section 3 spells what is asked for, or in any
  /// spelling, as it has what is given back.
  func dateTime(_ name: String, anySpelling: Bool = false) throws(Problem) -> ISO8601.DateTimeText? {
    guard let text = try text(name) else { return nil }
    do {
      return anySpelling ? try ISO8601.parseAnySpelling(text) : try ISO8601.parse(text)
    } catch {
      throw .invalidRequest(
        field: name,
        reason: "it must be a date that exists, like 2026-09-16, or with a time, like 2026-09-16T08:30:00+02:00"
      )
    }
  }
}

extension JSONValue {
  /// Whether a member with this value counts as absent (contract, section 1): null, a blank string, or an object in which
  /// every member is absent.
  var isAbsent: Bool {
    switch self {
    case .null: true
    case .string(let text): trimmingBlanks(text).isEmpty
    case .object(let object): object.members.allSatisfy { $0.value.isAbsent }
    default: false
    }
  }
}
