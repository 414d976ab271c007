// The notation of transcripts: what it lets pass and what not. A transcript that cannot fail would prove nothing.

import JSON
import ProgramSupport
import Testing

@Suite struct ReplyPatternTests {
  /// Patterns, replies, and whether one is the other.
  static let cases: [(pattern: String, reply: String, matches: Bool)] = [
    (#"{"a":1}"#, #"{"a": 1}"#, true),
    (#"{"a":1}"#, #"{"a":1.0}"#, false),
    (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, false),
    (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
    (#"{"a":1,"b":2}"#, #"{"a":1}"#, false),
    (#"{"a":1, …}"#, #"{"a":1,"b":2}"#, true),
    (#"{"a":1, …}"#, #"{"a":1}"#, true),
    (#"{"b":2, …}"#, #"{"a":1,"b":2}"#, true),
    (#"{"c":2, …}"#, #"{"a":1,"b":2}"#, false),
    (#"{"a":2, …}"#, #"{"a":1,"b":2}"#, false),
    (#"{"a": …}"#, #"{"a":[1,{}]}"#, true),
    (#"{"a": …}"#, #"{"b":1}"#, false),
    ("[1, …]", "[1,2,3]", true),
    ("[1, …]", "[1]", true),
    ("[1, …]", "[]", false),
    ("[1, …]", "[2]", false),
    ("[…]", "[]", true),
    ("[]", "[1]", false),
    ("[{…}, {…}]", "[{},{}]", true),
    ("[{…}, {…}]", "[{},1]", false),
    (#""a…c""#, #""abc""#, true),
    (#""a…c""#, #""abd""#, false),
    (#""…""#, #""""#, true),
    (#""a.c""#, #""abc""#, false),
    (#""$$1""#, #""$1""#, true),
    (#"["$a","$a"]"#, #"["x","x"]"#, true),
    (#"["$a","$a"]"#, #"["x","y"]"#, false),
    (#"["$a","$b"]"#, #"["x","y"]"#, true),
    (#"["$a","$b"]"#, #"["x","x"]"#, false),
    (#"["b-$a","$a"]"#, #"["b-x.y","x.y"]"#, true),
    (#"["$a"]"#, "[1]", false),
    (#"["$a"]"#, #"[""]"#, false),
    (#""é""#, "\"e\u{301}\"", false),
    ("null", "false", false),
  ]

  @Test(arguments: cases.indices)
  func pattern(_ index: Int) throws {
    let (pattern, reply, matches) = ReplyPatternTests.cases[index]
    var captures = Captures()
    let reason = try ReplyPattern(pattern).mismatch(with: JSONValue(parsing: Array(reply.utf8)), &captures)
    #expect((reason == nil) == matches, "\(pattern) and \(reply): \(reason ?? "equal")")
  }

  @Test func namesAreSubstitutedAsJSON() throws {
    var captures = Captures()
    let matches = captures.match("$name", "a \"quoted\" one")
    #expect(matches)
    #expect(
      try captures.substitute(in: #"{"x":"<$name>","price":"5$$"}"#) == #"{"x":"<a \"quoted\" one>","price":"5$"}"#)
    #expect(throws: Captures.UnknownName.self) { try captures.substitute(in: "$other") }
  }

  /// What is no transcript is refused with its line, not skipped.
  @Test(arguments: [
    "> {}\n", "< {}\n", "| text\n", "bussiness x\n", "> {}\n\n< {}\n", "set X\n", "! 500\n", "> {}\n< {}\n\n< {}\n",
  ])
  func malformed(_ text: String) {
    #expect(throws: Transcript.Malformed.self) { try Transcript(name: "x", path: "x.txt", text: text) }
  }
}
