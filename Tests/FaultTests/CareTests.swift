// The operator's `repair`, `forget`, `rename`, `backup` and `restore` killed at every system call, every system call of theirs failing, and no room for
// what they write. What has to hold then is CareCase.swift's.

import Effort
import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

@Suite("Looking after the bookings, disturbed", .serialized)
struct CareTests {
  @Test(arguments: CareCase.Name.allCases)
  func killed(_ name: CareCase.Name) async throws {
    let care = try await CareCase.make(name)
    let calls = try await recording(of: care)
    let selected = Effort.isLong ? calls : calls.withoutRepetition
    _ = try await concurrently(selected) { call in
      let scene = try care.scene()
      let what: Comment = "\(name), killed at \(call)"
      let result = try await scene.command(care.command).disturbed(.kill(call), log: scene.log).run()
      #expect(result.signal == SIGKILL, what)
      try await care.settle(scene, isDone: false, what)
    }
    Figures.say("\(name): killed at \(selected.count) of \(calls.count) calls, nothing lost")
  }

  @Test(arguments: CareCase.Name.allCases)
  func failing(_ name: CareCase.Name) async throws {
    let care = try await CareCase.make(name)
    let faults = Fault.all(of: try await recording(of: care)) { $0.isAppend || $0.call.name == "renameat" }
      .filter { !$0.isReply || !$0.forGood || $0.error != "EINTR" }
    let outcomes = try await concurrently(faults) { fault in
      let scene = try care.scene()
      let what: Comment = "\(name), \(fault)"
      let result = try await scene.command(care.command).disturbed(fault.disturbance, log: scene.log).run()
      #expect(result.signal == nil, what)
      #expect(try String(contentsOf: scene.log, encoding: .utf8).contains("(INJECTED)"), what)
      // Whoever is told that it failed is told why, in a line, where anything can be said.
      let lines = result.errorText.split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix("voicebot: ") } && lines.count < 2, "\(what): \(result.errorText)")
      #expect(care.isDone(result) == lines.isEmpty || fault.isReply, "\(what): \(result.errorText)")
      // The new file has to be on the disk.
      if fault.isAppend, fault.isFinal, fault.call.text.contains(".jsonl") { #expect(!care.isDone(result), what) }
      try await care.settle(scene, isDone: care.isDone(result), what)
      return care.isDone(result)
    }
    #expect(outcomes.contains(true) && outcomes.contains(false))
    Figures.say("\(name): \(faults.count) calls failed, \(outcomes.count { $0 }) without harm, nothing lost")
  }

  /// A limit on the size of files at which something less than all fits.
  @Test(arguments: CareCase.Name.allCases, [0, 54, 98, 4096])
  func noRoom(_ name: CareCase.Name, _ size: Int) async throws {
    let care = try await CareCase.make(name)
    let scene = try care.scene()
    var child = scene.command(care.command)
    child.limit(fileSize: size)
    let result = try await child.run()
    let what: Comment = "\(name), no file over \(size) bytes: \(result.errorText)"
    #expect(result.status == 1, what)
    // A backup goes where the operator wants it, and is worded as the system words it.
    let reason = name == .backup ? "File too large" : "the file would be larger than is allowed"
    #expect(result.errorText.contains(reason), what)
    try await care.settle(scene, isDone: false, what)
  }

  /// The calls of an undisturbed run, from the first that touches `Data`.
  private func recording(of care: CareCase) async throws -> [SystemCall] {
    let scene = try care.scene()
    let calls = try await scene.command(care.command).recorded(from: "/Data\"", log: scene.log)
    #expect(calls.contains { $0.name == "renameat" && $0.text.contains(".jsonl.") })
    try await care.settle(scene, isDone: true, "\(care.name), undisturbed")
    return calls
  }
}
