// The moments at which local clocks are set, for writing a zone's rules down (iCalendar).

extension OffsetTable {
  /// A moment at which local clocks are set.
  package struct Transition: Hashable, Sendable {
    /// The first instant of the new offset.
    package let instant: Instant
    /// Seconds east of UTC before it.
    package let before: Int
    /// Seconds east of UTC from it on.
    package let after: Int
  }

  /// The moments within the covered stretch at which clocks are set, in order.
  package var transitions: [Transition] {
    starts.indices.dropFirst().map { span in
      Transition(instant: Instant(seconds: Int64(starts[span])), before: offsets[span - 1], after: offsets[span])
    }
  }
}
