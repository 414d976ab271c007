// Many callers at once who book, move, cancel and look, against few places, each a process of its own, of which some are
// killed, while the bookings file is looked after; then the whole history is checked for linearisability by
// HistoryChecker.swift. 200 callers for one place are in RaceTests.swift.

import Effort
import Foundation
import Glibc
import JSON
import ProgramSupport
import Testing

/// One caller, who does one thing after the other.
private struct HistoryCaller {
  let scene: FaultScene
  let number: Int
  /// How the caller chooses, the same in every run.
  private var random: UInt64
  /// The bookings the caller holds.
  private var held: [(id: String, slot: String)] = []
  private var calls: [HistoryCall] = []

  static let hours = 9..<15
  /// Hours that are only moved to, so that much is moved although most is taken.
  static let quietHours = 18..<24

  init(_ scene: FaultScene, _ number: Int) {
    self.scene = scene
    self.number = number
    random = UInt64(number) &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  private mutating func choose(_ count: Int) -> Int {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return Int((random >> 33) % UInt64(count))
  }

  private mutating func hour(_ hours: Range<Int> = hours) -> Int { hours.lowerBound + choose(hours.count) }

  /// Does things until the time is over; the result is what the caller saw.
  mutating func run(until deadline: ContinuousClock.Instant) async throws -> [HistoryCall] {
    for turn in 0... {
      guard ContinuousClock.now < deadline else { break }
      let choice = choose(10)
      if choice < 3 {
        try await look()
      } else if held.isEmpty || (choice < 5 && held.count < 2) {
        try await book(turn)
      } else if choice < 8 {
        try await move(choose(held.count))
      } else {
        try await cancel(choose(held.count))
      }
    }
    return calls
  }

  private mutating func call(
    _ request: String, _ kind: HistoryCall.Kind
  ) async throws -> FaultReply {
    let began = ContinuousClock.now
    // Now and then the process is killed somewhere on its way, and the same is asked again until there is an answer.
    var killed: Child.Result?
    if choose(4) == 0 {
      var child = scene.child(request)
      child.deadline = Double(choose(4000)) / 1_000_000
      killed = try await child.run()
    }
    var reply = killed.flatMap(FaultReply.init)
    while reply == nil || (killed != nil && reply?.code == "busy") { reply = try await scene.ask(request) }
    let last = try #require(reply)
    calls.append(
      HistoryCall(
        caller: number, kind: kind, began: began, ended: ContinuousClock.now, reply: last,
        wasKilled: killed?.signal == SIGKILL))
    return last
  }

  private mutating func book(_ turn: Int) async throws {
    let agent = ["ada", "ben", "_"][choose(3)]
    let hour = hour()
    let reply = try await call(
      FaultScene.book(FaultScene.slot(agent, hour), caller: number * 10_000 + turn), .book(agent: agent, hour: hour))
    if reply.code == nil, let id = reply["id"], let slot = reply.slot { held.append((id, slot)) }
  }

  private mutating func move(_ index: Int) async throws {
    let (id, slot) = held[index]
    var agent = ["ada", "ben"][choose(2)]
    let hour = hour(choose(2) == 0 ? Self.hours : Self.quietHours)
    // To where it is would be no change.
    if FaultScene.slot(agent, hour) == slot { agent = agent == "ada" ? "ben" : "ada" }
    let new = FaultScene.slot(agent, hour)
    let reply = try await call(FaultScene.move(id, from: slot, to: new), .move(id: id, agent: agent, hour: hour))
    if reply.code == nil { held[index].slot = new }
  }

  private mutating func cancel(_ index: Int) async throws {
    let (id, slot) = held[index]
    let reply = try await call(FaultScene.cancel(id, slot), .cancel(id: id))
    if reply.code == nil { held.remove(at: index) }
  }

  private mutating func look() async throws {
    let agent = ["ada", "ben", "_"][choose(3)]
    _ = try await call(FaultScene.list(agent == "_" ? nil : agent), .look(agent: agent))
  }
}

/// Somebody who looks after the bookings all the while: forgets whoever booked long ago, so that another file takes the
/// place of the bookings file, has everything verified, and deletes the index.
private struct HistoryCaretaker {
  let scene: FaultScene

