// Whether Foundation's idea of a document is the parser's, and where Foundation is known to be imprecise.

import Foundation
import JSON

/// How `theirs`, out of JSONSerialization, is another value than `ours`; `nil` if it is not.
func difference(_ ours: JSONValue, _ theirs: Any) -> String? {
  switch ours {
  case .null: if theirs is NSNull { return nil }
  case .bool(let ours): if let theirs = theirs as? NSNumber, theirs == NSNumber(value: ours) { return nil }
  case .number(let ours):
    if let theirs = theirs as? NSNumber, agrees(ours, theirs.doubleValue, theirs.int64Value) { return nil }
  case .string(let ours): if let theirs = theirs as? String, agrees(ours, theirs) { return nil }
  case .array(let ours):
    if let theirs = theirs as? [Any], ours.count == theirs.count {
      return zip(ours, theirs).lazy.compactMap { difference($0, $1) }.first
    }
  case .object(let ours):
    if let theirs = theirs as? [String: Any] { return difference(ours, theirs) { difference($0, $1) } }
  }
  return "\(theirs) instead of \(ours)"
}

/// How `theirs`, out of JSONDecoder, is another value than `ours`; `nil` if it is not.
func difference(_ ours: JSONValue, _ theirs: Decoded) -> String? {
  switch (ours, theirs) {
  case (.null, .null): return nil
  case (.bool(let ours), .bool(let theirs)): if ours == theirs { return nil }
  case (.number(let ours), .number(let double, let integer)): if agrees(ours, double, integer) { return nil }
  case (.string(let ours), .string(let theirs)): if Array(ours.utf8) == Array(theirs.utf8) { return nil }
  case (.array(let ours), .array(let theirs)):
    if ours.count == theirs.count { return zip(ours, theirs).lazy.compactMap { difference($0, $1) }.first }
  case (.object(let ours), .object(let theirs)): return difference(ours, theirs) { difference($0, $1) }
  default: break
  }
  return "\(theirs) instead of \(ours)"
}

/// How a dictionary is another value than an object. Foundation keeps any one of the members whose names Swift calls
/// equal, and JSONSerialization any one whose names are equal without U+FEFF.
private func difference<Value>(
  _ ours: JSONObject, _ theirs: [String: Value], _ difference: (JSONValue, Value) -> String?
) -> String? {
  for member in ours.members where !theirs.keys.contains(where: { agrees(member.name, $0) || member.name == $0 }) {
    return "no member \(member.name.debugDescription)"
  }
  for (name, value) in theirs {
    let differences = ours.members.filter { agrees($0.name, name) || $0.name == name }
      .map { difference($0.value, value) }
    guard !differences.contains(nil) else { continue }
    return "member \(name.debugDescription): \(differences.first?.map { $0 } ?? "which is not there")"
  }
  return nil
}

/// Whether a string is the same, but for some U+FEFF that JSONSerialization drops as if they were byte order marks.
private func agrees(_ ours: String, _ theirs: String) -> Bool {
  ours.unicodeScalars.filter { $0 != "\u{FEFF}" }.elementsEqual(theirs.unicodeScalars.filter { $0 != "\u{FEFF}" })
}

/// Whether a number is the same: exactly if it is an integer written as one, else nearly, because Foundation goes by
/// way of Double, and of Decimal for long numbers, and is then some units of the last place off.
private func agrees(_ ours: JSONNumber, _ double: Double, _ integer: Int64?) -> Bool {
  guard let expected = ours.double else { return false }
  let isPlain = ours.text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  if isPlain, let value = ours.integer { return value == integer }
  return double == expected || abs(double - expected) <= abs(expected) * 1e-14
}

/// Any JSON value, by way of Codable.
enum Decoded: Decodable {
  case null
  case bool(Bool)
  case number(Double, Int64?)
  case string(String)
  case array([Decoded])
  case object([String: Decoded])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value, try? container.decode(Int64.self))
    } else if let value = try? container.decode([Decoded].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Decoded].self))
    }
  }
}
