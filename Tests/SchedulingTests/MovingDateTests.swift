// Moving dates of nine years, looked up in calendars: each must name these days and no others.

import Business
import CivilTime
import Testing

struct MovingDateTests {
  /// What it is; the key of `dates`: its days from 2026 to 2034.
  static let table = """
    Thanksgiving; nov thu[4]:
      2026-11-26 2027-11-25 2028-11-23 2029-11-22 2030-11-28 2031-11-27 2032-11-25 2033-11-24 2034-11-23
    the day after; nov thu[4]+1:
      2026-11-27 2027-11-26 2028-11-24 2029-11-23 2030-11-29 2031-11-28 2032-11-26 2033-11-25 2034-11-24
    Memorial Day, the last Monday of May; may mon[-1]:
      2026-05-25 2027-05-31 2028-05-29 2029-05-28 2030-05-27 2031-05-26 2032-05-31 2033-05-30 2034-05-29
    Buß- und Bettag; nov thu[-1]-8:
      2026-11-18 2027-11-17 2028-11-22 2029-11-21 2030-11-20 2031-11-19 2032-11-17 2033-11-16 2034-11-22
    Easter Monday; easter+1:
      2026-04-06 2027-03-29 2028-04-17 2029-04-02 2030-04-22 2031-04-14 2032-03-29 2033-04-18 2034-04-10
    Good Friday; easter-2:
      2026-04-03 2027-03-26 2028-04-14 2029-03-30 2030-04-19 2031-04-11 2032-03-26 2033-04-15 2034-04-07
    Orthodox Easter; orthodox-easter:
      2026-04-12 2027-05-02 2028-04-16 2029-04-08 2030-04-28 2031-04-13 2032-05-02 2033-04-24 2034-04-09
    Orthodox Good Friday; orthodox-easter-2:
      2026-04-10 2027-04-30 2028-04-14 2029-04-06 2030-04-26 2031-04-11 2032-04-30 2033-04-22 2034-04-07
    Labor Day; sep mon[1]:
      2026-09-07 2027-09-06 2028-09-04 2029-09-03 2030-09-02 2031-09-01 2032-09-06 2033-09-05 2034-09-04
    the fifth Wednesday of September, where there is one; sep wed[5]:
      2026-09-30 2027-09-29 2032-09-29
    the fifth Wednesday from the end, which is the first where there are five; sep wed[-5]:
      2026-09-02 2027-09-01 2032-09-01
    eighty days before the first Monday of the year, in the year before; jan mon[1]-80:
      2026-10-16 2027-10-15 2028-10-13 2029-10-19 2030-10-18 2031-10-17 2032-10-15 2033-10-14 2034-10-13
    five days after the last Sunday of the year, mostly in the next; dec sun[-1]+5:
      2026-01-02 2027-01-01 2027-12-31 2029-01-05 2030-01-04 2031-01-03 2032-01-02 2032-12-31 2033-12-30
    """

  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let key: String
    let days: [String]
  }

  static let rows = table.split(separator: "\n").reduce(into: [Row]()) { rows, line in
    if line.hasPrefix("  ") {
      let last = rows.removeLast()
      rows.append(Row(testDescription: last.testDescription, key: last.key, days: last.days + line.words))
      return
    }
    let parts = line.split(separator: ";")
    rows.append(Row(testDescription: String(parts[0]), key: String(parts[1].trimmed.dropLast()), days: []))
  }

  @Test(arguments: rows) func itNamesTheseDaysAndNoOthers(_ row: Row) throws {
    let rule = try #require(FilePart.dates("{\"\(row.key)\": closed}").first)
    let first = try #require(LocalDate(year: 2026, month: 1, day: 1))
    let days = (0..<3287).map { first.adding(days: $0) }
    #expect(days.last?.text == "2034-12-31")
    #expect(days.filter { rule.days.contains($0) }.map(\.text) == row.days)
  }

  @Test func everyRowIsRead() { #expect(Self.rows.count == 13 && Self.rows.allSatisfy { !$0.days.isEmpty }) }

  /// Both Easters of every year of the oracle's table.
  @Test func eastersAreThoseOfTheTable() {
    for (anchor, table) in [
      (MovingDay.Anchor.easter, OracleEasters.western), (.orthodoxEaster, OracleEasters.orthodox),
    ] {
      for (index, date) in table.enumerated() {
        let year = OracleEasters.firstYear + index
        let day = MovingDay(anchor).day(ofYear: year)
        #expect(day == LocalDate(year: year, month: date.month, day: date.day), "\(anchor) \(year)")
      }
    }
  }

  /// Years at the ends of the calendar, and one of each odd kind of Easter's tables (1954, 1981, 2076: the moon is moved
  /// by a day).
  @Test func oddYears() {
    func easter(_ year: Int) -> String? { MovingDay(.easter).day(ofYear: year)?.text }
    #expect(easter(1954) == "1954-04-18" && easter(1981) == "1981-04-19" && easter(2076) == "2076-04-19")
    #expect(easter(2285) == "2285-03-22" && easter(1943) == "1943-04-25" && easter(9999) != nil)
    for year in [Int.min / 2, -1, 0, 10_000, .max / 2] {
      #expect(easter(year) == nil && MovingDay(.orthodoxEaster).day(ofYear: year) == nil)
      #expect(MovingDay(.weekday(.monday, month: 1, place: 1)).day(ofYear: year) == nil)
    }
    for day in [LocalDate.distantPast, .distantFuture] {
      #expect(!DatePattern.moving(MovingDay(.easter), MovingDay(.easter, offset: 1)).contains(day))
    }
  }
}
