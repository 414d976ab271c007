// Which instants a clock reading names in zones that skip and repeat times, and what becomes of it in each use.

import System
import CivilTime
import Testing

struct LocalResolutionTests {
  /// `-` in a gap stands for "no appointment".
  struct Case: CustomTestStringConvertible, Sendable {
    let zone: String
    let reading: String
    let start: String
    let end: String
    let appointment: String
    var testDescription: String { zone + " " + reading }
  }

  //  zone                 reading           window starts         window ends           appointment starts
  static let table = """
    Europe/Berlin          2026-03-29T01:59  2026-03-29T00:59:00Z  2026-03-29T00:59:00Z  2026-03-29T00:59:00Z
    Europe/Berlin          2026-03-29T02:00  2026-03-29T01:00:00Z  2026-03-29T01:00:00Z  -
    Europe/Berlin          2026-03-29T02:59  2026-03-29T01:00:00Z  2026-03-29T01:00:00Z  -
    Europe/Berlin          2026-03-29T03:00  2026-03-29T01:00:00Z  2026-03-29T01:00:00Z  2026-03-29T01:00:00Z
    Europe/Berlin          2026-10-25T01:59  2026-10-24T23:59:00Z  2026-10-24T23:59:00Z  2026-10-24T23:59:00Z
    Europe/Berlin          2026-10-25T02:00  2026-10-25T00:00:00Z  2026-10-25T01:00:00Z  2026-10-25T00:00:00Z
    Europe/Berlin          2026-10-25T02:59  2026-10-25T00:59:00Z  2026-10-25T01:59:00Z  2026-10-25T00:59:00Z
    Europe/Berlin          2026-10-25T03:00  2026-10-25T02:00:00Z  2026-10-25T02:00:00Z  2026-10-25T02:00:00Z
    America/New_York       2026-03-08T02:30  2026-03-08T07:00:00Z  2026-03-08T07:00:00Z  -
    America/New_York       2026-11-01T01:30  2026-11-01T05:30:00Z  2026-11-01T06:30:00Z  2026-11-01T05:30:00Z
    Australia/Lord_Howe    2026-10-04T02:15  2026-10-03T15:30:00Z  2026-10-03T15:30:00Z  -
    Australia/Lord_Howe    2026-10-04T02:30  2026-10-03T15:30:00Z  2026-10-03T15:30:00Z  2026-10-03T15:30:00Z
    Australia/Lord_Howe    2026-04-05T01:45  2026-04-04T14:45:00Z  2026-04-04T15:15:00Z  2026-04-04T14:45:00Z
    Asia/Kathmandu         2026-07-01T00:00  2026-06-30T18:15:00Z  2026-06-30T18:15:00Z  2026-06-30T18:15:00Z
    Asia/Kathmandu         1986-01-01T00:10  1985-12-31T18:30:00Z  1985-12-31T18:30:00Z  -
    America/St_Johns       2006-10-29T00:00  2006-10-29T02:30:00Z  2006-10-29T03:30:00Z  2006-10-29T02:30:00Z
    America/St_Johns       2006-10-28T23:30  2006-10-29T02:00:00Z  2006-10-29T03:00:00Z  2006-10-29T02:00:00Z
    America/St_Johns       2006-10-29T00:01  2006-10-29T03:31:00Z  2006-10-29T03:31:00Z  2006-10-29T03:31:00Z
    Africa/Casablanca      2026-02-15T02:30  2026-02-15T01:30:00Z  2026-02-15T02:30:00Z  2026-02-15T01:30:00Z
    Africa/Casablanca      2026-03-22T02:30  2026-03-22T02:00:00Z  2026-03-22T02:00:00Z  -
    Pacific/Apia           2011-12-29T23:59  2011-12-30T09:59:00Z  2011-12-30T09:59:00Z  2011-12-30T09:59:00Z
    Pacific/Apia           2011-12-30T00:00  2011-12-30T10:00:00Z  2011-12-30T10:00:00Z  -
    Pacific/Apia           2011-12-30T12:00  2011-12-30T10:00:00Z  2011-12-30T10:00:00Z  -
    Pacific/Apia           2011-12-31T00:00  2011-12-30T10:00:00Z  2011-12-30T10:00:00Z  2011-12-30T10:00:00Z
    Pacific/Kwajalein      1993-08-21T12:00  1993-08-21T12:00:00Z  1993-08-21T12:00:00Z  -
    Asia/Gaza              2026-03-28T02:30  2026-03-28T00:00:00Z  2026-03-28T00:00:00Z  -
    Africa/Monrovia        1972-01-07T00:10  1972-01-07T00:44:30Z  1972-01-07T00:44:30Z  -
    """

  static let cases = table.split(separator: "\n").map { line in
    let columns = line.split(separator: " ").map(String.init)
    return Case(zone: columns[0], reading: columns[1], start: columns[2], end: columns[3], appointment: columns[4])
  }

