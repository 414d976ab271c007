// Under which days an index holds what is occupied.

package import CivilTime

/// The keys of days (UTC), by which an index finds what is occupied then.
package enum DayKey {
  /// The key of what touches more than `greatestDays`: it is looked at for every day.
  package static let long: UInt64 = 0
  private static let greatestDays = 8

  /// The key of a day: the number of days since 1970, made positive. Instants that no line can have count as the nearest.
  package static func of(_ instant: Instant) -> UInt64 {
    let milliseconds = min(max(instant.milliseconds, -1 << 56), 1 << 56)
    let day = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds + 1) / 86_400_000 - 1
    return UInt64(day + (1 << 32))
  }

  /// The keys under which something is found that is occupied between two instants.
  package static func held(_ start: Instant, _ end: Instant) -> ClosedRange<UInt64> {
    let days = touched(start, end)
    return days.upperBound - days.lowerBound < UInt64(greatestDays) ? days : long...long
  }

  /// The keys of the days that a stretch of time touches, however many.
  package static func touched(_ start: Instant, _ end: Instant) -> ClosedRange<UInt64> {
    let first = of(start)
    return first...max(first, of(Instant(milliseconds: max(start.milliseconds, end.milliseconds &- 1))))
  }
}
