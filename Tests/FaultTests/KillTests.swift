// The program is killed at every system call it makes from the moment it first touches `Data`, the work after the
// reply included. Whoever was told that something is done finds it done; what was under way is there wholly or not at
// all; the next request works without anyone's help.

import Effort
import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

@Suite("Killed at every system call", .serialized)
struct KillTests {
  @Test(arguments: FaultCase.Name.allCases)
  func killed(_ name: FaultCase.Name) async throws {
    let fault = try await FaultCase.make(name)
    let calls = try await recording(of: fault)
    let selected = Effort.isLong ? calls : calls.withoutRepetition
    let acknowledgements = try await concurrently(selected) { call in
      try await kill(fault, at: call)
    }
    // Both sides of the reply were reached.
    #expect(acknowledgements.contains(false))
    #expect(acknowledgements.contains(true) == calls.contains(where: \.isAfterReply))
    Figures.say("\(name): killed at \(selected.count) of \(calls.count) calls, nothing lost")
  }

  /// Kills one run; the result is whether it had replied.
  private func kill(_ fault: FaultCase, at call: SystemCall) async throws -> Bool {
    let scene = try fault.scene()
    let what: Comment = "\(fault.name.rawValue), killed at \(call)"
    let result = try await scene.child(fault.request).disturbed(.kill(call), log: scene.log).run()
    #expect(result.signal == SIGKILL, what)
    #expect(result.output.isEmpty != call.isAfterReply, what)
    let reply = FaultReply.value(result.output).map(FaultReply.init(value:))

    let complaint = fault.complaint(
      about: try scene.ledger(allowingTornTail: true).holders, mustBeDone: reply != nil, id: reply?["id"])
    #expect(complaint == nil, "\(what): \(complaint ?? "")")
    try await fault.checkReader(scene, what)
    try await fault.settle(scene, acknowledged: reply, what)
    return reply != nil
  }
}

/// The calls of an undisturbed run, from the first that touches `Data`.
func recording(of fault: FaultCase) async throws -> [SystemCall] {
  let scene = try fault.scene()
  let calls = try await scene.child(fault.request).recorded(from: "/Data\"", log: scene.log)
  // The operation does what it is here for: changes the file, and makes the index where that is due.
  #expect(calls.contains { $0.name == "fdatasync" && $0.text.contains("faults.jsonl>") })
  let indexes: [FaultCase.Name: String] = [.bookingAndIndex: "faults.index-0", .compaction: "faults.index-1"]
  if let index = indexes[fault.name] {
    #expect(calls.contains { $0.isAfterReply && $0.name == "renameat" && $0.text.contains(index) })
  }
  return calls
}
