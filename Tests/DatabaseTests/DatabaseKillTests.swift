// Processes and servers that are killed: whoever was told that something is done finds it done, and the same request once more
// settles what is not known.

import Effort
import FaultSupport
import Foundation
import ProgramSupport
import ServerSupport
import Testing

@Suite("Killed while booking in a database", .serialized)
struct DatabaseKillTests {
  @Test("a process killed at any time, then the same request: one booking each")
  func processes() async throws {
    let scene = try await DatabaseScene(try await Shared.server)
    let count = Effort.isLong ? 500 : 50
    let outcomes = try await concurrently(Array(0..<count), width: 4) { number in
      // Each wants a place of its own.
      let agent = number < 360 ? "ada" : "ben"
      let slot = "faults.visit.hour.\(agent).\(Self.day(number / 24))T\(Self.hour(number % 24))0000Z"
      let request = FaultScene.book(slot, caller: number)
      var child = scene.scene.child(request)
      child.deadline = Double(number * 7 % 23) / 1000
      let first = try await child.run()
      let second = try await scene.scene.ask(request)
      #expect(second.code == nil, "\(second.value)")
      if let told = FaultReply(first) { #expect(told["id"] == second["id"]) }
      return first.signal != nil
    }
    #expect(outcomes.contains(true))
    let ledger = try await scene.ledger()
    #expect(ledger.events.count == count && ledger.holders.count == count)
    try await scene.verify()
  }

  private static func hour(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func day(_ number: Int) -> String { "202609\(15 + number % 15)" }

  @Test("a server killed under load, three times: every acknowledged booking is there")
  func server() async throws {
    let server = try await PostgresServer()
    let scene = try await DatabaseScene(server)
    let load = Load(scene.scene, workers: 8)
    for _ in 0..<3 {
      await load.waitsForMore(than: 15)
      await server.kill()
      try await server.start()
    }
    await load.waitsForMore(than: 15)
    let told = try await load.stop()
    let there = Set(try await scene.ledger().events.map(\.booking))
    #expect(told.allSatisfy { there.contains($0) }, "\(told.count { !there.contains($0) }) of \(told.count) are gone")
    try await scene.verify()
    try await server.stop()
  }

  @Test("a standby that is waited for takes over: nothing is lost")
  func synchronous() async throws {
    let pair = try await StandbyPair(isSynchronous: true)
    // A standby that stands first in the list is left when something is to be appended.
    var other = pair.scene.scene
    other.variables["VOICEBOT_DATABASE"] =
      "host=\(pair.standby.directory.path),\(pair.primary.directory.path) "
      + "port=\(pair.standby.port),\(pair.primary.port) user=postgres dbname=\(pair.scene.database)"
    #expect(try await other.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 1)).code == nil)
    let load = Load(pair.scene.scene, workers: 8)
    await load.waitsForMore(than: 20)
    // Nothing is acknowledged while the standby does not answer.
    pair.standby.freeze(true)
    await load.waitsUntilNothingIsToldAnyMore()
    await pair.primary.kill()
    pair.standby.freeze(false)
    try await pair.promote()
    await load.waitsForMore(than: 20)
    let told = try await load.stop()
    let there = Set(try await pair.bookings())
    #expect(told.allSatisfy { there.contains($0) }, "\(told.count { !there.contains($0) }) of \(told.count) are gone")
    try await pair.standby.stop()
  }

  @Test("a standby that is not waited for takes over: acknowledged bookings are lost, as the manual says")
  func asynchronous() async throws {
    let pair = try await StandbyPair(isSynchronous: false)
    let load = Load(pair.scene.scene, workers: 8)
    await load.waitsForMore(than: 10)
    pair.standby.freeze(true)
    await load.waitsForMore(than: 20)
    await pair.primary.kill()
    let told = try await load.stop()
    // What is on its way to the standby's host is lost with the way.
    await pair.standby.kill()
    try await pair.standby.start()
    try await pair.promote()
    let there = Set(try await pair.bookings())
    #expect(told.contains { !there.contains($0) })
    try await pair.standby.stop()
  }
}

/// A primary with one standby, and a business whose program knows both.
private struct StandbyPair {
  let primary: PostgresServer
  let standby: PostgresServer
  let scene: DatabaseScene

  init(isSynchronous: Bool) async throws {
    primary = try await PostgresServer()
    let directory = try PostgresServer.directory()
    try await PostgresServer.run([
      "\(PostgresServer.programs)/pg_basebackup", "-h", primary.directory.path, "-p", "\(primary.port)", "-U",
      "postgres",
      "-D", "\(directory.path)/data", "-R", "--no-sync", "-X", "stream", "-c", "fast",
    ])
    standby = try await PostgresServer(directory: directory)
    let (first, second) = (primary, standby)
    scene = try await DatabaseScene(primary) { database in
      "host=\(first.directory.path),\(second.directory.path) port=\(first.port),\(second.port) user=postgres "
        + "dbname=\(database) target_session_attrs=read-write"
    }
    guard isSynchronous else { return }
    try await primary.sql("alter system set synchronous_standby_names = '*'; select pg_reload_conf()")
    let deadline = ContinuousClock.now + .seconds(30)
    while try await primary.sql("select count(*) from pg_stat_replication where sync_state = 'sync'") != "1" {
      guard ContinuousClock.now < deadline else { throw PostgresServer.Failed(reason: "the standby does not follow") }
    }
    // With it the desk's own words change.
    let status = try await Desk.run(["database", "status"], first.address(scene.database))
    #expect(status.text.contains("on a standby that it waits for"), "\(status.text)")
  }

  func promote() async throws {
    try await PostgresServer.run([
      "\(PostgresServer.programs)/pg_ctl", "promote", "-w", "-D", "\(standby.directory.path)/data",
    ])
  }

  /// The ids that the standby has.
  func bookings() async throws -> [String] {
    let lines = try await standby.sql(
      "select line from voicebot_1_events where business = 'faults' order by number", in: scene.database)
    return lines.matches(of: /"id":"(faults\.b[0-9a-z]+)"/).map { String($0.output.1) }
  }
}

/// Callers who book one place after the other, and note what they are told.
private final class Load: @unchecked Sendable {
  private let lock = NSLock()
  private var told: [String] = []
  private var isOver = false
  private var tasks: [Task<Void, any Error>] = []

  init(_ scene: FaultScene, workers: Int) {
    tasks = (0..<workers).map { worker in
      Task { [self] in
        var turn = 0
        while !lock.withLock({ isOver }) {
          // Nobody wants what another wants: a day of the worker's own, month after month of places.
          let hour = turn % 24
          let day = turn / 24 % 28 + 1
          let month = turn / 24 / 28 % 2
          let start = "20260\(month == 0 ? "9" : "8")\(day < 10 ? "0" : "")\(day)T\(hour < 10 ? "0" : "")\(hour)0000Z"
          turn += 1
          var scene = scene
          scene.variables["VOICEBOT_NOW"] = "2026-08-01T00:00:00Z"
          // All agents' places are wanted by all: a place that is taken is no failure.
          let slot = "faults.visit.hour.\(worker % 2 == 0 ? "ada" : "ben").\(start)"
          let result = try await scene.child(FaultScene.book(slot, caller: worker * 100_000 + turn)).run()
          guard let reply = FaultReply(result), reply.code == nil, let id = reply["id"] else { continue }
          lock.withLock { told.append(id) }
        }
      }
    }
  }

  private var count: Int { lock.withLock { told.count } }

  /// Waits until so many more were told, or for half a minute.
  func waitsForMore(than more: Int) async {
    let (start, deadline) = (count, ContinuousClock.now + .seconds(30))
    while count <= start + more, ContinuousClock.now < deadline { await Task.yield() }
    #expect(count > start + more, "the load has come to a halt")
  }

  /// Waits until nothing was told for a while.
  func waitsUntilNothingIsToldAnyMore() async {
    var (last, since) = (count, ContinuousClock.now)
    let deadline = since + .seconds(30)
    while ContinuousClock.now < min(since + .seconds(2), deadline) {
      await Task.yield()
      if count != last { (last, since) = (count, ContinuousClock.now) }
    }
  }

  /// Ends, and answers with what was told.
  func stop() async throws -> [String] {
    lock.withLock { isOver = true }
    for task in tasks { try await task.value }
    return lock.withLock { told }
  }
}
