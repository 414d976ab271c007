// The calendar from the first day of year 1 to the last of 9999, and days as text.

import CivilTime
import Testing

struct LocalDateTests {
  @Test func everyDayOfTheCalendarFollowsTheOneBefore() throws {
    var day = try #require(LocalDate(year: 1, month: 1, day: 1))
    // The Gregorian calendar, extended backwards, has a Monday there.
    var weekday = 0
    for year in 1...9999 {
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for number in 1...length {
          if day.components != (year, index + 1, number) || day.weekday.rawValue != weekday
            || LocalDate(year: year, month: index + 1, day: number) != day
          {
            Issue.record("day \(day.dayNumber) should be \(year)-\(index + 1)-\(number)")
            return
          }
          day = day.adding(days: 1)
          weekday = (weekday + 1) % 7
        }
        #expect(LocalDate(year: year, month: index + 1, day: length + 1) == nil)
      }
    }
    #expect(LocalDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
  }

  @Test func weekdaysHaveTheirNames() {
    let names = (0..<8).map { LocalDate(dayNumber: $0 - 3).weekday.name }
    #expect(names == ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "monday"])
  }

  @Test func daysOutsideTheCalendarDoNotExist() {
    for (year, month, day) in [(0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 2, 29)] {
      #expect(LocalDate(year: year, month: month, day: day) == nil)
    }
    #expect(LocalDate(year: 2100, month: 2, day: 29) == nil)
    #expect(LocalDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test(arguments: ["0001-01-01", "1970-01-01", "2024-02-29", "2026-11-23", "9999-12-31"])
  func textIsReadBack(_ text: String) { #expect(LocalDate(text: text)?.text == text) }

  @Test(arguments: [
    "", "2026", "2026-1-1", "26-01-01", "2026-02-30", "2026-13-01", "0000-01-01", "2026-01-01 ", " 2026-01-01",
    "2026-01-01T", "2026/01/01", "+2026-01-01", "２０２６-01-01", "2026-01-01\u{301}",
  ])
  func otherTextIsNoDay(_ text: String) { #expect(LocalDate(text: text) == nil) }

  @Test func minutesOfADayReachIntoItsNeighbours() throws {
    let day = try #require(LocalDate(year: 2026, month: 1, day: 1))
    for (minute, text, ofDay) in [
      (-1, "2025-12-31", 1439), (0, "2026-01-01", 0), (1439, "2026-01-01", 1439), (1440, "2026-01-02", 0),
      (2880, "2026-01-03", 0), (-1440, "2025-12-31", 0), (-1441, "2025-12-30", 1439),
    ] {
      let reading = LocalDateTime(date: day, minute: minute)
      #expect(reading.date.text == text && reading.millisecondOfDay == ofDay * 60_000)
      #expect(LocalDateTime(wallMilliseconds: reading.wallMilliseconds) == reading)
    }
  }
}
