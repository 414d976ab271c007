// A JSON value as RFC 8259 knows it, and what two of them being equal means. JSONParser.swift reads
// one from bytes, JSONWriter.swift writes one; nothing here knows how a value is spelt.

/// A JSON value (RFC 8259, section 3).
///
/// Two values are equal if their trees are: objects with the same members in the same order, numbers with the same
/// text (`1` and `1.0` differ), strings with the same UTF-8 bytes (a precomposed `é` and an `e` with a combining
/// accent differ, although Swift calls such strings equal).
package enum JSONValue: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as it is written.
  case number(JSONNumber)
  /// A string, with its escapes resolved.
  case string(String)
  /// The elements of an array in order.
  case array([JSONValue])
  /// The members of an object in order.
  case object(JSONObject)
}

extension JSONValue: Equatable {
  /// Whether both are the same tree; strings and names are compared as UTF-8 bytes, numbers as text.
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): sameBytes(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }
}

extension JSONValue {
  /// The string, if this is one.
  package var stringValue: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }

  /// The integer, if this is a number whose value is one that fits (see `JSONNumber.integer`).
  package var integerValue: Int64? {
    guard case .number(let number) = self else { return nil }
    return number.integer
  }

  /// The truth value, if this is one; no other value counts as true or false.
  package var boolValue: Bool? {
    guard case .bool(let bool) = self else { return nil }
    return bool
  }

  /// The elements in order, if this is an array.
  package var arrayValue: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members, if this is an object.
  package var objectValue: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }
}

/// Whether two strings have the same UTF-8 bytes. Swift's `==` also calls canonically equivalent strings equal, and
/// JSON does not.
func sameBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count && same(left.utf8.span, right.utf8.span)
}
