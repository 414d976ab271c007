// The log of requests (VOICEBOT_REQUESTS): a line for each call whatever came of it, nothing that callers said, whole lines
// from many processes at once and around a rotation, and no request that fails because of it.

import Foundation
import JSON
import ProgramSupport
import Testing

@Suite struct RequestLogTests {
  private let tree: TemporaryTree
  private var log: URL { tree.root.appending(path: "requests.log") }

  init() throws { tree = try greetingTree() }

  /// Sends a body to an address under a web server and returns the reply.
  @discardableResult
  private func send(
    _ body: String, to path: String = "", method: String = "POST", log: String? = nil, _ more: [String: String] = [:]
  ) async throws -> Child.Result {
    let environment = Program.cgi(
      Array(body.utf8), method: method,
      ["PATH_INFO": path, "VOICEBOT_ROOT": tree.root.path, "VOICEBOT_REQUESTS": log ?? self.log.path]
    ).merging(more) { $1 }
    return try await Program.child(environment, input: .bytes(Array(body.utf8))).run()
  }

  /// The lines, each without its time and its milliseconds, whose form is held here.
  private func lines(_ file: URL? = nil) throws -> [String] {
    let text = try String(contentsOf: file ?? log, encoding: .utf8)
    #expect(text.hasSuffix("\n"))
    return try text.split(separator: "\n").map { line in
      let form = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (\S+ \S+ \S+) \d+\.\d{3}/
      return String(try #require(line.wholeMatch(of: form), "\(line)").1)
    }
  }

  @Test func eachCallIsALine() async throws {
    let call = #"{"id":"1","function":{"name":"getAppointmentTypes","arguments":{}}}"#
    let other = #"{"id":"2","function":{"name":"Eva Klein","arguments":{}}}"#
    for (body, path, method, more) in [
      (String(decoding: greeting, as: UTF8.self), "", "POST", [:]),
      ("{}", "/gleichgewicht/getAppointmentTypes", "POST", [:]),
      (#"{"action":"getProducts","appointmentTypeId":"Eva"}"#, "/gleichgewicht", "POST", ["VOICEBOT_ERRORS": "200"]),
      (#"{"action":"Eva Klein"}"#, "/Eva-Klein", "POST", [:]), ("Eva", "/gleichgewicht", "POST", [:]),
      ("", "/gleichgewicht", "GET", [:]),
      (#"{"action":"getAgents"}"#, "/gleichgewicht", "POST", ["VOICEBOT_TOKEN": "x"]),
      (#"{"message":{"type":"tool-calls","toolCallList":[\#(call),\#(other)]}}"#, "/gleichgewicht/vapi", "POST", [:]),
      (#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, "/gleichgewicht/mcp", "POST", [:]),
      (#"{"action":"getAgents"}"#, "/gleichgewicht/Eva", "POST", [:]),
    ] as [(String, String, String, [String: String])] {
      try await send(body, to: path, method: method, more)
    }
    #expect(
      try lines() == [
        "getAgents gleichgewicht ok", "getAppointmentTypes gleichgewicht ok",
        "getProducts gleichgewicht unknown_appointment_type", "- - unknown_entity", "- gleichgewicht invalid_json",
        "- gleichgewicht method_not_allowed", "getAgents gleichgewicht unauthorized",
        "getAppointmentTypes gleichgewicht ok", "- gleichgewicht unknown_action", "mcp gleichgewicht ok",
        "- gleichgewicht unknown_action",
      ])
    let mode = try FileManager.default.attributesOfItem(atPath: log.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func itIsOptIn() async throws {
    try await send(String(decoding: greeting, as: UTF8.self), log: "")
    #expect(!FileManager.default.fileExists(atPath: log.path))
  }

  /// A log that cannot be had costs the operator a line in the other log, and nobody an answer.
  @Test(arguments: ["/nowhere/requests.log", "/", "/dev/full"])
  func itFailsNoRequest(_ path: String) async throws {
    let result = try await send(String(decoding: greeting, as: UTF8.self), log: path)
    #expect(result.status == 0)
    #expect(String(decoding: try #require(CGIResponse(result.output)).body, as: UTF8.self) == greeted)
    #expect(result.errorText.contains(" 200 VOICEBOT_REQUESTS names a file that cannot be "))
  }

  /// Many processes append at once while the file is renamed and cut, as logrotate does: each call is one whole line.
  @Test func linesStayWholeWhileItIsRotated() async throws {
    let body = String(decoding: greeting, as: UTF8.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { for _ in 0..<25 { try await send(body) } }
      }
      try await send(body)
      try FileManager.default.moveItem(at: log, to: tree.root.appending(path: "requests.log.1"))
      try await group.waitForAll()
    }
    let all = try lines() + lines(tree.root.appending(path: "requests.log.1"))
    #expect(all == Array(repeating: "getAgents gleichgewicht ok", count: 101))
    // copytruncate: what comes next begins the file, and no hole is before it.
    try FileHandle(forWritingTo: log).truncate(atOffset: 0)
    try await send(body)
    #expect(try lines() == ["getAgents gleichgewicht ok"])
  }
}
