// The stage of the fault tests, with its bookings in a database.

import FaultSupport
import Foundation
import ProgramSupport
import Testing

/// One business with two agents in a database of its own.
struct DatabaseScene: Sendable {
  var scene: FaultScene
  let server: PostgresServer
  let database: String

  /// A new business in a new database.
  init(_ server: PostgresServer, address: ((String) -> String)? = nil) async throws {
    self.server = server
    database = try await server.database()
    scene = try FaultScene()
    scene.variables["VOICEBOT_DATABASE"] = address?(database) ?? server.address(database)
  }

  /// The lines of the business as the database has them.
  func lines() async throws -> [String] {
    try await server.sql("select line from voicebot_1_events where business = 'faults' order by number", in: database)
      .split(separator: "\n").map(String.init)
  }

  /// What they say; throws where two hold one place, or a number is missing.
  func ledger() async throws -> FaultLedger {
    let url = scene.tree.root.appending(path: "ledger")
    let header = #"{"n":1,"crc":"00000000"}"#
    try (([header] + (try await lines())).joined(separator: "\n") + "\n").write(
      to: url, atomically: true, encoding: .utf8)
    return try FaultLedger(at: url)
  }

  /// Whether the desk finds everything whole.
  func verify() async throws {
    let result = try await Desk.run(["verify"], server.address(database), in: scene.tree)
    #expect(result.status == 0, "\(result.text)\(result.errorText)")
  }
}
