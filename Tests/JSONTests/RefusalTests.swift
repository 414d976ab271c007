// What RFC 8259 does not call a JSON text is refused, with the reason and the byte. Limits have LimitTests.swift,
// invalid UTF-8 has UTF8Tests.swift.

import JSON
import Testing

@Suite("Refusing what is no JSON text")
struct RefusalTests {
  typealias Case = (text: String, reason: JSONError.Reason, offset: Int)

  private func check(_ cases: [Case], sourceLocation: SourceLocation = #_sourceLocation) {
    for (text, reason, offset) in cases {
      #expect(
        read(text) == .failure(JSONError(reason, offset: offset)), "\(text.debugDescription)",
        sourceLocation: sourceLocation)
    }
  }

  @Test("Section 2: exactly one value, with nothing but four kinds of white space around it")
  func texts() {
    check([
      ("", .empty, 0),
      (" \t\n\r", .empty, 4),
      ("null null", .contentAfterValue(UInt8(ascii: "n")), 5),
      ("{}{}", .contentAfterValue(UInt8(ascii: "{")), 2),
      ("[]]", .contentAfterValue(UInt8(ascii: "]")), 2),
      ("1 2", .contentAfterValue(UInt8(ascii: "2")), 2),
      ("\"a\"b", .contentAfterValue(UInt8(ascii: "b")), 3),
      ("{} // comment", .contentAfterValue(UInt8(ascii: "/")), 3),
      ("{}\u{0}", .contentAfterValue(0), 2),
      ("null\u{A0}", .contentAfterValue(0xC2), 4),
      ("null\u{C}", .contentAfterValue(0x0C), 4),
      ("null\u{B}", .contentAfterValue(0x0B), 4),
      ("\u{C}null", .unexpected(0x0C, expected: .value), 0),
      ("\u{A0}null", .unexpected(0xC2, expected: .value), 0),
      ("\u{FEFF}null", .byteOrderMark, 0),
      (" \u{FEFF}null", .unexpected(0xEF, expected: .value), 1),
      ("/**/null", .unexpected(UInt8(ascii: "/"), expected: .value), 0),
      ("]", .unexpected(UInt8(ascii: "]"), expected: .value), 0),
      (":", .unexpected(UInt8(ascii: ":"), expected: .value), 0),
      ("'a'", .unexpected(UInt8(ascii: "'"), expected: .value), 0),
    ])
  }

  @Test("Section 3: three words, in lower case")
  func words() {
    check([
      ("n", .unknownWord, 0), ("nul", .unknownWord, 0), ("nulL", .unknownWord, 0), ("Null", .unknownWord, 0),
      ("tru", .unknownWord, 0), ("True", .unknownWord, 0), ("TRUE", .unknownWord, 0), ("fals", .unknownWord, 0),
      ("falsy", .unknownWord, 0), ("nulls", .unknownWord, 0), ("true1", .unknownWord, 0), ("trueX", .unknownWord, 0),
      ("NaN", .unknownWord, 0), ("Infinity", .unknownWord, 0), ("undefined", .unknownWord, 0),
      ("[1,nil]", .unknownWord, 3), ("{\"a\":yes}", .unknownWord, 5),
      ("true\"\"", .contentAfterValue(UInt8(ascii: "\"")), 4),
      ("[true false]", .unexpected(UInt8(ascii: "f"), expected: .commaOrBracket), 6),
    ])
  }

  @Test("Section 4: objects")
  func objects() {
    check([
      ("{", .unexpectedEnd(expected: .memberNameOrBrace), 1),
      ("{ ", .unexpectedEnd(expected: .memberNameOrBrace), 2),
      ("{]", .unexpected(UInt8(ascii: "]"), expected: .memberNameOrBrace), 1),
      ("{,}", .unexpected(UInt8(ascii: ","), expected: .memberNameOrBrace), 1),
      ("{a:1}", .unexpected(UInt8(ascii: "a"), expected: .memberNameOrBrace), 1),
      ("{'a':1}", .unexpected(UInt8(ascii: "'"), expected: .memberNameOrBrace), 1),
      ("{1:1}", .unexpected(UInt8(ascii: "1"), expected: .memberNameOrBrace), 1),
      ("{null:1}", .unexpected(UInt8(ascii: "n"), expected: .memberNameOrBrace), 1),
      ("{\"a\"", .unexpectedEnd(expected: .colon), 4),
      ("{\"a\" ", .unexpectedEnd(expected: .colon), 5),
      ("{\"a\"}", .unexpected(UInt8(ascii: "}"), expected: .colon), 4),
      ("{\"a\",1}", .unexpected(UInt8(ascii: ","), expected: .colon), 4),
      ("{\"a\" 1}", .unexpected(UInt8(ascii: "1"), expected: .colon), 5),
      ("{\"a\"=1}", .unexpected(UInt8(ascii: "="), expected: .colon), 4),
      ("{\"a\":", .unexpectedEnd(expected: .value), 5),
      ("{\"a\":}", .unexpected(UInt8(ascii: "}"), expected: .value), 5),
      ("{\"a\"::1}", .unexpected(UInt8(ascii: ":"), expected: .value), 5),
      ("{\"a\":1", .unexpectedEnd(expected: .commaOrBrace), 6),
      ("{\"a\":1]", .unexpected(UInt8(ascii: "]"), expected: .commaOrBrace), 6),
      ("{\"a\":1;", .unexpected(UInt8(ascii: ";"), expected: .commaOrBrace), 6),
      ("{\"a\":1 \"b\":2}", .unexpected(UInt8(ascii: "\""), expected: .commaOrBrace), 7),
      ("{\"a\":1,", .unexpectedEnd(expected: .memberName), 7),
      ("{\"a\":1,}", .trailingComma, 6),
      ("{\"a\":1 , }", .trailingComma, 7),
      ("{\"a\":1,,}", .unexpected(UInt8(ascii: ","), expected: .memberName), 7),
      ("{\"a\":1,b", .unexpected(UInt8(ascii: "b"), expected: .memberName), 7),
    ])
  }

  @Test("Section 5: arrays")
  func arrays() {
    check([
      ("[", .unexpectedEnd(expected: .valueOrBracket), 1),
      ("[ ", .unexpectedEnd(expected: .valueOrBracket), 2),
      ("[}", .unexpected(UInt8(ascii: "}"), expected: .valueOrBracket), 1),
      ("[,]", .unexpected(UInt8(ascii: ","), expected: .valueOrBracket), 1),
      ("[1", .unexpectedEnd(expected: .commaOrBracket), 2),
      ("[1}", .unexpected(UInt8(ascii: "}"), expected: .commaOrBracket), 2),
      ("[1:", .unexpected(UInt8(ascii: ":"), expected: .commaOrBracket), 2),
      ("[1 2]", .unexpected(UInt8(ascii: "2"), expected: .commaOrBracket), 3),
      ("[1,", .unexpectedEnd(expected: .value), 3),
      ("[1,]", .trailingComma, 2),
      ("[1, \n]", .trailingComma, 2),
      ("[1 ,]", .trailingComma, 3),
      ("[1,,2]", .unexpected(UInt8(ascii: ","), expected: .value), 3),
      ("[[1,],2]", .trailingComma, 3),
      ("[\"a\"", .unexpectedEnd(expected: .commaOrBracket), 4),
    ])
  }

  @Test("Section 6: numbers")
  func numbers() {
    check([
      ("-", .unexpectedEnd(expected: .digit), 1),
      ("-a", .unexpected(UInt8(ascii: "a"), expected: .digit), 1),
      ("--1", .unexpected(UInt8(ascii: "-"), expected: .digit), 1),
      ("- 1", .unexpected(0x20, expected: .digit), 1),
      ("-Infinity", .unexpected(UInt8(ascii: "I"), expected: .digit), 1),
      ("+1", .unexpected(UInt8(ascii: "+"), expected: .value), 0),
      (".5", .unexpected(UInt8(ascii: "."), expected: .value), 0),
      ("-.5", .unexpected(UInt8(ascii: "."), expected: .digit), 1),
      ("1.", .unexpectedEnd(expected: .digit), 2),
      ("[1.]", .unexpected(UInt8(ascii: "]"), expected: .digit), 3),
      ("1.e5", .unexpected(UInt8(ascii: "e"), expected: .digit), 2),
      ("1..5", .unexpected(UInt8(ascii: "."), expected: .digit), 2),
      ("1e", .unexpectedEnd(expected: .digit), 2),
      ("1e+", .unexpectedEnd(expected: .digit), 3),
      ("1e+-1", .unexpected(UInt8(ascii: "-"), expected: .digit), 3),
      ("[1ex]", .unexpected(UInt8(ascii: "x"), expected: .digit), 3),
      ("00", .leadingZero, 0), ("01", .leadingZero, 0), ("-01", .leadingZero, 1), ("[007]", .leadingZero, 1),
      ("00.5", .leadingZero, 0),
      ("0x10", .contentAfterValue(UInt8(ascii: "x")), 1),
      ("1.2.3", .contentAfterValue(UInt8(ascii: ".")), 3),
      ("1e5e5", .contentAfterValue(UInt8(ascii: "e")), 3),
      ("1e5.5", .contentAfterValue(UInt8(ascii: ".")), 3),
      ("1_000", .contentAfterValue(UInt8(ascii: "_")), 1),
      ("1f", .contentAfterValue(UInt8(ascii: "f")), 1),
      ("１", .unexpected(0xEF, expected: .value), 0),
    ])
  }

  @Test("Section 7: strings")
  func strings() {
    check([
      ("\"", .unexpectedEnd(expected: .closingQuote), 1),
      ("\"abc", .unexpectedEnd(expected: .closingQuote), 4),
      ("\"abcdefghijklmnop", .unexpectedEnd(expected: .closingQuote), 17),
      ("\"a\\\"", .unexpectedEnd(expected: .closingQuote), 4),
      ("\"\\", .unexpectedEnd(expected: .closingQuote), 2),
      ("\"\\u", .unexpectedEnd(expected: .closingQuote), 3),
      ("\"\\u12", .unexpectedEnd(expected: .closingQuote), 5),
      ("\"\\x41\"", .unknownEscape, 1), ("\"\\'\"", .unknownEscape, 1), ("\"\\0\"", .unknownEscape, 1),
      ("\"a\\U0041\"", .unknownEscape, 2), ("\"\\ä\"", .unknownEscape, 1), ("\"\\\n\"", .unknownEscape, 1),
      ("\"\\u\"", .malformedUnicodeEscape, 1), ("\"\\u12\"", .malformedUnicodeEscape, 1),
      ("\"\\u123g\"", .malformedUnicodeEscape, 1), ("\"\\u 123\"", .malformedUnicodeEscape, 1),
      ("\"\\u+123\"", .malformedUnicodeEscape, 1), ("\"\\u{41}\"", .malformedUnicodeEscape, 1),
      ("\"\\u00/0\"", .malformedUnicodeEscape, 1), ("\"\\u00:0\"", .malformedUnicodeEscape, 1),
      ("\"\\u00@0\"", .malformedUnicodeEscape, 1), ("\"\\u00`0\"", .malformedUnicodeEscape, 1),
      ("\"\\ud800\"", .loneSurrogate(0xD800), 1), ("\"ab\\udc00\"", .loneSurrogate(0xDC00), 3),
      ("\"\\udbff\\n\"", .loneSurrogate(0xDBFF), 1), ("\"\\ud800\\ud800\"", .loneSurrogate(0xD800), 1),
      ("\"\\ud800\\u0041\"", .loneSurrogate(0xD800), 1), ("\"\\ud83d😀\"", .loneSurrogate(0xD83D), 1),
      ("\"\\ude00\\ud83d\"", .loneSurrogate(0xDE00), 1), ("\"\\ud800\\udbff\"", .loneSurrogate(0xD800), 1),
      ("\"\\ud800\\ue000\"", .loneSurrogate(0xD800), 1), ("\"\\ud800x\\udc00\"", .loneSurrogate(0xD800), 1),
      ("\"\\ud800\\udcg0\"", .malformedUnicodeEscape, 7),
      ("[\"a\",\"b", .unexpectedEnd(expected: .closingQuote), 7),
    ])
  }

  @Test("Section 7: each control character needs an escape, wherever it stands in the eight bytes looked at together")
  func controls() {
    for byte in UInt8(0)..<0x20 {
      for before in 0..<17 {
        for behind in [0, 20] {
          let inner = [UInt8](repeating: 0x61, count: before) + [byte] + [UInt8](repeating: 0x61, count: behind)
          let bytes = [0x22] + inner + [0x22]
          #expect(read(bytes) == .failure(JSONError(.controlCharacter(byte), offset: 1 + before)))
        }
      }
    }
  }

  @Test("A document that is cut anywhere is refused")
  func cut() throws {
    let text = #"{"a":[1.5e-3,true,"x\ud83d\ude00\n"],"ö":{"b":null,"c":[]},"d":-0.5}"#
    let bytes = Array(text.utf8)
    _ = try read(bytes).get()
    for end in 0..<bytes.count {
      guard case .failure(let error) = read(Array(bytes[..<end])) else {
        Issue.record("accepted up to \(end)")
        continue
      }
      // Never blamed on a byte that the cut leaves as it was, except for the beginning of what was cut.
      switch error.reason {
      case .empty: #expect(end == 0)
      case .unexpectedEnd: #expect(error.offset == end)
      case .unknownWord: #expect(bytes[error.offset..<end].count < 4)
      case .invalidUTF8: #expect(error.offset == end - 1 && bytes[end - 1] == 0xC3)
      case .loneSurrogate(0xD83D): #expect(bytes[error.offset..<end].starts(with: "\\ud83d".utf8))
      default: Issue.record("\(error) at \(end)")
      }
    }
  }
}
