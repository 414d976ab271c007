// Many processes at once, each a caller's: one slot is given once, and nobody who could have had one is refused. What a
// longer and wilder mixture does is in HistoryTests.swift.

import Effort
import FaultSupport
import Foundation
import JSON
import ProgramSupport
import Testing

/// How many callers there are.
private let callers = 200

/// A request for a slot of a product of the race, by a caller of this number.
private func booking(caller: Int, start: String) -> [UInt8] {
  let slot = "race.race.minute._.\(start)"
  return Array(
    #"{"action":"bookAppointment","appointmentTypeId":"race.race","productId":"race.minute","slotId":"\#(slot)","#.utf8)
    + Array(#""booker":{"firstname":"Caller","lastname":"No \#(caller)","phone":"0351 \#(100_000 + caller)"}}"#.utf8)
}

/// A tree with one agent who works round the clock, minute by minute.
private func raceTree() throws -> TemporaryTree {
  let tree = try TemporaryTree()
  try tree.write(
    """
    name: Race
    timezone: UTC
    country: DE
    hours: {mon-sun: 00:00-24:00}
    agents: {ada: {name: Ada}}
    appointmentTypes: {race: {name: Race, products: [minute]}}
    products: {minute: {name: Minute, duration: 1m}}
    """, to: "Businesses/race.yaml")
  return tree
}

/// Runs one process for each caller at once; the result is the code of each reply, `booked` where there is none.
private func race(in tree: TemporaryTree, start: @escaping @Sendable (Int) -> String) async throws -> [String] {
  try await withThrowingTaskGroup(of: String.self) { group in
    for caller in 0..<callers {
      group.addTask {
        let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T00:00:00Z"]
        let result = try await Program.child(environment, input: .bytes(booking(caller: caller, start: start(caller))))
          .run()
        #expect(result.status == 0)
        let reply = try JSONValue(parsing: Array(result.output)).objectValue
        return reply?["code"]?.stringValue ?? reply?["status"]?.stringValue ?? "no reply"
      }
    }
    return try await group.reduce(into: []) { $0.append($1) }
  }
}

private func events(in tree: TemporaryTree) throws -> [JSONObject] {
  let text = try String(contentsOf: tree.root.appending(path: "Data/race.jsonl"), encoding: .utf8)
  return try text.split(separator: "\n").compactMap { try JSONValue(parsing: Array($0.utf8)).objectValue }
    .filter { $0["event"] != nil }
}

@Suite("Many callers at once")
struct RaceTests {
  @Test("one slot, 200 callers: one gets it")
  func oneSlot() async throws {
    for _ in 0..<Effort.times(1) {
      let tree = try raceTree()
      let codes = try await race(in: tree) { _ in "20260915T090000Z" }
      #expect(codes.count { $0 == "booked" } == 1)
      #expect(codes.count { $0 == "slot_taken" } == callers - 1)
      #expect(try events(in: tree).count == 1)
    }
  }

  @Test("200 slots, 200 callers: everyone gets one")
  func manySlots() async throws {
    for _ in 0..<Effort.times(1) {
      let tree = try raceTree()
      let codes = try await race(in: tree) { caller in
        "20260915T0\(caller / 60)\(caller % 60 < 10 ? "0" : "")\(caller % 60)00Z"
      }
      #expect(codes.count { $0 == "booked" } == callers)
      let starts = try events(in: tree).compactMap { $0["start"]?.stringValue }
      #expect(Set(starts).count == callers)
      #expect(starts.count == callers)
      // Each has an id that nobody can guess: 20 digits of 5 bits (contract, section 2: at least 96), all of them used.
      for (sort, ids) in [
        ("b", try events(in: tree).compactMap { $0["id"]?.stringValue }),
        ("u", try events(in: tree).compactMap { $0["booker"]?.objectValue?["id"]?.stringValue }),
      ] {
        #expect(ids.allSatisfy { $0.contains(/^race\.[bu][0-9a-hjkmnp-tv-z]{20}$/) && $0.hasPrefix("race." + sort) })
        #expect(Set(ids).count == callers)
        for place in 6..<26 { #expect(Set(ids.map { Array($0)[place] }).count > 16) }
      }
    }
  }
}
