// Business files that are met while an editor saves them, and files that an editor cut off and left so. Whole requests in
// this process, on a rigged system whose waits take no time: what the editor does meanwhile happens in them.

import Foundation
import Host
import JSON
import ProgramSupport
import SystemSupport
import Testing

/// A business file in a tree, and requests for it.
private struct SavedFile {
  let tree: TemporaryTree
  private let file: URL

  init() throws {
    tree = try TemporaryTree()
    file = tree.root.appending(path: "Businesses/faults.yaml")
  }

  static let open = RequestCase.business
  static let closed = RequestCase.withToken

  /// Writes the file in place.
  func save(_ text: some StringProtocol) throws { try Data(text.utf8).write(to: file) }

  /// Takes the file away.
  func remove() { try? FileManager.default.removeItem(at: file) }

  /// The status of the reply to a request, with a token or without, how often the program waited, and what it logged; `pause`
  /// happens while it waits for the Nth time. The clock is so many seconds ahead.
  func ask(
    withToken: Bool = false, action: String = "getAgents", secondsAhead: Int = 0,
    pause: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> (status: Int, pauses: [Int32], log: String, body: String) {
    let body = #"{"action":"\#(action)","entityId":"faults","appointmentTypeId":"visit","sipId":"faults-line"}"#
    var host = RiggedHost()
    host.input = Array(body.utf8)
    host.executable = tree.root.appending(path: "bin/voicebot").path
    host.pause = pause
    if secondsAhead > 0 { host.time = Int64(Date().timeIntervalSince1970 + Double(secondsAhead)) * 1_000_000_000 }
    let calls = RiggedCalls(host: host, instead: { call, _ in call == .syncData || call == .sync ? .nothing : nil })
    let variables = Program.cgi(Array(body.utf8)).merging(withToken ? RequestCase.token : [:]) { $1 }
    let status = Host.serve(Variables(variables.map { ($0.key, $0.value) }), calls: calls)
    #expect(status == 0)
    let reply = try #require(WholeReply(calls.reply, at: .cgi))
    return (
      reply.status, calls.pauses, String(decoding: calls.complaints, as: UTF8.self),
      String(decoding: calls.reply, as: UTF8.self)
    )
  }
}

@Suite("Business files that are being saved") struct SavedInPlaceTests {
  /// What an editor leaves in between.
  @Test(arguments: ["", String(RequestCase.business.prefix(90)), "name: Faults\nhours: {mon", "\u{FEFF}"])
  func isReadAgain(_ meanwhile: String) throws {
    let saved = try SavedFile()
    try saved.save(meanwhile)
    let answer = try saved.ask { if $0 == 3 { try? saved.save(SavedFile.open) } }
    #expect(answer.status == 200)
    #expect(answer.pauses == [10, 20, 40])
    #expect(answer.log == "")
  }

  /// Some editors take the file away and put a new one in its place.
  @Test func isMissingForAMoment() throws {
    let saved = try SavedFile()
    try saved.save(SavedFile.open)
    saved.remove()
    let answer = try saved.ask { if $0 == 2 { try? saved.save(SavedFile.open) } }
    #expect(answer.status == 200)
    #expect(answer.pauses == [10, 20])
    // One that was never there is not waited for, where nothing has changed lately.
    saved.remove()
    let unknown = try saved.ask(secondsAhead: 3600)
    #expect(unknown.status == 404)
    #expect(unknown.pauses == [])
  }

  /// A business that is found by its number.
  @Test func isReadAgainForANumber() throws {
    let saved = try SavedFile()
    try saved.save(SavedFile.open)
    #expect(try saved.ask(action: "getEntityForSipId").status == 200)
    try saved.save("")
    let answer = try saved.ask(action: "getEntityForSipId") { if $0 == 1 { try? saved.save(SavedFile.open) } }
    #expect(answer.status == 200)
    #expect(answer.pauses == [10])
  }

