// Days that fall on another date each year: those that Easter sets, and the weekdays of a month (contract, section 5,
// dates).

package import CivilTime

/// A day that each year has on another date, and some years have not.
package struct MovingDay: Hashable, Sendable {
  /// The day from which it is counted.
  package enum Anchor: Hashable, Sendable {
    /// Easter Sunday of the Western churches.
    case easter
    /// Easter Sunday of the Orthodox churches, as a date of the Gregorian calendar.
    case orthodoxEaster
    /// A weekday of a month (1–12): the first (1) to the fifth (5), or from the end the last (-1) to the fifth (-5).
    case weekday(Weekday, month: Int, place: Int)
  }
  /// The day from which it is counted.
  package var anchor: Anchor
  /// How many days later it is; negative for earlier.
  package var offset: Int

  /// The greatest offset, either way.
  package static let greatestOffset = 80

  /// The day so many days after an anchor.
  package init(_ anchor: Anchor, offset: Int = 0) {
    self.anchor = anchor
    self.offset = offset
  }

  /// The day that belongs to a year (it may lie in the year before or after); nil where the year has none.
  package func day(ofYear year: Int) -> LocalDate? {
    let anchored =
      switch anchor {
      case .easter: MovingDay.easter(year)
      case .orthodoxEaster: MovingDay.orthodoxEaster(year)
      case .weekday(let weekday, let month, let place): MovingDay.day(place, weekday, inMonth: month, year: year)
      }
    return anchored?.adding(days: offset)
  }

  /// Whether a day lies in the range between two moving days of the same year, both included.
  package static func range(_ first: MovingDay, _ last: MovingDay, contains day: LocalDate) -> Bool {
    let year = day.components.year
    // Offsets may lead into the year before or after.
    for year in (year - 1)...(year + 1) {
      if let start = first.day(ofYear: year), start <= day, let end = last.day(ofYear: year), day <= end { return true }
    }
    return false
  }

  /// Whether there is a year in which a range between two moving days has any day. The calendar repeats its weekdays
  /// after 400 years; no Easter needs longer to take its place beside each of them.
  package static func isRange(_ first: MovingDay, _ last: MovingDay) -> Bool {
    if first.anchor == last.anchor { return first.offset <= last.offset }
    return (2000..<2400).contains { year in
      guard let start = first.day(ofYear: year), let end = last.day(ofYear: year) else { return false }
      return start <= end
    }
  }

  /// The date of Western Easter: the Sunday after the first full moon of spring, by the tables of 1582. In the names of
  /// the method by J.-M. Oudin (1940): the golden number, the correction of century and moon, the age of the moon.
  private static func easter(_ year: Int) -> LocalDate? {
    guard year >= 1 else { return nil }
    let golden = year % 19
    let century = year / 100
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    // Days after the 28th of March that the Sunday lies.
    return LocalDate(year: year, month: 3, day: 28)?.adding(days: moon - weekday)
  }

  /// The date of Orthodox Easter: the Sunday after the full moon of the Julian calendar's nineteen-year tables.
  private static func orthodoxEaster(_ year: Int) -> LocalDate? {
    guard year >= 1 else { return nil }
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (year + year / 4 + moon) % 7
    // How many days the Julian calendar is behind.
    let behind = year / 100 - year / 400 - 2
    return LocalDate(year: year, month: 3, day: 28)?.adding(days: moon - weekday + behind)
  }

  private static func day(_ place: Int, _ weekday: Weekday, inMonth month: Int, year: Int) -> LocalDate? {
    guard place != 0, let first = LocalDate(year: year, month: month, day: 1) else { return nil }
    let length = LocalDate.length(ofMonth: month, year: year)
    let firstOfKind = (weekday.rawValue - first.weekday.rawValue + 7) % 7 + 1
    let count = (length - firstOfKind) / 7 + 1
    let index = place > 0 ? place - 1 : count + place
    guard (0..<count).contains(index) else { return nil }
    return first.adding(days: firstOfKind - 1 + 7 * index)
  }
}
