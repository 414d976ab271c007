// What was written is what is read, in whatever process.

import Diary
import DiaryFile
import CivilTime
import People

import Testing

@Suite struct RoundTripTests {
  let directory: TemporaryDirectory
  let store: FileStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try FileStore(directory)
  }

  @Test func nothingYet() throws {
    let diary = try store.read()
    #expect(try diary.booking("b1") == nil)
    #expect(try diary.occupations(in: .minute(-100_000) ..< .minute(100_000)).isEmpty)
    #expect(try diary.bookings(withPerson: "u1").isEmpty)
    #expect(try diary.lineCount() == 0)
    #expect(directory.names().isEmpty)
  }

  @Test func bookingIsReadBack() throws {
    let mother = Person.sample("u1", phone: "+49351123456")
    let child = Person(
      id: "u2",
      attributes: [
        Attribute(name: "firstname", value: .text("Zoë \u{1F600} \\ \"x\"\n")),
        Attribute(
          name: "address",
          value: .parts([AttributePart(name: "street", text: "Weg 1"), AttributePart(name: "city", text: "Köln")])),
      ])
    let booking = Booking.sample("b1", before: 300, resources: [], booker: mother, participant: child)
    try store.append(.booked(booking))
    let diary = try store.read()
    #expect(try diary.booking("b1") == booking)
    #expect(try diary.bookings(withPerson: "u1") == [booking])
    #expect(try diary.bookings(withPerson: "u2") == [booking])
    for key in booking.repeatKeys {
      #expect(try diary.bookings(of: booking.product.id, at: booking.start, keys: [key]) == [booking])
    }
    #expect(try diary.bookings(of: booking.product.id, at: booking.start, keys: [1]).isEmpty)
    #expect(try diary.person("u2")?.records == [KnownPerson(person: child, booker: mother)])
    #expect(
      try diary.people(SearchKeys(of: mother)).map(\.id) == [
        "u1", "u2",
      ])
    #expect(try diary.occupations(in: .minute(0) ..< .minute(1)) == [booking.occupation])
  }

  /// Also where the occupation comes from an index, in a process of its own.
  @Test(arguments: [1, 2, 65_535, 65_536, 1_000_000]) func pauseAndUnitsAreReadBack(_ units: Int) throws {
    var booking = Booking.sample("b1", resources: ["room", "laser", "sauna"])
    booking.resources[1].units = units
    (booking.pauseAfter, booking.pauseLength) = (600, 900)
    try store.append(.booked(booking))
    #expect(try store.read().booking("b1") == booking)
    #expect(try store.read().occupations(in: .minute(0) ..< .minute(1)) == [booking.occupation])
    let line = try #require(
      String(decoding: directory.bytes("praxis.jsonl"), as: UTF8.self).split(separator: "\n").last)
    #expect(line.contains("\"units\":[1,\(units),1]") == (units != 1))
    #expect(line.contains("\"pauseAfter\":600,\"pauseLength\":900"))
    try store.append(.moved(booking.moved(to: 600)))
    #expect(try store.read().occupations(in: .minute(600) ..< .minute(601)) == [booking.moved(to: 600).occupation])
  }

  @Test func lastEventCounts() throws {
    let booking = Booking.sample("b1")
    try store.append(.booked(booking))
    try store.append(.moved(booking.moved(to: 600, agent: "ben")))
    #expect(try store.read().booking("b1") == booking.moved(to: 600, agent: "ben"))
    #expect(try store.read().occupations(in: .minute(0) ..< .minute(60)).isEmpty)
    #expect(try store.read().occupations(in: .minute(600) ..< .minute(660)).map(\.agent) == ["ben"])
    try store.append(.cancelled(booking.moved(to: 600, agent: "ben").cancelled))
    #expect(try store.read().booking("b1")?.status == .cancelled)
    #expect(try store.read().occupations(in: .minute(0) ..< .minute(10_000)).isEmpty)
  }

  @Test func blocksOccupyUntilTheyAreGivenBack() throws {
    let block = Block(id: "k1", agent: "anna", start: .minute(0), end: .minute(60), reason: "Zahnarzt")
    try store.append(.blocked(block))
    #expect(try store.read().occupations(in: .minute(59) ..< .minute(90)) == [block.occupation])
    #expect(try store.read().occupations(in: .minute(60) ..< .minute(90)).isEmpty)
    #expect(try store.read().block("k1")?.isHeld == true)
    try store.append(.unblocked(block))
    #expect(try store.read().occupations(in: .minute(0) ..< .minute(90)).isEmpty)
    #expect(try store.read().block("k1")?.isHeld == false)
  }

  @Test func whatCannotBeReadAgainIsNotWritten() throws {
    var twice = Person.sample("u1")
    twice.attributes.append(twice.attributes[0])
    try store.append(.booked(.sample("b0")))
    let before = try directory.bytes("praxis.jsonl")
    #expect(throws: FileError.unwritable) { try store.append(.booked(.sample("b1", booker: twice))) }
    #expect(throws: FileError.unwritable) { try store.append(.booked(.sample("b1", minute: 1 << 60 / 100_000))) }
    #expect(try directory.bytes("praxis.jsonl") == before)
  }
}
