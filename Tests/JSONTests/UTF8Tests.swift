// Strings hold UTF-8 and nothing else (RFC 3629, section 4), checked against a second reading of that section.

import JSON
import Testing

@Suite("UTF-8")
struct UTF8Tests {
  /// Where the first ill-formed sequence begins, by the table of RFC 3629, section 4; `nil` if there is none.
  private func firstFault(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let tails: [ClosedRange<UInt8>]
      switch bytes[index] {
      case 0x00...0x7F: tails = []
      case 0xC2...0xDF: tails = [0x80...0xBF]
      case 0xE0: tails = [0xA0...0xBF, 0x80...0xBF]
      case 0xE1...0xEC, 0xEE...0xEF: tails = [0x80...0xBF, 0x80...0xBF]
      case 0xED: tails = [0x80...0x9F, 0x80...0xBF]
      case 0xF0: tails = [0x90...0xBF, 0x80...0xBF, 0x80...0xBF]
      case 0xF1...0xF3: tails = [0x80...0xBF, 0x80...0xBF, 0x80...0xBF]
      case 0xF4: tails = [0x80...0x8F, 0x80...0xBF, 0x80...0xBF]
      default: return index
      }
      guard index + tails.count < bytes.count else { return index }
      for (tail, byte) in zip(tails, bytes[(index + 1)...]) where !tail.contains(byte) { return index }
      index += 1 + tails.count
    }
    return nil
  }

  private func agrees(_ inner: [UInt8]) -> Bool {
    let found = read([0x22] + inner + [0x22])
    guard let fault = firstFault(inner) else {
      return found == .success(.string(String(decoding: inner, as: UTF8.self)))
    }
    return found == .failure(JSONError(.invalidUTF8, offset: 1 + fault))
  }

  @Test("Every pair of bytes from 0x80 on, and each before and behind a letter")
  func pairs() {
    for first in UInt8(0x80)...0xFF {
      #expect(agrees([first]))
      #expect(agrees([0x61, first]))
      #expect(agrees([first, 0x61]))
      for second in UInt8(0x80)...0xFF where !agrees([first, second]) { Issue.record("\(shown([first, second]))") }
    }
  }

  @Test("Sequences of three and four bytes around every limit")
  func sequences() {
    let edges: [UInt8] = [0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for first in UInt8(0xC0)...0xFF {
      for second in edges {
        for third in edges {
          for bytes in [[first, second, third]] + edges.map({ [first, second, third, $0] }) where !agrees(bytes) {
            Issue.record("\(shown(bytes))")
          }
        }
      }
    }
  }

  @Test("The first fault is the one reported, be it of the encoding or of another kind")
  func order() {
    let cases: [(bytes: [UInt8], reason: JSONError.Reason, offset: Int)] = [
      ([0x22, 0xFF, 0x01, 0x22], .invalidUTF8, 1),
      ([0x22, 0x01, 0xFF, 0x22], .controlCharacter(0x01), 1),
      ([0x22, 0xC3, 0x5C, 0x6E, 0x22], .invalidUTF8, 1),
      ([0x22, 0x5C, 0x6E, 0xC3, 0x22], .invalidUTF8, 3),
      ([0x22, 0x5C, 0x78, 0xC3, 0x22], .unknownEscape, 1),
      ([0x22, 0xC3], .invalidUTF8, 1),
      ([0x22, 0x61, 0xC3, 0xA4, 0x80, 0x22], .invalidUTF8, 4),
      // Two halves of ä with an escape between them.
      ([0x22, 0xC3] + Array("\\u0041".utf8) + [0xA4, 0x22], .invalidUTF8, 1),
    ]
    for (bytes, reason, offset) in cases {
      #expect(read(bytes) == .failure(JSONError(reason, offset: offset)), "\(shown(bytes))")
    }
  }

  @Test("Names are checked like any string")
  func names() {
    #expect(
      read(Array("{\"".utf8) + [0xC0, 0x80] + Array("\":1}".utf8)) == .failure(JSONError(.invalidUTF8, offset: 2)))
    #expect(
      read(Array("{\"\\n".utf8) + [0xED, 0xA0, 0x80] + Array("\":1}".utf8))
        == .failure(JSONError(.invalidUTF8, offset: 4)))
  }

  @Test("Outside strings no byte above ASCII has a place")
  func outside() {
    for byte in UInt8(0x80)...0xFF where byte != 0xEF {
      #expect(read([byte]) == .failure(JSONError(.unexpected(byte, expected: .value), offset: 0)))
      #expect(read([0x31, byte]) == .failure(JSONError(.contentAfterValue(byte), offset: 1)))
    }
  }

  @Test("UTF-16 and UTF-32 are not guessed")
  func otherEncodings() {
    #expect(
      read([0x5B, 0x00, 0x5D, 0x00]) == .failure(JSONError(.unexpected(0, expected: .valueOrBracket), offset: 1)))
    #expect(read([0x00, 0x5B, 0x00, 0x5D]) == .failure(JSONError(.unexpected(0, expected: .value), offset: 0)))
    #expect(read([0xFE, 0xFF, 0x00, 0x5B]) == .failure(JSONError(.unexpected(0xFE, expected: .value), offset: 0)))
  }
}
