// Each system call between the request and the end of the work after the reply fails, once or from then on, with each
// error that Linux has for a broken, full or overloaded machine. The caller gets a success that is one or a 5xx; nothing
// acknowledged is lost; the same request once more settles it. A short write cannot be made this way and is in
// FullDiskTests.swift.

import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

@Suite("Every system call failing", .serialized)
struct SystemCallTests {
  @Test(arguments: FaultCase.Name.allCases)
  func failing(_ name: FaultCase.Name) async throws {
    let fault = try await FaultCase.make(name)
    let calls = try await recording(of: fault).withoutRepetition
    // A reply that is interrupted for good ends after the ten seconds it may take: one operation shows that.
    let faults = Fault.all(of: calls) { $0.isAppend || $0.isReply }
      .filter { !$0.isReply || !$0.forGood || $0.error != "EINTR" || name == .cancel }
    let replies = try await concurrently(faults) { try await fail(fault, $0) }
    let codes = Dictionary(grouping: replies) { $0 ?? "done all the same" }.map { "\($0) \($1.count)" }.sorted()
    Figures.say("\(name): \(faults.count) calls failed, nothing lost: \(codes.joined(separator: ", "))")
    // Both ends were seen: what nothing depends on, and what everything does.
    #expect(replies.contains(nil))
    #expect(replies.contains("storage_unavailable"))
    #expect(replies.contains("storage_full"))
  }

  /// Who only asks gets the right answer or a 5xx, whatever fails from the business file on: never less than there is, and
  /// never other times. Where libc cannot read the time zone there is no reply at all.
  @Test func failingForWhoeverAsks() async throws {
    let fault = try await FaultCase.make(.bookingAndIndex)
    let indexed = try fault.scene()
    let user = try #require(try await indexed.ask(fault.request).participant)
    let data = try FaultData(of: indexed.dataDirectory)
    let business = FaultScene.business.replacingOccurrences(of: "UTC", with: "Europe/Berlin")
    for request in [FaultScene.list("ada"), FaultScene.bookings(of: user)] {
      let scene = try FaultScene(data)
      try scene.tree.write(business, to: "Businesses/faults.yaml")
      let right = try await scene.child(request).run()
      let calls = try await scene.child(request).recorded(from: "/Businesses", log: scene.log)
      let faults = Fault.all(of: calls) { $0.isElsewhere }.filter { !$0.isReply }
      let answers = try await concurrently(faults) { fault in
        let what: Comment = "\(fault)"
        let scene = try FaultScene(data)
        try scene.tree.write(business, to: "Businesses/faults.yaml")
        let result = try await scene.child(request).disturbed(fault.disturbance, log: scene.log).run()
        #expect(try String(contentsOf: scene.log, encoding: .utf8).contains("(INJECTED)"), what)
        if result.status == 0 {
          let status = FaultReply(result)?.problemStatus ?? 200
          #expect(result.output == right.output || (500...599).contains(status), "\(what): \(result.text)")
          #expect(result.output == right.output || fault.isFinal || fault.isElsewhere, "\(what): \(result.text)")
        } else {
          #expect(fault.call.text.contains("zoneinfo") || fault.forGood, what)
          #expect(result.status == EX_OSERR && result.output.isEmpty, "\(what): \(result)")
        }
        return result.output == right.output
      }
      #expect(answers.contains(true) && answers.contains(false))
      Figures.say(
        "\(answers.count) calls failed of whoever asks, \(answers.count { $0 }) without harm, no wrong answer")
    }
  }

  /// Makes one run fail; the result is the code of the problem, nil where it succeeded all the same.
  private func fail(_ operation: FaultCase, _ fault: Fault) async throws -> String? {
    let scene = try operation.scene()
    let what: Comment = "\(operation.name.rawValue), \(fault)"
    let result = try await scene.child(operation.request)
      .disturbed(fault.disturbance, log: scene.log).run()
    #expect(result.signal == nil || (fault.isReply && result.signal == SIGALRM), what)
    #expect(try String(contentsOf: scene.log, encoding: .utf8).contains("(INJECTED)"), what)

    // Nobody learns what came of it: the reply fails, or libc cannot read the time zone.
    if (fault.isReply && fault.isFinal) || (fault.forGood && result.status == EX_OSERR) {
      #expect(result.status == EX_OSERR || result.status == 1 || result.signal == SIGALRM, what)
      #expect(result.output.isEmpty, what)
      try await operation.settle(scene, acknowledged: nil, what)
      return "no reply"
    }
    let reply = try #require(FaultReply(result), "\(what): \(result)")
    if fault.call.isAfterReply || !fault.isFinal {
      #expect(reply.code == nil, "\(what): \(reply.code ?? "")")
    }
    if fault.isAppend, fault.isFinal { #expect(reply.code != nil, what) }
    if let code = reply.code {
      #expect((500...599).contains(reply.problemStatus ?? 0), what)
      #expect(expectedCodes(fault).contains(code), "\(what): \(code)")
      #expect(result.errorText.split(separator: "\n").count == 1, what)
      #expect(!reply.problemText.contains("/"), "\(what): \(reply.problemText)")
    }
    let complaint = operation.complaint(
      about: try scene.ledger(allowingTornTail: true).holders, mustBeDone: reply.code == nil, id: reply["id"])
    #expect(complaint == nil, "\(what): \(complaint ?? "")")
    try await operation.settle(scene, acknowledged: reply, what)
    return reply.code
  }

  /// The codes that say what is wrong.
  private func expectedCodes(_ fault: Fault) -> Set<String> {
    var codes: Set = [fault.error == "ENOSPC" ? "storage_full" : "storage_unavailable"]
    let elsewhere: Set = ["internal", "misconfigured_business"]
    if fault.isElsewhere { codes = elsewhere }
    if fault.call.name == "getrandom" { codes.insert("internal") }
    // From then on everything of this name fails: other files too, and taking back what failed.
    if fault.forGood { codes.formUnion(elsewhere.union(["storage_unavailable", "storage_full"])) }
    return codes
  }
}

extension FaultReply {
  /// What a problem says to people.
  var problemText: String { (self["title"] ?? "") + (self["detail"] ?? "") }
}
