// Every transcript, through the program itself: bare, as a web server would start it, and both
// without the operator's program beside it.

import Foundation
import ProgramSupport
import Testing

/// The program started directly, without a web server.
struct BareCarrier: Carrier {
  var program = Program.path

  func send(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) async throws
    -> Received
  {
    var environment = variables.merging(["VOICEBOT_ROOT": tree.root.path]) { $1 }
    environment["VOICEBOT_ENTITY"] = endpoint ?? environment["VOICEBOT_ENTITY"]
    let result = try await Child(path: program, environment: environment, input: .bytes(body)).run()
    var received = Received(body: result.output, log: result.errorText)
    if result.status != 0 {
      received.complaint = "the program ended with \(result.status ?? -1), signal \(result.signal ?? 0)"
    } else if result.output.last != UInt8(ascii: "\n") || result.output.filter({ $0 == UInt8(ascii: "\n") }).count != 1
    {
      received.complaint = "the reply is not one line"
    }
    return received
  }
}

/// The program started as CGI/1.1 has it, its reply read as a web server reads it.
struct CGICarrier: Carrier {
  var program = Program.path

  func send(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) async throws
    -> Received
  {
    CGICarrier.received(try await child(body, variables, endpoint: endpoint, tree: tree).run())
  }

  /// The program as it is started for a request.
  func child(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) -> Child {
    var environment = Program.cgi(body, variables).merging(["VOICEBOT_ROOT": tree.root.path]) { $1 }
    if let endpoint { environment["PATH_INFO"] = "/\(endpoint)" }
    return Child(path: program, environment: environment, input: .bytes(body))
  }

  /// What came of it.
  static func received(_ result: Child.Result) -> Received {
    let reply = CGIResponse(result.output)
    var received = Received(status: reply?.status, body: reply?.body ?? result.output, log: result.errorText)
    if result.status != 0 {
      received.complaint = "the program ended with \(result.status ?? -1), signal \(result.signal ?? 0)"
    } else if let reply {
      received.complaint = reply.complaint
    } else {
      received.complaint = "the reply is no CGI response"
    }
    return received
  }
}

@Suite struct TranscriptTests {
  @Test func thereAreTranscripts() throws {
    #expect(try !Transcript.all().isEmpty)
  }

  @Test(arguments: try Transcript.chosen())
  func bare(_ transcript: Transcript) async throws {
    var runner = try TranscriptRunner(transcript, by: BareCarrier())
    try await runner.run()
  }

  @Test(arguments: try Transcript.chosen())
  func cgi(_ transcript: Transcript) async throws {
    var runner = try TranscriptRunner(transcript, by: CGICarrier())
    try await runner.run()
  }

  /// The operator's program is deleted: every request is answered as before.
  @Test(arguments: try Transcript.chosen())
  func withoutTheDesk(_ transcript: Transcript) async throws {
    let tree = try TemporaryTree()
    let directory = try tree.directory("alone")
    let program = directory.appending(path: "voicebot")
    try Program.copy(to: program)
    for carrier in [BareCarrier(program: program.path), CGICarrier(program: program.path)] as [any Carrier] {
      var runner = try TranscriptRunner(transcript, by: carrier)
      try await runner.run()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["voicebot"])
  }
}
