// Makes bad requests of good ones: some of the tree is taken away, doubled, replaced by something hostile or by what
// belongs elsewhere, and some of the bytes are spoilt. Repeatable: the same seed makes the same requests.

import JSON
import ProgramSupport

/// A generator of numbers that are the same for the same seed (SplitMix64).
struct Repeatable: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}

/// Requests made of good ones.
struct Mutation {
  private var random: Repeatable
  private let seeds: [JSONValue]
  /// Every string of the seeds: ids and dates in places that they are not meant for.
  private let strings: [String]

  init(seeds: [JSONValue], seed: UInt64) {
    self.seeds = seeds
    random = Repeatable(seed: seed)
    strings = Array(Set(seeds.flatMap(Mutation.strings))).sorted()
  }

  /// The next request.
  mutating func next() -> [UInt8] {
    guard var value = seeds.randomElement(using: &random) else { return [] }
    for _ in 0..<Int.random(in: 0...3, using: &random) { value = mutated(value) }
    var writer = JSONWriter()
    writer.value(value)
    var bytes = writer.bytes
    if Int.random(in: 0..<10, using: &random) == 0 { spoil(&bytes) }
    return bytes
  }

  private static func strings(of value: JSONValue) -> [String] {
    switch value {
    case .string(let string): [string]
    case .array(let elements): elements.flatMap(strings)
    case .object(let object): object.members.flatMap { [$0.name] + strings(of: $0.value) }
    default: []
    }
  }

  /// The value with one change somewhere in it.
  private mutating func mutated(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(var object) where !object.members.isEmpty && Int.random(in: 0..<8, using: &random) > 0:
      let index = Int.random(in: 0..<object.members.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: object.members.remove(at: index)
      case 1: object.members.append(object.members[index])
      case 2: object.members[index].name = strings.randomElement(using: &random) ?? ""
      case 3: object.append(strings.randomElement(using: &random) ?? "", anything())
      case 4: object.members.shuffle(using: &random)
      default: object.members[index].value = mutated(object.members[index].value)
      }
      return .object(object)
    case .array(var elements) where !elements.isEmpty && Bool.random(using: &random):
      let index = Int.random(in: 0..<elements.count, using: &random)
      elements[index] = mutated(elements[index])
      return .array(elements)
    case .string(let string) where Bool.random(using: &random): return .string(mutated(string))
    default: return anything()
    }
  }

  private mutating func mutated(_ string: String) -> String {
    var scalars = Array(string.unicodeScalars)
    let index = Int.random(in: 0...scalars.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: scalars.removeSubrange(index...)
    case 1: scalars.insert(contentsOf: (strings.randomElement(using: &random) ?? "").unicodeScalars, at: index)
    case 2: scalars.insert(Mutation.scalars.randomElement(using: &random) ?? "\0", at: index)
    case 3 where index < scalars.count: scalars[index] = Mutation.scalars.randomElement(using: &random) ?? "\0"
    default: scalars += scalars
    }
    return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private mutating func anything() -> JSONValue {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .string(strings.randomElement(using: &random) ?? "")
    case 1: Mutation.numbers.randomElement(using: &random) ?? .null
    case 2: .string(Mutation.texts.randomElement(using: &random) ?? "")
    default:
      [.null, .bool(true), .array([]), .object(JSONObject()), .array([.null]), .string("")][
        Int.random(in: 0..<6, using: &random)]
    }
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
      case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: index)
      default: bytes.removeSubrange(index...)
      }
    }
  }

  private static let scalars: [Unicode.Scalar] = [
    "\0", "\n", "/", ".", "-", ":", "+", " ", "\"", "\\", "9", "0", "Z", "T", "ß", "e", "\u{301}", "\u{200d}",
    "\u{feff}",
    "\u{ffff}", "\u{1f600}", "\u{10ffff}", "٣", "İ", "ﬁ",
  ]

  private static let texts: [String] = [
    "../../etc/passwd", "a/b", "\0", ".", "..", "gleichgewicht", "gleichgewicht.", ".massage", "a.b.c.d.e.f.g",
    String(repeating: "x", count: 10_240), String(repeating: "é", count: 3000), String(repeating: ".", count: 500),
    "2026-09-16", "2026-02-30", "2026-09-16T24:00", "2026-10-25T02:30", "2026-03-29T02:30:00", "9999-12-31",
    "0001-01-01",
    "0000-00-00", "-0001-01-01", "2026-09-16T08:30:00.999999999999999999+99:99", "2026-09-16T08:30:60Z",
    "Europe/Berlin", "Europe/Atlantis", "../../../etc/passwd", "posixrules", "right/UTC", "UTC",
    "+491701234567890123456789", "0", "+", "0049", "@", "a@b", "Müller", "MUELLER", "-", "'; DROP TABLE bookings; --",
    "null", "true", "1", "-1", "1e999", "\u{202e}evil", "اسم", "名前",
  ]

  private static let numbers: [JSONValue] =
    [0, 1, -1, 60, 61, Int.max, Int.min].map { .number(JSONNumber($0)) }
    + ["1e400", "-0", "0.1", "1.0", "6e1", "9223372036854775808", "1e-400", "123456789012345678901234567890"].compactMap
  {
    try? JSONValue(parsing: Array($0.utf8))
  }
}
