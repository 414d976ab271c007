// Working time as the file gives it: a week, or weeks that take turns (Rota.swift), and dates on which they differ
// (DatePattern.swift). All times are local; Scheduling turns them into instants.

package import CivilTime

/// A stretch of working time that belongs to one local day.
package struct Window: Hashable, Sendable {
  /// Minutes after local midnight, 0 ..< 1440.
  package var start: Int
  /// Minutes after local midnight of the same day, above `start`: 1440 is `24:00`, more is past midnight; at most 2880.
  /// Of a single time among the starts of a product, `start` itself.
  package var end: Int

  /// The window between two minutes after local midnight.
  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// Weekly windows and the dates that override them.
package struct WorkingHours: Sendable {
  /// The week; nil where a rota or only dates are given.
  package var week: Week?
  /// Weeks that take turns; nil where a week or only dates are given.
  package var rota: Rota? {
    get { turns.value }
    set { turns = Rarely(newValue) }
  }
  private var turns = Rarely<Rota>.absent
  /// Overrides in file order; the last one that matches a day replaces its weekly windows.
  package var dates: [DateRule]

  /// Hours of a week (nil where only dates are given) and their overrides.
  package init(week: Week?, dates: [DateRule] = []) {
    self.week = week
    self.dates = dates
  }

  /// Hours of weeks that take turns, and their overrides.
  package init(rota: Rota, dates: [DateRule] = []) {
    self.turns = Rarely(rota)
    self.dates = dates
  }

  /// Hours with seven weekdays, Monday first (nil where only dates are given), and their overrides.
  package init(weekly: [[Window]]?, dates: [DateRule] = []) {
    self.init(week: weekly.map { Week($0) }, dates: dates)
  }

  /// Every day from midnight to midnight.
  package static var always: WorkingHours {
    WorkingHours(weekly: Weekday.allCases.map { _ in [Window(start: 0, end: 1440)] })
  }

  /// The windows of a day as written: the last matching date's, else the rota's week's, else the weekday's, else nil
  /// (nothing said).
  package func windows(on day: LocalDate) -> [Window]? {
    if let rule = dates.last(where: { $0.days.contains(day) }) { return rule.windows(on: day) }
    if let rota { return rota.windows(on: day) }
    return week.map { $0[day.weekday] }
  }
}

/// The windows of each weekday.
package struct Week: Hashable, Sendable {
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
