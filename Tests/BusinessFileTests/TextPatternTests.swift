// Patterns: what they match, what is refused, that they agree with libc's on what both understand, and how much work
// they may make.

import Foundation
import Glibc
import Patterns
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
    (".", ["\n", "\r", "\u{2028}", "\u{0}"], ["", "\r\n", "\n\n"]),
    ("a$", ["a"], ["a\n"]),
    ("(^a|b$)+", ["a", "b", "ab"], ["ba", "aa"]),
    ("^*a$+", ["a"], ["", "aa"]),
    ("a**b{2}{2}c?+", ["bbbb", "aabbbbcc"], ["bbb", "bbbbb"]),
    ("a+?", ["", "a", "aa"], ["b"]),
    ("a{2,}+b", ["aab", "aaaaaab"], ["ab"]),
    ("(a|ab)(c|bcd)", ["ac", "abc", "abcd", "abbcd"], ["ab"]),
    ("[a&&b]+|[+--]|[~~]", ["a&b", "&&", ",", "~"], ["+-"]),
    ("[^-a\u{0}]", ["b", "\n"], ["-", "a", "\u{0}"]),
    ("#/-]}\u{0}\\\\", ["#/-]}\u{0}\\"], ["#/-]}"]),
    ("é", ["é"], ["e\u{301}", "É"]),
    ("[[:punct:]]{3}", ["!€…"], ["a.."]),
    ("[[:blank:]][[:xdigit:]]", [" f", "\t9"], ["\u{A0}f", " g"]),
  ]

  @Test(arguments: matching) func matches(_ pattern: String, _ yes: [String], _ no: [String]) throws {
    let pattern = try TextPattern(pattern)
    for value in yes { #expect(try pattern.matches(value), "\(pattern.text) should match \(value)") }
    for value in no { #expect(try !pattern.matches(value), "\(pattern.text) should not match \(value)") }
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
    ("(?:a)", "nothing stands"), ("(?i)a", "nothing stands"), ("(*UTF)a", "nothing stands"),
    ("a(?=b)", "nothing stands"), ("a{,2}", "followed by how often"), ("\\b", "no meaning"), ("\\Qa", "no meaning"),
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

  /// What makes others go back over a value again and again.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "(a|a)*(a*)*b", "(a+)+b", "(a+ ?)+b", "([[:alpha:]]+[ -]?)+b", "(a*a*)*b", "(.*.*)*b", "a+a+a+a+a+b",
      "(a|ab|b)*c",
    ]) func whatTakesOthersHoursTakesMoments(_ pattern: String) throws
  {
    let pattern = try TextPattern(pattern)
    try pattern.tryHostileTexts()
    var isMatch = true
    let time = try ContinuousClock().measure { isMatch = try pattern.matches(String(repeating: "a", count: 10_000)) }
    #expect(!isMatch)
    #expect(time < .milliseconds(200), "as much as a busy machine may add")
  }

  /// No pattern and no value make more work than a request may take: it is refused, and is no mismatch.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("(.?){255}", "a"), ("(.?.?.?.?){100}", "a"), (".{0,200}.{0,200}", "ab"), ("(a|b){0,200}c?", "ab"),
      ("([[:alnum:]]?){200}", "ä"), ("(a*b*c*d*e*f*g*h*)*", "abc"),
      ("([" + (0..<400).map { String(UnicodeScalar(0x4E00 + 2 * $0)!) }.joined() + "]?){6}x*", "丂"),
    ]) func workIsBounded(_ pattern: String, _ piece: String) throws
  {
    let pattern = try TextPattern(pattern)
    let clock = ContinuousClock()
    var isRefused = false
    for count in [10, 30, 100, 300, 1000, 3000, 10_000, 65_536 / piece.utf8.count] {
      let value = String(repeating: piece, count: count)
      let time = clock.measure {
        do throws(TextPatternFailure) { _ = try pattern.matches(value) } catch { isRefused = error == .tooMuchWork }
      }
      #expect(time < .milliseconds(200), "as much as a busy machine may add: \(pattern.text) with \(count)")
    }
    #expect(isRefused)
  }

  @Test(arguments: ["(.?){255}", "[A-Z][0-9]{9}(.?){255}", "x(y(.?.?.?.?){100})"]) func hostileTextsAreFound(
    _ pattern: String
  ) throws {
    let pattern = try TextPattern(pattern)
    #expect(throws: TextPatternFailure.tooMuchWork) { try pattern.tryHostileTexts() }
  }

  @Test(arguments: [
    "[A-Z][0-9]{9}", "sim|não", ".*", ".{1,100}", "\\w+([ -]\\w+)*", "[^@]+@[^@.]+(\\.[^@.]+)+", "(\\+49|0)[0-9 /-]+",
    "([A-Z]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}[EH]?)|keins",
  ]) func whatPeopleWriteIsTaken(_ pattern: String) throws {
    try TextPattern(pattern).tryHostileTexts()
  }

  /// PCRE2 has a limit of its own, which a trial finds.
  @Test func whatIsTooLargeToCompileIsNoMismatch() throws {
    let deep = String(repeating: "(", count: 49) + "a" + String(repeating: ")", count: 49)
    let pattern = try TextPattern("(\(deep)){255}")
    #expect(throws: TextPatternFailure.tooLarge) { try pattern.matches("b") }
    #expect(throws: TextPatternFailure.tooLarge) { try pattern.tryHostileTexts() }
  }

  /// The classes are Unicode's properties, as far as PCRE2's Unicode goes: letters that came later are none to it.
  @Test(
    arguments: [
      ("[[:alpha:]]*", { @Sendable in $0.isAlphabetic }), ("[[:upper:]]*", { $0.isUppercase }),
      ("[[:lower:]]*", { $0.isLowercase }), ("\\s*", { $0.isWhitespace }),
    ] as [(String, @Sendable (Unicode.Scalar.Properties) -> Bool)]) func classesAreThoseOfUnicode(
      _ pattern: String, _ isIn: @Sendable (Unicode.Scalar.Properties) -> Bool
    ) throws
  {
    let pattern = try TextPattern(pattern)
    let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let known = scalars.filter { scalar in scalar.properties.age.map { $0.major <= 14 } ?? false }
    var members = String.UnicodeScalarView()
    for scalar in known where isIn(scalar.properties) { members.append(scalar) }
    // A few marks and letters have changed their properties since.
    var others = 0
    for start in stride(from: 0, to: members.count, by: 1000) {
      let part = members.dropFirst(start).prefix(1000)
      if try !pattern.matches(String(part)) { others += try part.count { try !pattern.matches(String($0)) } }
    }
    #expect(others <= 40)
    #expect(members.count > 20)
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
        #expect(try ours.matches(value) == theirs, "\(pattern) on \(value)")
      }
    }
    #expect(compared > 5000)
  }
}

extension String {
  fileprivate subscript(offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
