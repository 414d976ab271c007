// When somebody works: weekly windows, and dates on which they differ. Local time; Scheduling turns it into instants.

public import CivilTime

/// A stretch of working time that belongs to one local day.
public struct Window: Hashable, Sendable {
  /// Minutes after local midnight, 0 ..< 1440.
  public var start: Int
  /// Minutes after local midnight of the same day, above `start`: 1440 is `24:00`, more is past midnight; at most 2880.
  public var end: Int

  /// The window between two minutes after local midnight.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// Weekly windows and the dates that override them.
public struct WorkingHours: Sendable {
  /// For each weekday, Monday first, its windows as written; empty where closed. Always seven.
  public var weekly: [[Window]]?
  /// Overrides in file order; the last one that matches a day replaces its weekly windows.
  public var dates: [DateRule]

  /// Hours with seven weekdays (nil where only dates are given) and their overrides.
  public init(weekly: [[Window]]?, dates: [DateRule] = []) {
    self.weekly = weekly
    self.dates = dates
  }

  /// The windows of a day as written: the last matching date's, else the weekday's, else nil (nothing said).
  public func windows(on day: LocalDate) -> [Window]? {
    if let rule = dates.last(where: { $0.days.contains(day) }) { return rule.windows }
    return weekly?[day.weekday.rawValue]
  }
}

/// What holds on certain dates instead of the weekly hours.
public struct DateRule: Sendable {
  /// The days it is for.
  public var days: DatePattern
  /// The windows on each of them; empty where closed.
  public var windows: [Window]

  /// A rule for these days.
  public init(days: DatePattern, windows: [Window]) {
    self.days = days
    self.windows = windows
  }
}

/// A set of days as a business file writes it.
public enum DatePattern: Hashable, Sendable {
  /// From one day to another, both included; a single day is a range of one.
  case range(LocalDate, LocalDate)
  /// Every year from one day of the year to another, both included; it may wrap around the new year.
  case yearly(MonthDay, MonthDay)

  /// Whether a day is among them.
  public func contains(_ day: LocalDate) -> Bool {
    switch self {
    case .range(let first, let last): return first <= day && day <= last
    case .yearly(let first, let last):
      let here = MonthDay(day)
      return first <= last ? first <= here && here <= last : first <= here || here <= last
    }
  }
}

/// A day of the year, such as December 25th; February 29th exists in leap years only.
public struct MonthDay: Hashable, Comparable, Sendable {
  /// 1–12.
  public var month: Int
  /// 1–31.
  public var day: Int

  /// The day of the year with this month and day; nil where no year has it.
  public init?(month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= LocalDate.length(ofMonth: month, year: 2000) else { return nil }
    self.month = month
    self.day = day
  }

  /// The day of the year on which a date falls.
  public init(_ date: LocalDate) {
    let parts = date.components
    self.month = parts.month
    self.day = parts.day
  }

  /// Earlier in the year sorts first.
  public static func < (left: MonthDay, right: MonthDay) -> Bool { (left.month, left.day) < (right.month, right.day) }
}
