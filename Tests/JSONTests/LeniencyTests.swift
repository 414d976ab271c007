// What the parser takes of callers and of nobody else: a byte order mark, and half a surrogate pair.

import Foundation
import JSON
import Testing

@Suite("Lenient with callers")
struct LeniencyTests {
  @Test(
    "Half a surrogate pair reads as U+FFFD, and nothing beside it is lost",
    arguments: [
      (#""\ud800""#, "\u{FFFD}"), (#""ab\udc00""#, "ab\u{FFFD}"), (#""\udbff\n""#, "\u{FFFD}\n"),
      (#""\ud800\ud800""#, "\u{FFFD}\u{FFFD}"), (#""\ud800\u0041""#, "\u{FFFD}A"), (#""\ud83d😀""#, "\u{FFFD}😀"),
      (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud800x\udc00""#, "\u{FFFD}x\u{FFFD}"),
      (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\ude00\ude00""#, "😀\u{FFFD}"),
      (#""\ud800\"""#, "\u{FFFD}\""), (#""\ud800\\u0041""#, "\u{FFFD}\\u0041"), (#""\ud83d\ude00""#, "😀"),
    ])
  func surrogates(text: String, value: String) throws {
    #expect(try read(text, leniency: .callers).get() == .string(value))
    let object = try read("{\(text):1}", leniency: .callers).get().objectValue
    #expect(object?.members.map(\.name) == [value])
  }

  @Test("One byte order mark at the beginning is skipped")
  func byteOrderMark() {
    #expect(read("\u{FEFF}[1]", leniency: .callers) == .success(.array([.number(JSONNumber(1))])))
    #expect(read("\u{FEFF} \n[1]", leniency: .callers) == .success(.array([.number(JSONNumber(1))])))
    #expect(read("\u{FEFF}", leniency: .callers) == .failure(JSONError(.empty, offset: 3)))
    #expect(
      read("\u{FEFF}\u{FEFF}1", leniency: .callers)
        == .failure(JSONError(.unexpected(0xEF, expected: .value), offset: 3)))
    #expect(
      read(" \u{FEFF}1", leniency: .callers) == .failure(JSONError(.unexpected(0xEF, expected: .value), offset: 1)))
    #expect(
      read("\u{FEFF}1", limits: JSONLimits(bytes: 3), leniency: .callers)
        == .failure(JSONError(.tooManyBytes(limit: 3), offset: 3)))
    #expect(read("\"\u{FEFF}\"", leniency: .callers) == .success(.string("\u{FEFF}")))
  }

  @Test(
    "Everything else is refused as ever",
    arguments: [
      (#""\ud800\udcg0""#, JSONError.Reason.malformedUnicodeEscape, 7), (#""\ud80""#, .malformedUnicodeEscape, 1),
      (#""\ud800"#, .unexpectedEnd(expected: .closingQuote), 7),
      (#""\ud800\u"#, .unexpectedEnd(expected: .closingQuote), 9), ("[1,]", .trailingComma, 2),
      (#"{"\ud800":1,"\udfff":2}"#, .duplicateMember("\u{FFFD}"), 12),
    ])
  func refusals(text: String, reason: JSONError.Reason, offset: Int) {
    #expect(read(text, leniency: .callers) == .failure(JSONError(reason, offset: offset)))
  }

  /// The two readings differ in these two things alone; and Foundation, which skips the mark as well, refuses the halves.
  @Test("What a strict reading takes means the same; what it refuses is taken for the two reasons only")
  func difference() {
    forManySeeds("Lenient", count: 5000) { random, seed in
      var bytes = Picture.random(depth: 3, using: &random).spelt(using: &random)
      let noise = [#"\ud83d"#, #"\ude00"#, #"\u0041"#, "\u{FEFF}", "\"", "\\", ","]
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        bytes.insert(contentsOf: random.pick(noise).utf8, at: Int.random(in: 0...bytes.count, using: &random))
      }
      if random.oneIn(4) { bytes.insert(contentsOf: "\u{FEFF}".utf8, at: 0) }
      let lenient = read(bytes, leniency: .callers)
      switch read(bytes) {
      case .success(let value): #expect(lenient == .success(value), seed)
      case .failure(let error):
        switch error.reason {
        case .byteOrderMark: #expect(lenient != .failure(error), seed)
        case .loneSurrogate:
          #expect(lenient != .failure(error), seed)
          #expect((try? JSONDecoder().decode(Decoded.self, from: Data(bytes))) == nil, seed)
        default: #expect(lenient == .failure(error), seed)
        }
      }
    }
  }
}
