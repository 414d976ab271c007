// The parser and Foundation's two, asked about the same documents, valid and damaged.
//
// What both take has to mean the same (FoundationAgreement.swift says where Foundation is imprecise). What the parser
// takes Foundation has to take, but for some numbers. What Foundation takes and the parser does not has to be one of
// the things in which Foundation is known to be laxer (`isKnownLaxity`), told by the reason that the parser gives.

import Foundation
import JSON
import Testing

@Suite("Compared with Foundation")
struct FoundationTests {
  @Test("Generated documents mean the same to JSONSerialization and JSONDecoder")
  func valid() {
    forManySeeds("Foundation, valid", count: 500) { random, seed in
      let bytes = Picture.random(depth: 4, using: &random).spelt(using: &random)
      #expect(disagreement(about: bytes) == nil, seed)
    }
  }

  @Test("Damaged documents are refused by all three, or mean the same to them")
  func damaged() {
    forManySeeds("Foundation, damaged", count: 5000) { random, seed in
      var bytes = Picture.random(depth: 3, using: &random).spelt(using: &random)
      for _ in 0..<Int.random(in: 1...3, using: &random) { damage(&bytes, using: &random) }
      #expect(disagreement(about: bytes) == nil, seed)
    }
  }

  @Test("Each of Foundation's laxities is one still, or this table has to be shorter")
  func laxities() throws {
    for (text, reason) in [
      ("{\"a\":1,\"a\":2}", JSONError.Reason.duplicateMember("a")), ("[1,]", .trailingComma),
      ("\u{FEFF}1", .byteOrderMark),
    ] {
      #expect(isKnownLaxity(reason, bytes: Array(text.utf8)))
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      }
    }
  }

  /// Changes, takes away, doubles or moves some bytes.
  private func damage(_ bytes: inout [UInt8], using random: inout Seeded) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...4, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 4: bytes.removeSubrange(place...)
    case 5: bytes.insert(random.pick(Array("{}[]\",:\\u09-+.eE tfn/".utf8)), at: place)
    case 6: bytes.insert(contentsOf: random.pick(["\\ud83d", "\\u0000", "00", "null", "1e9", "\"\":"]).utf8, at: place)
    default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
    }
  }

  /// How the three differ about a document; `nil` if they do not, or in a known way.
  private func disagreement(about bytes: [UInt8]) -> String? {
    let ours = read(bytes, limits: JSONLimits(depth: 500, bytes: .max))
    let data = Data(bytes)
    let serialization = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    let decoder = try? JSONDecoder().decode(Decoded.self, from: data)
    switch ours {
    case .success(let value):
      if let serialization {
        if let what = difference(value, serialization) { return "JSONSerialization reads \(what) in \(shown(bytes))" }
      } else if !hasNumber(value, where: { $0.double == nil }) {
        return "only JSONSerialization refuses \(shown(bytes))"
      }
      if let decoder {
        if let what = difference(value, decoder) { return "JSONDecoder reads \(what) in \(shown(bytes))" }
      } else if !hasNumber(value, where: isRefusedByDecoder) {
        return "only JSONDecoder refuses \(shown(bytes))"
      }
      return nil
    case .failure(let error):
      guard serialization != nil || decoder != nil, !isKnownLaxity(error.reason, bytes: bytes) else { return nil }
      let who = (serialization != nil ? "JSONSerialization " : "") + (decoder != nil ? "JSONDecoder " : "")
      return "\(who)takes \(shown(bytes)), which is refused with \(error)"
    }
  }

  /// Whether Foundation is known to take what is refused for this reason.
  private func isKnownLaxity(_ reason: JSONError.Reason, bytes: [UInt8]) -> Bool {
    switch reason {
    // RFC 8259, section 4, leaves open what a repeated name means; Foundation takes one of the values.
    case .duplicateMember: true
    case .trailingComma: true
    // Section 8.1 lets a parser ignore it.
    case .byteOrderMark: true
    // A document with a zero among its first bytes is taken for UTF-16 or UTF-32, which section 8.1 forbids.
    default: bytes.prefix(4).contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }
  }

  /// Whether a number is one that JSONDecoder refuses and RFC 8259 does not: too great or too small for a Double, or a
  /// zero with an exponent (`0e5`).
  private func isRefusedByDecoder(_ number: JSONNumber) -> Bool {
    guard let double = number.double else { return true }
    return double.isSubnormal || double == 0 && number.text.lowercased().contains("e")
  }

  private func hasNumber(_ value: JSONValue, where isSuch: (JSONNumber) -> Bool) -> Bool {
    switch value {
    case .number(let number): isSuch(number)
    case .array(let elements): elements.contains { hasNumber($0, where: isSuch) }
    case .object(let object): object.members.contains { hasNumber($0.value, where: isSuch) }
    default: false
    }
  }
}
