// A hundred thousand requests, most of them bad, through the webhook as the program calls it, and some of them through
// the program: no crash, no hang, no fault, bounded memory. How they are made is in Mutation.swift.

import System
import DiaryFile
import Effort
import Foundation
import Glibc
import Host
import JSON
import ProgramSupport
import Testing
import Webhook

@Suite(.serialized) struct FuzzTests {
  /// The requests of all transcripts, with something in the place of what they kept.
  private func seeds() throws -> [JSONValue] {
    let requests = try Transcript.all().flatMap(\.steps).compactMap { step -> JSONValue? in
      guard case .exchange(let exchange) = step.action else { return nil }
      let text = exchange.request.replacing(/\$[A-Za-z0-9]+/, with: "gleichgewicht.x")
      return try? JSONValue(parsing: Array(text.utf8))
    }
    return requests.filter { $0.objectValue?["action"] != nil }
  }

  /// A tree with the repository's businesses, and bookings made and kept in it by the requests themselves.
  private func tree() throws -> TemporaryTree {
    let tree = try TemporaryTree()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Program.checkout.appending(path: "Businesses").path)
    for file in files where file.hasSuffix(".yaml") { try tree.add(business: String(file.dropLast(5))) }
    return tree
  }

  /// Why a reply is none that a bad request may get; nil if it is one.
  private func complaint(_ body: [UInt8]) -> String? {
    guard let value = try? JSONValue(parsing: body, limits: JSONLimits(bytes: 1 << 22)) else { return "no JSON" }
    guard let problem = value.objectValue, let code = problem["code"]?.stringValue else { return nil }
    guard let status = problem["status"]?.integerValue, (400..<500).contains(status) else { return code }
    return problem["detail"]?.stringValue?.isEmpty == false ? nil : "no detail"
  }

  @Test func hundredThousandRequests() throws {
    let tree = try tree()
    let settings = try Settings(
      Variables([("VOICEBOT_ROOT", tree.root.path), ("VOICEBOT_NOW", "2026-09-14T06:00:00Z")]), root: { "" })
    let now = try #require(settings.now)
    let deployment = Deployment(
      businesses: settings.businesses, cache: settings.data, endpoint: nil, clock: { now },
      random: { SystemSources.random($0, LinuxCalls()) }, calls: LinuxCalls())
    let engine = FileEngine(directory: settings.data, calls: LinuxCalls())
    var mutation = Mutation(seeds: try seeds(), seed: 20_260_914)
    let before = peakKiB()
    var slowest = 0.0
    var replies: [String: Int] = [:]
    for _ in 0..<Effort.times(100_000) {
      let request = mutation.next()
      let began = Date()
      let reply = Webhook.answer(.body(request), deployment, diaries: engine).reply
      slowest = max(slowest, Date().timeIntervalSince(began))
      replies[code(reply.body) ?? "done", default: 0] += 1
      if let complaint = complaint(reply.body) {
        Issue.record("\(complaint): \(String(decoding: request, as: UTF8.self))")
        return
      }
    }
    #expect(slowest < 5)
    #expect(peakKiB() - before < 262_144)
    // The requests reach what they are meant to reach.
    for kind in ["done", "invalid_json", "unknown_action", "unknown_slot", "unknown_booking", "missing_information"] {
      #expect(replies[kind, default: 0] > 100, "\(replies)")
    }
  }

  @Test func someThroughTheProgram() async throws {
    let tree = try tree()
    let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T06:00:00Z"]
    var mutation = Mutation(seeds: try seeds(), seed: 4711)
    for _ in 0..<Effort.times(1000) {
      let request = mutation.next()
      var child = Program.child(environment, input: .bytes(request))
      child.addressSpaceKiB = Program.addressSpaceKiB
      let result = try await child.run()
      try #require(result.status == 0, "\(String(decoding: request, as: UTF8.self))")
      try #require(complaint(result.output) == nil, "\(String(decoding: request, as: UTF8.self)): \(result.text)")
      #expect(result.errorText == "")
    }
  }

  private func peakKiB() -> Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
