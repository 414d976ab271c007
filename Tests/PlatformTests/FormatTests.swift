// What `voicebot tools` prints, against the models of the platforms' SDKs; and the envelopes of the doors.

import ActionTable
import Foundation
import JSON
import ProgramSupport
import Testing

@Suite struct FormatTests {
  static let formats = ["mcp", "openai", "vapi", "vapi-function", "retell", "elevenlabs", "telnyx"]

  @Test(arguments: formats, ["gleichgewicht", "haarschnitt", "mar-alto"])
  func sdk(_ format: String, _ business: String) async throws {
    let tools = try await print(["tools", business, "--format", format])
    try await runClient("formats", [format], input: Array(tools.utf8))
  }

  /// Each format has each row of the table, with its sentence and the parameters that a model fills in; where a token is
  /// needed there is a place for it.
  @Test(arguments: formats)
  func everyRow(_ format: String) async throws {
    let text = try await print(["tools", "gleichgewicht", "--format", format, "--url", "https://bots.example/vb/"])
    let tools = try #require(try JSONValue(parsing: Array(text.utf8), limits: JSONLimits(bytes: 1 << 20)).arrayValue)
    let rows = ActionTable.rows.filter(\.isListed)
    #expect(tools.count == rows.count)
    for (row, tool) in zip(rows, tools) {
      #expect(find("name", in: tool) == .string(row.name))
      #expect(find("description", in: tool) == .string(row.sentence))
      let names = try #require(find("properties", in: tool)?.objectValue).members.map(\.name)
      var expected = row.modelParameters.map(\.name)
      if ["vapi", "telnyx"].contains(format) { expected.removeAll { $0 == "limit" } }
      #expect(names.filter { $0 != "action" } == expected, "\(format) \(row.name)")
      if let url = find("url", in: tool)?.stringValue { #expect(url.hasPrefix("https://bots.example/vb/")) }
    }
    #expect(!text.contains("Authorization") && !text.contains("CREDENTIAL"))
    guard !["mcp", "openai"].contains(format) else { return }
    let guarded = try await print(["tools", "gleichgewicht", "--format", format], ["VOICEBOT_TOKEN": "secret"])
    #expect(guarded.contains("Authorization") || guarded.contains("CREDENTIAL"))
    #expect(!guarded.contains("secret\""))
  }

  /// Persons have the fields that the business asks for, under its labels.
  @Test func personsOfTheBusiness() async throws {
    let text = try await print(["tools", "gleichgewicht", "--format", "openai"])
    #expect(text.contains(#""insuranceNumber": {"#) && text.contains("Versichertennummer"))
    let other = try await print(["tools", "haarschnitt", "--format", "openai"])
    #expect(!other.contains("insuranceNumber"))
  }

  /// What the SDKs' models write goes in, and Vapi's reads what comes out: a call that went well and one that did not.
  @Test func envelopes() async throws {
    let tree = try greetingTree()
    let message = try await runClient("envelopes", ["vapi-message"])
    let results = try await sent(Array(message.utf8), to: "vapi", in: tree)
    #expect(results.status == 200)
    try await runClient("envelopes", ["vapi-results"], input: results.body)
    let call = try await runClient("envelopes", ["retell-call"])
    let reply = try await sent(Array(call.utf8), to: "retell", in: tree)
    #expect(reply.status == 200 && String(decoding: reply.body, as: UTF8.self) == greeted)
  }

  /// An envelope may have a megabyte, a call in it no more than a request; more is too large.
  @Test(arguments: ["vapi", "retell"])
  func sizes(_ door: String) async throws {
    let tree = try greetingTree()
    for (conversation, notes, status, isGood) in [
      (1_000_000, 10, 200, true), (1_100_000, 10, 413, false), (10, 70_000, 200, false), (10, 60_000, 200, true),
    ] {
      let talk = String(repeating: "x", count: conversation)
      let arguments = #"{"appointmentTypeId":"course","notes":"\#(String(repeating: "y", count: notes))"}"#
      let body =
        door == "vapi"
        ? #"""
        {"message":{"type":"tool-calls","artifact":"\#(talk)","toolCallList":[
        {"id":"a","function":{"name":"getAgents","arguments":\#(arguments)}}]}}
        """#
        : #"{"name":"getAgents","args":\#(arguments),"call":{"transcript":"\#(talk)"}}"#
      let reply = try await sent(Array(body.utf8), to: door, in: tree)
      let text = String(decoding: reply.body, as: UTF8.self)
      #expect(text.contains("Clara Nowak") == isGood, "\(conversation) \(notes): \(text.prefix(300))")
      // Retell's own call is the envelope: too large a call is too large a request.
      #expect(reply.status == (door == "retell" && notes > 65_536 ? 413 : status), "\(conversation) \(notes)")
    }
  }

  /// A megabyte of calls that are none is answered within the memory that any request has.
  @Test(arguments: ["7", "{}", "[[]]", #"{"function":{}}"#])
  func manyCalls(_ call: String) async throws {
    let tree = try greetingTree()
    let calls = Array(repeating: call, count: 1_000_000 / (call.utf8.count + 1)).joined(separator: ",")
    let body = Array(#"{"message":{"type":"tool-calls","toolCallList":[\#(calls)]}}"#.utf8)
    var child = Program.child(
      Program.cgi(body, ["VOICEBOT_ROOT": tree.root.path, "PATH_INFO": "/gleichgewicht/vapi"]), input: .bytes(body))
    child.addressSpaceKiB = Program.addressSpaceKiB
    let reply = try #require(CGIResponse(try await child.run().output))
    #expect(reply.status == 200 && reply.body.count < 65_536)
  }

  /// Calls of one message wait no longer together than one does: the lock is held by somebody else, and eight calls that
  /// would book are told that within one wait.
  @Test func eightCallsWaitOnce() async throws {
    let tree = try greetingTree()
    let call = #"{"name":"cancelAppointment","id":"a","arguments":{"bookingId":"b1","slotId":"\#(slot)"}}"#
    let calls = Array(repeating: call, count: 8).joined(separator: ",")
    let body = Array(#"{"message":{"type":"tool-calls","toolCallList":[\#(calls)]}}"#.utf8)
    let variables = Program.cgi(
      body, ["VOICEBOT_ROOT": tree.root.path, "PATH_INFO": "/gleichgewicht/vapi", "VOICEBOT_LOG": "off"])
    let lock = tree.root.path + "/Data/gleichgewicht.lock"
    // flock(1) holds the lock while the program runs. One wait is 5 s at most; eight would be more than 20.
    var child = Program.child(variables, input: .bytes(body))
    child.arguments = ["--exclusive", lock, "timeout", "20", child.path]
    child.path = "/usr/bin/flock"
    child.environment["PATH"] = "/usr/bin:/bin"
    let result = try await child.run()
    let reply = try #require(CGIResponse(result.output), "\(result.errorText)")
    let results = try JSONValue(parsing: reply.body, limits: JSONLimits(bytes: 1 << 20)).objectValue?["results"]?
      .arrayValue
    #expect(results?.count == 8)
    for result in results ?? [] { #expect(result.objectValue?["error"]?.stringValue?.contains("\"busy\"") == true) }
  }

  private let slot = "gleichgewicht.massage.massage-30.anna.20260916T060000Z"

  private func sent(_ body: [UInt8], to door: String, in tree: TemporaryTree) async throws -> CGIResponse {
    let variables = Program.cgi(
      body,
      [
        "VOICEBOT_ROOT": tree.root.path, "PATH_INFO": "/gleichgewicht/\(door)",
        "VOICEBOT_NOW": "2026-09-14T08:00:00+02:00",
      ])
    return try #require(CGIResponse(try await Program.child(variables, input: .bytes(body)).run().output))
  }

  /// What a command of the desk prints.
  private func print(_ words: [String], _ variables: [String: String] = [:]) async throws -> String {
    let environment = ["VOICEBOT_BUSINESSES": Program.checkout.path + "/Businesses", "VOICEBOT_DATA": "/nonexistent"]
    let result = try await Child(
      path: Program.desk, arguments: words, environment: environment.merging(variables) { $1 }
    ).run()
    #expect(result.status == 0, "\(result.errorText)")
    return result.text
  }

  /// The first member of a name, from the outside in.
  private func find(_ name: String, in value: JSONValue) -> JSONValue? {
    var level = [value]
    while !level.isEmpty {
      for object in level.compactMap(\.objectValue) { if let found = object[name] { return found } }
      level = level.flatMap { $0.objectValue?.members.map(\.value) ?? [] }
    }
    return nil
  }
}
