// The operator's `repair` and `forget` killed at every system call: no readable booking is lost, what is damaged is kept,
// and running the command once more finishes it, so that nothing of who was forgotten is left in any file.

import Foundation
import Glibc
import JSON
import Testing

@Suite("Looking after the bookings, killed at every system call", .serialized)
struct KillCareTests {
  /// A business with an index and with leftovers of every sort that hold people.
  private static func data() async throws -> (data: FaultData, user: String) {
    let fault = try await FaultCase.make(.bookingAndIndex)
    let scene = try fault.scene()
    let reply = try await scene.ask(fault.request)
    return (try FaultData(of: scene.dataDirectory), try #require(reply.participant))
  }

  @Test func repair() async throws {
    var data = try await Self.data().data
    var lines = try #require(data.files?["faults.jsonl"]).split(separator: UInt8(ascii: "\n"))
    let lost = try #require((try JSONValue(parsing: Array(lines[4]))).objectValue?["id"]?.stringValue)
    let expected = try FaultScene(data).ledger().holders.filter { $0.value != lost }
    lines[4] = Data(String(decoding: lines[4], as: UTF8.self).replacingOccurrences(of: "Caller", with: "Coller").utf8)
    let damaged = Data(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    data.files?["faults.jsonl"] = damaged

    try await killed(["repair", "faults"], data) { scene, what in
      let now = try Data(contentsOf: scene.bookingsFile)
      if now != damaged { #expect(try scene.ledger().holders == expected, what) }
      let again = try await scene.command(["repair", "faults"]).run()
      #expect(again.status == 0, "\(what): \(again.errorText)")
      #expect(try scene.ledger().holders == expected, what)
      let kept = try #require(try FaultData(of: scene.dataDirectory).files).filter { $0.key.contains(".aside-") }
      #expect(kept.values.contains(damaged), what)
    }
  }

  @Test func forget() async throws {
    let (data, user) = try await Self.data()
    let before = try FaultScene(data).ledger().holders
    let command = ["forget", "faults", user, "--force"]
    try await killed(command, data) { scene, what in
      #expect(try scene.ledger().holders == before, what)
      let again = try await scene.command(command).run()
      // Where it had been done it is done again, or there is nobody of that id.
      #expect(again.status != nil, what)
      let next = try await scene.ask(FaultScene.book(FaultScene.slot("ben", 22), caller: 50))
      #expect(next.code == nil, what)
      for (name, content) in try #require(try FaultData(of: scene.dataDirectory).files) {
        let text = String(decoding: content, as: UTF8.self)
        #expect(!text.contains(user) && !text.contains("+49351100099"), "\(what): somebody is left in \(name)")
      }
      var after = try scene.ledger().holders
      after["ben \(FaultScene.start(22))"] = nil
      #expect(after == before, what)
    }
  }

  /// Kills the command at each call it makes from the first that touches `Data`, and has looked at what is left.
  private func killed(
    _ command: [String], _ data: FaultData, _ check: @escaping @Sendable (FaultScene, Comment) async throws -> Void
  ) async throws {
    let recording = try FaultScene(data)
    let calls = try await recording.command(command).recorded(from: "/Data\"", log: recording.log)
    #expect(calls.contains { $0.name == "renameat" && $0.text.contains("faults.jsonl.new") })
    let selected = FaultBounds.all ? calls : calls.withoutRepetition
    _ = try await concurrently(selected) { call in
      let scene = try FaultScene(data)
      let what: Comment = "\(command[0]), killed at \(call)"
      let result = try await scene.command(command).disturbed(.kill(call), log: scene.log).run()
      #expect(result.signal == SIGKILL, what)
      try await check(scene, what)
    }
    FaultCount.add("\(command[0]): killed at \(selected.count) of \(calls.count) calls")
  }
}

extension FaultScene {
  /// A run of an operator's command.
  fileprivate func command(_ arguments: [String]) -> Child {
    var command = child("")
    command.arguments = arguments
    return command
  }
}
