// The Model Context Protocol row by row, in both of its eras: what comes in, and with which status and reply it goes out. Rows
// are what clients send, and what none should.

import Foundation
import JSON
import ProgramSupport
import Testing

/// One message, its header fields, and what must come of it.
struct MCPRow: Sendable, CustomTestStringConvertible {
  var title: String
  /// Variables of CGI besides those of every request.
  var headers: [String: String] = [:]
  var body: String
  var status: Int
  /// The reply as a transcript has it; empty where there is no body.
  var reply: String

  var testDescription: String { title }

  init(_ title: String, _ body: String, _ status: Int, _ reply: String) {
    self.init(title, [:], body, status, reply)
  }

  init(_ title: String, _ headers: [String: String], _ body: String, _ status: Int, _ reply: String) {
    (self.title, self.headers, self.body, self.status, self.reply) = (title, headers, body, status, reply)
  }
}

@Suite struct MCPTableTests {
  @Test(arguments: MCPRow.legacy + MCPRow.modern + MCPRow.hostile)
  func row(_ row: MCPRow) async throws {
    let tree = try greetingTree()
    let reply = try await send(Array(row.body.utf8), row.headers, in: tree)
    let text = String(decoding: reply.body, as: UTF8.self)
    #expect(reply.status == row.status, "\(text)")
    if row.reply.isEmpty {
      #expect(reply.body.isEmpty && reply["Content-Length"] == "0" && reply["Content-Type"] == nil)
    } else {
      let value = try JSONValue(parsing: reply.body, limits: JSONLimits(bytes: 1 << 20))
      var captures = Captures()
      #expect(try ReplyPattern(row.reply).mismatch(with: value, &captures) == nil, "\(text)")
      // A client reads an error only where it is called JSON (mcp 2.3.0).
      if value.objectValue?["jsonrpc"] != nil { #expect(reply["Content-Type"] == "application/json") }
    }
    #expect(reply["Mcp-Session-Id"] == nil)
  }

  @Test(arguments: ["GET", "DELETE", "HEAD", "PUT", "OPTIONS"])
  func otherMethods(_ method: String) async throws {
    let tree = try greetingTree()
    let reply = try await send([], ["REQUEST_METHOD": method], in: tree)
    #expect(reply.status == 405)
    #expect(reply["Allow"] == "POST")
  }

  /// One byte more than a request may have, and a megabyte.
  @Test(arguments: [65_537, 1 << 20])
  func tooLarge(_ count: Int) async throws {
    let body = Array(repeating: UInt8(ascii: " "), count: count)
    let reply = try await send(body, [:], in: try greetingTree())
    #expect(reply.status == 413)
    #expect(code(reply.body) == "request_too_large")
  }

  /// The ids that JSON-RPC allows come back as they were written.
  @Test(arguments: ["0", "-1", "7", "9007199254740993", "1e3", "1.5", "\"\"", "\"a\"", "\"\\u00e9 \\\"\"", "\"0\""])
  func ids(_ id: String) async throws {
    let tree = try greetingTree()
    let body = #"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#
    let reply = try await send(Array(body.utf8), [:], in: tree)
    let sent = try #require(try JSONValue(parsing: Array(body.utf8)).objectValue)
    let object = try #require(try JSONValue(parsing: reply.body).objectValue)
    #expect(object["id"] == sent["id"])
    #expect(object["result"] == .object(JSONObject()))
  }

  /// Whoever has no token learns nothing, whatever is sent; with it everything is as without one.
  @Test(arguments: (MCPRow.legacy + MCPRow.modern + MCPRow.hostile).filter { $0.status != 403 })
  func withoutAToken(_ row: MCPRow) async throws {
    let tree = try greetingTree()
    let token = ["VOICEBOT_TOKEN": "secret"]
    let refused = try await send(Array(row.body.utf8), row.headers.merging(token) { $1 }, in: tree)
    #expect(refused.status == 401)
    #expect(code(refused.body) == "unauthorized")
    #expect(refused["WWW-Authenticate"] != nil)
    let shown = token.merging(["HTTP_AUTHORIZATION": "Bearer secret"]) { $1 }
    let answered = try await send(Array(row.body.utf8), row.headers.merging(shown) { $1 }, in: tree)
    #expect(answered.status == row.status)
  }

  /// A business that cannot be served is an error of the protocol, and the operator is told.
  @Test func aBrokenBusiness() async throws {
    let tree = try greetingTree()
    try tree.write("name: Nothing more\n", to: "Businesses/gleichgewicht.yaml")
    for (method, headers, status) in [("tools/list", [:], 200), ("tools/list", MCPRow.headers("tools/list"), 500)] {
      let meta = headers.isEmpty ? "{}" : #"{"_meta":\#(MCPRow.meta)}"#
      let body = #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(meta)}"#
      let result = try await child(Array(body.utf8), headers, in: tree).run()
      let reply = try #require(CGIResponse(result.output))
      #expect(reply.status == status)
      let error = try JSONValue(parsing: reply.body).objectValue?["error"]?.objectValue
      #expect(error?["code"]?.integerValue == -32603)
      #expect(error?["data"]?.objectValue?["code"]?.stringValue == "misconfigured_business")
      #expect(result.errorText.contains(" 500 gleichgewicht.yaml: "))
    }
  }

  private func send(_ body: [UInt8], _ headers: [String: String], in tree: TemporaryTree) async throws -> CGIResponse {
    let result = try await child(body, headers, in: tree).run()
    #expect(result.status == 0)
    return try #require(CGIResponse(result.output), "\(result.text)")
  }

  private func child(_ body: [UInt8], _ headers: [String: String], in tree: TemporaryTree) -> Child {
    let fixed = [
      "VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T08:00:00+02:00", "PATH_INFO": "/gleichgewicht/mcp",
      "HTTP_HOST": "bots.example:8443",
    ]
    return Program.child(Program.cgi(body, headers).merging(fixed) { mine, _ in mine }, input: .bytes(body))
  }
}
