// The operator's remedies: looking a file through, repairing it, taking people out of it.

import Diary
import DiaryFile
import CivilTime
import People

import Testing

@Suite struct CareTests {
  /// Whether some file of the data directory holds a text.
  private func isAnywhere(_ text: String, _ directory: TemporaryDirectory) throws -> Bool {
    try directory.everything().contains { file in
      String(decoding: file.bytes, as: UTF8.self).contains(text)
    }
  }

  @Test func nothingToLookAt() throws {
    let store = try FileStore(try TemporaryDirectory())
    #expect(try store.inspect() == nil)
    #expect(try store.mend() == nil)
    #expect(try store.forget(person: "u1", at: .minute(0)).bookings == 0)
    #expect(try store.expire(before: .minute(0), at: .minute(0)).bookings == 0)
    try store.index(.rebuilding)
  }

  @Test func verifyChangesNothing() throws {
    let scene = try Scene(count: 30, indexed: 20)
    let before = try scene.directory.everything().map(\.bytes)
    let verification = try #require(try scene.store.inspect())
    #expect(verification.lines == 31 && verification.defects.isEmpty && verification.keptAside.isEmpty)
    #expect(try scene.directory.everything().map(\.bytes) == before)
  }

  @Test func everyProblemIsNamed() throws {
    let scene = try Scene(count: 9)
    // Lines 3 and 7 are changed, 5 is missing, 8 stands twice, and the last is cut.
    var lines = scene.lines.map { Array(scene.bytes[$0]) }
    lines[2][20] ^= 1
    lines[6][20] ^= 1
    lines[9].removeLast(5)
    lines.insert(lines[7], at: 8)
    lines.remove(at: 4)
    try scene.reset(to: lines.flatMap(\.self))
    let defects: [FileDefect] = [
      .damaged(line: 3, .checksum), .missing(line: 5, numbers: 5...5), .damaged(line: 6, .checksum),
      .displaced(line: 8, number: 8), .torn(line: 10, length: lines[9].count),
    ]
    #expect(try scene.store.inspect()?.defects == defects)
    let report = try #require(try scene.store.mend())
    #expect(report.defects == defects)
    #expect(report.events == 5)
    let kept = try #require(report.keptIn)
    #expect(try scene.directory.bytes(kept) == lines.flatMap(\.self))
    #expect(try scene.store.inspect()?.keptAside == [kept])
    let left = [0, 2, 4, 6, 7].map { scene.events[$0] }
    #expect(report.losses.map(\.line) == [3, 6] && report.lost == 3)
    #expect(scene.ask(Expected(left + report.holds, .sample("praxis.new"))) == .right)
    // A second time there is nothing to do, and nothing more is kept.
    #expect(try scene.store.mend()?.defects == [])
    #expect(try scene.store.inspect()?.keptAside == [kept])
  }

