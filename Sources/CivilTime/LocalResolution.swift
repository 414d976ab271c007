// Which instants a wall-clock reading names, and which instant each use of a reading takes where there are two or none.
// Those policies (contract, section 3, slots) stand here and nowhere else.

/// The instants at which local clocks show a reading: one, none or two.
package enum LocalResolution: Equatable, Sendable {
  /// Clocks show the reading once.
  case unique(Instant)
  /// Clocks skip the reading; the instant is the one at which they jump over it.
  case gap(Instant)
  /// Clocks show the reading, are set back, and show it again.
  case fold(first: Instant, second: Instant)

  /// Where a working window that is written to start at the reading starts: the gap's instant in a gap, the first
  /// occurrence in a fold. Also where a question "from this reading on" starts.
  package var windowStart: Instant {
    switch self {
    case .unique(let instant), .gap(let instant), .fold(first: let instant, second: _): instant
    }
  }

  /// Where a working window that is written to end at the reading ends: the gap's instant in a gap, the second
  /// occurrence in a fold.
  package var windowEnd: Instant {
    switch self {
    case .unique(let instant), .gap(let instant), .fold(first: _, second: let instant): instant
    }
  }

  /// When an appointment offered at the reading starts: nil (none is offered) in a gap, the first occurrence in a
  /// fold.
  package var appointmentStart: Instant? {
    switch self {
    case .unique(let instant), .fold(first: let instant, second: _): instant
    case .gap: nil
    }
  }
}
