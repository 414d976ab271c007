// Calendar days and wall-clock readings without a zone, in the proleptic Gregorian calendar.

/// A calendar day, without a time and without a zone. The years 0001 to 9999 can be written and read.
package struct LocalDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it; within ±1,000,000,000, so that arithmetic on days never overflows.
  package let dayNumber: Int

  private static let limit = 1_000_000_000

  /// The first day there is; earlier than any that can be written.
  package static let distantPast = LocalDate(dayNumber: -limit)
  /// The last day there is; later than any that can be written.
  package static let distantFuture = LocalDate(dayNumber: limit)

  /// The day this many days after 1970-01-01, or the nearest there is.
  package init(dayNumber: Int) { self.dayNumber = max(-LocalDate.limit, min(LocalDate.limit, dayNumber)) }

  /// The day with this calendar date, or nil where the calendar has no such day (February 30th, month 13).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= LocalDate.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil: count from 1 March of year 0, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// The calendar date: year, month (1–12) and day of the month (1–31).
  package var components: (year: Int, month: Int, day: Int) {
    let days = dayNumber + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week.
  package var weekday: Weekday {
    let index = (dayNumber + 3) % 7
    return Weekday(rawValue: index < 0 ? index + 7 : index) ?? .monday
  }

  /// The day this many days later (earlier if negative), or the nearest there is.
  package func adding(days: Int) -> LocalDate {
    LocalDate(dayNumber: dayNumber + LocalDate(dayNumber: days).dayNumber)
  }

  /// Earlier days sort first.
  package static func < (left: LocalDate, right: LocalDate) -> Bool { left.dayNumber < right.dayNumber }

  /// The number of days in a month (1–12) of a year.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a February 29th.
  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

/// A day of the week, Monday first (ISO 8601).
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// The English name in small letters, `monday` … `sunday`.
  package var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }
}

/// What a wall clock and a calendar on the same wall show, without a zone. It may name one instant, two or none.
package struct LocalDateTime: Hashable, Comparable, Sendable {
  /// The calendar day.
  package var date: LocalDate
  /// Milliseconds since local midnight as the clock shows it, 0 ..< 86,400,000.
  package var millisecondOfDay: Int

  /// The reading at this many milliseconds past 00:00 as the clock shows it.
  package init(date: LocalDate, millisecondOfDay: Int) {
    self.date = date
    self.millisecondOfDay = millisecondOfDay
  }

  /// The reading at this many minutes past 00:00 of `date`; 1440 and more reach into the following days.
  package init(date: LocalDate, minute: Int) {
    let remainder = minute % 1440
    self.date = date.adding(days: minute / 1440 - (remainder < 0 ? 1 : 0))
    self.millisecondOfDay = (remainder < 0 ? remainder + 1440 : remainder) * 60_000
  }

  /// Milliseconds since 1970-01-01T00:00 on the same (zoneless) clock.
  package var wallMilliseconds: Int64 { Int64(date.dayNumber) * 86_400_000 + Int64(millisecondOfDay) }

  /// The reading this many zoneless milliseconds after 1970-01-01T00:00.
  package init(wallMilliseconds: Int64) {
    let remainder = wallMilliseconds % 86_400_000
    let ofDay = remainder < 0 ? remainder + 86_400_000 : remainder
    self.date = LocalDate(dayNumber: Int(wallMilliseconds / 86_400_000) - (remainder < 0 ? 1 : 0))
    self.millisecondOfDay = Int(ofDay)
  }

  /// Earlier readings sort first.
  package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    (left.date, left.millisecondOfDay) < (right.date, right.millisecondOfDay)
  }
}
