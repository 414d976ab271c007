// A bookings file of several dozen events, cut at every byte and with each byte changed in turn, as the program sees it:
// it gives the right answer, or leaves out what a crash could have left, or says which line is damaged; never another
// answer. At every sixteenth place the next caller books as well, after a repair where that is needed. (Every place of all
// questions and of an index is in DiaryFileTests.) bin/test tries one place in three, others in each run; --long tries all.

import FaultSupport
import Effort
import Foundation
import JSON
import ProgramSupport
import Testing

/// A bookings file and what is right about it.
private struct DamageCase: Sendable {
  let bytes: [UInt8]
  /// Where each line begins; the last is where the file ends.
  let starts: [Int]
  /// Who holds which place after so many lines, the first included.
  let holders: [[String: String]]

  init() async throws {
    let scene = try FaultScene()
    var booked: [(id: String, slot: String)] = []
    for number in 0..<24 {
      let request: String
      switch number % 4 {
      case 2: request = FaultScene.move(booked[0].id, from: booked[0].slot, to: FaultScene.slot("ada", 15 + number / 4))
      case 3: request = FaultScene.cancel(booked[1].id, booked[1].slot)
      default: request = FaultScene.book(FaultScene.slot(number % 2 == 0 ? "ben" : "ada", number / 2), caller: number)
      }
      let reply = try await scene.ask(request)
      try #require(reply.code == nil, "\(request): \(reply.code ?? "")")
      if number % 4 == 2 { booked[0].slot = reply.slot ?? "" }
      if number % 4 == 3 { booked.remove(at: 1) }
      if number % 4 < 2 { booked.append((reply["id"] ?? "", reply.slot ?? "")) }
    }
    let bytes = Array(try Data(contentsOf: scene.bookingsFile))
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    var holders: [[String: String]] = []
    for end in starts.dropFirst() {
      try Data(bytes[..<end]).write(to: scene.bookingsFile)
      holders.append(try scene.ledger().holders)
    }
    self.bytes = bytes
    self.holders = holders
  }

  /// How many lines are whole in the first so many bytes; one that lacks only its line feed is.
  func whole(in length: Int) -> Int { starts.dropFirst().count { $0 - 1 <= length } }

  /// The line of a byte, from 1.
  func line(of place: Int) -> Int { starts.count { $0 <= place } }
}

@Suite("A damaged bookings file", .serialized)
struct DamageTests {
  private let file: DamageCase

  init() async throws { file = try await DamageCase() }

  /// The free hours of an agent, or the code and the line that is named as damaged.
  private func look(_ scene: FaultScene) async throws -> String {
    let result = try await scene.child(FaultScene.list("ada")).run()
    let reply = try #require(FaultReply(result), "\(result)")
    guard let code = reply.code else { return reply.ids.map(FaultLedger.place(ofSlot:)).joined(separator: ",") }
    let line = result.errorText.components(separatedBy: "faults.jsonl:").last?.prefix { $0.isNumber } ?? ""
    return "\(code) \(line)"
  }

  private func free(_ holders: [String: String], _ blocks: [FaultLedger.Hold] = []) -> String {
    (0..<24).filter { hour in !blocks.contains { $0.meets("ada", hour) } }.map { "ada \(FaultScene.start($0))" }
      .filter { holders[$0] == nil }.joined(separator: ",")
  }

  /// Does something with a scene of its own at each of many places, several at once.
  private func everywhere(
    _ places: Range<Int>, _ body: @escaping @Sendable (FaultScene, Int) async throws -> Void
  ) async throws {
    _ = try await concurrently(Array(0..<4)) { part in
      let scene = try FaultScene()
      for place in places where place % 4 == part && Effort.tries(place, of: 3) {
        try await body(scene, place)
      }
    }
  }

  private func put(_ bytes: [UInt8], in scene: FaultScene) throws {
    try FaultData(files: ["faults.jsonl": Data(bytes)]).restore(in: scene.dataDirectory)
  }

