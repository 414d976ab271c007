// From when until when a product can be booked at all: notice and horizon. Whether anybody is free: see Timetable.

package import Business
package import CivilTime

/// The starts that notice and horizon allow at one moment.
package struct BookingPeriod: Equatable, Sendable {
  /// The first instant at which an appointment may start: the present plus the notice; earlier where that is negative
  /// (no business file says so, but a counter whose terms are lifted does).
  package let earliest: Instant
  /// The last local day on which an appointment may start.
  package let lastDay: LocalDate

  /// The period on these terms. The horizon counts calendar days in the business's zone.
  package init(terms: BookingTerms, now: Instant, zone: Zone) {
    earliest = now.adding(seconds: terms.notice)
    lastDay = zone.local(now).date.adding(days: terms.horizonDays)
  }

  /// Whatever is asked about: for an explanation, which says of each start that the period excludes it.
  static func all(of query: SlotQuery, zone: Zone) -> BookingPeriod {
    BookingPeriod(earliest: query.from, lastDay: zone.local(query.until).date.adding(days: 1))
  }

  private init(earliest: Instant, lastDay: LocalDate) {
    self.earliest = earliest
    self.lastDay = lastDay
  }
}
