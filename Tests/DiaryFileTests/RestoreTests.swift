// Backups put back: whom they must not bring back, what is refused, and what stays kept aside.

import CivilTime
import Diary
import DiaryFile
import People
import Testing

@Suite struct RestoreTests {
  private let directory: TemporaryDirectory
  private let store: FileStore
  private let eva = Person.sample("praxis.eva", firstname: "Eva", lastname: "Klein", phone: "+49351123")

  init() throws {
    directory = try TemporaryDirectory()
    store = try FileStore(directory)
  }

  /// Backs up into a file of this name, whose path it answers.
  private func saved(_ name: String) throws -> String {
    var bytes: [UInt8] = []
    _ = try store.backup { (part) throws(FileError) in bytes += part }
    try directory.write(bytes, name)
    return directory.path(name)
  }

  private func isKnown(_ id: String) throws -> Bool { try store.read().person(id) != nil }

  @Test func aBackupIsThePartThatWasThere() throws {
    try store.append(.booked(.sample("praxis.b1")))
    let path = try saved("copy")
    #expect(try directory.bytes("copy") == directory.bytes("praxis.jsonl"))
    try store.append(.booked(.sample("praxis.b2", minute: 60)))
    let report = try store.restore(path, at: .minute(5))
    #expect(report.isInOrder && report.lines.contains { $0.contains("1 booking made since") })
    #expect(try store.read().booking("praxis.b1") != nil)
    #expect(try store.read().booking("praxis.b2") == nil)
    #expect(try store.inspect()?.defects == [])
  }

  /// The file in place has no trace of her after the first restoring; the one kept aside has.
  @Test func whoWasForgottenStaysSoThroughTwoBackups() throws {
    try store.append(.booked(.sample("praxis.b1")))
    let early = try saved("early")
    try store.append(.booked(.sample("praxis.b2", minute: 60, booker: eva)))
    let late = try saved("late")
    #expect(try store.forget(person: "praxis.eva", at: .minute(1)).bookings == 1)
    _ = try store.restore(early, at: .minute(2))
    let report = try store.restore(late, at: .minute(3))
    #expect(report.lines.contains { $0.contains("forgotten since, and again: people of 1 booking") })
    #expect(try !isKnown("praxis.eva"))
    #expect(try store.read().booking("praxis.b2") != nil)
  }

  @Test func whatCannotBeKnownIsSaid() throws {
    try store.append(.booked(.sample("praxis.b1")))
    let path = try saved("copy")
    directory.remove("praxis.jsonl")
    let report = try store.restore(path, at: .minute(1))
    #expect(report.isInOrder && report.lines.contains { $0.contains("is damaged or gone") })
    #expect(try store.read().booking("praxis.b1") != nil)
  }

  @Test func aDamagedEndIsRefusedAndAnUnfinishedOneSaid() throws {
    try store.append(.booked(.sample("praxis.b1")), .booked(.sample("praxis.b2", minute: 60)))
    let path = try saved("copy")
    let whole = try directory.bytes("copy")
    let before = try directory.bytes("praxis.jsonl")
    try directory.flip("copy", whole.count - 40, 1)
    #expect(try !store.restore(path, at: .minute(1)).isInOrder)
    #expect(try directory.bytes("praxis.jsonl") == before)
    try directory.write(Array(whole.dropLast(40)), "copy")
    let report = try store.restore(path, at: .minute(1))
    #expect(report.isInOrder && report.lines.contains { $0.contains("it is left out") })
    #expect(try store.read().booking("praxis.b2") == nil)
  }

  /// A booking was moved to an earlier day, and expired there: nobody was forgotten whose other booking is still to come.
  @Test func whoIsExpiredInOneBookingIsNotForgotten() throws {
    let early = Booking.sample("praxis.b1", minute: 5000, booker: eva)
    try store.append(.booked(early), .booked(.sample("praxis.b2", minute: 9000, booker: eva)))
    let path = try saved("copy")
    try store.append(.moved(early.moved(to: 0)))
    #expect(try store.expire(before: .minute(1000), at: .minute(1000)).bookings == 1)
    _ = try store.restore(path, at: .minute(1001))
    #expect(try store.read().booking("praxis.b2")?.booker.id == "praxis.eva")
  }

  /// A whole copy may be the only record of a booking: only those go that name who is forgotten.
  @Test func wholeCopiesOfOthersStay() throws {
    try store.append(.booked(.sample("praxis.b1", booker: eva)))
    let path = try saved("copy")
    try store.append(.booked(.sample("praxis.b2", minute: 60, booker: .sample("praxis.uwe", firstname: "Uwe"))))
    _ = try store.restore(path, at: .minute(1))
    try store.append(.booked(.sample("praxis.b3", minute: 90, booker: .sample("praxis.ida", firstname: "Ida"))))
    let report = try store.forget(person: "praxis.ida", at: .minute(2))
    #expect(report.bookings == 1 && report.deletedCopies == [] && report.keptCopies == ["praxis.aside-1"])
    #expect(try store.forget(person: "praxis.uwe", at: .minute(3)).deletedCopies == ["praxis.aside-1"])
  }
}