  /// It is waited for a third of a second, and an old mistake not at all.
  @Test func waitingIsBounded() throws {
    let saved = try SavedFile()
    try saved.save("name: Faults\n")
    let young = try saved.ask()
    #expect(young.status == 500)
    #expect(young.pauses.reduce(0, +) == 300)
    let old = try saved.ask(secondsAhead: 3600)
    #expect(old.status == 500)
    #expect(old.pauses == [])
    try saved.save(SavedFile.open)
    #expect(try saved.ask().pauses == [])
  }

  /// Cut off anywhere, left so: a stranger is never let in and learns nothing of the file, and who has a token is told.
  @Test(arguments: [0, 3600])
  func cutAtEveryByte(_ secondsAhead: Int) throws {
    let saved = try SavedFile()
    try saved.save(SavedFile.closed)
    #expect(try saved.ask().status == 401)
    let bytes = Array(SavedFile.closed.utf8)
    var wholeWithoutTokens = 0
    for length in 0..<bytes.count - 1 {
      try saved.save(String(decoding: bytes[..<length], as: UTF8.self))
      let stranger = try saved.ask(secondsAhead: secondsAhead)
      #expect(stranger.status == 401, "cut at \(length)")
      #expect(!stranger.body.contains("line "), "cut at \(length)")
      #expect(stranger.log.contains("faults.yaml"), "cut at \(length)")
      let holder = try saved.ask(withToken: true, secondsAhead: secondsAhead)
      #expect([200, 500].contains(holder.status), "cut at \(length)")
      if holder.status == 200 {
        wholeWithoutTokens += 1
        #expect(holder.log.contains("faults.tokens"), "cut at \(length)")
      }
    }
    // The case in question occurs.
    #expect(wholeWithoutTokens > 0)
    try saved.save(SavedFile.closed)
    #expect(try saved.ask(withToken: true, secondsAhead: secondsAhead).log == "")
  }

  /// Other tokens count at once, and only they are remembered.
  @Test func newTokens() throws {
    let saved = try SavedFile()
    try saved.save(SavedFile.closed)
    #expect(try saved.ask(withToken: true).status == 200)
    let other = String(repeating: "0", count: 64)
    try saved.save(SavedFile.open + "tokens: [\(other)]\n")
    #expect(try saved.ask(withToken: true).status == 401)
    try saved.save(SavedFile.open)
    #expect(try saved.ask(withToken: true).status == 401)
    let mark = saved.tree.root.appending(path: "Data/faults.tokens")
    #expect(try String(contentsOf: mark, encoding: .utf8) == other + "\n")
    // Who took them out on purpose deletes the mark.
    try FileManager.default.removeItem(at: mark)
    #expect(try saved.ask().status == 200)
  }

  /// A mark of which nobody can tell what it says still asks.
  @Test(arguments: ["", "nonsense", String(repeating: "a", count: 63), String(repeating: "a", count: 65)])
  func damagedMark(_ content: String) throws {
    let saved = try SavedFile()
    try saved.save(SavedFile.open)
    try saved.tree.write(content, to: "Data/faults.tokens")
    #expect(try saved.ask(withToken: true, secondsAhead: 3600).status == 401)
  }

  /// A broken file that was never seen whole, and names tokens.
  @Test func brokenFromTheFirst() throws {
    let saved = try SavedFile()
    try saved.save(SavedFile.closed + "nonsense: 1\n")
    #expect(try saved.ask().status == 401)
    #expect(try saved.ask(withToken: true).status == 500)
    try saved.save(SavedFile.open + "nonsense: {tokens: 1}\n")
    #expect(try saved.ask().status == 500)
  }

  /// What is remembered already is not written again.
  @Test func isRememberedOnce() throws {
    let saved = try SavedFile()
    try saved.save(SavedFile.closed)
    #expect(try saved.ask(withToken: true).status == 200)
    let mark = saved.tree.root.appending(path: "Data/faults.tokens").path
    let before = try FileManager.default.attributesOfItem(atPath: mark)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: mark)
    #expect(try saved.ask(withToken: true).status == 200)
    let after = try FileManager.default.attributesOfItem(atPath: mark)
    #expect(after[.modificationDate] as? Date == before[.modificationDate] as? Date)
    #expect(after[.systemFileNumber] as? Int == before[.systemFileNumber] as? Int)
  }
}
