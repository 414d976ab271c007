// Which local days a question is about once notice and horizon have cut it short, and which occupations it takes to
// answer it. What happens on those days: see Openings.

import Business
import CivilTime

/// The starts and the local days that a question is about.
struct QueriedDays {
  /// The first instant at which a slot may start.
  let from: Instant
  /// The first instant at which none may start any more.
  let until: Instant
  /// The local days on which slots may start.
  let first: LocalDate
  let last: LocalDate
  /// The offsets on those days and the ones around them.
  let offsets: OffsetTable

  /// Nil where no slot can be on offer: the question is about no time at all, or about times that are past, too near
  /// or too far.
  init?(_ query: SlotQuery, zone: Zone) {
    let period = BookingPeriod(terms: query.product.terms, now: query.now, zone: zone)
    let from = max(query.from, period.earliest)
    guard from < query.until else { return nil }
    let first = zone.local(from).date
    let shown = zone.local(query.until.adding(milliseconds: -1)).date
    var last = min(max(first, shown), period.lastDay)
    guard first <= last else { return nil }
    let offsets = zone.offsets(from: first, through: last)
    // Where clocks are set back over midnight, they have shown the next day before they show this one again.
    if last < period.lastDay, offsets.startOfDay(last.adding(days: 1)) < query.until { last = last.adding(days: 1) }
    self.from = from
    self.until = query.until
    self.first = first
    self.last = last
    self.offsets = offsets
  }

  /// The times whose occupations decide about these days: the days whole, from their first instant to their last (for
  /// they count towards limits and minutes), and the occupied time of every appointment that could start on them.
  func reach(of product: Product) -> Range<Instant> {
    let midnight = LocalDateTime(date: last.adding(days: 1), millisecondOfDay: 0)
    let start = min(offsets.startOfDay(first), product.occupiedTime(startingAt: from).lowerBound)
    return start..<max(offsets.resolve(midnight).windowEnd, product.occupiedTime(startingAt: until).upperBound)
  }
}
