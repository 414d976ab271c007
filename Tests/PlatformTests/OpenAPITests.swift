// The OpenAPI document: valid, true to what the program takes and answers in every transcript, and what a test generator makes
// of it brings no fault.

import Foundation
import JSON
import ProgramSupport
import Synchronization
import Testing

@Suite struct OpenAPITests {
  /// Every request and reply of the transcripts, by the actions' addresses.
  @Test func transcripts() async throws {
    let tree = try TemporaryTree()
    let exchanges = Exchanges()
    for transcript in try Transcript.all() {
      let carrier = ReplayCarrier(door: .action) { exchanges.add($0, $1, $2, $3) }
      var runner = try TranscriptRunner(transcript, by: carrier)
      try await runner.run()
    }
    try tree.write(try await document(), to: "openapi.json")
    try tree.write(exchanges.text, to: "pairs.jsonl")
    try await runClient("openapi", [tree.root.path + "/openapi.json", tree.root.path + "/pairs.jsonl"])
  }

  /// A document of a business is one, too, and knows its fields.
  @Test func ofABusiness() async throws {
    let text = try await document(["gleichgewicht", "--url", "https://bots.example/voicebot/gleichgewicht"])
    #expect(text.contains("Versichertennummer"))
    try await runClient("openapi_valid", input: Array(text.utf8))
  }

  /// What schemathesis makes of the document, with a fixed seed: no 5xx, and replies as the document says.
  @Test func generatedRequests() async throws {
    let tree = try greetingTree()
    try tree.write(try await document(["gleichgewicht"]), to: "openapi.json")
    try await runClient(
      "generated", [tree.root.path + "/openapi.json", Program.path, tree.root.path, "/gleichgewicht"])
  }

  private func document(_ words: [String] = []) async throws -> String {
    let result = try await Child(
      path: Program.desk, arguments: ["openapi"] + words,
      environment: ["VOICEBOT_BUSINESSES": Program.checkout.path + "/Businesses", "VOICEBOT_DATA": "/nonexistent"]
    ).run()
    #expect(result.status == 0, "\(result.errorText)")
    return result.text
  }
}

/// What went to and fro, as lines of JSON.
private final class Exchanges: Sendable {
  private let lines = Mutex<[String]>([])

  var text: String { lines.withLock { $0.joined(separator: "\n") } }

  func add(_ action: String, _ members: JSONObject, _ status: Int, _ reply: [UInt8]) {
    guard let reply = try? JSONValue(parsing: reply, limits: JSONLimits(bytes: 1 << 24)) else { return }
    var json = JSONWriter()
    json.value(.array([.string(action), .object(members), .number(JSONNumber(status)), reply]))
    lines.withLock { $0.append(String(decoding: json.bytes, as: UTF8.self)) }
  }
}
