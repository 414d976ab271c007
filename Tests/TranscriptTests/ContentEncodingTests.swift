// A body that is compressed is refused, however the host says it. How much of it is read is in DoorTests.swift.

import Foundation
import JSON
import ProgramSupport
import Testing

@Suite struct ContentEncodingTests {
  private static let cgi = "HTTP_CONTENT_ENCODING"

  /// The variable that says a `Content-Encoding`, what it says, and whether the body is answered.
  static let cases: [(variable: String, value: String, isAnswered: Bool)] = [
    (cgi, "identity", true), (cgi, "Identity", true), (cgi, " identity ", true), (cgi, "", true),
    (cgi, "identity, identity", true), (cgi, "gzip", false), (cgi, "br", false), (cgi, "identity, gzip", false),
    (cgi, "gzip, identity", false), (cgi, "identity2", false), (cgi, "utf-8", false),
    ("Http_Content_Encoding", "identity", true), ("Http_Content_Encoding", "gzip", false),
  ]

  @Test(arguments: cases.indices)
  func encoding(_ index: Int) async throws {
    let (variable, value, isAnswered) = Self.cases[index]
    let tree = try greetingTree()
    var environment = [variable: value, "VOICEBOT_ROOT": tree.root.path]
    if variable == Self.cgi { environment = Program.cgi(greeting, environment) }
    let result = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(result.status == 0)
    let body = variable == Self.cgi ? try #require(CGIResponse(result.output)).body : result.output
    if isAnswered {
      #expect(String(decoding: body, as: UTF8.self).hasPrefix(greeted))
    } else {
      let problem = try JSONValue(parsing: body).objectValue
      #expect(problem?["status"]?.integerValue == 400)
      #expect(problem?["code"]?.stringValue == "invalid_request")
      #expect(problem?["field"]?.stringValue == "Content-Encoding")
    }
  }

  /// A refused body is read away first, and not a byte more.
  @Test func compressedBodyIsDrained() async throws {
    let tree = try TemporaryTree()
    try tree.write(String(repeating: " ", count: 65_536) + "NEXT", to: "input")
    var child = Program.child(Program.cgi([], [Self.cgi: "gzip", "CONTENT_LENGTH": "65536"]))
    child.path = "/bin/sh"
    child.arguments = ["-c", #"{ "$0"; cat >&2; } <"$1""#, Program.path, tree.root.appending(path: "input").path]
    let result = try await child.run()
    #expect(result.errorText == "NEXT")
    #expect(try #require(CGIResponse(result.output)).status == 400)
  }

  /// What is too long, or never arrives, is told as such.
  @Test func lengthComesFirst() async throws {
    for (length, code) in [("65537", "request_too_large"), ("abc", "length_required"), ("5", "invalid_request")] {
      let environment = Program.cgi([], [Self.cgi: "gzip", "CONTENT_LENGTH": length])
      let result = try await Program.child(environment, input: .bytes([])).run()
      let problem = try JSONValue(parsing: try #require(CGIResponse(result.output)).body).objectValue
      #expect(problem?["code"]?.stringValue == code)
      #expect(problem?["field"]?.stringValue == (length == "5" ? "Content-Length" : nil))
    }
  }
}
