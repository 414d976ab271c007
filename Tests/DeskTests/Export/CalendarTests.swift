// The diary as an iCalendar file: its very bytes for a small diary; and, for days on which clocks are set, in many zones,
// after moves and cancellations, what an independent reader makes of it.

import Desk
import Foundation
import Testing

@Suite struct CalendarTests {
  /// A business that never closes, in a zone.
  private func bench(zone: String) throws -> DeskBench {
    let bench = try DeskBench()
    try bench.write(
      """
      name: Nachtdienst
      timezone: \(zone)
      hours: {mon-sun: 00:00-24:00}
      agents: {nora: {name: "Nora, die Späte; Nacht"}, otto: {name: Otto}}
      appointmentTypes: {visit: {name: "Besuch, kurz", products: [visit]}}
      products: {visit: {name: Besuch, duration: 30m, bufferAfter: 5m}}
      booking: {horizon: 365d}

      """, to: "Businesses/nacht.yaml")
    return bench
  }

  @discardableResult
  private func run(_ bench: DeskBench, _ line: String) throws -> String {
    let result = bench.run(line)
    try #require(result.status == 0, "\(line): \(result.errors)")
    return result.output
  }

  /// Three bookings, one of which moves to another agent and one of which is cancelled, and a block.
  private func smallDiary() throws -> DeskBench {
    let bench = try bench(zone: "Europe/Berlin")
    bench.set(now: "2026-10-01T08:00:00Z")
    try run(bench, "book nacht visit 2026-10-24T23:30 --agent nora firstname=Eva lastname=Muster phone=0351123456")
    bench.set(now: "2026-10-02T08:00:00Z")
    try run(
      bench,
      "book nacht visit 2026-10-25T02:30 --agent nora booker.firstname=Hans booker.lastname=Muster booker.phone=0351777 "
        + "participant.firstname=Lina participant.lastname=Muster 'participant.address=Am Park 1, Hinterhaus; links\\rechts'"
    )
    try run(bench, "block nacht otto 2026-10-25T02:30+01:00..2026-10-25T04:00+01:00 --reason Pause")
    let ids = try run(bench, "agenda nacht --from 2026-10-24 --days 2 --format list").matches(of: /b[0-9a-z]{7}\n/)
      .map { String($0.0.dropLast()) }
    bench.set(now: "2026-10-03T08:00:00Z")
    try run(bench, "move nacht \(ids[0]) 2026-10-26T10:00 --agent otto")
    bench.set(now: "2026-10-04T08:00:00Z")
    try run(bench, "cancel nacht \(ids[1])")
    return bench
  }

  @Test func theBytesOfASmallDiary() throws {
    let bench = try smallDiary()
    let file = try run(bench, "export nacht --format ics")
    #expect(!file.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
    #expect(file.replacing("\r\n", with: "\n") == Self.smallDiaryFile)
    #expect(try run(bench, "export nacht --format ics") == file)
  }

  @Test func ofWhatAnotherAgentHasNowIsCalledOff() throws {
    let bench = try smallDiary()
    let file = try run(bench, "export nacht --format ics --agent nora").replacing("\r\n ", with: "")
    let events = file.split(separator: "BEGIN:VEVENT").dropFirst()
    #expect(events.count == 2)
    let moved = try #require(events.first)
    for line in [
      "SEQUENCE:1", "DTSTART;TZID=Europe/Berlin:20261024T233000", "STATUS:CANCELLED", "SUMMARY:Besuch\\, Eva Muster",
    ] {
      #expect(moved.contains("\r\n\(line)\r\n"), "\(line)")
    }
    #expect(file.contains("X-WR-CALNAME:Nachtdienst: Nora\\, die Späte\\; Nacht\r\n"))
  }

  @Test func theDaysAskedForHaveWhatIsOrWasInThem() throws {
    let bench = try smallDiary()
    func count(_ options: String) throws -> Int {
      try run(bench, "export nacht --format ics \(options)").matches(of: /BEGIN:VEVENT/).count
    }
    #expect(try count("") == 3)
    #expect(try count("--from 2026-10-24 --days 1") == 1)
    #expect(try count("--from 2026-10-25 --days 1") == 2)
    #expect(try count("--from 2026-10-26") == 1)
    #expect(try count("--from 2026-10-27") == 0)
    #expect(try count("--from -30 --days 30") == 0)
  }

  @Test func anIndependentReaderUnderstandsTheSmallDiary() throws {
    let read = try IndependentReader.read(try run(smallDiary(), "export nacht --format ics"))
    #expect(
      read == """
        2026-10-26T09:00:00Z 2026-10-26T09:30:00Z 1 CONFIRMED Otto: Besuch, Eva Muster
        2026-10-25T00:30:00Z 2026-10-25T01:00:00Z 1 CANCELLED Nora, die Späte; Nacht: Besuch, Lina Muster
        2026-10-25T01:30:00Z 2026-10-25T03:00:00Z 0 CONFIRMED Otto: Pause

        """)
  }

  /// Blocks around changes of the clock that name their own start and end in UTC: what the reader works out by the file's
  /// own rules has to be what they say.
  @Test(arguments: [
    "Europe/Berlin", "Europe/Dublin", "Africa/Casablanca", "America/New_York", "America/Santiago", "Asia/Kathmandu",
    "Asia/Tehran", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia", "Pacific/Auckland", "UTC",
  ])
  func anIndependentReaderFindsTheInstants(_ zone: String) throws {
    let bench = try bench(zone: zone)
    let starts = [
      "2026-03-08T06:45", "2026-03-08T07:15", "2026-03-21T20:00", "2026-03-29T00:45", "2026-03-29T01:15",
      "2026-04-04T14:45", "2026-04-04T15:15", "2026-04-05T03:15", "2026-06-01T00:00", "2026-09-06T03:45",
      "2026-09-06T04:15", "2026-10-03T15:15", "2026-10-24T23:45", "2026-10-25T00:15", "2026-10-25T00:45",
      "2026-10-25T01:15", "2026-10-25T02:15", "2026-11-01T05:15", "2026-11-01T06:15", "2027-02-07T02:15",
      "2027-03-14T01:15",
    ].map { $0 + ":00Z" }
    for start in starts {
      let end = start.replacing(":00Z", with: ":20Z")
      try run(bench, "block nacht nora \(start)..\(end) --reason '\(start)/\(end)'")
    }
    let read = try IndependentReader.read(try run(bench, "export nacht --format ics --agent nora"))
    let lines = read.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 4) }
    #expect(lines.count == starts.count)
    for line in lines { #expect("\(line[0])/\(line[1])" == line[4]) }
  }
}
