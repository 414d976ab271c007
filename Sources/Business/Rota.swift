// Weeks that take turns (contract, section 5, `rota`). They are counted in sevens of days, not by the numbers of calendar
// weeks: a year with a week 53 changes nothing.

package import CivilTime

/// Weekly hours that take turns, in both directions without end.
package struct Rota: Sendable {
  /// A day of the first week, which begins on the Monday before it or on it.
  package var from: LocalDate
  /// The weeks in the order in which they take turns; at least one.
  package var weeks: [Week]

  /// Weeks that take turns, the first of them in the week of a day.
  package init(from: LocalDate, weeks: [Week]) {
    self.from = from
    self.weeks = weeks
  }

  /// Which of the weeks has its turn in the week of a day, from 0; nil where there is no week.
  package func turn(on day: LocalDate) -> Int? {
    guard !weeks.isEmpty else { return nil }
    let monday = from.dayNumber - from.weekday.rawValue
    let days = (day.dayNumber - monday) % (7 * weeks.count)
    return (days < 0 ? days + 7 * weeks.count : days) / 7
  }

  /// The windows of a day; none where there is no week.
  package func windows(on day: LocalDate) -> [Window] { turn(on: day).map { weeks[$0][day.weekday] } ?? [] }
}
