// The operations that faults are made in: from which files each starts, what it asks, and what has to hold afterwards
// whatever happened: what was there before is there, the change is there wholly or not at all, and the same request
// once more settles it.

import FaultSupport
import Foundation
import JSON
import ProgramSupport
import Testing

/// An operation to be disturbed.
struct FaultCase: Sendable, CustomTestStringConvertible {
  enum Name: String, CaseIterable, Sendable {
    /// The first booking of a business that has no `Data` yet.
    case firstBooking
    /// A booking after which the index has to be made.
    case bookingAndIndex
    /// A booking after which the index is put together anew, as what is past, and the part of it that is new is deleted.
    case compaction
    case move
    case cancel
    /// A booking behind what a crash has left of another.
    case bookingAfterCrash
  }

  let name: Name
  let data: FaultData
  let request: String
  /// Who held which place before.
  let before: [String: String]
  /// Who has to hold which place after it; the place of a new booking is left out, and is `newPlace`.
  let after: [String: String]
  let newPlace: String?

  var testDescription: String { name.rawValue }

  /// A scene in which the operation can begin.
  func scene() throws -> FaultScene { try FaultScene(data) }

  /// What is wrong with what is on the disk, or nil.
  func complaint(about holders: [String: String], mustBeDone: Bool, id: String? = nil) -> String? {
    var rest = holders
    let new = newPlace.flatMap { rest.removeValue(forKey: $0) }
    let isDone = newPlace == nil ? rest == after : rest == after && new != nil
    let isUndone = rest == before && new == nil
    if let id, let new, id != new { return "the place went to another booking than was acknowledged" }
    if isDone || (isUndone && !mustBeDone) { return nil }
    return mustBeDone ? "it is not done: \(holders)" : "it is neither done nor not done: \(holders)"
  }

  /// Asks once more, undisturbed, and checks that this settles it. `acknowledged` is the reply that was given before.
  func settle(_ scene: FaultScene, acknowledged: FaultReply?, _ what: Comment) async throws {
    let reply = try await scene.ask(request)
    #expect(reply.code == nil, "\(what): the same request once more: \(reply.code ?? "")")
    let first = acknowledged.flatMap { $0.code == nil ? $0["id"] : nil }
    if let first { #expect(reply["id"] == first, what) }
    let complaint = complaint(about: try scene.ledger().holders, mustBeDone: true, id: reply["id"])
    #expect(complaint == nil, "\(what): \(complaint ?? "")")
  }

  /// What a reader who takes no lock is told has to be what is on the disk.
  func checkReader(_ scene: FaultScene, _ what: Comment) async throws {
    let free = try await scene.ask(FaultScene.list("ada"))
    try #require(free.code == nil, "\(what): a reader is refused: \(free.code ?? "")")
    let taken = try scene.ledger(allowingTornTail: true).holders.keys
    let expected = (0..<24).map { "ada \(FaultScene.start($0))" }.filter { !taken.contains($0) }
    #expect(free.ids.map(FaultLedger.place(ofSlot:)) == expected, what)
  }
}

extension FaultCase {
  /// The operation in its beginnings, which the program makes itself.
  static func make(_ name: Name) async throws -> FaultCase {
    let due = try await name == .compaction ? compactionDue() : indexDue()
    let book = FaultScene.book(FaultScene.slot("ada", 20), caller: 99)
    let place = "ada \(FaultScene.start(20))"
    switch name {
    case .firstBooking:
      return FaultCase(
        name: name, data: FaultData(files: nil), request: book, before: [:], after: [:], newPlace: place)
    case .bookingAndIndex, .compaction:
      return FaultCase(
        name: name, data: due.data, request: book, before: due.holders, after: due.holders, newPlace: place)
    case .move:
      var after = due.holders
      after[due.first.place] = nil
      after["ben \(FaultScene.start(21))"] = due.first.id
      return FaultCase(
        name: name, data: due.data,
        request: FaultScene.move(due.first.id, from: due.first.slot, to: FaultScene.slot("ben", 21)),
        before: due.holders, after: after, newPlace: nil)
    case .cancel:
      var after = due.holders
      after[due.first.place] = nil
      return FaultCase(
        name: name, data: due.data, request: FaultScene.cancel(due.first.id, due.first.slot), before: due.holders,
        after: after, newPlace: nil)
    case .bookingAfterCrash:
      var data = due.data
      data.files?["faults.jsonl"]?.append(Data(#"{"n":19,"at":"2026-09-14T00:00:00Z","event":"book"#.utf8))
      return FaultCase(
        name: name, data: data, request: book, before: due.holders, after: due.holders, newPlace: place)
    }
  }

  /// Files and what they say; a booking that is among them.
  private struct Due: Sendable {
    var data: FaultData
    var holders: [String: String]
    var first: (id: String, slot: String, place: String)

    init(_ data: FaultData, first: FaultReply) throws {
      self.data = data
      self.first = (try #require(first["id"]), try #require(first.slot), try #require(first.place))
      holders = try FaultScene(data).ledger().holders
    }
  }

  /// A business with so many bookings that with the next the index has to be made.
  private static func indexDue() async throws -> Due {
    let scene = try FaultScene()
    let first = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 0), caller: 0))
    for number in 1..<40 {
      let data = try FaultData(of: scene.dataDirectory)
      let agent = number % 2 == 0 ? "ada" : "ben"
      _ = try await scene.ask(FaultScene.book(FaultScene.slot(agent, number / 2), caller: number))
      if scene.has("faults.index-0") { return try Due(data, first: first) }
    }
    throw FaultLedger.Damaged(reason: "no index after 40 bookings")
  }

  /// A business with one booking that was moved so often that with the next event the index has to be compacted.
  private static func compactionDue() async throws -> Due {
    let scene = try FaultScene()
    var first = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 8), caller: 0))
    for number in 0..<1000 {
      let data = number < 500 ? nil : try FaultData(of: scene.dataDirectory)
      let moved = try await scene.ask(
        FaultScene.move(first["id"] ?? "", from: first.slot ?? "", to: FaultScene.slot("ada", 9 - number % 2)))
      if let data, scene.has("faults.index-1") { return try Due(data, first: first) }
      first = moved
    }
    throw FaultLedger.Damaged(reason: "no compaction after 1000 moves")
  }
}

extension FaultScene {
  /// Whether there is a file of this name in `Data`.
  fileprivate func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: dataDirectory.appending(path: name).path)
  }
}
