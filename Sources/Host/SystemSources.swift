// The clock and the randomness of the system, as the webhook is handed them.

public import CivilTime
public import System

/// What only the system knows.
public enum SystemSources {
  /// The present instant by the system's clock.
  public static func now(_ calls: some SystemCalls) -> Instant {
    Instant(milliseconds: calls.time() / 1_000_000)
  }

  /// This many bytes, at most 256, that nobody can guess, from the system's generator; nil where it gives none.
  public static func random(_ count: Int, _ calls: some SystemCalls) -> [UInt8]? {
    try? retrying { () throws(SystemError) in try calls.random(count) }
  }
}
