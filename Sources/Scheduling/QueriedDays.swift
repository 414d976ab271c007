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
  /// The local days on which slots may start; the last is before the first where no slot can be on offer, because the
  /// question is about no time at all, or about times that are past, too near or too far.
  let first: LocalDate
  let last: LocalDate
  /// The offsets on those days and the ones around them.
  let offsets: OffsetTable

  /// The days of a question, as far as notice and horizon allow.
  init(_ query: SlotQuery, zone: Zone) {
    self.init(query, zone: zone, within: BookingPeriod(terms: query.product.terms, now: query.now, zone: zone))
  }

  /// The days of a question within a period.
  init(_ query: SlotQuery, zone: Zone, within period: BookingPeriod) {
    from = max(query.from, period.earliest)
    until = query.until
    first = zone.local(from).date
    let shown = zone.local(until.adding(milliseconds: -1)).date
    let latest = from < until ? min(max(first, shown), period.lastDay) : first.adding(days: -1)
    // An appointment that starts on the last day may have to fit in the days after it.
    let following = 1 + max(0, min(query.product.duration, Openings.longest)) / 86_400
    offsets = zone.offsets(from: first, through: max(first, latest.adding(days: following)))
    let next = latest.adding(days: 1)
    // Where clocks are set back over midnight, they have shown the next day before they show this one again.
    last = first <= latest && latest < period.lastDay && offsets.startOfDay(next) < until ? next : latest
  }

  var isEmpty: Bool { last < first }

  /// The times whose occupations decide about these days: the days whole, from their first instant to their last (for
  /// they count towards limits and minutes), and the occupied time of every appointment that could start on them. None
  /// where there are no such days.
  func reach(of product: Product) -> TimeSpan {
    if isEmpty { return TimeSpan(from, from) }
    let midnight = LocalDateTime(date: last.adding(days: 1), millisecondOfDay: 0)
    let lengths = AppointmentLengths(of: product)
    let times = (first: lengths.occupiedTime(startingAt: from), last: lengths.occupiedTime(startingAt: until))
    return TimeSpan(
      min(offsets.startOfDay(first), times.first.start),
      max(offsets.resolve(midnight).windowEnd, times.last.end))
  }
}
