// Each system call between the request and the end of the work after the reply fails, once or from then on, with each
// error that Linux has for a broken, full or overloaded machine. The caller gets a success that is one or a 5xx; nothing
// acknowledged is lost; the same request once more settles it. A short write cannot be made this way and is in
// FullDiskTests.swift.

import Foundation
import Glibc
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

  /// Makes one run fail; the result is the code of the problem, nil where it succeeded all the same.
  private func fail(_ operation: FaultCase, _ fault: Fault) async throws -> String? {
    let scene = try operation.scene()
    let what: Comment = "\(operation.name.rawValue), \(fault)"
    let result = try await scene.child(operation.request)
      .disturbed(fault.disturbance, log: scene.log).run()
    #expect(result.signal == nil || (fault.isReply && result.signal == SIGALRM), what)
    #expect(try String(contentsOf: scene.log, encoding: .utf8).contains("(INJECTED)"), what)

    if fault.isReply, fault.isFinal {
      #expect(result.status == 1 || result.signal == SIGALRM, what)
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
