// The clock and the randomness of the system, as the webhook is handed them.

public import CivilTime
import Glibc

/// What only the system knows.
public enum SystemSources {
  /// The present instant by the system's clock.
  @Sendable public static func now() -> Instant {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// This many bytes that nobody can guess, from the system's generator (getrandom(2)).
  @Sendable public static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
