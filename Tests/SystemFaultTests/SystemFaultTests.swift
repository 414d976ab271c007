// Whole requests on a system whose Nth call fails, for every N. A reply is the right one or a problem that says so; what
// is acknowledged is in the file; the same request once more settles it, and nothing is done twice.
//
// FaultTests does the same to the program from outside, with strace, to fewer requests and fewer errors.

import Foundation
import SystemSupport
import Testing

@Suite("Every call of every action failing") struct SystemFaultTests {
  @Test(arguments: RequestCase.actions)
  func anAction(_ request: RequestCase) throws { try fail(request) }

  @Test(arguments: RequestCase.special)
  func aSpecialCase(_ request: RequestCase) throws { try fail(request) }

  /// Every action has its case.
  @Test func noActionIsMissing() {
    #expect(Set(RequestCase.actions.map(\.name)).count == 13)
    #expect(RequestCase.actions.count == 26)
  }

  private func fail(_ request: RequestCase) throws {
    let sweep = try FaultSweep(request)
    var outcomes: [String: Int] = [:]
    for fault in InjectedFault.allCases {
      for place in sweep.right.calls.all.indices where fault.fits(sweep.right.calls.made(place)) {
        outcomes[try sweep.inject(fault, at: place), default: 0] += 1
      }
    }
    let total = outcomes.values.reduce(0, +)
    let counts = outcomes.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
    Figures.say("\(request.testDescription): \(sweep.right.calls.count) calls failed, \(total) times: \(counts)")
    #expect(outcomes["right", default: 0] > 0)
    #expect(outcomes.count > 1)
  }
}

/// Figures that the tests leave for whoever reads their output, a line each.
private enum Figures {
  static func say(_ text: String) { print("figures: \(text)") }
}

/// One request, how it goes where nothing fails, and how it goes where something does.
private struct FaultSweep {
  private let request: RequestCase
  private let tree: DeployedTree
  private let body: String
  private let before: [String: Data]?
  private let historyBefore: [String]
  private let historyAfter: [String]
  /// The free times afterwards.
  private let listAfter: [UInt8]
  /// The run in which nothing fails.
  let right: Run
  /// The call that writes the reply.
  private let replyCall: Int
  /// The first call behind those that read the request.
  private let inputEnd: Int

  init(_ request: RequestCase) throws {
    self.request = request
    let known: RequestCase.Known
    (tree, before, known) = try request.tree()
    body = request.request(known)
    try tree.restore(before)
    historyBefore = try tree.history()
    right = tree.send(body, at: request.entry, request.variables)
    historyAfter = try tree.history()
    listAfter = tree.send(RequestCase.list, at: .bare).calls.reply
    let reply = try #require(right.reply)
    try #require(right.status == 0 && (reply.code == nil) != request.isRefused)
    try #require(historyAfter.count == historyBefore.count + (request.isWriting ? 1 : 0))
    replyCall = try #require(right.calls.all.firstIndex(of: .writeStream))
    inputEnd = try #require(right.calls.all.firstIndex(of: .executable))
  }

  /// Makes a call fail and holds what has to hold; in one word, what came of it.
  func inject(_ fault: InjectedFault, at place: Int) throws -> String {
    try tree.restore(before)
    let run = tree.send(body, at: request.entry, request.variables) { call, number in
      fault.fault(call, number, from: place)
    }
    let call = right.calls.made(place)
    let what: Comment = "\(fault) at call \(place), \(call): \(String(decoding: run.calls.reply, as: UTF8.self))"
    #expect(run.calls.openDescriptors == 0, what)
    let isRight = run.status == 0 && run.calls.reply == right.calls.reply
    if fault.isHarmless || place > replyCall { #expect(isRight, what) }
    var outcome = "right"
    if run.status != 0 {
      #expect(run.calls.reply.isEmpty, what)
      outcome = "no reply"
    } else if !isRight {
      // An event that cannot be read is one that no gateway wrote, and gets no envelope.
      let bare = place < inputEnd && request.entry == .lambda ? WholeReply(run.calls.reply, at: .bare) : nil
      let reply = try #require(run.reply ?? bare, what)
      if let namesake = request.namesake, reply["entityId"] == namesake {
        try settle(nil, what)
        return "namesake"
      }
      outcome = try #require(reply.code, what)
      #expect(reply.complaint == nil, "\(what): \(reply.complaint ?? "")")
      if place < inputEnd {
        #expect(["invalid_json", "invalid_request", "request_timeout"].contains(outcome) || reply.status >= 500, what)
      } else {
        #expect(reply.status >= 500, what)
      }
      if reply.status >= 500 { #expect(run.complaints + tree.logged() >= 1, what) }
    }
    let history = try tree.history()
    if request.isWriting {
      let isDone = history == historyAfter
      #expect(isDone || history == historyBefore, what)
      if isRight { #expect(isDone, what) }
      // A failure that is not the storage's is one before anything was written.
      if !isRight, run.status == 0, !outcome.hasPrefix("storage_") { #expect(!isDone, what) }
    } else {
      #expect(try withoutCache(tree.files()) == withoutCache(before), what)
    }
    try settle(isRight ? run.reply : nil, what)
    return outcome
  }

  /// Sends the same once more to a system that is well, and then something else.
  private func settle(_ acknowledged: WholeReply?, _ what: Comment) throws {
    let again = tree.send(body, at: request.entry, request.variables)
    let reply = try #require(again.reply, what)
    #expect(again.status == 0, what)
    guard request.isWriting else {
      #expect(again.calls.reply == right.calls.reply, what)
      return
    }
    #expect(reply.code == nil, "\(what): once more: \(reply)")
    if let acknowledged { #expect(reply["id"] == acknowledged["id"], what) }
    #expect(try tree.history() == historyAfter, what)
    #expect(tree.send(RequestCase.list, at: .bare).calls.reply == listAfter, what)
    let next = tree.send(RequestCase.book(RequestCase.slot("ben", 20), caller: 98), at: .bare, seed: 2)
    #expect(next.reply?.status == 200, what)
    #expect(try tree.history().dropLast() == historyAfter[...], what)
  }

  private func withoutCache(_ files: [String: Data]?) -> [String: Data] {
    (files ?? [:]).filter { !$0.key.hasPrefix(".sip-numbers") && !$0.key.hasSuffix(".tokens") }
  }
}