  @Test func aTornTailIsRepairedAsAWriterWould() throws {
    let scene = try Scene(count: 3)
    try scene.reset(to: Array(scene.bytes.dropLast(9)))
    let report = try #require(try scene.store.mend())
    #expect(report.defects == [.torn(line: 4, length: scene.lines[3].count - 9)])
    let kept = try scene.directory.bytes(try #require(report.keptIn))
    #expect(kept == Array(scene.bytes[scene.lines[3]].dropLast(9)))
    #expect(try scene.directory.bytes("praxis.jsonl") == Array(scene.bytes[..<scene.lines[2].upperBound]))
  }

  /// What nobody can have begun to append is no remains of a crash, and is mended all the same.
  @Test func moreAtTheEndThanALineHas() throws {
    let scene = try Scene(count: 3)
    let bytes = scene.bytes + [UInt8](repeating: 0, count: 2 << 20)
    try scene.reset(to: bytes)
    #expect(scene.ask(Expected(scene.events, .sample("praxis.new"))) == .damaged(line: 5))
    let report = try #require(try scene.store.mend())
    #expect(report.defects == [.damaged(line: 5, .checksum)] && report.events == 3)
    #expect(try scene.directory.bytes(try #require(report.keptIn)) == bytes)
    #expect(scene.ask(Expected(scene.events, .sample("praxis.new"))) == .right)
  }

  /// The line is lost in which a booking was made or moved; what follows about it still takes it out of where it was.
  @Test(arguments: [0, 1, 2])
  func whatIsLeftOfABookingHoldsTogether(lost: Int) throws {
    let directory = try TemporaryDirectory()
    let store = try FileStore(directory)
    let booking = Booking.sample("praxis.b1")
    let events: [Event] = [
      .booked(booking), .moved(booking.moved(to: 20_000)), .moved(booking.moved(to: 40_000)),
      .cancelled(booking.moved(to: 40_000).cancelled),
    ]
    try store.append(events)
    let end = try directory.bytes("praxis.jsonl").split(separator: UInt8(ascii: "\n")).prefix(lost + 1)
    try directory.flip("praxis.jsonl", end.map { $0.count + 1 }.reduce(10, +), 1)
    #expect(try store.mend()?.events == 3)
    try store.append((0..<20).map { .booked(.sample("other\($0)", minute: -10_000)) })
    try store.index(.rebuilding)
    #expect(try store.read().indexNeed == .nothing)
    #expect(try store.read().booking("praxis.b1")?.status == .cancelled)
    #expect(try store.read().occupations(in: .minute(0)..<Instant.minute(100_000)).isEmpty)
  }

  @Test func aForgottenPersonIsNowhere() throws {
    let directory = try TemporaryDirectory()
    let store = try FileStore(directory)
    let mother = Person.sample("praxis.mother", firstname: "Wilhelmine", phone: "+49351777777")
    let child = Person.sample("praxis.child", firstname: "Friedolin")
    try store.append(.booked(.sample("b1", booker: mother, participant: child)))
    try store.append(.booked(.sample("b2", minute: 60, booker: mother)))
    try store.append(.moved(.sample("b2", minute: 120, booker: mother)))
    try store.append((0..<20).map { .booked(.sample("other\($0)", minute: 1000)) })
    try store.index(.rebuilding)
    // A crash leaves remains that name her too.
    let bytes = try directory.bytes("praxis.jsonl")
    try directory.write(bytes + Array("{\"n\":25,\"Wilhelmine".utf8), "praxis.jsonl")
    try store.append(.booked(.sample("other20", minute: 1000)))
    #expect(try store.inspect()?.keptAside.count == 1)

    let report = try store.forget(person: "praxis.mother", at: .minute(5))
    #expect(report.bookings == 2 && report.deletedCopies.count == 1)
    for text in ["Wilhelmine", "praxis.mother", "777777"] { #expect(try !isAnywhere(text, directory)) }
    #expect(try isAnywhere("Friedolin", directory))
    let diary = try store.read()
    #expect(try diary.person("praxis.mother") == nil)
    #expect(try diary.bookings(withPerson: "praxis.mother").isEmpty)
    #expect(try diary.people(SearchKeys(phone: "+49351777777")).isEmpty)
    #expect(try diary.bookings(withPerson: "praxis.child").map(\.id) == ["b1"])
    // What happened stays countable, and what is still to come stays held.
    #expect(try diary.booking("b1")?.booker.id == "")
    #expect(try diary.booking("b2")?.start == .minute(120))
    #expect(try diary.booking("b2")?.request == 0)
    #expect(try diary.occupations(in: .minute(0)..<Instant.minute(200)).map(\.bookingID) == ["b1", "b2"])
    var last: HistoricEvent?
    try diary.history { (event) throws(FileError) in last = event }
    #expect(last?.number == 26 && last?.at == .minute(5) && last?.event == .forgotten(Forgetting(bookings: 2)))
    #expect(try store.inspect()?.defects == [])
    // Once more there is nothing to do.
    let after = try directory.bytes("praxis.jsonl")
    #expect(try store.forget(person: "praxis.mother", at: .minute(6)).bookings == 0)
    #expect(try directory.bytes("praxis.jsonl") == after)
  }

  @Test func peopleGoWhenTheirTimeIsOver() throws {
    let directory = try TemporaryDirectory()
    let store = try FileStore(directory)
    let old = Booking.sample("b1", minute: 0, booker: .sample("u1", firstname: "Alter"))
    let moved = Booking.sample("b2", minute: 0, booker: .sample("u2", firstname: "Bleibt"))
    let edge = Booking.sample("b3", minute: 70, booker: .sample("u3", firstname: "Gerade"))
    let block = Block(id: "k1", agent: "anna", start: .minute(0), end: .minute(10), reason: "Feier für Herrn Alt")
    try store.append([
      .booked(old), .booked(moved), .moved(moved.moved(to: 5000)), .booked(edge), .blocked(block),
      .cancelled(old.cancelled),
    ])
    // b3 ends at minute 100.
    let report = try store.expire(before: .minute(100), at: .minute(200))
    #expect(report.bookings == 1)
    #expect(try !isAnywhere("Alter", directory))
    #expect(try !isAnywhere("Herrn Alt", directory))
    #expect(try isAnywhere("Bleibt", directory) && isAnywhere("Gerade", directory))
    #expect(try store.read().booking("b1")?.status == .cancelled)
    #expect(try store.read().block("k1")?.isHeld == true)
    #expect(try store.expire(before: .minute(100), at: .minute(201)).bookings == 0)
    #expect(try store.expire(before: .minute(100), at: .minute(201)).deletedCopies == [])
    #expect(try store.expire(before: Instant.minute(100).adding(seconds: 1), at: .minute(202)).bookings == 1)
    #expect(try !isAnywhere("Gerade", directory))
    #expect(try store.inspect()?.defects == [])
  }

  @Test func aDamagedFileIsNotRewritten() throws {
    let scene = try Scene(count: 5)
    try scene.directory.flip("praxis.jsonl", scene.lines[2].lowerBound + 10, 1)
    let before = try scene.directory.bytes("praxis.jsonl")
    #expect(throws: FileError.damaged(line: 3, .checksum)) {
      try scene.store.forget(person: "praxis.u1", at: .minute(0))
    }
    #expect(throws: FileError.damaged(line: 3, .checksum)) {
      try scene.store.expire(before: .minute(1_000_000), at: .minute(0))
    }
    #expect(try scene.directory.bytes("praxis.jsonl") == before)
  }

  /// A reader goes on with the file it has opened, whatever takes its place.
  @Test func aReaderOutlivesTheFile() throws {
    let scene = try Scene(count: 40, indexed: 30)
    let expected = Expected(scene.events, .sample("praxis.new"))
    let early = try scene.store.read()
    let late = try scene.store.read()
    _ = try early.occupations(in: .minute(0)..<Instant.minute(1))
    let person = scene.firstLive.booker.id
    #expect(try scene.store.forget(person: person, at: .minute(0)).bookings > 0)
    try scene.store.append(.booked(.sample("praxis.new")))
    #expect(try Answers(early, expected.ids) == expected.answers)
    #expect(try Answers(late, expected.ids) == expected.answers)
    #expect(try scene.store.read().person(person) == nil)
  }
}
