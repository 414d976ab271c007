// The clock and the randomness of the system, as the webhook is handed them.

package import CivilTime
package import System

/// What only the system knows.
package enum SystemSources {
  /// The present instant by the system's clock.
  package static func now(_ calls: some SystemCalls) -> Instant {
    Instant(milliseconds: calls.time() / 1_000_000)
  }

  /// This many bytes, at most 256, that nobody can guess, from the system's generator; nil where it gives none.
  package static func random(_ count: Int, _ calls: some SystemCalls) -> [UInt8]? {
    try? retrying { () throws(SystemError) in try calls.random(count) }
  }
}
