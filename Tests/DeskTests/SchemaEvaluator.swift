// As much of JSON Schema 2020-12 as business.schema.json uses. A keyword that is not known here is a fault, so that the
// schema cannot say anything that the tests do not understand.

import Foundation
import JSON
import Synchronization

/// Says whether values satisfy a schema.
struct SchemaEvaluator {
  enum Fault: Error {
    case unknownKeyword(String)
    case malformed(String)
  }

  /// Keywords that only tell people something; `patternErrorMessage` is one of editors built on vscode-json-languageservice.
  static let annotations: Set<String> = [
    "$schema", "$defs", "title", "description", "examples", "default", "patternErrorMessage",
  ]

  let root: JSONValue

  func accepts(_ value: JSONValue) throws -> Bool { try accepts(value, root) }

  /// Follows a `$ref` of the form `#/$defs/name`.
  func resolved(_ reference: JSONValue) throws -> JSONValue {
    guard let text = reference.stringValue, text.hasPrefix("#/$defs/"),
      let target = root.member("$defs")?.member(String(text.dropFirst(8)))
    else { throw Fault.malformed("$ref") }
    return target
  }

  func accepts(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
    if let bool = schema.boolValue { return bool }
    guard case .object(let keywords) = schema else { throw Fault.malformed("schema") }
    for keyword in keywords.members where !Self.annotations.contains(keyword.name) {
      guard try accepts(value, keyword.name, keyword.value, in: schema) else { return false }
    }
    return true
  }

  private func accepts(_ value: JSONValue, _ keyword: String, _ operand: JSONValue, in schema: JSONValue) throws -> Bool
  {
    switch keyword {
    case "$ref": return try accepts(value, resolved(operand))
    case "allOf": return try list(operand).allSatisfy { try accepts(value, $0) }
    case "anyOf": return try list(operand).contains { try accepts(value, $0) }
    case "not": return try !accepts(value, operand)
    case "enum": return try list(operand).contains { Self.isEqual($0, value) }
    case "type":
      let types = operand.stringValue.map { [$0] } ?? operand.arrayValue?.compactMap(\.stringValue) ?? []
      return try types.contains { try isOf(type: $0, value) }
    case "pattern":
      guard let pattern = operand.stringValue else { throw Fault.malformed(keyword) }
      return try value.stringValue.map { try Self.matches($0, pattern) } ?? true
    case "minLength": return try value.stringValue.map { try $0.unicodeScalars.count >= count(operand) } ?? true
    case "minimum": return try value.doubleValue.map { try $0 >= Double(count(operand)) } ?? true
    case "maximum": return try value.doubleValue.map { try $0 <= Double(count(operand)) } ?? true
    case "minItems": return try value.arrayValue.map { try $0.count >= count(operand) } ?? true
    case "minProperties": return try value.members.map { try $0.count >= count(operand) } ?? true
    case "uniqueItems": return value.arrayValue.map { Self.areUnique($0) } ?? true
    case "items": return try value.arrayValue.map { try $0.allSatisfy { try accepts($0, operand) } } ?? true
    case "required":
      return try value.members.map { members in
        try list(operand).allSatisfy { name in members.contains { $0.name == name.stringValue } }
      } ?? true
    case "propertyNames":
      return try value.members.map { try $0.allSatisfy { try accepts(.string($0.name), operand) } } ?? true
    case "properties":
      return try value.members.map { members in
        try members.allSatisfy { member in try operand.member(member.name).map { try accepts(member.value, $0) } ?? true
        }
      } ?? true
    case "patternProperties":
      return try value.members.map { members in
        try members.allSatisfy { member in
          try (operand.members ?? []).allSatisfy { pattern in
            try !Self.matches(member.name, pattern.name) || accepts(member.value, pattern.value)
          }
        }
      } ?? true
    case "additionalProperties":
      return try value.members.map { members in
        try members.allSatisfy { member in
          try schema.member("properties")?.member(member.name) != nil
            || schema.member("patternProperties")?.members?.contains { try Self.matches(member.name, $0.name) } ?? false
            || accepts(member.value, operand)
        }
      } ?? true
    default: throw Fault.unknownKeyword(keyword)
    }
  }

  private func isOf(type: String, _ value: JSONValue) throws -> Bool {
    switch type {
    case "object": value.members != nil
    case "array": value.arrayValue != nil
    case "string": value.stringValue != nil
    case "boolean": value.boolValue != nil
    case "number": value.doubleValue != nil
    case "integer": value.integerValue != nil
    default: throw Fault.malformed("type \(type)")
    }
  }

  private func list(_ value: JSONValue) throws -> [JSONValue] {
    guard let list = value.arrayValue else { throw Fault.malformed("list") }
    return list
  }

  private func count(_ value: JSONValue) throws -> Int {
    guard let count = value.integerValue else { throw Fault.malformed("count") }
    return Int(count)
  }

  private static func areUnique(_ values: [JSONValue]) -> Bool {
    values.indices.allSatisfy { index in !values[..<index].contains { isEqual($0, values[index]) } }
  }

  /// Equality as JSON Schema has it: numbers by their value.
  private static func isEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if let left = left.doubleValue, let right = right.doubleValue { return left == right }
    return left == right
  }

  /// Whether an ECMA 262 pattern is found in a text. Those of the schema end with `$` or have none: unlike ICU's, it does not
  /// match before a line feed.
  static func matches(_ text: String, _ pattern: String) throws -> Bool {
    let expression = try expression(pattern)
    return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }

  private static let expressions = Mutex([String: NSRegularExpression]())

  private static func expression(_ pattern: String) throws -> NSRegularExpression {
    if let known = expressions.withLock({ $0[pattern] }) { return known }
    let translated = pattern.hasSuffix("$") ? pattern.dropLast() + "\\z" : pattern
    guard !translated.contains("$") else { throw Fault.malformed(pattern) }
    let expression = try NSRegularExpression(pattern: translated)
    expressions.withLock { $0[pattern] = expression }
    return expression
  }
}

extension JSONValue {
  /// The members, if this is an object.
  var members: [JSONObject.Member]? {
    guard case .object(let object) = self else { return nil }
    return object.members
  }

  /// The value of a member, if this is an object that has it.
  func member(_ name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

  /// The number, if this is one.
  var doubleValue: Double? {
    guard case .number(let number) = self else { return nil }
    return number.double
  }
}
