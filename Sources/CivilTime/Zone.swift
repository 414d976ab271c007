// What local clocks show at each instant, and which instants a clock reading names. Where the offsets come
// from is not decided here: see SystemZones.swift, the only place that asks libc.

/// A time zone: for every instant, how far local clocks are ahead of UTC.
public struct Zone: Sendable {
  /// The name in the system's database, such as `Europe/Berlin`.
  public let name: String
  /// Seconds east of UTC at an instant. Total: an answer for every instant of the years 1 to 9999.
  private let offsetAt: @Sendable (Instant) -> Int

  /// A zone whose offsets (seconds east of UTC) a function of the instant gives.
  public init(name: String, offsetAt: @escaping @Sendable (Instant) -> Int) {
    self.name = name
    self.offsetAt = offsetAt
  }

  /// Seconds that local clocks are ahead of UTC at an instant.
  public func offset(at instant: Instant) -> Int { offsetAt(instant) }

  /// What a local wall clock shows at an instant.
  public func local(_ instant: Instant) -> LocalDateTime {
    LocalDateTime(wallMilliseconds: instant.milliseconds + Int64(offset(at: instant)) * 1000)
  }
}
