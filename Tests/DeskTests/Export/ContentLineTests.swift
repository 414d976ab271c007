// Lines of an iCalendar file: what is escaped, and that folding cuts no character and loses nothing.

import Desk
import Testing

@Suite struct ContentLineTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("two\nlines", "two\\nlines"), ("two\r\nlines", "two\\nlines"),
    ("two\rlines", "two\\nlines"), ("a\tb", "a b"), ("bell\u{7}", "bell"), ("\u{1B}[31m", "[31m"),
    ("line\u{2028}end", "line\\nend"), ("“quoted”: ü", "“quoted”: ü"), ("", ""),
  ])
  func texts(_ text: String, _ expected: String) {
    var lines = ContentLines()
    lines.append("X", text: text)
    #expect(Array(lines.text.utf8) == Array("X:\(expected)\r\n".utf8))
  }

  /// Lines of every length with characters of every width at the place where they are cut.
  @Test(arguments: ["a", "ü", "€", "😀", "e\u{301}", "🇩🇪"])
  func folding(_ character: String) {
    for count in 0..<200 {
      for shift in 0..<4 {
        let text = String(repeating: "x", count: shift) + String(repeating: character, count: count)
        var lines = ContentLines()
        lines.append("NAME", text: text)
        let folded = Array(lines.text.utf8)
        #expect(folded.suffix(2) == [13, 10])
        let parts = lines.text.unicodeScalars.split(separator: "\r\n".unicodeScalars.map { $0 })
        for part in parts { #expect(part.reduce(0) { $0 + UTF8.width($1) } <= 75) }
        #expect(Self.unfolded(folded) == Array("NAME:\(text)".utf8))
      }
    }
  }

  /// RFC 5545, section 3.1: a line break and the one blank after it are nothing.
  private static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var unfolded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 13, index + 2 < bytes.count, bytes[index + 2] == 32 {
        index += 3
      } else {
        unfolded.append(bytes[index])
        index += 1
      }
    }
    return unfolded.dropLast(2)
  }
}
