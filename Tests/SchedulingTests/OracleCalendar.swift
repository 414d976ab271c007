// Which windows hold on a day, once more by the contract's words (section 3 "Slots", section 5 "dates", `rota`, `starts`):
// the engine's own calendar, weekdays, date patterns and rota have no part in it. It counts days on its fingers, from 1968
// to 2103, and looks Easter up (OracleEasters.swift).

import Business
import CivilTime

/// A calendar that is looked up, not worked out.
enum OracleCalendar {
  /// The windows of a day as written: the last matching entry of `dates`, else the rota's, else the weekday's, else nil
  /// (nothing said).
  static func windows(of hours: WorkingHours, on day: LocalDate) -> [Window]? {
    let weekday = Weekday.allCases[(day.dayNumber - firstDay) % 7]
    for rule in hours.dates.reversed() where matches(rule.days, day.dayNumber) {
      switch rule.hours {
      case .daily(let windows): return windows
      case .weekly(let week): return week[weekday]
      }
    }
    if let rota = hours.rota {
      // From the first week of the rota one week at a time, forwards or backwards.
      var week = (rota.from.dayNumber - firstDay) / 7
      let wanted = (day.dayNumber - firstDay) / 7
      var turn = 0
      while week < wanted { (week, turn) = (week + 1, turn + 1 == rota.weeks.count ? 0 : turn + 1) }
      while week > wanted { (week, turn) = (week - 1, turn == 0 ? rota.weeks.count - 1 : turn - 1) }
      return rota.weeks[turn][weekday]
    }
    return hours.week.map { $0[weekday] }
  }

  private static func matches(_ days: DatePattern, _ day: Int) -> Bool {
    switch days {
    case .range(let first, let last): return (first.dayNumber...last.dayNumber).contains(day)
    case .yearly(let first, let last):
      // Through the days of a leap year from the first to the last, however far around the new year that is.
      let (_, month, number) = calendar[day - firstDay]
      var place = leapYear.firstIndex { $0 == (first.month, first.day) } ?? 0
      while true {
        if leapYear[place] == (month, number) { return true }
        if leapYear[place] == (last.month, last.day) { return false }
        place = (place + 1) % leapYear.count
      }
    case .moving(let first, let last):
      let year = calendar[day - firstDay].year
      return [year - 1, year, year + 1].contains { year in
        guard let start = number(of: first, in: year), let end = number(of: last, in: year) else { return false }
        return start <= day && day <= end
      }
    }
  }

  /// The number of a moving day of a year; nil where the year has none.
  private static func number(of moving: MovingDay, in year: Int) -> Int? {
    guard let newYear = yearStarts[year] else { return nil }
    switch moving.anchor {
    case .easter:
      return number(OracleEasters.western[year - OracleEasters.firstYear], newYear).map { $0 + moving.offset }
    case .orthodoxEaster:
      return number(OracleEasters.orthodox[year - OracleEasters.firstYear], newYear).map { $0 + moving.offset }
    case .weekday(let weekday, let month, let place):
      var days: [Int] = []
      for day in newYear..<newYear + 366 where calendar.indices.contains(day - firstDay) {
        let here = calendar[day - firstDay]
        if here.year == year, here.month == month, (day - firstDay) % 7 == weekday.rawValue { days.append(day) }
      }
      if place < 0 { days.reverse() }
      let index = (place < 0 ? -place : place) - 1
      return days.indices.contains(index) ? days[index] + moving.offset : nil
    }
  }

  private static func number(_ date: (month: Int, day: Int), _ newYear: Int) -> Int? {
    (newYear..<newYear + 366).first {
      let here = calendar[$0 - firstDay]
      return (here.month, here.day) == date
    }
  }

  private typealias Day = (year: Int, month: Int, day: Int)

  /// 1968-01-01, which was a Monday.
  private static let firstDay = -731

  private static let leapYear = year(februaryDays: 29)

  /// Each day from 1968-01-01 on.
  private static let calendar: [Day] = (1968...2103).flatMap { number in
    year(februaryDays: number % 4 == 0 && number != 2100 ? 29 : 28).map { (number, $0.month, $0.day) }
  }

  /// The number of the first day of each year that is whole.
  private static let yearStarts: [Int: Int] = {
    var starts: [Int: Int] = [:]
    for (index, day) in calendar.enumerated() where day.month == 1 && day.day == 1 && day.year < 2103 {
      starts[day.year] = firstDay + index
    }
    return starts
  }()

  private static func year(februaryDays: Int) -> [(month: Int, day: Int)] {
    zip(1..., [31, februaryDays, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]).flatMap { month, length in
      (1...length).map { (month, $0) }
    }
  }
}
