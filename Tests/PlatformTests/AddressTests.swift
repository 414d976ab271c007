// Addresses: which business and which door they name, behind web servers and in the events of function runtimes; and that no
// business can have a name that addresses keep for themselves.

import ActionTable
import Foundation
import JSON
import ProgramSupport
import Testing

@Suite struct AddressTests {
  /// Paths, whether the deployment has one business of its own, and the status and the `code` or a word of the reply.
  @Test(arguments: [
    ("", false, 200, "clara"), ("/", false, 200, "clara"), ("/gleichgewicht", false, 200, "clara"),
    ("//gleichgewicht//", false, 200, "clara"), ("/gleichgewicht/getAgents", false, 200, "clara"),
    ("/gleichgewicht/getAgents/", false, 200, "clara"), ("/getAgents", false, 200, "clara"),
    ("/getAgents", true, 200, "clara"), ("/gleichgewicht", true, 200, "clara"), ("/salon", true, 403, "wrong_entity"),
    ("/salon/getAgents", true, 403, "wrong_entity"), ("/salon", false, 404, "unknown_entity"),
    ("/salon/getAgents", false, 404, "unknown_entity"), ("/gleichgewicht/getagents", false, 400, "unknown_action"),
    ("/gleichgewicht/MCP", false, 400, "unknown_action"),
    ("/gleichgewicht/getAgents/mcp", false, 400, "unknown_action"),
    ("/gleichgewicht/mcp/getAgents", false, 400, "unknown_action"), ("/../etc/passwd", false, 404, "unknown_entity"),
    ("/gleichgewicht/../getAgents", false, 400, "unknown_action"),
    ("/gleichgewicht/getSlots", false, 400, "invalid_request"), ("/mcp", false, 400, "-32600"),
    ("/gleichgewicht/mcp/", false, 400, "-32600"), ("/mcp", true, 400, "-32600"), ("/vapi", false, 400, "message.type"),
    ("/retell", false, 400, "name"),
  ])
  func path(_ path: String, _ isOwn: Bool, _ status: Int, _ word: String) async throws {
    let tree = try greetingTree()
    var variables = Program.cgi(greeting, ["VOICEBOT_ROOT": tree.root.path, "PATH_INFO": path])
    if isOwn { variables["VOICEBOT_ENTITY"] = "gleichgewicht" }
    let result = try await Program.child(variables, input: .bytes(greeting)).run()
    let reply = try #require(CGIResponse(result.output))
    #expect(reply.status == status, "\(path): \(result.text)")
    #expect(String(decoding: reply.body, as: UTF8.self).contains(word), "\(path): \(result.text)")
  }

  /// Events of Lambda's gateways: the route's parameter and what the path has behind it, a proxy, a function's own URL.
  @Test(arguments: [
    #""routeKey":"$default","rawPath":"/gleichgewicht/mcp""#,
    #""routeKey":"$default","rawPath":"/live/gleichgewicht/mcp""#,
    #""routeKey":"POST /voicebot/{entityId}/mcp","rawPath":"/voicebot/gleichgewicht/mcp","pathParameters":{"entityId":"gleichgewicht"}"#,
    #""routeKey":"POST /voicebot/{proxy+}","rawPath":"/voicebot/gleichgewicht/mcp","pathParameters":{"proxy":"gleichgewicht/mcp"}"#,
  ])
  func lambda(_ route: String) async throws {
    let tree = try greetingTree()
    let message =
      #"{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"server/discover\",\"params\":{\"_meta\":{"#
      + #"\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","#
      + #"\"io.modelcontextprotocol/clientCapabilities\":{}}}}"#
    let headers = #"{"mcp-protocol-version":"2026-07-28","mcp-method":"server/discover"}"#
    let stage = route.contains("/live/") ? "live" : "$default"
    let event =
      #"{"version":"2.0",\#(route),"headers":\#(headers),"requestContext":{"stage":"\#(stage)","http":{"method":"POST"}},"#
      + #""isBase64Encoded":false,"body":"\#(message)"}"#
    let reply = try await answered(event, in: tree)
    #expect(reply["statusCode"] == .number(JSONNumber(200)))
    #expect(reply["body"]?.stringValue?.contains(#""supportedVersions""#) == true, "\(reply)")
    // A notification is answered without a body, and without saying what kind of body that is.
    let notice = try await answered(
      #"{"version":"2.0",\#(route),"headers":{},"requestContext":{"stage":"\#(stage)","http":{"method":"POST"}},"#
        + #""body":"{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"}"#, in: tree)
    #expect(notice["statusCode"] == .number(JSONNumber(202)))
    #expect(notice["body"] == .string("") && notice["headers"]?.objectValue?["Content-Type"] == nil)
  }

  private func answered(_ event: String, in tree: TemporaryTree) async throws -> JSONObject {
    let variables = ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:1", "VOICEBOT_ROOT": tree.root.path]
    let result = try await Program.child(variables, input: .bytes(Array(event.utf8))).run()
    return try #require(try JSONValue(parsing: result.output, limits: JSONLimits(bytes: 1 << 20)).objectValue)
  }

  /// The names of the actions, the doors and the counter.
  static let kept = ReservedNames.doors + ActionTable.rows.map(\.name) + ["counter"]

  @Test(arguments: kept)
  func noBusinessIsCalled(_ name: String) async throws {
    let tree = try greetingTree()
    let created = try await desk(["new", name, "--timezone", "Europe/Berlin", "--country", "DE"], in: tree)
    #expect(created.status == 1 && created.errorText.contains("No business can have this name"), "\(created.errorText)")
    let renamed = try await desk(["rename", "gleichgewicht", name], in: tree)
    #expect(renamed.status == 64 && renamed.errorText.contains("addresses keep that name"), "\(renamed.errorText)")
    let file = try String(contentsOf: tree.root.appending(path: "Businesses/gleichgewicht.yaml"), encoding: .utf8)
    try tree.write(
      file.replacing("phoneSipId12345678, ", with: "").replacing("+49 351 1234567", with: "bell"),
      to: "Businesses/\(name).yaml")
    let checked = try await desk(["check"], in: tree)
    #expect(checked.status == 1 && checked.text.contains("No business can have this name"), "\(checked.text)")
  }

  private func desk(_ words: [String], in tree: TemporaryTree) async throws -> Child.Result {
    try await Child(path: Program.desk, arguments: words, environment: ["VOICEBOT_ROOT": tree.root.path]).run()
  }
}
