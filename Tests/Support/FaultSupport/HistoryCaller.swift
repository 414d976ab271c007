// A caller who books, moves, cancels and looks, for a history that HistoryChecker.swift checks.

import Foundation
import ProgramSupport
import Testing

/// One caller, who does one thing after the other.
package struct HistoryCaller {
  private let scene: FaultScene
  private let number: Int
  /// How the caller chooses, the same in every run.
  private var random: UInt64
  /// The bookings the caller holds.
  private var held: [(id: String, slot: String)] = []
  private var calls: [HistoryCall] = []

  private static let hours = 9..<15
  /// Hours that are only moved to, so that much is moved although most is taken.
  private static let quietHours = 18..<24

  package init(_ scene: FaultScene, _ number: Int) {
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
  package mutating func run(until deadline: ContinuousClock.Instant) async throws -> [HistoryCall] {
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
