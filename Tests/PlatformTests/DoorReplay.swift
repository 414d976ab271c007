// Every transcript once more through each door for language models: its requests are put into the door's envelope, and what
// comes back is taken out of it, so what must come back is what the transcript says.

import Foundation
import JSON
import ProgramSupport
import Testing

/// A door, and the envelope that it takes.
enum ReplayDoor: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case action
  case legacyMCP = "mcp with a handshake"
  case modernMCP = "mcp without sessions"
  case vapi
  case retell

  var testDescription: String { rawValue }
}

/// Sends the requests of a transcript through a door. Those that no envelope can hold, because they are no JSON object with an
/// action, go to the plain endpoint, and so do those to an address of more than one segment.
struct ReplayCarrier: Carrier {
  let door: ReplayDoor
  /// Is told of each action, its members and the reply to it.
  var observe: @Sendable (_ action: String, _ members: JSONObject, _ status: Int, _ reply: [UInt8]) -> Void = {
    _, _, _, _ in
  }

  func send(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) async throws
    -> Received
  {
    guard let request = try? JSONValue(parsing: body, limits: JSONLimits(), leniency: .callers),
      let members = request.objectValue, let action = members["action"]?.stringValue,
      Self.actions.contains(action), endpoint?.contains("/") != true
    else { return try await sent(body, variables, path: endpoint, tree: tree) }
    var rest = JSONObject(members.members.filter { $0.name != "action" })
    if door != .action, action == "getSlots", rest["limit"].map({ $0 == .null }) ?? true {
      // The transcripts have whole listings.
      rest = JSONObject(rest.members.filter { $0.name != "limit" })
      rest.append("limit", .number(JSONNumber(1_000_000)))
    }
    let path = (endpoint.map { $0 + "/" } ?? "") + (door == .action ? action : Self.path(of: door))
    let envelope = Self.envelope(door, action, rest)
    var variables = variables
    if door == .modernMCP {
      variables["HTTP_MCP_PROTOCOL_VERSION"] = "2026-07-28"
      variables["HTTP_MCP_METHOD"] = "tools/call"
      variables["HTTP_MCP_NAME"] = action
    }
    var received = try await sent(Self.bytes(envelope), variables, path: path, tree: tree)
    if received.complaint == nil { unwrap(&received) }
    observe(action, rest, received.status ?? 0, received.body)
    return received
  }

  private func sent(
    _ body: [UInt8], _ variables: [String: String], path: String?, tree: TemporaryTree
  ) async throws -> Received {
    var environment = Program.cgi(body, variables).merging(["VOICEBOT_ROOT": tree.root.path]) { $1 }
    if let path { environment["PATH_INFO"] = "/\(path)" }
    let result = try await Program.child(environment, input: .bytes(body)).run()
    let reply = CGIResponse(result.output)
    var received = Received(status: reply?.status, body: reply?.body ?? result.output, log: result.errorText)
    received.complaint = result.status == 0 ? reply?.complaint : "the program ended with \(result.status ?? -1)"
    return received
  }

  private static func path(of door: ReplayDoor) -> String {
    switch door {
    case .legacyMCP, .modernMCP: "mcp"
    case .vapi: "vapi"
    case .retell: "retell"
    case .action: ""
    }
  }

  /// The body that the door takes for a call.
  private static func envelope(_ door: ReplayDoor, _ action: String, _ members: JSONObject) -> JSONValue {
    switch door {
    case .action: return .object(members)
    case .retell: return object([("name", .string(action)), ("args", .object(members)), ("call", object([]))])
    case .vapi:
      let function = object([("name", .string(action)), ("arguments", .object(members))])
      let call = object([("id", .string("call")), ("type", .string("function")), ("function", function)])
      return object([("message", object([("type", .string("tool-calls")), ("toolCallList", .array([call]))]))])
    case .legacyMCP, .modernMCP:
      var parameters = [("name", JSONValue.string(action)), ("arguments", .object(members))]
      if door == .modernMCP {
        let prefix = "io.modelcontextprotocol/"
        parameters.append(
          (
            "_meta",
            object([(prefix + "protocolVersion", .string("2026-07-28")), (prefix + "clientCapabilities", object([]))])
          ))
      }
      return object([
        ("jsonrpc", .string("2.0")), ("id", .number(JSONNumber(0))), ("method", .string("tools/call")),
        ("params", object(parameters)),
      ])
    }
  }

  /// Takes the webhook's reply out of the envelope; the envelope's status stands for itself only at the action's address.
  private func unwrap(_ received: inout Received) {
    // Who has no token is told so by the status, at every door.
    guard door != .action, received.status != 401 else { return }
    let isGood = received.status == 200 || door == .retell && (received.status ?? 0) >= 500
    guard isGood else {
      received.complaint =
        "the envelope has status \(received.status ?? 0): \(String(decoding: received.body, as: UTF8.self))"
      return
    }
    received.status = nil
    var body = received.body
    let value = (try? JSONValue(parsing: body, limits: JSONLimits(bytes: 1 << 24)))?.objectValue
    if door == .vapi {
      let result = value?["results"]?.arrayValue?.first?.objectValue
      let isError = result?["error"] != nil
      body = Self.withoutRemark((result?["error"] ?? result?["result"])?.stringValue.map { Array($0.utf8) } ?? [])
      if isError != (code(body) != nil) { received.complaint = "error and result are mixed up" }
    } else if door != .retell {
      let result = value?["result"]?.objectValue
      body = Array(
        result?["content"]?.arrayValue?.first?.objectValue?["text"]?.stringValue.map { Array($0.utf8) } ?? [])
      if result?["isError"]?.boolValue != (code(body) != nil) { received.complaint = "isError is wrong" }
    }
    received.body = Self.withoutRemark(body)
  }

  /// A reply without the sentence behind it, which tells models what day it is.
  private static func withoutRemark(_ body: [UInt8]) -> [UInt8] {
    let text = String(decoding: body, as: UTF8.self)
    if text.hasPrefix("[] ") { return Array("[]".utf8) }
    return Array(text.replacing(/(?s)\} Today is [a-z]+, [-0-9]+\.$/, with: "}").utf8)
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(JSONObject(members.map { JSONObject.Member(name: $0.0, value: $0.1) }))
  }

  private static func bytes(_ value: JSONValue) -> [UInt8] {
    var json = JSONWriter()
    json.value(value)
    return json.bytes
  }

  static let actions: Set<String> = [
    "getEntityForSipId", "getBusinessName", "getAppointmentTypes", "getAppointmentTypesWithProducts", "getAgents",
    "getProducts", "getSlots", "getRequiredInfo", "bookAppointment", "modifyAppointment", "cancelAppointment",
    "findExistingUser", "findExistingBooking",
  ]
}

@Suite struct DoorReplayTests {
  @Test(arguments: ReplayDoor.allCases, try Transcript.all())
  func everyTranscript(_ door: ReplayDoor, _ transcript: Transcript) async throws {
    var runner = try TranscriptRunner(transcript, by: ReplayCarrier(door: door))
    try await runner.run()
  }
}