  /// The next caller books, and the file says so and is whole.
  private func book(
    _ scene: FaultScene, _ before: [String: String], _ blocks: [FaultLedger.Hold], _ what: Comment
  ) async throws {
    let reply = try await scene.ask(FaultScene.book(FaultScene.slot("ben", 23), caller: 99))
    #expect(reply.code == nil, "\(what): \(reply.code ?? "")")
    var after = before
    after["ben \(FaultScene.start(23))"] = reply["id"]
    let lines = try Data(contentsOf: scene.bookingsFile).split(separator: UInt8(ascii: "\n")).map(Array.init)
    #expect(try FaultLedger.holders(in: lines.dropFirst()) == after, what)
    #expect(try await look(scene) == free(after, blocks), what)
  }

  @Test func cutAtEveryByte() async throws {
    try await everywhere(0..<file.bytes.count) { scene, length in
      try put(Array(file.bytes[..<length]), in: scene)
      let what: Comment = "cut at \(length)"
      let whole = file.whole(in: length)
      guard length >= file.starts[1] else {
        #expect(try await look(scene) == "damaged_bookings 1", what)
        return
      }
      let holders = file.holders[whole - 1]
      #expect(try await look(scene) == free(holders), what)
      if length % 16 < 4 { try await book(scene, holders, [], what) }
    }
    Figures.say("a file of \(file.holders.count) lines cut at \(file.bytes.count) places, no wrong answer")
  }

  @Test func everyByteChanged() async throws {
    try await everywhere(0..<file.bytes.count) { scene, place in
      var bytes = file.bytes
      bytes[place] ^= 1 << UInt8(place % 8)
      try put(bytes, in: scene)
      let what: Comment = "byte \(place)"
      let line = file.line(of: place)
      let isLast = line == file.holders.count
      let isFeed = file.bytes[place] == UInt8(ascii: "\n")
      let isBooked = place % 16 < 4
      guard !isLast else {
        // What a crash could have left; a line without its line feed counts.
        let holders = file.holders[line - (isFeed ? 1 : 2)]
        #expect(try await look(scene) == free(holders), what)
        if isBooked { try await book(scene, holders, [], what) }
        return
      }
      #expect(try await look(scene) == "damaged_bookings \(line)", what)
      guard isBooked else { return }
      let refused = try await scene.ask(FaultScene.book(FaultScene.slot("ben", 23), caller: 99))
      #expect(refused.code == "damaged_bookings", what)
      #expect(Array(try Data(contentsOf: scene.bookingsFile)) == bytes, what)
      let repair = try await scene.command(["repair", "faults"]).run()
      #expect(repair.status == (line == 1 || isFeed ? 0 : 1), "\(what): \(repair.errorText)")
      #expect(repair.errorText == "", what)
      let kept = try #require(try FaultData(of: scene.dataDirectory).files).filter { $0.key.contains(".aside-") }
      #expect(kept.values.map(Array.init) == [bytes], what)
      // What is held for the lost event is not offered; the hour that is booked next is another.
      let blocks = try holds(scene)
      #expect(blocks.count <= (line == 1 || isFeed ? 0 : 1), what)
      if !blocks.contains(where: { $0.meets("ben", 23) }) {
        try await book(scene, try lost(line, isFeed), blocks, what)
      }
    }
    Figures.say("\(file.bytes.count) bytes changed in a file of \(file.holders.count) lines, no wrong answer")
  }

  /// What blocks hold.
  private func holds(_ scene: FaultScene) throws -> [FaultLedger.Hold] {
    try Data(contentsOf: scene.bookingsFile).split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let object = try JSONValue(parsing: Array(line)).objectValue, object["event"]?.stringValue == "blocked",
        let start = object["start"]?.stringValue, let end = object["end"]?.stringValue
      else { return nil }
      return FaultLedger.Hold(agent: object["agent"]?.stringValue, start: start, end: end)
    }
  }

  /// Who holds which place when one line is lost; the first line and a line feed take nothing with them.
  private func lost(_ line: Int, _ isFeed: Bool) throws -> [String: String] {
    guard line > 1, !isFeed else { return file.holders[file.holders.count - 1] }
    var lines = (1..<file.starts.count).map { Array(file.bytes[file.starts[$0 - 1]..<file.starts[$0]]) }
    lines.remove(at: line - 1)
    return try FaultLedger.holders(in: lines.dropFirst())
  }
}
