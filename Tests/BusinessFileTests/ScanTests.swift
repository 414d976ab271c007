// The quick way to a tree against libyaml: where it gives one, libyaml must give the same.

import BusinessFile
import Foundation
import Testing

@Suite struct ScanTests {
  /// The nodes of a tree, without places, as lines of text.
  static func outline(_ tree: YAMLTree) -> [String] {
    tree.nodes.map { node in
      let end = node.kind == .scalar ? Int(node.start + node.count) : Int(node.start)
      let text = String(decoding: tree.bytes[Int(node.start)..<end], as: UTF8.self)
      return "\(node.kind) \(node.isPlainOrFlow) \(node.kind == .scalar ? 0 : node.count) \(node.next) \(text)"
    }
  }

  /// Whether the quick way took the bytes; records an issue where libyaml would not have, or differently.
  static func isTaken(_ bytes: [UInt8], _ note: @autoclosure () -> String) -> Bool {
    guard let quick = YAMLTree.scan(bytes) else { return false }
    do throws(BusinessFileFailure) {
      let (tree, found) = try YAMLTree.parse(bytes)
      let isSame = found.isEmpty && outline(tree) == outline(quick)
      if !isSame {
        Issue.record("\(note())\n\(String(decoding: bytes, as: UTF8.self))\n\(outline(quick))\n\(outline(tree))")
      }
    } catch {
      Issue.record("\(note()): libyaml says \(error.issues)\n\(String(decoding: bytes, as: UTF8.self))")
    }
    return true
  }

  @Test(arguments: ["gleichgewicht", "haarschnitt", "mar-alto"]) func theRepositorysFilesGoTheQuickWay(
    _ name: String
  ) throws {
    let bytes = [UInt8](try Data(contentsOf: businesses.appending(path: "\(name).yaml")))
    #expect(ScanTests.isTaken(bytes, name))
  }

  /// Small documents at the borders of what is taken; the bool says whether the quick way must take it.
  static let samples: [(String, Bool)] = [
    ("a: b", true), ("a: b\n", true), ("a:   b   \n\n  \n# c\nd: e #f\n", true),
    ("a:\n  b: c\n  d:\n    e: f\ng: h\n", true),
    ("a: {b: c, d: [e, f], g: {}}\nh: []\n", true), ("a: \"b: c # d\"\ne: 'f \"g\" {'\n", true),
    ("a:\n  - b\n  - {c: d}\n  - \"e\"\nf: g\n", true), ("a: Müller – 5 €\n", true), ("a: b#c\n", true),
    ("a: 08:00-12:00, 13:00-18:00\n", true), ("a: {b: 08:00-12:00}\n", true), ("a: { b : c }\n", false),
    ("a: +49 351 1\nb: (x)\n", true), ("a: b'c \"d\" [e] {f} & * ! % @ ` | > \\\n", true),
    ("12-25: x\n1..2: y\n", true),
    ("a: b: c\n", false), ("a: b:\n", false), ("a: b:", false), ("a:", false), ("a: b\nc: d:", false), ("a:b\n", false),
    ("a:b: c\n", false), ("a\n", false), ("a:\n", false),
    ("a: b\n c: d\n", false), ("a:\n  b: c\n d: e\n", false), ("a: b\n  c\n", false), ("a: |\n  b\n", false),
    ("a: >\n  b\n", false), ("a: &x b\nc: *x\n", false), ("a: !!str b\n", false), ("a: - b\n", false), ("- a\n", false),
    ("a:\n- b\n", false), ("a:\n  - b: c\n", false), ("a:\n  - - b\n", false), ("a:\n  - b\n  c: d\n", false),
    ("a: {b: c\n", false), ("a: [b\n  c]\n", false), ("a: [b]]\n", false), ("a: [b] c\n", false), ("a: {b}\n", false),
    ("a: {b: }\n", false), ("a: {b: c,}\n", false), ("a: [b,]\n", false), ("a: [b: c]\n", false), ("a: {b:c}\n", false),
    ("a: {\"b\": c}\n", false), ("a: {b: c d, e: f  }\n", true), ("a: [b # c\n]\n", false), ("a: [b#c]\n", false),
    ("a: \"b\\n\"\n", false), ("a: 'b''c'\n", false), ("a: \"b\n  c\"\n", false), ("a: \"b\"c\n", false),
    ("a: \"b\" # c\n", true), ("a: \"b\"# c\n", false), ("a: \"b\n", false), ("a: b\tc\n", false), ("a:\tb\n", false),
    ("a: b\r\n\r\nc:\r\n  - d #e\r\n", true), ("a: b\rc: d\n", false), ("a: b\r", false), ("a:\r", false),
    ("\u{FEFF}a: b\n", false), ("---\na: b\n", false), ("a: b\n...\n", false),
    ("%YAML 1.2\n", false),
    ("? a\n: b\n", false), ("<<: a\n", false), ("a: \u{85}b\n", false), ("a: b\u{2028}c\n", false),
    ("a: \u{7F}\n", false),
    ("a: 🦊 日本語 ไทย\n", true), ("a: \u{FEFF}b\n", false), ("a: \u{FFFD}\n", false), ("a: \u{2029}\n", false),
    ("# \u{1}\na: b\n", false), ("# Ä\na: b\n", true), ("\"a\": b\n", false), ("a b: c\n", false),
    ("a: ?b\n", false), ("a: {b: c?, d?e: ? f}\n", false), ("a: {b: c?, d?e: f? }\n", true),
    ("a: [b, {c: d}, [e]]\n", true), ("a: ,b\n", false), ("a: b \n", true),
    ("", false), ("\n", false), ("#\n", false), (" a: b\n", false), ("a: b\n\n\nc:\n\n  d: e\n", true),
    ("a: {b: \"c, d\", e: 'f'}\n", true), ("a: [\"b\"]\n", true), ("a: [\"b\" ]\n", true), ("a: [\"b\" c]\n", false),
    ("a: #b\n  c: d\n", true), ("a:#b\n", false), ("a: [b,c]\n", true), ("a: ''\nb: \"\"\n", true), ("a: -b\n", false),
  ]

