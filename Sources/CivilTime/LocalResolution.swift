// Which instants a wall-clock reading names, and what each use of a reading makes of it when there are two or
// none. This is the one place that names those policies (contract, section 3, slots); nothing else decides it.

/// The instants at which local clocks show a reading: one, none or two.
public enum LocalResolution: Equatable, Sendable {
  /// Clocks show the reading once.
  case unique(Instant)
  /// Clocks skip the reading; the instant is the one at which they jump over it.
  case gap(Instant)
  /// Clocks show the reading, are set back, and show it again.
  case fold(first: Instant, second: Instant)

  /// Where a working window that is written to start at the reading starts: the gap's instant in a gap, the first
  /// occurrence in a fold. Also where a question "from this reading on" starts.
  public var windowStart: Instant {
    switch self {
    case .unique(let instant), .gap(let instant), .fold(first: let instant, second: _): instant
    }
  }

  /// Where a working window that is written to end at the reading ends: the gap's instant in a gap, the second
  /// occurrence in a fold.
  public var windowEnd: Instant {
    switch self {
    case .unique(let instant), .gap(let instant), .fold(first: _, second: let instant): instant
    }
  }

  /// When an appointment offered at the reading starts: nil (none is offered) in a gap, the first occurrence in a
  /// fold.
  public var appointmentStart: Instant? {
    switch self {
    case .unique(let instant), .fold(first: let instant, second: _): instant
    case .gap: nil
    }
  }
}
