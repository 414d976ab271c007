// A point on the time line. Not a calendar date and not a clock reading: those are LocalDate and
// LocalDateTime, and only a Zone turns one into the other.

/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z (leap seconds do not count, as in POSIX).
///
/// Its arithmetic never overflows: whatever would lie more than three million years from the epoch is taken as
/// `Instant.distantPast` or `Instant.distantFuture`.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before 1970; within ±100,000,000,000,000,000.
  package let milliseconds: Int64

  /// The earliest instant there is, some three million years before the epoch.
  package static let distantPast = Instant(milliseconds: -limit)
  /// The latest instant there is, some three million years after the epoch.
  package static let distantFuture = Instant(milliseconds: limit)

  private static let limit: Int64 = 100_000_000_000_000_000

  /// The instant this many milliseconds after the epoch, or the nearest there is.
  package init(milliseconds: Int64) { self.milliseconds = max(-Instant.limit, min(Instant.limit, milliseconds)) }

  /// The instant this many whole seconds after the epoch, or the nearest there is.
  package init(seconds: Int64) {
    self.milliseconds = max(-Instant.limit / 1000, min(Instant.limit / 1000, seconds)) * 1000
  }

  /// Whole seconds since the epoch, rounded down.
  package var seconds: Int64 {
    let quotient = milliseconds / 1000
    return milliseconds % 1000 < 0 ? quotient - 1 : quotient
  }

  /// The instant this many seconds of elapsed time later (earlier if negative), or the nearest there is.
  package func adding(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Instant(seconds: Int64(seconds)).milliseconds)
  }

  /// The instant this many milliseconds of elapsed time later (earlier if negative), or the nearest there is.
  package func adding(milliseconds more: Int64) -> Instant {
    Instant(milliseconds: milliseconds + Instant(milliseconds: more).milliseconds)
  }

  /// Elapsed seconds from `earlier` to this instant, rounded down.
  package func seconds(since earlier: Instant) -> Int {
    let elapsed = milliseconds - earlier.milliseconds
    return Int(elapsed % 1000 < 0 ? elapsed / 1000 - 1 : elapsed / 1000)
  }

  /// Earlier instants sort first.
  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}
