// Days, times and stretches of time as people type them. It is Friday, 20 November 2026 in Berlin.

import System
import CivilTime
import Desk
import Testing

@Suite struct PhraseTests {
  private static func phrases() throws -> Phrases {
    Phrases(
      zone: try SystemZones.zone(named: "Europe/Berlin", calls: LinuxCalls()),
      now: Instant(milliseconds: 1_795_161_600_000))
  }

  static let dayCases: [(String, String?)] = [
    ("2026-11-24", "2026-11-24"), ("24.11.2026", "2026-11-24"), ("24.11.", "2026-11-24"), ("24.11", "2026-11-24"),
    ("4.1.", "2027-01-04"), ("20.11.", "2026-11-20"), ("19.11.", "2027-11-19"), ("29.2.", "2028-02-29"),
    ("today", "2026-11-20"), ("Tomorrow", "2026-11-21"), ("yesterday", "2026-11-19"), ("+3", "2026-11-23"),
    ("-30", "2026-10-21"), ("friday", "2026-11-20"), ("next friday", "2026-11-27"), ("fri", "2026-11-20"),
    ("MON", "2026-11-23"), ("next mon", "2026-11-23"), ("  next   Tuesday ", "2026-11-24"), ("2026-02-30", nil),
    ("30.2.2026", nil), ("30.2.", nil), ("32.1.", nil), ("someday", nil), ("", nil), ("+", nil), ("+99999", nil),
    ("mo", nil), ("1.1.26", nil), ("2026-1-1", nil), ("٢٤.١١.", nil), ("next", nil), ("24.11.2026.", nil),
  ]

  @Test(arguments: dayCases)
  func days(_ phrase: String, _ expected: String?) throws {
    #expect(try Self.phrases().day(phrase)?.text == expected)
  }

  static let timeCases: [(String, Int?)] = [
    ("8:30", 510), ("08:30", 510), ("8.30", 510), ("8", 480), ("0", 0), ("23:59", 1439), ("8:30 am", 510),
    ("8pm", 1200),
    ("12am", 0), ("12 PM", 720), ("24:00", nil), ("8:3", nil), ("8:60", nil), ("13pm", nil), ("0am", nil), ("", nil),
    ("8:30:00", nil), ("half past", nil), ("-8", nil),
  ]

  @Test(arguments: timeCases)
  func times(_ phrase: String, _ expected: Int?) throws {
    #expect(try Self.phrases().minute(phrase) == expected)
  }

  static let startCases: [(String, String?)] = [
    ("2026-11-24T08:30", "2026-11-24T07:30:00Z"), ("2026-11-24 08:30", "2026-11-24T07:30:00Z"),
    ("tomorrow 8:30", "2026-11-21T07:30:00Z"), ("next mon 2pm", "2026-11-23T13:00:00Z"),
    ("24.11. 8", "2026-11-24T07:00:00Z"), ("2026-11-24T08:30Z", "2026-11-24T08:30:00Z"),
    ("2027-10-31T02:30", "2027-10-31T00:30:00Z"), ("2027-10-31T02:30+01:00", "2027-10-31T01:30:00Z"),
    ("2027-03-28T02:30", nil), ("2026-11-24", nil), ("tomorrow", nil), ("8:30", nil), ("tomorrow 25", nil),
  ]

  /// A start is the first of two equal readings, and none is at one that clocks skip.
  @Test(arguments: startCases)
  func starts(_ phrase: String, _ expected: String?) throws {
    #expect(try Self.phrases().start(phrase).map(ISO8601.writeUTC) == expected)
  }

  static let spanCases: [(String, String?)] = [
    ("2026-11-24", "2026-11-23T23:00:00Z/2026-11-24T23:00:00Z"),
    ("2026-11-24..2026-11-26", "2026-11-23T23:00:00Z/2026-11-26T23:00:00Z"),
    ("24.11...26.11.", "2026-11-23T23:00:00Z/2026-11-26T23:00:00Z"),
    ("24.11...26.11.2026", "2026-11-23T23:00:00Z/2026-11-26T23:00:00Z"),
    ("24.11.2026 8.30..9.30", "2026-11-24T07:30:00Z/2026-11-24T08:30:00Z"),
    ("2026-11-24T08:00..10:00", "2026-11-24T07:00:00Z/2026-11-24T09:00:00Z"),
    ("2026-11-24T22:00..24:00", "2026-11-24T21:00:00Z/2026-11-24T23:00:00Z"),
    ("2026-11-24T08:00..2026-11-25T10:00", "2026-11-24T07:00:00Z/2026-11-25T09:00:00Z"),
    ("2026-11-24T08:00..2026-11-25", "2026-11-24T07:00:00Z/2026-11-25T23:00:00Z"),
    ("today..tomorrow", "2026-11-19T23:00:00Z/2026-11-21T23:00:00Z"),
    ("mon 8..9:30", "2026-11-23T07:00:00Z/2026-11-23T08:30:00Z"),
    ("2027-10-31", "2027-10-30T22:00:00Z/2027-10-31T23:00:00Z"),
    ("2027-10-31T02:00..02:30", "2027-10-31T00:00:00Z/2027-10-31T01:30:00Z"),
    ("2027-03-28T01:30..02:30", "2027-03-28T00:30:00Z/2027-03-28T01:00:00Z"), ("2027-03-28T02:00..02:30", nil),
    ("2026-11-24T10:00..10:00", nil), ("2026-11-24T10:00..09:00", nil), ("2026-11-26..2026-11-24", nil), ("..", nil),
    ("2026-11-24..", nil), ("..2026-11-24", nil), ("a..b", nil), ("2026-11-24T08:00", nil), ("", nil),
  ]

  @Test(arguments: spanCases)
  func spans(_ phrase: String, _ expected: String?) throws {
    let span = try Self.phrases().span(phrase)
    #expect(span.map { ISO8601.writeUTC($0.lowerBound) + "/" + ISO8601.writeUTC($0.upperBound) } == expected)
  }
}
