// Which windows hold on a day, once more by the contract's words (section 3 "Slots", section 5 "dates"): the engine's own
// calendar, weekdays and date patterns have no part in it. It counts days on its fingers, from 1968 to 2103.

import Business
import CivilTime

/// A calendar that is looked up, not worked out.
enum OracleCalendar {
  /// The windows of a day as written: the last matching entry of `dates`, else the weekday's, else nil (nothing said).
  static func windows(of hours: WorkingHours, on day: LocalDate) -> [Window]? {
    for rule in hours.dates.reversed() where matches(rule.days, day.dayNumber) { return rule.windows }
    // 1968-01-01 was a Monday.
    return hours.week.map { $0[Weekday.allCases[(day.dayNumber - firstDay) % 7]] }
  }

  private static func matches(_ days: DatePattern, _ day: Int) -> Bool {
    switch days {
    case .range(let first, let last): return (first.dayNumber...last.dayNumber).contains(day)
    case .yearly(let first, let last):
      // Through the days of a leap year from the first to the last, however far around the new year that is.
      let (month, number) = monthsAndDays[day - firstDay]
      var place = leapYear.firstIndex { $0 == (first.month, first.day) } ?? 0
      while true {
        if leapYear[place] == (month, number) { return true }
        if leapYear[place] == (last.month, last.day) { return false }
        place = (place + 1) % leapYear.count
      }
    }
  }

  private typealias MonthAndDay = (month: Int, day: Int)

  private static let firstDay = -731

  private static let leapYear = year(februaryDays: 29)

  /// The month and day of each day from 1968-01-01 on.
  private static let monthsAndDays: [MonthAndDay] = (1968...2103).flatMap { number in
    year(februaryDays: number % 4 == 0 && number != 2100 ? 29 : 28)
  }

  private static func year(februaryDays: Int) -> [MonthAndDay] {
    zip(1..., [31, februaryDays, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]).flatMap { month, length in
      (1...length).map { (month, $0) }
    }
  }
}