  /// Goes on until the time is over; whom it has forgotten.
  func run(until deadline: ContinuousClock.Instant) async throws -> [String] {
    var forgotten: [String] = []
    while ContinuousClock.now < deadline {
      guard let user = oldestUser() else {
        await Task.yield()
        continue
      }
      let forgetting = try await scene.command(["forget", "faults", user, "--force"]).run()
      // Where it was too late for a lock, nothing was done.
      #expect(forgetting.status == 0 || forgetting.status == EX_TEMPFAIL, "\(forgetting.errorText)")
      if forgetting.status == 0 { forgotten.append(user) }
      let looking = try await scene.command(["verify"]).run()
      #expect(looking.status == 0 || looking.errorText.contains("held"), "\(looking.errorText)")
      for run in ["faults.index-0", "faults.index-1"] {
        try? FileManager.default.removeItem(at: scene.dataDirectory.appending(path: run))
      }
    }
    return forgotten
  }

  /// Who comes to the first booking whose participant is known, once that was long ago: whoever is forgotten while asking
  /// for the same booking again would not be known.
  private func oldestUser() -> String? {
    let lines = (try? Data(contentsOf: scene.bookingsFile))?.split(separator: UInt8(ascii: "\n")) ?? []
    for line in lines.dropLast(200) {
      let event = (try? JSONValue(parsing: Array(line)))?.objectValue
      if let user = event?["participant"]?.objectValue?["id"]?.stringValue, !user.isEmpty { return user }
    }
    return nil
  }
}

@Suite("A history of many callers", .serialized)
struct HistoryTests {
  /// For how long.
  private static let seconds = Effort.times(30)
  private static let callers = 64

  @Test func isLinearisable() async throws {
    let scene = try FaultScene()
    let deadline = ContinuousClock.now + .seconds(Self.seconds)
    async let forgetting = HistoryCaretaker(scene: scene).run(until: deadline)
    let calls = try await concurrently(Array(0..<Self.callers), width: Self.callers) { number in
      var caller = HistoryCaller(scene, number)
      return try await caller.run(until: deadline)
    }.flatMap { $0 }
    let forgotten = try await forgetting
    let ledger = try scene.ledger()
    let history = History(calls: calls, events: ledger.events)
    let complaints = history.complaints()
    #expect(complaints.isEmpty, "\(complaints.prefix(5).joined(separator: "\n"))")

    // There was something to check: everything was done and refused, and much of it at once.
    let summary = history.summary
    for word in ["book done", "book slot_taken", "move done", "move slot_taken", "cancel done", "look done"] {
      #expect(summary[word, default: 0] > 0, "\(word) never happened: \(summary)")
    }
    #expect(summary["book busy", default: 0] + summary["move busy", default: 0] < calls.count / 10, "\(summary)")
    // Whoever was forgotten is nowhere, whatever went on meanwhile.
    #expect(!forgotten.isEmpty && calls.contains { $0.wasKilled })
    for (name, content) in try #require(try FaultData(of: scene.dataDirectory).files) {
      let text = String(decoding: content, as: UTF8.self)
      #expect(!forgotten.contains { text.contains($0) }, "somebody is left in \(name)")
    }
    Figures.say(
      "history: \(Self.callers) callers, \(calls.count { $0.wasKilled }) of their processes killed, "
        + "\(forgotten.count) people forgotten meanwhile, \(calls.count) operations checked, "
        + "\(ledger.events.count) events, nothing lost: "
        + summary.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
  }

  /// The checker itself refuses histories that are not linearisable: what is done to a good one here is what broken
  /// storage would do.
  @Test(arguments: HistoryTamper.allCases)
  func theCheckerChecks(_ tamper: HistoryTamper) async throws {
    let good = History.example
    #expect(good.complaints() == [])
    #expect(good.tampered(tamper).complaints() != [])
  }
}
