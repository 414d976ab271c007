// Compares a reply with what a transcript expects (the notation is in Transcript.swift), and keeps the names.

import Foundation
package import JSON

/// What the names of a transcript stand for so far.
package struct Captures: Sendable {
  package private(set) var values: [String: String] = [:]

  package init() {}

  package struct UnknownName: Error { package var name: String }

  /// The text with each `$name` replaced by what it stands for, as it stands in a JSON string.
  package func substitute(in text: String) throws -> String {
    var result = ""
    for part in Captures.parts(of: text, wildcards: false) {
      switch part {
      case .literal(let literal): result += literal
      case .anything: result += "…"
      case .name(let name):
        guard let value = values[name] else { throw UnknownName(name: name) }
        var json = JSONWriter()
        json.string(value)
        result += String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
      }
    }
    return result
  }

  /// Whether a text is what a pattern says; names that are new are kept if it is.
  package mutating func match(_ pattern: String, _ text: String) -> Bool {
    var expression = "^"
    var fresh: [String] = []
    for part in Captures.parts(of: pattern, wildcards: true) {
      switch part {
      case .literal(let literal): expression += NSRegularExpression.escapedPattern(for: literal)
      case .anything: expression += "[\\s\\S]*"
      case .name(let name):
        if let value = values[name] {
          expression += NSRegularExpression.escapedPattern(for: value)
        } else if let index = fresh.firstIndex(of: name) {
          expression += "(?:\\\(index + 1))"
        } else {
          expression += "([\\s\\S]+?)"
          fresh.append(name)
        }
      }
    }
    let range = NSRange(text.startIndex..., in: text)
    guard let regex = try? NSRegularExpression(pattern: expression + "$"),
      let match = regex.firstMatch(in: text, range: range), match.range == range
    else { return false }
    for (index, name) in fresh.enumerated() {
      guard let found = Range(match.range(at: index + 1), in: text) else { return false }
      // Two names are of two things: a second booking that is the first one again shall not pass for another.
      guard !values.values.contains(String(text[found])) else { return false }
      values[name] = String(text[found])
    }
    return true
  }

  private enum Part {
    case literal(String)
    case name(String)
    case anything
  }

  private static func parts(of text: String, wildcards: Bool) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      let name = character == "$" ? rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) } : ""
      if character == "$", rest.first == "$" {
        literal.append("$")
        rest.removeFirst()
      } else if !name.isEmpty || (wildcards && character == "…") {
        parts += [.literal(literal), name.isEmpty ? .anything : .name(String(name))]
        literal = ""
        rest.removeFirst(name.count)
      } else {
        literal.append(character)
      }
    }
    return parts + [.literal(literal)]
  }
}

/// The reply that a transcript expects.
package struct ReplyPattern {
  private let value: JSONValue

  /// Reads the notation of a reply.
  package init(_ text: String) throws {
    value = try JSONValue(parsing: Array(ReplyPattern.spelledOut(text).utf8), limits: JSONLimits(bytes: 1 << 20))
  }

  /// Why a reply is not the expected one, with the place in it; nil if it is.
  package func mismatch(with actual: JSONValue, _ captures: inout Captures) -> String? {
    ReplyPattern.mismatch(value, actual, at: "reply", &captures)
  }

  /// Turns each … outside strings into JSON: the string "…", or in an object the member "…".
  private static func spelledOut(_ text: String) -> String {
    var result = ""
    var containers: [Character] = []
    var inString = false
    var escaped = false
    var last: Character?
    for character in text {
      if inString {
        inString = character != "\"" || escaped
        escaped = character == "\\" && !escaped
      } else if character == "…" {
        result += containers.last == "{" && last != ":" ? "\"…\":\"…\"" : "\"…\""
        last = character
        continue
      } else {
        switch character {
        case "\"": (inString, escaped) = (true, false)
        case "{", "[": containers.append(character)
        case "}", "]": _ = containers.popLast()
        default: break
        }
      }
      result.append(character)
      if !character.isWhitespace { last = character }
    }
    return result
  }

  private static func mismatch(
    _ expected: JSONValue, _ actual: JSONValue, at place: String, _ captures: inout Captures
  ) -> String? {
    switch (expected, actual) {
    case (.string("…"), _): return nil
    case (.string(let pattern), .string(let text)):
      return captures.match(pattern, text) ? nil : "\(place) is “\(text)”, not “\(pattern)”"
    case (.array(var elements), .array(let found)):
      let isOpen = elements.last == .string("…")
      if isOpen { elements.removeLast() }
      guard isOpen ? found.count >= elements.count : found.count == elements.count else {
        return "\(place) has \(found.count) elements, not \(elements.count)\(isOpen ? " or more" : "")"
      }
      for (index, (one, other)) in zip(elements, found).enumerated() {
        if let reason = mismatch(one, other, at: "\(place)[\(index)]", &captures) { return reason }
      }
      return nil
    case (.object(let object), .object(let found)):
      var rest = found.members[...]
      let isOpen = object.members.contains { $0.name == "…" }
      for member in object.members where member.name != "…" {
        if isOpen { rest = rest.drop { $0.name != member.name } }
        guard let next = rest.popFirst(), next.name == member.name else {
          return "\(place) has no “\(member.name)” in this place"
        }
        if let reason = mismatch(member.value, next.value, at: "\(place).\(member.name)", &captures) { return reason }
      }
      return isOpen || rest.isEmpty ? nil : "\(place) also has “\(rest.map(\.name).joined(separator: ", "))”"
    default: return expected == actual ? nil : "\(place) is another value"
    }
  }
}
