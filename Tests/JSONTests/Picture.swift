// A document as a test imagines it, and one of the many ways to spell it. Written without the parser and the writer
// under test, so that it can disagree with both.

import JSON

/// What a document stands for.
indirect enum Picture {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([Picture])
  case object([(name: String, value: Picture)])

  /// Whether the parser's value is what is imagined here.
  func matches(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.null, .null): true
    case (.bool(let expected), .bool(let found)): expected == found
    case (.number(let expected), .number(let found)): expected == found.text
    case (.string(let expected), .string(let found)): Array(expected.utf8) == Array(found.utf8)
    case (.array(let expected), .array(let found)):
      expected.count == found.count && zip(expected, found).allSatisfy { $0.matches($1) }
    case (.object(let expected), .object(let found)):
      expected.count == found.members.count
        && zip(expected, found.members).allSatisfy {
          Array($0.name.utf8) == Array($1.name.utf8) && $0.value.matches($1.value)
        }
    default: false
    }
  }

  /// A random document of at most this many levels of arrays and objects.
  static func random(depth: Int, using random: inout Seeded) -> Picture {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2...4: return .number(number(using: &random))
    case 5...7: return .string(string(using: &random))
    case 8, 9:
      return .array((0..<length(using: &random)).map { _ in Picture.random(depth: depth - 1, using: &random) })
    default:
      var names = Set<[UInt8]>()
      var members: [(name: String, value: Picture)] = []
      for _ in 0..<length(using: &random) {
        let name = string(using: &random)
        guard names.insert(Array(name.utf8)).inserted else { continue }
        members.append((name, Picture.random(depth: depth - 1, using: &random)))
      }
      return .object(members)
    }
  }

  /// Mostly few, sometimes more than the parser compares one by one.
  private static func length(using random: inout Seeded) -> Int {
    random.oneIn(12) ? Int.random(in: 12...40, using: &random) : Int.random(in: 0...6, using: &random)
  }

  private static func number(using random: inout Seeded) -> String {
    func digits(_ count: ClosedRange<Int>, using random: inout Seeded) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    var text = random.oneIn(3) ? "-" : ""
    text += random.oneIn(4) ? "0" : String(Int.random(in: 1...9, using: &random)) + digits(0...18, using: &random)
    if random.oneIn(3) { text += "." + digits(1...6, using: &random) }
    if random.oneIn(4) {
      text += random.pick(["e", "E", "e+", "E+", "e-", "E-"]) + digits(1...2, using: &random)
    }
    return text
  }

  /// Characters that have broken parsers before, besides plain ones.
  private static let alphabet: [String] =
    [
      "a", "b", "c", "id", "name", " ", "/", "\"", "\\", "\n", "\t", "\r", "\u{8}", "\u{C}", "\u{0}", "\u{1F}",
      "\u{7F}",
    ]
    + ["ä", "ß", "é", "e\u{301}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{D7FF}", "\u{E000}"]
    + ["\u{10000}", "\u{10FFFF}", "😀", "日本", "{", "}", "[", "]", ",", ":", "0", "u0041"]

  private static func string(using random: inout Seeded) -> String {
    let most = random.oneIn(8) ? 60 : 9
    return (0..<Int.random(in: 0...most, using: &random)).map { _ in random.pick(alphabet) }.joined()
  }

  /// A random spelling: white space where it may stand, and escapes where they need not.
  func spelt(using random: inout Seeded) -> [UInt8] {
    var bytes = Self.space(using: &random)
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): bytes += Self.spelt(text, using: &random)
    case .array(let elements):
      bytes += "[".utf8
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes += ",".utf8 }
        bytes += element.spelt(using: &random)
      }
      bytes += (elements.isEmpty ? Self.space(using: &random) : []) + "]".utf8
    case .object(let members):
      bytes += "{".utf8
      for (index, member) in members.enumerated() {
        if index > 0 { bytes += ",".utf8 }
        bytes += Self.space(using: &random) + Self.spelt(member.name, using: &random) + Self.space(using: &random)
        bytes += ":".utf8 + member.value.spelt(using: &random)
      }
      bytes += (members.isEmpty ? Self.space(using: &random) : []) + "}".utf8
    }
    return bytes + Self.space(using: &random)
  }

  private static func space(using random: inout Seeded) -> [UInt8] {
    random.oneIn(6) ? (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(Array(" \t\n\r".utf8)) } : []
  }

  private static func spelt(_ text: String, using random: inout Seeded) -> [UInt8] {
    let escapeOften = random.oneIn(4)
    var spelt = "\""
    for scalar in text.unicodeScalars {
      let short: [Unicode.Scalar: String] = [
        "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
      ]
      let must = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if !must, !(escapeOften && Bool.random(using: &random)) {
        spelt.unicodeScalars.append(scalar)
      } else if let short = short[scalar], Bool.random(using: &random) {
        spelt += short
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
          spelt += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return Array((spelt + "\"").utf8)
  }
}
