// Which texts are dates and times, which instants they name, and how instants are written.

import CivilTime
import Testing

struct ISO8601Tests {
  /// A date, a reading, or an instant with its offset in minutes, as the tables write them.
  private static func describe(_ text: ISO8601.DateTimeText) -> String {
    switch text {
    case .date(let day): return day.text
    case .local(let reading): return "reading \(reading.wallMilliseconds)"
    case .instant(let instant, let reading, let offset):
      #expect(reading.wallMilliseconds - Int64(offset) * 1000 == instant.milliseconds)
      return "\(ISO8601.writeUTC(instant)) \(offset / 60)"
    }
  }

  static let accepted = [
    "2024-09-16": "2024-09-16",
    "2024-09-16T08:30": "reading 1726475400000",
    "2024-09-16 08:30": "reading 1726475400000",
    "2024-09-16T08:30:15": "reading 1726475415000",
    "2024-09-16T08:30:15.25": "reading 1726475415250",
    "2024-09-16T08:30:15,25": "reading 1726475415250",
    "2024-09-16T08:30:00.000+02:00": "2024-09-16T06:30:00Z 120",
    "2024-09-16T08:30+02": "2024-09-16T06:30:00Z 120",
    "2024-09-16 08:30:00Z": "2024-09-16T08:30:00Z 0",
    "2024-09-16T00:30:00-03:30": "2024-09-16T04:00:00Z -210",
    "2024-09-16T08:30:00.0001Z": "2024-09-16T08:30:00.001Z 0",
    "2024-12-31T23:59:59.9999Z": "2025-01-01T00:00:00Z 0",
    "2024-12-31T23:59:59.9990000000000000000000001Z": "2025-01-01T00:00:00Z 0",
    "0001-01-01T00:00+23:59": "0000-12-31T00:01:00Z 1439",
    "9999-12-31T23:59-23:59": "+010000-01-01T23:58:00Z -1439",
  ]

  @Test(arguments: accepted) func reads(_ text: String, _ meaning: String) throws {
    #expect(ISO8601Tests.describe(try ISO8601.parse(text)) == meaning)
    #expect(ISO8601Tests.describe(try ISO8601.parseAnySpelling(text)) == meaning)
  }

  @Test(arguments: [
    "2024-09-16T08": "reading 1726473600000",
    "2024-09-16T08,5": "reading 1726475400000",
    "2024-09-16T08:30.5": "reading 1726475430000",
    "20240916T083000+0200": "2024-09-16T06:30:00Z 120",
    "20240916T083000Z": "2024-09-16T08:30:00Z 0",
    "20240916": "2024-09-16",
    "2024-09-16t08:30:00z": "2024-09-16T08:30:00Z 0",
    "2024-09-16T08:30:00+0200": "2024-09-16T06:30:00Z 120",
    "2024-W38-1T08:30Z": "2024-09-16T08:30:00Z 0",
    "2024W381T0830Z": "2024-09-16T08:30:00Z 0",
    "2024-260T08:30Z": "2024-09-16T08:30:00Z 0",
    "2024260T08Z": "2024-09-16T08:00:00Z 0",
    "2024-366": "2024-12-31",
    "2020-W53-7": "2021-01-03",
    "2026-W01-1": "2025-12-29",
    "2024-09-15T24:00": "reading 1726444800000",
    "2024-09-15T24:00:00.000Z": "2024-09-16T00:00:00Z 0",
    "2024-09-15T23:59:59.9999Z": "2024-09-16T00:00:00Z 0",
  ])
  func readsOtherSpellingsWhereAnyIsTaken(_ text: String, _ meaning: String) throws {
    #expect(ISO8601Tests.describe(try ISO8601.parseAnySpelling(text)) == meaning)
    if !text.hasPrefix("2024-09-15T23") {
      #expect(throws: ISO8601Error.self) { try ISO8601.parse(text) }
    }
  }

