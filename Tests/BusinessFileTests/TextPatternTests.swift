// Patterns: what they match, what is refused, and that they agree with libc's on what both understand.

import Business
import Foundation
import Glibc
import Testing

@Suite struct TextPatternTests {
  static let matching: [(String, [String], [String])] = [
    ("[A-Z][0-9]{9}", ["A123456789"], ["a123456789", "A12345678", "A1234567890", " A123456789", ""]),
    ("a|bc|d", ["a", "bc", "d"], ["ab", "bcd", "b", ""]),
    ("(ab)*c", ["c", "abc", "ababc"], ["ab", "ac"]),
    ("a+b?", ["a", "aaab"], ["b", "abb"]),
    ("a{2,4}", ["aa", "aaa", "aaaa"], ["a", "aaaaa"]),
    ("a{2,}", ["aa", "aaaaaa"], ["a"]),
    ("a{0}b", ["b"], ["ab"]),
    ("(a|b){3}", ["aba"], ["ab", "abab"]),
    ("^a.c$", ["abc", "aüc", "a🦊c"], ["ac", "abbc"]),
    ("a^b", [], ["ab", "a^b"]),
    ("(a*)*", ["", "aaa"], ["b"]),
    ("(a*)+b", ["b", "aab"], ["a"]),
    ("[^0-9]+", ["abc", "ä"], ["a1"]),
    ("[]a]+", ["]a]"], ["b"]),
    ("[a-]+", ["a-a"], ["b"]),
    ("[äöü]+", ["äöü"], ["a"]),
    ("[[:alpha:]]+", ["Müller", "Łódź"], ["a1", "a b"]),
    ("[[:digit:][:space:]]+", ["1 2"], ["a"]),
    ("[[:upper:]][[:lower:]]*", ["Äbc"], ["äbc"]),
    ("\\d{3}-\\w+", ["123-a_1"], ["12-a", "123-"]),
    ("\\D\\S", ["a."], ["1.", "a "]),
    ("\\.\\(\\[", [".(["], ["a(["]),
    ("sim|não", ["sim", "não"], ["nao"]),
  ]

  @Test(arguments: matching) func matches(_ pattern: String, _ yes: [String], _ no: [String]) throws {
    let pattern = try TextPattern(pattern)
    for value in yes { #expect(pattern.matches(value), "\(pattern.text) should match \(value)") }
    for value in no { #expect(!pattern.matches(value), "\(pattern.text) should not match \(value)") }
  }

  @Test(arguments: [
    ("", "empty"), ("a|", "empty"), ("()", "empty"), ("(a", "not closed"), ("a)", "closes nothing"),
    ("[a", "not closed"),
    ("*a", "nothing stands before"), ("(+a)", "nothing stands before"), ("a|*", "nothing stands before"),
    ("{3}", "nothing stands before"), ("a{", "followed by how often"), ("a{x}", "followed by how often"),
    ("a{1,2", "followed by how often"), ("a{3,2}", "larger number first"), ("a{256}", "more than 255"),
    ("a{99999999999999999999}", "more than 255"), ("((a{200}){200}){200}", "too large"), ("[z-a]", "wrong way round"),
    ("[[:word:]]", "[:alpha:]"), ("[[:alpha]]", "[:alpha:]"), ("[[.a.]]", "no meaning"), ("[[=a=]]", "no meaning"),
    ("[\\d]", "inside [ ]"), ("\\1", "back-reference"), ("\\q", "no meaning"), ("a\\", "ends with"),
    ("(?:a)", "nothing stands"),
    ("[a-[:digit:]]", "cannot end"),
  ]) func isRefused(_ pattern: String, _ words: String) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }
    #expect(error?.what.contains(words) == true, "\(pattern): \(error?.what ?? "")")
  }

  @Test func nestingAndLengthAreBounded() {
    #expect(throws: TextPatternError.self) {
      try TextPattern(String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000))
    }
    #expect(throws: TextPatternError.self) { try TextPattern(String(repeating: "a", count: 100_000)) }
    #expect(throws: TextPatternError.self) { try TextPattern(String(repeating: "a|", count: 5000) + "a") }
  }

  @Test(.timeLimit(.minutes(1))) func whatTakesOthersHoursTakesMoments() throws {
    let pattern = try TextPattern("(a|a)*(a*)*b")
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }

  /// libc's answer; nil where it refuses the pattern.
  private func libcMatches(_ pattern: String, _ value: String) -> Bool? {
    var compiled = unsafe regex_t()
    guard unsafe regcomp(&compiled, "^(\(pattern))$", REG_EXTENDED | REG_NOSUB) == 0 else { return nil }
    defer { unsafe regfree(&compiled) }
    return unsafe regexec(&compiled, value, 0, nil, 0) == 0
  }

  @Test func agreesWithLibc() throws {
    var random = SeededGenerator(seed: 0xFACE)
    let pieces = [
      "a", "b", "c", ".", "(", ")", "|", "*", "+", "?", "[ab]", "[^a]", "[a-c]", "{2}", "{1,2}", "{2,}", "^", "$",
      "\\.",
      "[[:alpha:]]", "]", "}", "-",
    ]
    var compared = 0
    for _ in 0..<6000 {
      let pattern = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }.joined()
      guard let ours = try? TextPattern(pattern) else { continue }
      for _ in 0..<6 {
        let value = String(
          (0..<Int.random(in: 0...5, using: &random)).map { _ in "abc.]-}"[Int.random(in: 0..<7, using: &random)] })
        guard let theirs = libcMatches(pattern, value) else { continue }
        compared += 1
        #expect(ours.matches(value) == theirs, "\(pattern) on \(value)")
      }
    }
    #expect(compared > 5000)
  }
}

extension String {
  fileprivate subscript(offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
