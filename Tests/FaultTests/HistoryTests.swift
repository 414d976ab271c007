// Many callers at once who book, move, cancel and look, against few places, each a process of its own, of which some are
// killed, while the bookings file is looked after; then the whole history is checked for linearisability by
// HistoryChecker.swift. 200 callers for one place are in RaceTests.swift.

import Effort
import FaultSupport
import Foundation
import Glibc
import JSON
import ProgramSupport
import Testing

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