  @Test(arguments: [
    ("", ISO8601Error.malformed), ("x", .malformed), ("today", .malformed), ("2024", .malformed),
    ("2024-09", .malformed),
    ("2024-9-16", .malformed), ("16.09.2024", .malformed), ("2024-09-16T", .malformed), ("2024-09-16T8:30", .malformed),
    ("2024-09-16T08:3", .malformed), ("2024-09-16T08:30:", .malformed), ("2024-09-16T08:30:00.", .malformed),
    ("2024-09-16T08:30 Z", .malformed), ("2024-09-16T08:30ZZ", .malformed), ("2024-09-16T08:30+2", .malformed),
    ("2024-09-16T08:30+02:0", .malformed), ("2024-09-16T08:30+02:000", .malformed), (" 2024-09-16", .malformed),
    ("2024-09-16 ", .malformed), ("2024-09-16Z", .malformed), ("2024-02-30x", .malformed), ("-2024-09-16", .malformed),
    ("2024-09-16  08:30", .malformed), ("2024-09-16T08:30[Europe/Berlin]", .malformed), ("２024-09-16", .malformed),
    (
      "2024-09-16T08:30:00.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000000000000000Z", .malformed
    ),
    ("2024-02-30", .noSuchDate), ("2023-02-29", .noSuchDate), ("2024-13-01T08:30", .noSuchDate),
    ("2024-00-10", .noSuchDate), ("0000-01-01", .noSuchDate), ("2024-09-31T25:00", .noSuchDate),
    ("2024-09-16T24:01", .noSuchTime), ("2024-09-16T25:00", .noSuchTime), ("2024-09-16T08:60", .noSuchTime),
    ("2024-09-16T23:59:60Z", .noSuchTime), ("2024-09-16T08:30+24:00", .noSuchOffset),
    ("2024-09-16T08:30-02:60", .noSuchOffset),
  ])
  func refuses(_ text: String, _ error: ISO8601Error) {
    #expect(throws: error) { try ISO8601.parse(text) }
    #expect(throws: ISO8601Error.self) { try ISO8601.parseAnySpelling(text) }
  }

  @Test(arguments: [
    "2024-W54-1", "2023-W53-1", "2024-W00-1", "2024-W01-8", "2024-W01-0", "2023-366", "2024-000", "9999-W52-6",
    "2024-09-16T24:00:00.1", "2024-09-16T24:30", "2024-09-16T083", "2024-W381", "202409-16",
  ])
  func refusesWhatNoSpellingHas(_ text: String) {
    #expect(throws: ISO8601Error.self) { try ISO8601.parseAnySpelling(text) }
  }

  @Test func writesAsTheInterfaceShowsIt() {
    let instant = Instant(seconds: 1_726_468_200)
    #expect(ISO8601.write(instant, offsetSeconds: 7200) == "2024-09-16T08:30:00.000+02:00")
    #expect(ISO8601.write(instant, offsetSeconds: -12_600) == "2024-09-16T03:00:00.000-03:30")
    #expect(ISO8601.write(instant.adding(milliseconds: 7), offsetSeconds: 0) == "2024-09-16T06:30:00.007+00:00")
    #expect(ISO8601.writeUTC(instant) == "2024-09-16T06:30:00Z")
    #expect(ISO8601.writeUTC(instant.adding(milliseconds: 70)) == "2024-09-16T06:30:00.070Z")
    // Years that only arithmetic can reach.
    #expect(LocalDate(dayNumber: -719_528).text == "0000-01-01")
    #expect(LocalDate(dayNumber: -719_529).text == "-000001-12-31")
    #expect(ISO8601.writeUTC(Instant(seconds: -40_000_000_000_000)) == "-1265580-06-17T00:53:20Z")
    #expect(
      ISO8601.write(Instant(seconds: 900_000_000_000), offsetSeconds: 0) == "+030489-11-11T16:00:00.000+00:00")
    // Liberia, 44 minutes and 30 seconds behind: the same instant on a clock that is 44 minutes behind.
    #expect(ISO8601.write(Instant(seconds: 3600), offsetSeconds: -2670) == "1970-01-01T00:16:00.000-00:44")
    // Its date is the one that is written, not that of the half minute behind it.
    #expect(ISO8601.writtenDate(Instant(seconds: 2640), offsetSeconds: -2670).text == "1970-01-01")
  }

  /// What is written is read back as the same instant, in every zone offset; and no text makes the readers trap.
  @Test func roundTripsAndSurvivesAnything() throws {
    var random = SplitMix(seed: 20_260_101)
    for _ in 0..<50_000 {
      let range: ClosedRange<Int64> = -62_135_510_400_000...253_402_214_400_000
      let instant = Instant(milliseconds: Int64.random(in: range, using: &random))
      let offset = Int.random(in: -86_399...86_399, using: &random)
      for text in [ISO8601.write(instant, offsetSeconds: offset), ISO8601.writeUTC(instant)] {
        guard case .instant(let read, _, _) = try ISO8601.parse(text) else {
          Issue.record("\(text) names no instant")
          return
        }
        #expect(read == instant, "\(text)")
      }
      let date = ISO8601.writtenDate(instant, offsetSeconds: offset)
      #expect(ISO8601.write(instant, offsetSeconds: offset).hasPrefix(date.text))
      var bytes = Array(ISO8601.write(instant, offsetSeconds: offset).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 32...127, using: &random)
      }
      let broken = String(decoding: bytes, as: UTF8.self)
      // Whatever the narrow grammar takes, the wide one takes to mean the same.
      if let narrow = try? ISO8601.parse(broken) {
        #expect(try ISO8601.parseAnySpelling(broken) == narrow, "\(broken)")
      } else {
        _ = try? ISO8601.parseAnySpelling(broken)
      }
    }
  }
}

/// A small generator whose numbers depend on its seed alone.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
