// Each system call between the request and the end of the work after the reply fails, once or from then on, with each
// error that Linux has for a broken, full or overloaded machine. The caller gets a success that is one or a 5xx; nothing
// acknowledged is lost; the same request once more settles it. A short write cannot be made this way and is in
// FullDiskTests.swift.

import Foundation
import Glibc
import Testing

/// A call that is to fail.
private struct Fault: Sendable, CustomStringConvertible {
  var call: SystemCall
  var error: String
  var forGood: Bool

  var description: String { "\(call) fails with \(error)\(forGood ? " for good" : "")" }

  /// Whether it is about files, so that it can fail in these ways.
  static let names: Set = [
    "openat", "open", "newfstatat", "fstat", "read", "pread64", "pwrite64", "write", "lseek", "fdatasync", "fsync",
    "ftruncate", "flock", "renameat", "renameat2", "rename", "unlinkat", "unlink", "linkat", "link", "getrandom",
    "mkdir",
    "mkdirat", "getdents64", "close", "fchown",
  ]

  /// Whether bytes of the bookings file go to the disk by it.
  var isAppend: Bool {
    let isWrite = call.name == "pwrite64" && call.text.prefix { $0 != "," }.contains("faults.jsonl")
    return !call.isAfterReply && (isWrite || ["fdatasync", "fsync"].contains(call.name))
  }

  /// Whether it is the reply that fails.
  var isReply: Bool { call.name == "write" && call.text.hasPrefix("(1<") }

  /// Whether it is about a file that is not of the bookings.
  var isElsewhere: Bool { call.text.contains("/Businesses/") || call.text.contains("zoneinfo") }

  /// Whether libc itself would try for ever (getrandom(2): so few bytes are never interrupted), or the program for the
  /// ten seconds that a reply may take, which one operation shows.
  func isEndless(in name: FaultCase.Name) -> Bool {
    guard forGood, error == "EINTR" else { return false }
    return call.name == "getrandom" || (isReply && name != .cancel)
  }

  /// Whether the call fails so often that it has to be noticed.
  var isFinal: Bool { forGood || error != "EINTR" }
}

@Suite("Every system call failing", .serialized)
struct SystemCallTests {
  @Test(arguments: FaultCase.Name.allCases)
  func failing(_ name: FaultCase.Name) async throws {
    let fault = try await FaultCase.make(name)
    let calls = try await recording(of: fault).withoutRepetition.filter { Fault.names.contains($0.name) }
    let faults = selected(from: calls, of: name)
    let replies = try await concurrently(faults) { try await fail(fault, $0) }
    let codes = Dictionary(grouping: replies) { $0 ?? "done all the same" }.map { "\($0) \($1.count)" }.sorted()
    FaultCount.add("\(name.rawValue): \(faults.count) calls failed: \(codes.joined(separator: ", "))")
    // Both ends were seen: what nothing depends on, and what everything does.
    #expect(replies.contains(nil))
    #expect(replies.contains("storage_unavailable"))
    #expect(replies.contains("storage_full"))
  }

  /// Every call with every error, or, of those that matter less, with one of the errors in turn.
  private func selected(from calls: [SystemCall], of name: FaultCase.Name) -> [Fault] {
    let errors = ["EIO", "ENOSPC", "EINTR", "EACCES", "EMFILE"]
    var faults: [Fault] = []
    for (index, call) in calls.enumerated() {
      for (turn, error) in errors.enumerated() {
        for forGood in [false, true] {
          let fault = Fault(call: call, error: error, forGood: forGood)
          if fault.isEndless(in: name) { continue }
          let isItsTurn = forGood ? (index + 2) % errors.count == turn : index % errors.count == turn
          if FaultBounds.all || isItsTurn || fault.isAppend || fault.isReply { faults.append(fault) }
        }
      }
    }
    return faults
  }

  /// Makes one run fail; the result is the code of the problem, nil where it succeeded all the same.
  private func fail(_ operation: FaultCase, _ fault: Fault) async throws -> String? {
    let scene = try operation.scene()
    let what: Comment = "\(operation.name.rawValue), \(fault)"
    let result = try await scene.child(operation.request)
      .disturbed(.fail(fault.call, error: fault.error, forGood: fault.forGood), log: scene.log).run()
    #expect(result.signal == nil || (fault.isReply && result.signal == SIGALRM), what)
    #expect(try String(contentsOf: scene.log, encoding: .utf8).contains("(INJECTED)"), what)

    if fault.isReply, fault.isFinal {
      #expect(result.status == 1 || result.signal == SIGALRM, what)
      #expect(result.output.isEmpty, what)
      try await operation.settle(scene, acknowledged: nil, what)
      return "no reply"
    }
    let reply = try #require(FaultReply(result), "\(what): \(result)")
    if fault.call.isAfterReply || (!fault.isFinal && !fault.isElsewhere) {
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
    // Whether the name of the new file is on the disk is not known.
    if fault.call.name == "fsync", !fault.call.text.contains(".jsonl") { codes.insert("storage_unavailable") }
    return codes
  }
}

extension FaultReply {
  /// What a problem says to people.
  var problemText: String { (self["title"] ?? "") + (self["detail"] ?? "") }
}
