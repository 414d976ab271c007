// Which days an entry of `dates` is for (contract, section 5, dates), and what it says of them.

package import CivilTime

/// What holds on certain dates instead of the weekly hours.
package struct DateRule: Sendable {
  /// What holds on a day of the rule.
  package enum Hours: Hashable, Sendable {
    /// The same windows on each day; none where closed.
    case daily([Window])
    /// The windows of the day's weekday, as in a season.
    case weekly(Week)
  }
  /// The days it is for.
  package var days: DatePattern
  /// What holds on them.
  package var hours: Hours

  /// A rule for these days.
  package init(days: DatePattern, hours: Hours) {
    self.days = days
    self.hours = hours
  }

  /// The windows on one of its days; empty where closed.
  package func windows(on day: LocalDate) -> [Window] {
    switch hours {
    case .daily(let windows): windows
    case .weekly(let week): week[day.weekday]
    }
  }
}

/// A set of days as a business file writes it.
package enum DatePattern: Hashable, Sendable {
  /// From one day to another, both included; a single day is a range of one. An open range begins with
  /// `LocalDate.distantPast` or ends with `LocalDate.distantFuture`.
  case range(LocalDate, LocalDate)
  /// Every year from one day of the year to another, both included; it may wrap around the new year.
  case yearly(MonthDay, MonthDay)
  /// Every year from one moving day to another of the same year, both included; a single day is a range of one. A year
  /// has none where it lacks one of the two or the second is the earlier.
  case moving(MovingDay, MovingDay)

  /// Whether a day is among them.
  package func contains(_ day: LocalDate) -> Bool {
    switch self {
    case .range(let first, let last): return first <= day && day <= last
    case .yearly(let first, let last):
      let here = MonthDay(day)
      return first <= last ? first <= here && here <= last : first <= here || here <= last
    case .moving(let first, let last): return MovingDay.range(first, last, contains: day)
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
