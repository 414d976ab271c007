// Every transcript on both engines: the replies are the same, byte for byte, but for ids that are drawn at random; those of
// one engine belong to those of the other one to one.

import Foundation
import ProgramSupport
import Testing

/// Sends each request to a program with a file and to the same program with a database.
private final class TwinCarrier: Carrier, @unchecked Sendable {
  private let address: String
  /// Ids of the file's bookings and people, with those of the database's, and the other way round.
  private var there: [String: String] = [:]
  private var back: [String: String] = [:]

  init(_ address: String) { self.address = address }

  func send(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) async throws
    -> Received
  {
    let request = String(decoding: body, as: UTF8.self)
    let file = try await run(request, variables, endpoint, tree, database: nil)
    let database = try await run(Self.replaced(request, by: there), variables, endpoint, tree, database: address)
    var received = Received(body: file.output, log: file.errorText)
    if file.status != 0 || database.status != 0 { received.complaint = "a program ended with another status than 0" }
    if received.complaint == nil { received.complaint = compare(file.text, database.text) }
    if received.complaint == nil, file.errors.isEmpty != database.errors.isEmpty {
      received.complaint = "only one of them has logged a line: \(file.errorText)\(database.errorText)"
    }
    return received
  }

  private func run(
    _ request: String, _ variables: [String: String], _ endpoint: String?, _ tree: TemporaryTree, database: String?
  ) async throws -> Child.Result {
    var environment = variables.merging(["VOICEBOT_ROOT": tree.root.path]) { $1 }
    environment["VOICEBOT_ENTITY"] = endpoint ?? environment["VOICEBOT_ENTITY"]
    environment["VOICEBOT_DATABASE"] = database
    return try await Child(path: Program.path, environment: environment, input: .bytes(Array(request.utf8))).run()
  }

  private static var id: Regex<Substring> { #/[bu][0-9a-hjkmnp-tv-z]{20}/# }

  private static func replaced(_ text: String, by names: [String: String]) -> String {
    text.replacing(id) { names[String($0.output)] ?? String($0.output) }
  }

  /// What is different, learning which id is which.
  private func compare(_ file: String, _ database: String) -> String? {
    let ours = file.matches(of: Self.id).map { String($0.output) }
    let theirs = database.matches(of: Self.id).map { String($0.output) }
    for (one, other) in zip(ours, theirs) {
      if there[one] == nil, back[other] == nil { (there[one], back[other]) = (other, one) }
      if there[one] != other || back[other] != one { return "\(one) is \(there[one] ?? "new") there, not \(other)" }
    }
    let expected = Self.replaced(file, by: there)
    return expected == database ? nil : "the database's reply is another:\n\(database)instead of\n\(expected)"
  }
}

@Suite("Transcripts on both engines") struct TranscriptsOnBothTests {
  /// Those that write into the bookings file themselves are not about both.
  private static func chosen() throws -> [Transcript] {
    try Transcript.chosen().filter { transcript in
      !transcript.steps.contains { step in
        if case .file(let path, _, _) = step.action { path.hasPrefix("Data/") } else { false }
      }
    }
  }

  @Test("every reply is the same", arguments: try Self.chosen())
  func same(_ transcript: Transcript) async throws {
    let server = try await Shared.server
    let database = try await server.database()
    var runner = try TranscriptRunner(transcript, by: TwinCarrier(server.address(database)))
    try await runner.run()
    let verified = try await Desk.run(["verify"], server.address(database))
    #expect(verified.status == 0, "\(verified.text)\(verified.errorText)")
    try await server.sql("drop database \(database)")
  }

  @Test("all but what is about a file itself") func coverage() throws {
    let left = Set(try Transcript.all().map(\.name)).subtracting(try Self.chosen().map(\.name))
    #expect(left == ["damaged-bookings"] || ProcessInfo.processInfo.environment["VOICEBOT_TRANSCRIPT"] != nil)
  }
}
