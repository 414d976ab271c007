// Working time as the file gives it: weekly windows, and dates on which they differ. All times are local; Scheduling turns
// them into instants.

package import CivilTime

/// A stretch of working time that belongs to one local day.
package struct Window: Hashable, Sendable {
  /// Minutes after local midnight, 0 ..< 1440.
  package var start: Int
  /// Minutes after local midnight of the same day, above `start`: 1440 is `24:00`, more is past midnight; at most 2880.
  package var end: Int

  /// The window between two minutes after local midnight.
  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// Weekly windows and the dates that override them.
package struct WorkingHours: Sendable {
  /// The week; nil where only dates are given.
  package var week: Week?
  /// Overrides in file order; the last one that matches a day replaces its weekly windows.
  package var dates: [DateRule]

  /// Hours of a week (nil where only dates are given) and their overrides.
  package init(week: Week?, dates: [DateRule] = []) {
    self.week = week
    self.dates = dates
  }

  /// Hours with seven weekdays, Monday first (nil where only dates are given), and their overrides.
  package init(weekly: [[Window]]?, dates: [DateRule] = []) {
    self.init(week: weekly.map { Week($0) }, dates: dates)
  }

  /// The windows of a day as written: the last matching date's, else the weekday's, else nil (nothing said).
  package func windows(on day: LocalDate) -> [Window]? {
    if let rule = dates.last(where: { $0.days.contains(day) }) { return rule.windows }
    return week.map { $0[day.weekday] }
  }
}

/// The windows of each weekday.
package struct Week: Sendable {
  /// Weekday, start and end of each window in turn. Integers, because a list of lists is a type of its own, and
  /// building its description at run time costs a request more than reading the hours.
  private var words: [Int] = []

  /// A week in which every day is closed.
  package init() {}

  /// The windows of up to seven weekdays, Monday first; days that are not given are closed.
  package init(_ weekly: [[Window]]) {
    for (weekday, windows) in zip(Weekday.allCases, weekly) { append(windows, to: weekday) }
  }

  /// Adds windows to a weekday.
  package mutating func append(_ windows: [Window], to weekday: Weekday) {
    for window in windows {
      words.append(weekday.rawValue)
      words.append(window.start)
      words.append(window.end)
    }
  }

  /// A weekday's windows in the order they were added; empty where closed.
  package subscript(weekday: Weekday) -> [Window] {
    var windows: [Window] = []
    for index in stride(from: 0, to: words.count, by: 3) where words[index] == weekday.rawValue {
      windows.append(Window(start: words[index + 1], end: words[index + 2]))
    }
    return windows
  }
}

/// What holds on certain dates instead of the weekly hours.
package struct DateRule: Sendable {
  /// The days it is for.
  package var days: DatePattern
  /// The windows on each of them; empty where closed.
  package var windows: [Window]

  /// A rule for these days.
  package init(days: DatePattern, windows: [Window]) {
    self.days = days
    self.windows = windows
  }
}

/// A set of days as a business file writes it.
package enum DatePattern: Hashable, Sendable {
  /// From one day to another, both included; a single day is a range of one.
  case range(LocalDate, LocalDate)
  /// Every year from one day of the year to another, both included; it may wrap around the new year.
  case yearly(MonthDay, MonthDay)

  /// Whether a day is among them.
  package func contains(_ day: LocalDate) -> Bool {
    switch self {
    case .range(let first, let last): return first <= day && day <= last
    case .yearly(let first, let last):
      let here = MonthDay(day)
      return first <= last ? first <= here && here <= last : first <= here || here <= last
    }
  }
}

/// A day of the year, such as December 25th; February 29th exists in leap years only.
package struct MonthDay: Hashable, Comparable, Sendable {
  /// 1–12.
  package var month: Int
  /// 1–31.
  package var day: Int

  /// The day of the year with this month and day; nil where no year has it.
  package init?(month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= LocalDate.length(ofMonth: month, year: 2000) else { return nil }
    self.month = month
    self.day = day
  }

  /// The day of the year on which a date falls.
  package init(_ date: LocalDate) {
    let parts = date.components
    self.month = parts.month
    self.day = parts.day
  }

  /// Earlier in the year sorts first.
  package static func < (left: MonthDay, right: MonthDay) -> Bool { (left.month, left.day) < (right.month, right.day) }
}
