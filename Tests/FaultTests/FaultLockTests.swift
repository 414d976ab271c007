// What happens around the lock: a writer that stops while it has it, readers without end, a business file that is
// replaced while somebody waits, and a clock that goes back.

import FaultSupport
import Foundation
import Glibc
import JSON
import ProgramSupport
import Testing

@Suite("Around the lock")
struct FaultLockTests {
  private let scene: FaultScene

  init() throws { scene = try FaultScene() }

  /// A writer is stopped between its append and its sync. Others are told to come back, readers see nothing of it, and
  /// when it goes on it is done.
  @Test func aStoppedWriter() async throws {
    let held = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 8), caller: 1))
    #expect(held.code == nil)
    let request = FaultScene.book(FaultScene.slot("ada", 9), caller: 2)
    let sync = SystemCall(name: "fdatasync", number: 1, text: "", isAfterReply: false)
    let stopped = try scene.child(request).disturbed(.stop(sync), log: scene.log).start()
    let pid = try await scene.stoppedProcess()

    let others = [
      FaultScene.book(FaultScene.slot("ben", 9), caller: 3), FaultScene.cancel(held["id"] ?? "", held.slot ?? ""),
      FaultScene.move(held["id"] ?? "", from: held.slot ?? "", to: FaultScene.slot("ben", 10)),
    ]
    let busy = try await concurrently(others) { other in
      let body = Array(other.utf8)
      var child = scene.child(other)
      child.environment.merge(Program.cgi(body)) { $1 }
      return try await child.run()
    }
    for result in busy {
      #expect(result.seconds < 6)
      #expect(result.text.hasPrefix("Status: 503 "))
      #expect(result.text.contains("\r\nRetry-After: ") || result.text.contains("\nRetry-After: "))
      #expect(result.text.contains(#""code":"busy""#))
    }
    #expect(try await scene.ask(FaultScene.list("ben")).ids.count == 24)
    #expect(try await scene.ask(FaultScene.list("ada")).code == nil)

    kill(pid, SIGCONT)
    let reply = try #require(FaultReply(await stopped.result()))
    #expect(reply.code == nil)
    for other in others.prefix(2) { #expect(try await scene.ask(other).code == nil) }
    let holders = try scene.ledger().holders
    #expect(Set(holders.keys) == ["ada \(FaultScene.start(9))", "ben \(FaultScene.start(9))"])
    #expect(holders["ada \(FaultScene.start(9))"] == reply["id"])
  }

  /// Readers take no lock: they are answered while a writer has it, and as many as there are keep no writer waiting.
  @Test func readersAndWriters() async throws {
    let lock = try HeldLock(scene)
    #expect(try await scene.ask(FaultScene.list()).ids.count == 24)
    lock.release()

    let replies = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { [scene] in
          var looks = 0
          while !Task.isCancelled {
            let look = try await scene.ask(FaultScene.list())
            #expect(look.code == nil)
            looks += 1
          }
          return looks
        }
      }
      var replies: [String?] = []
      for hour in 0..<24 {
        replies.append(try await scene.ask(FaultScene.book(FaultScene.slot("ada", hour), caller: hour)).code)
      }
      group.cancelAll()
      let looks = try await group.reduce(0, +)
      #expect(looks > 0)
      return replies
    }
    #expect(replies == [String?](repeating: nil, count: 24))
  }

  /// A business file as it becomes while a booking waits for the lock, and the answer that then is right.
  struct Replacement: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var old: String
    var new: String
    /// The code, or for none the agent's name.
    var answer: String
  }

  @Test(arguments: [
    Replacement(testDescription: "a name of the same length", old: "{name: Ada}", new: "{name: Eva}", answer: "Eva"),
    Replacement(testDescription: "other hours", old: "mon-sun: 00:00", new: "mon-sun: 18:00", answer: "slot_taken"),
    Replacement(
      testDescription: "the product is gone", old: "[hour]}}\nproducts: {hour:", new: "[half]}}\nproducts: {half:",
      answer: "unknown_product"),
    Replacement(
      testDescription: "a token", old: "agents:", new: "tokens: [\(String(repeating: "0", count: 64))]\nagents:",
      answer: "unauthorized"),
    Replacement(testDescription: "a broken file", old: "agents:", new: "agent:", answer: "misconfigured_business"),
  ])
  func theBusinessFileIsReplaced(_ replacement: Replacement) async throws {
    let lock = try HeldLock(scene)
    let child = scene.child(FaultScene.book(FaultScene.slot("ada", 9), caller: 1))
    let waiting = try child.traced(["-e", "trace=flock"], log: scene.log).start()
    try await wait(for: "a refused lock") { scene.traced().contains("EAGAIN") }
    let text = FaultScene.business.replacingOccurrences(of: replacement.old, with: replacement.new)
    try #require(text != FaultScene.business)
    try scene.tree.write(text, to: "Businesses/faults.yaml")
    lock.release()
    let reply = try #require(FaultReply(await waiting.result()))
    let agent = reply.value.objectValue?["agent"]?.objectValue?["name"]?.stringValue
    #expect(reply.code ?? agent == replacement.answer)
  }

  /// The clock of a later request shows an earlier time, by hours or by years.
  @Test(arguments: ["2026-09-13T20:00:00Z", "2001-01-01T00:00:00Z"])
  func theClockGoesBack(_ earlier: String) async throws {
    let first = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 1))
    var before = scene
    before.variables = ["VOICEBOT_NOW": earlier]
    let again = try await before.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 1))
    #expect(again["id"] == first["id"])
    let other = try await before.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 2))
    #expect(["slot_taken", "too_far"].contains(other.code))
    let cancelled = try await before.ask(FaultScene.cancel(first["id"] ?? "", first.slot ?? ""))
    #expect(cancelled["status"] == "cancelled")
    #expect(try scene.ledger().holders.isEmpty)
    let anew = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 2))
    #expect(anew.code == nil)
    #expect(try scene.ledger().holders.count == 1)
  }
}