  @Test(arguments: samples) func sample(_ text: String, _ isTaken: Bool) {
    #expect(ScanTests.isTaken(Array(text.utf8), "sample") == isTaken)
  }

  @Test func depthIsBounded() {
    let deep = "a: " + String(repeating: "[", count: 15) + String(repeating: "]", count: 15) + "\n"
    #expect(ScanTests.isTaken(Array(deep.utf8), "deep"))
    let deeper = "a: " + String(repeating: "[", count: 16) + String(repeating: "]", count: 16) + "\n"
    #expect(!ScanTests.isTaken(Array(deeper.utf8), "deeper"))
    let stairs = (0..<17).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n") + " b\n"
    #expect(!ScanTests.isTaken(Array(stairs.utf8), "stairs"))
  }

  /// Every two bytes in each kind of place.
  @Test func everyPairOfBytes() {
    let places = [
      ("a: x", "y\n"), ("a: ", "\n"), ("a: b", "\n"), ("a: [x", "y]\n"), ("a: \"x", "y\"\n"), ("a: 'x", "y'\n"),
      ("# x", "\na: b\n"), ("a", ": b\n"), ("a: b\n", "c: d\n"), ("a: {k", ": v}\n"), ("a: {k: v", "}\n"),
      ("a:", "\n  b: c\n"),
    ]
    var taken = 0
    for pair in 0...0xFFFF {
      for (before, after) in places {
        let bytes = Array(before.utf8) + [UInt8(pair >> 8), UInt8(pair & 0xFF)] + Array(after.utf8)
        if ScanTests.isTaken(bytes, "bytes \(pair >> 8) and \(pair & 0xFF)") { taken += 1 }
      }
    }
    #expect(taken > 50_000)
  }

  /// Real files with bytes, lines and pieces changed at random. The seed is printed with what fails.
  @Test(arguments: 0..<8) func mutated(_ part: Int) throws {
    var random = SeededGenerator(seed: 0x5EED_0000 + UInt64(part))
    let pieces = [
      ":", ": ", " ", "  ", "\n", "\n  ", "#", " #", "- ", "-", "{", "}", "[", "]", ",", "\"", "'", "?", "? ", "&a ",
      "*a",
      "!", "|", ">", "%", "@", "`", "\t", "\r", "\r\n", "\\", "ä", "…", "🦊", "日", "ไ", "\u{D7FF}", "\u{E000}",
      "\u{FFFE}", "\u{10FFFF}", "\u{85}", "\u{2028}", "\u{A0}", "a", "0", "...",
      "---",
      "<<: ", "~", "a: b", "[a, b]", "{a: b}", "\u{0}", "\u{FEFF}",
    ]
    let files = try ["gleichgewicht", "haarschnitt", "mar-alto"].map { name in
      [UInt8](try Data(contentsOf: businesses.appending(path: "\(name).yaml")))
    }
    var taken = 0
    for round in 0..<2500 {
      var bytes = files[Int.random(in: files.indices, using: &random)]
      // Short stretches make changes meet each other more often.
      if Bool.random(using: &random) {
        let start = Int.random(in: bytes.indices, using: &random)
        bytes = Array(bytes[start...].prefix(Int.random(in: 1...200, using: &random)))
      }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &random)))
        case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.insert(contentsOf: Array(pieces[Int.random(in: pieces.indices, using: &random)].utf8), at: place)
        }
      }
      if ScanTests.isTaken(bytes, "seed \(0x5EED_0000 + part), round \(round)") { taken += 1 }
    }
    #expect(taken > 100, "too few mutations stayed plain to mean anything")
  }
}

/// SplitMix64, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { self.state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
