// The moments at which local clocks are set, for those who have to write a zone's rules down (iCalendar).

extension OffsetTable {
  /// A moment at which local clocks are set.
  public struct Transition: Hashable, Sendable {
    /// The first instant of the new offset.
    public let instant: Instant
    /// Seconds east of UTC before it.
    public let before: Int
    /// Seconds east of UTC from it on.
    public let after: Int
  }

  /// The moments within the covered stretch at which clocks are set, in order.
  public var transitions: [Transition] {
    starts.indices.dropFirst().map { span in
      Transition(instant: Instant(seconds: Int64(starts[span])), before: offsets[span - 1], after: offsets[span])
    }
  }
}
