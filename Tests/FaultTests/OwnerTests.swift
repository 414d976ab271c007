// Root works at the counter and somebody else's web server answers calls: whatever root is killed in, the next caller is
// served, because there is never a file under `Data` that only root can use.

import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

@Suite("Root at the counter", .serialized)
struct OwnerTests {
  /// What is in `Data` before: nothing yet, or what a crash has left.
  enum Beginning: CaseIterable {
    case nothing, crash
  }

  @Test(arguments: Beginning.allCases)
  func killed(_ beginning: Beginning) async throws {
    var data = FaultData(files: [:])
    if beginning == .crash {
      data = try await FaultCase.make(.bookingAfterCrash).data
      // The next writer has to look for itself, and to make every file again.
      data.files?["faults.lock"] = nil
    }
    let block = ["block", "faults", "ben", "2026-09-15T23:00..24:00"]
    let recording = try FaultScene(data)
    _ = try OtherUser(recording)
    let calls = try await recording.command(block).recorded(from: "/Data\"", log: recording.log).withoutRepetition
    let beginningData = data
    _ = try await concurrently(calls) { call in
      let scene = try FaultScene(beginningData)
      let other = try OtherUser(scene)
      try other.own(scene.dataDirectory)
      let what: Comment = "\(beginning), root killed at \(call)"
      let result = try await scene.command(block).disturbed(.kill(call), log: scene.log).run()
      #expect(result.signal == SIGKILL, what)
      let next = try #require(
        FaultReply(try await other.run(scene, FaultScene.book(FaultScene.slot("ada", 22), caller: 50))))
      #expect(next.code == nil, "\(what): \(next.code ?? "")")
      let again = try await scene.command(block).run()
      #expect(again.status == 0, "\(what): \(again.errorText)")
      for name in try FileManager.default.contentsOfDirectory(atPath: scene.dataDirectory.path) {
        var status = stat()
        let found = unsafe lstat(scene.dataDirectory.appending(path: name).path, &status)
        #expect(found == 0 && status.st_uid == other.id && status.st_mode & 0o077 == 0, "\(what): \(name)")
      }
    }
    Figures.say("root killed at \(calls.count) calls of a block (\(beginning)), the next caller served each time")
  }
}
