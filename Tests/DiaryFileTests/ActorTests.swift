// Who did it stays with what was done, whatever becomes of the file.

import CivilTime
import Diary
import DiaryFile
import Testing

@Suite struct ActorTests {
  private let directory: TemporaryDirectory
  private let store: FileStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try FileStore(directory)
  }

  private func append(_ event: Event, by actor: String?) throws {
    _ = try store.write { (writer) throws(FileError) in try writer.append(event, at: .minute(-1), by: actor) }
  }

  private func actors(_ store: FileStore) throws -> [String?] {
    var actors: [String?] = []
    try store.read().history { event throws(FileError) in actors.append(event.by) }
    return actors
  }

  @Test func itIsReadBack() throws {
    try append(.booked(.sample("praxis.b1")), by: nil)
    try append(.moved(Booking.sample("praxis.b1").moved(to: 600)), by: "dora")
    try append(.blocked(Block(id: "praxis.k1", agent: nil, start: .minute(0), end: .minute(60))), by: "Zoë \"X\" \\")
    let expected: [String?] = [nil, "dora", "Zoë \"X\" \\"]
    #expect(try actors(store) == expected)
    #expect(try store.read().history(of: "praxis.b1").map(\.by) == [nil, "dora"])
    try store.index(.rebuilding)
    #expect(try store.read().history(of: "praxis.b1").map(\.by) == [nil, "dora"])
    #expect(try !String(decoding: directory.bytes("praxis.jsonl"), as: UTF8.self).contains("\"by\":null"))
  }

  @Test func itOutlivesForgettingRepairingAndRenaming() throws {
    try append(.booked(.sample("praxis.b1", booker: .sample("praxis.u1"))), by: "dora")
    try append(.booked(.sample("praxis.b2", minute: 600, booker: .sample("praxis.u2"))), by: nil)
    try append(.booked(.sample("praxis.b3", minute: 900, booker: .sample("praxis.u3"))), by: "emil")
    #expect(try store.forget(person: "praxis.u1", at: .minute(0), by: "frieda").bookings == 1)
    #expect(try actors(store) == ["dora", nil, "emil", "frieda"])
    let bytes = try directory.bytes("praxis.jsonl")
    let second = try #require(bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.dropFirst().first)
    try directory.flip("praxis.jsonl", second + 20, 0x10)
    var aids = RepairAids.sample()
    aids.actor = "gert"
    _ = try store.repair(aids)
    #expect(try actors(store) == ["dora", "emil", "frieda", "gert"])
  }

  @Test func aNameHasToBeOne() throws {
    for name in ["", String(repeating: "x", count: 256)] {
      #expect(throws: FileError.unwritable) { try append(.booked(.sample("praxis.b1")), by: name) }
    }
    try append(.booked(.sample("praxis.b1")), by: String(repeating: "x", count: 255))
    #expect(try actors(store).count == 1)
  }
}
