// Dates that say nothing: those that are over, and those for which a later entry says something else.

internal import Business
internal import BusinessFile
internal import CivilTime

extension Inspection {
  /// More dates than this are not compared with each other: it takes the square of their number.
  private static let comparable = 2000

  /// The dates of the business, of an agent, or among the starts of a product, whose keys stand below a path.
  mutating func inspectDates(_ rules: [DateRule], at path: [String]) {
    for (index, rule) in rules.enumerated() {
      let key = key(of: rule.days, at: path)
      if case .range(_, let last) = rule.days, last < today {
        warn(.datePast, at: path + [key], "\(Words.quoted(key)) is over; the entry can go.")
      } else if rules.count <= Inspection.comparable,
        let later = rules[(index + 1)...].first(where: { Inspection.covers($0.days, rule.days) }),
        later.hours != rule.hours
      {
        let other = self.key(of: later.days, at: path)
        let line = place(of: path + [other]).map { " in line \($0.line)" } ?? ""
        warn(
          .dateOverridden, at: path + [key],
          "\(Words.quoted(key)) has no effect: later entries win, and \(Words.quoted(other))\(line) holds for the same days. Write "
            + "the exception after the rule.")
      }
    }
  }

  /// Whether each day of `inner` is one of `outer`.
  private static func covers(_ outer: DatePattern, _ inner: DatePattern) -> Bool {
    switch (outer, inner) {
    case (.range(let start, let end), .range(let first, let last)): return start <= first && last <= end
    case (.range, _), (.moving, .yearly): return false
    case (.yearly, .yearly):
      // In a leap year, which has all days there are.
      return days(of: inner, years: 2024...2024).allSatisfy { outer.contains($0) }
    case (_, .range(let first, let last)):
      guard last.dayNumber - first.dayNumber < 366 else { return false }
      return (first.dayNumber...last.dayNumber).allSatisfy { outer.contains(LocalDate(dayNumber: $0)) }
    case (_, .moving):
      if outer == inner { return true }
      // Over so many years a moving day falls on every date it can fall on, but for the rarest of Easter's.
      return days(of: inner, years: 2024...2051).allSatisfy { outer.contains($0) }
    }
  }

  /// The days of a pattern in some years.
  private static func days(of pattern: DatePattern, years: ClosedRange<Int>) -> [LocalDate] {
    guard let first = LocalDate(year: years.lowerBound, month: 1, day: 1),
      let last = LocalDate(year: years.upperBound, month: 12, day: 31)
    else { return [] }
    return (first.dayNumber...last.dayNumber).map { LocalDate(dayNumber: $0) }.filter(pattern.contains)
  }

  /// The key at a path that says a pattern: a single day may be written as itself or as a range of one.
  func key(of pattern: DatePattern, at path: [String]) -> String {
    let (first, last) =
      switch pattern {
      case .range(let first, let last):
        (first == .distantPast ? "" : first.text, last == .distantFuture ? "" : last.text)
      case .yearly(let first, let last): (Inspection.text(first), Inspection.text(last))
      case .moving(let first, let last): (Inspection.text(first), Inspection.text(last))
      }
    let isWritten = first == last && places.position(of: path + [first]) != nil
    return isWritten ? first : "\(first)..\(last)"
  }

  private static func text(_ day: MonthDay) -> String {
    "\(day.month < 10 ? "0" : "")\(day.month)-\(day.day < 10 ? "0" : "")\(day.day)"
  }

  private static func text(_ day: MovingDay) -> String {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let anchor =
      switch day.anchor {
      case .easter: "easter"
      case .orthodoxEaster: "orthodox-easter"
      case .weekday(let weekday, let month, let place): "\(months[month - 1]) \(weekday.name.prefix(3))[\(place)]"
      }
    return anchor + (day.offset == 0 ? "" : day.offset > 0 ? "+\(day.offset)" : "\(day.offset)")
  }
}
