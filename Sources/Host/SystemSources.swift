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

  /// This many bytes, at most 256, that nobody can guess, from the system's generator (getentropy(3)); nil where it gives
  /// none.
  @Sendable public static func random(_ count: Int) -> [UInt8]? {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if unsafe getentropy(buffer.baseAddress, count) == 0 { filled = count }
    }
    return bytes.count == count ? bytes : nil
  }
}
