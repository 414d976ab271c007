// A point on the time line. Not a calendar date and not a clock reading: those are LocalDate and
// LocalDateTime, and only a Zone turns one into the other.

/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z (leap seconds do not count, as in POSIX).
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before 1970.
  public var milliseconds: Int64

  /// The instant this many milliseconds after the epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The instant this many whole seconds after the epoch.
  public init(seconds: Int64) { self.milliseconds = seconds * 1000 }

  /// Whole seconds since the epoch, rounded down.
  public var seconds: Int64 {
    let quotient = milliseconds / 1000
    return milliseconds % 1000 < 0 ? quotient - 1 : quotient
  }

  /// The instant this many seconds of elapsed time later (earlier if negative).
  public func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }

  /// Elapsed seconds from `earlier` to this instant, rounded down.
  public func seconds(since earlier: Instant) -> Int { Int(Instant(milliseconds: milliseconds - earlier.milliseconds).seconds) }

  /// Earlier instants sort first.
  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}
