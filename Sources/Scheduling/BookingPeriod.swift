// From when until when a product can be booked at all: notice and horizon. Whether anybody is free: see Timetable.

public import Business
public import CivilTime

/// The starts that notice and horizon allow at one moment.
public struct BookingPeriod: Equatable, Sendable {
  /// The first instant at which an appointment may start: the present plus the notice; earlier where that is negative
  /// (no business file says so, but a counter whose terms are lifted does).
  public let earliest: Instant
  /// The last local day on which an appointment may start.
  public let lastDay: LocalDate

  /// The period on these terms. The horizon counts calendar days in the business's zone.
  public init(terms: BookingTerms, now: Instant, zone: Zone) {
    earliest = now.adding(seconds: terms.notice)
    lastDay = zone.local(now).date.adding(days: terms.horizonDays)
  }
}
