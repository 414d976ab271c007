// Many processes at once, each a caller's, at one slot or at as many as there are callers, whatever the isolation level and
// whether there is a pooler.

import Effort
import FaultSupport
import Foundation
import ProgramSupport
import Testing

@Suite("Many callers at once, in a database", .serialized)
struct DatabaseRaceTests {
  struct Setting: Sendable, CustomTestStringConvertible {
    var level: String
    var isPooled: Bool
    var testDescription: String { "\(level)\(isPooled ? ", PgBouncer" : "")" }
  }

  private static let levels =
    Effort.isLong ? ["read committed", "repeatable read", "serializable"] : ["read committed"]
  private static let settings = levels.flatMap { level in
    [false, true].map { Setting(level: level, isPooled: $0) }
  }
  private static let callers = 64

  private func scene(_ setting: Setting) async throws -> (DatabaseScene, Pooler?) {
    let server = try await Shared.server
    let pooler = setting.isPooled ? try await Pooler(server) : nil
    let scene = try await DatabaseScene(server) { pooler?.address($0) ?? server.address($0) }
    try await server.sql(
      "alter database \(scene.database) set default_transaction_isolation = '\(setting.level)'", in: "postgres")
    return (scene, pooler)
  }

  @Test("one slot: one gets it", arguments: settings)
  func oneSlot(_ setting: Setting) async throws {
    for _ in 0..<Effort.times(1) {
      let (scene, pooler) = try await scene(setting)
      let replies = try await concurrently(Array(0..<Self.callers), width: Self.callers) { caller in
        try await scene.scene.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: caller))
      }
      #expect(replies.count { $0.code == nil } == 1)
      #expect(replies.count { $0.code == "slot_taken" } == Self.callers - 1, "\(Set(replies.compactMap(\.code)))")
      #expect(try await scene.ledger().events.count == 1)
      try await scene.verify()
      withExtendedLifetime(pooler) {}
    }
  }

  @Test("two agents, any of them wished: two get it")
  func anyAgent() async throws {
    let (scene, _) = try await scene(Setting(level: "read committed", isPooled: false))
    let replies = try await concurrently(Array(0..<Self.callers), width: Self.callers) { caller in
      try await scene.scene.ask(FaultScene.book(FaultScene.slot("_", 9), caller: caller))
    }
    #expect(replies.count { $0.code == nil } == 2)
    #expect(replies.count { $0.code == "slot_taken" } == Self.callers - 2)
    #expect(try await scene.ledger().holders.count == 2)
  }

  @Test("48 slots, 48 callers: everyone gets one", arguments: settings)
  func manySlots(_ setting: Setting) async throws {
    let (scene, pooler) = try await scene(setting)
    let replies = try await concurrently(Array(0..<48), width: 48) { caller in
      let slot = FaultScene.slot(caller < 24 ? "ada" : "ben", caller % 24)
      return try await scene.scene.ask(FaultScene.book(slot, caller: caller))
    }
    #expect(replies.count { $0.code == nil } == 48, "\(Set(replies.compactMap(\.code)))")
    let ledger = try await scene.ledger()
    #expect(ledger.holders.count == 48 && ledger.events.count == 48)
    try await scene.verify()
    withExtendedLifetime(pooler) {}
  }

  @Test("a history of many callers is linearisable")
  func history() async throws {
    let (scene, pooler) = try await scene(Setting(level: "read committed", isPooled: true))
    let deadline = ContinuousClock.now + .seconds(Effort.isLong ? 60 : 15)
    let calls = try await concurrently(Array(0..<64), width: 64) { number in
      var caller = HistoryCaller(scene.scene, number)
      return try await caller.run(until: deadline)
    }.flatMap { $0 }
    let history = History(calls: calls, events: try await scene.ledger().events)
    let complaints = history.complaints()
    #expect(complaints.isEmpty, "\(complaints.prefix(5).joined(separator: "\n"))")
    let summary = history.summary
    for word in ["book done", "book slot_taken", "move done", "cancel done", "look done"] {
      #expect(summary[word, default: 0] > 0, "\(word) never happened: \(summary)")
    }
    #expect(calls.contains { $0.wasKilled })
    #expect(summary["book busy", default: 0] + summary["move busy", default: 0] < calls.count / 10, "\(summary)")
    try await scene.verify()
    withExtendedLifetime(pooler) {}
  }
}