  @Test(arguments: cases) func reading(_ row: Case) throws {
    let zone = try SystemZones.zone(named: row.zone, calls: LinuxCalls())
    guard case .local(let reading) = try ISO8601.parse(row.reading) else {
      Issue.record("\(row.reading) is no reading")
      return
    }
    let table = zone.offsets(from: reading.date, through: reading.date)
    for resolution in [zone.resolve(reading), table.resolve(reading)] {
      #expect(ISO8601.writeUTC(resolution.windowStart) == row.start)
      #expect(ISO8601.writeUTC(resolution.windowEnd) == row.end)
      #expect(resolution.appointmentStart.map(ISO8601.writeUTC) ?? "-" == row.appointment)
    }
  }

  /// A reading names exactly the instants at which the clock shows it, found by looking at every minute around it.
  @Test(arguments: [
    "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Africa/Casablanca", "Asia/Gaza",
    "America/Havana", "Africa/Cairo", "Antarctica/Troll", "Pacific/Kwajalein", "Asia/Manila",
  ])
  func readingsAroundEveryChange(_ name: String) throws {
    let zone = try SystemZones.zone(named: name, calls: LinuxCalls())
    let whole = zone.offsets(from: Instant(seconds: 0), through: Instant(seconds: 4_102_444_800))
    var day = try #require(LocalDate(year: 1970, month: 1, day: 3))
    let last = try #require(LocalDate(year: 2030, month: 12, day: 31))
    while day < last {
      defer { day = day.adding(days: 1) }
      let midnight = LocalDateTime(date: day, minute: 0).wallMilliseconds
      let (from, to) = (Instant(milliseconds: midnight - 93_600_000), Instant(milliseconds: midnight + 180_000_000))
      guard whole.offset(at: from) != whole.offset(at: to) else { continue }
      var shown: [LocalDateTime: [Instant]] = [:]
      for minute in 0..<Int(to.seconds(since: from) / 60) {
        let instant = from.adding(seconds: minute * 60)
        shown[whole.local(instant), default: []].append(instant)
      }
      for minute in 0..<1440 {
        let reading = LocalDateTime(date: day, minute: minute)
        switch whole.resolve(reading) {
        case .unique(let instant): #expect(shown[reading] == [instant])
        case .fold(let first, let second): #expect(shown[reading] == [first, second])
        case .gap(let instant):
          #expect(shown[reading] == nil)
          #expect(whole.local(instant.adding(seconds: -1)) < reading && reading < whole.local(instant))
        }
      }
      let start = whole.startOfDay(day)
      #expect(whole.local(start).date >= day && start == zone.startOfDay(day))
      for before in [1, 60, 1800, 3600, 7200] { #expect(whole.local(start.adding(seconds: -before)).date < day) }
    }
  }

  /// A table answers for times outside its stretch too, also where its ends are the wrong way round.
  @Test func tablesAnswerOutsideTheirStretch() throws {
    let berlin = try SystemZones.zone(named: "Europe/Berlin", calls: LinuxCalls())
    let (winter, summer) = (Instant(seconds: 1_768_478_400), Instant(seconds: 1_784_116_800))
    let (autumn, again) = (Instant(seconds: 1_792_886_400), Instant(seconds: 1_800_000_000))
    for table in [
      berlin.offsets(from: winter, through: summer), berlin.offsets(from: summer, through: winter),
      berlin.offsets(from: summer, through: summer), berlin.offsets(from: autumn, through: again),
    ] {
      for instant in [winter, summer, autumn, again] {
        #expect(table.offset(at: instant) == berlin.offset(at: instant))
        let reading = berlin.local(instant)
        #expect(table.local(instant) == reading && table.resolve(reading) == berlin.resolve(reading))
        #expect(table.startOfDay(reading.date) == berlin.startOfDay(reading.date))
      }
    }
  }

  /// No arithmetic traps, whatever the instant: requests and files carry numbers of any size.
  @Test func extremesAreSafe() throws {
    let berlin = try SystemZones.zone(named: "Europe/Berlin", calls: LinuxCalls())
    let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
    for number in numbers {
      for instant in [Instant(milliseconds: number), Instant(seconds: number)] {
        for zone in [berlin, Zone.utc] {
          _ = zone.resolve(zone.local(instant))
          _ = zone.startOfDay(zone.local(instant).date)
          _ = ISO8601.write(instant, in: zone)
        }
        for other in numbers {
          _ = instant.adding(milliseconds: other).adding(seconds: Int(other)).seconds(since: Instant(seconds: other))
        }
      }
      let day = LocalDate(dayNumber: Int(number))
      _ = (day.adding(days: Int(number)).text, day.weekday, MonthAndDay(day))
      _ = berlin.resolve(LocalDateTime(date: day, minute: Int(number)))
    }
    #expect(Instant(milliseconds: .max) == .distantFuture && Instant.distantPast.adding(seconds: -1) == .distantPast)
  }

  private struct MonthAndDay {
    init(_ day: LocalDate) { #expect((1...12).contains(day.components.month) && (1...31).contains(day.components.day)) }
  }
}
