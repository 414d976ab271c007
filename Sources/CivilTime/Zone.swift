// What local clocks show at each instant, and which instants a clock reading names. SystemZones.swift
// gets the offsets from libc.

/// A time zone: for every instant, how far local clocks are ahead of UTC.
package struct Zone: Sendable {
  /// The name in the system's database, such as `Europe/Berlin`.
  package let name: String
  /// Seconds east of UTC at an instant. Total: an answer for every instant, in size at most 26 hours.
  private let offsetAt: @Sendable (Instant) -> Int

  /// A zone whose offsets (seconds east of UTC, at most 26 hours, changing at whole seconds) a function gives.
  package init(name: String, offsetAt: @escaping @Sendable (Instant) -> Int) {
    self.name = name
    self.offsetAt = offsetAt
  }

  /// Coordinated universal time; needs no database.
  package static let utc = Zone(name: "UTC") { _ in 0 }

  /// Seconds that local clocks are ahead of UTC at an instant.
  package func offset(at instant: Instant) -> Int { offsetAt(instant) }

  /// What a local wall clock shows at an instant.
  package func local(_ instant: Instant) -> LocalDateTime {
    LocalDateTime(wallMilliseconds: instant.milliseconds + Int64(offset(at: instant)) * 1000)
  }

  /// The instants at which a local wall clock shows a reading.
  package func resolve(_ local: LocalDateTime) -> LocalResolution {
    let wall = local.wallMilliseconds
    return offsets(
      from: Instant(milliseconds: wall - OffsetTable.margin), through: Instant(milliseconds: wall + OffsetTable.margin)
    ).resolve(wallMilliseconds: wall)
  }

  /// The first instant whose local date is `day` or a later one (see `OffsetTable.startOfDay`).
  package func startOfDay(_ day: LocalDate) -> Instant {
    resolve(LocalDateTime(date: day, millisecondOfDay: 0)).windowStart
  }

  /// The zone's offsets from one instant to another, found by a look at the zone every few days between them.
  package func offsets(from: Instant, through: Instant) -> OffsetTable {
    OffsetTable(zone: self, from: from, through: through)
  }

  /// The zone's offsets for work on the local days from one to another, both included: the table also covers what
  /// it takes to resolve readings on the days before and after them.
  package func offsets(from first: LocalDate, through last: LocalDate) -> OffsetTable {
    let start = LocalDateTime(date: first.adding(days: -1), millisecondOfDay: 0).wallMilliseconds
    let end = LocalDateTime(date: last.adding(days: 2), millisecondOfDay: 0).wallMilliseconds
    return offsets(
      from: Instant(milliseconds: start - OffsetTable.margin), through: Instant(milliseconds: end + OffsetTable.margin))
  }
}
