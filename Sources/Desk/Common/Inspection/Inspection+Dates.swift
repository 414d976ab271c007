// Dates that say nothing: those that are over, and those for which a later entry says something else.

internal import Business
internal import BusinessFile
internal import CivilTime

extension Inspection {
  /// More dates than this are not compared with each other: it takes the square of their number.
  private static let comparable = 2000

  /// The dates of the business, or of an agent, whose keys stand below a path.
  mutating func inspectDates(_ hours: WorkingHours, at path: [String]) {
    for (index, rule) in hours.dates.enumerated() {
      let key = key(of: rule.days, at: path)
      if case .range(_, let last) = rule.days, last < today {
        warn(.datePast, at: path + ["dates", key], "\(Words.quoted(key)) is over; the entry can go.")
      } else if hours.dates.count <= Inspection.comparable,
        let later = hours.dates[(index + 1)...].first(where: { Inspection.covers($0.days, rule.days) }),
        later.windows != rule.windows
      {
        let other = self.key(of: later.days, at: path)
        let line = place(of: path + ["dates", other]).map { " in line \($0.line)" } ?? ""
        warn(
          .dateOverridden, at: path + ["dates", key],
          "\(Words.quoted(key)) has no effect: later entries win, and \(Words.quoted(other))\(line) holds for the same days. Write "
            + "the exception after the rule.")
      }
    }
  }

  /// Whether each day of `inner` is one of `outer`.
  private static func covers(_ outer: DatePattern, _ inner: DatePattern) -> Bool {
    switch (outer, inner) {
    case (.range(let start, let end), .range(let first, let last)): return start <= first && last <= end
    case (.range, .yearly): return false
    case (.yearly, .yearly(let first, let last)):
      // In a leap year, which has all days there are.
      guard let newYear = LocalDate(year: 2024, month: 1, day: 1) else { return false }
      let days = (0..<366).map { newYear.adding(days: $0) }
      return days.allSatisfy { !DatePattern.yearly(first, last).contains($0) || outer.contains($0) }
    case (.yearly, .range(let first, let last)):
      guard last.dayNumber - first.dayNumber < 366 else { return false }
      return (first.dayNumber...last.dayNumber).allSatisfy { outer.contains(LocalDate(dayNumber: $0)) }
    }
  }

  /// The key under `dates` that says a pattern: a single day may be written as itself or as a range of one.
  func key(of pattern: DatePattern, at path: [String]) -> String {
    let (first, last) =
      switch pattern {
      case .range(let first, let last): (first.text, last.text)
      case .yearly(let first, let last): (Inspection.text(first), Inspection.text(last))
      }
    let isWritten = first == last && places.position(of: path + ["dates", first]) != nil
    return isWritten ? first : "\(first)..\(last)"
  }

  private static func text(_ day: MonthDay) -> String {
    "\(day.month < 10 ? "0" : "")\(day.month)-\(day.day < 10 ? "0" : "")\(day.day)"
  }
}
