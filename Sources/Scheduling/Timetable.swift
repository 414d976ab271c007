// What can be booked of a business: the way in to the slot engine. It is a value: it is given the clock, the bookings and
// the business. Openings.swift has the rules.

package import Business
package import CivilTime
package import Diary

/// A business and what is taken of its time.
///
/// Everything it says comes from one function, asked about days or about one start, so that what is listed can be
/// booked and what can be booked was listed (contract, section 3).
package struct Timetable: Sendable {
  /// Today's business file.
  package let business: Business
  /// Live bookings and blocks: at least those whose occupied time meets `reach(of:in:)`; more change nothing.
  package let occupations: [Occupation]

  /// The timetable of a business with these occupations, in any order.
  package init(business: Business, occupations: [Occupation]) {
    self.business = business
    self.occupations = occupations
  }

  /// Which occupations it takes to answer a question, `slots`, `offer` and `alternatives` alike: those whose occupied
  /// time `[occupiedStart, occupiedEnd)` overlaps this range. It is empty where nothing can be on offer whatever is
  /// booked, because the times asked about are past, too near or too far.
  package static func reach(of query: SlotQuery, in business: Business) -> Range<Instant> {
    let reach = QueriedDays(query, zone: business.zone).reach(of: query.product)
    return reach.start..<reach.end
  }

  /// The slots on offer that start within the query's instants, by start, cut after `limit`.
  ///
  /// With an agent wished, that agent's; none if the type does not have the agent. Without, one slot for each
  /// start: it proposes an agent who has started a group with room for one more, else the one with the fewest booked
  /// minutes on the local day of the start; ties go by fewest minutes, then by the order of the business's agents.
  package func slots(_ query: SlotQuery, limit: Int = .max) -> [Slot] {
    slots(query, limit: limit) { query.agent == nil || query.agent == $0 }
  }

  /// Whether one start can be booked, and with which agent; if not, why not. The start must lie within the query's
  /// instants, for only there are the occupations sure to be known: any other is answered with `closed`.
  package func offer(_ start: Instant, _ query: SlotQuery) -> Offer {
    let period = BookingPeriod(terms: query.product.terms, now: query.now, zone: business.zone)
    if start < period.earliest { return .tooSoon(earliest: period.earliest) }
    if business.zone.local(start).date > period.lastDay { return .tooFar(lastDay: period.lastDay) }
    guard query.from <= start, start < query.until else { return .closed }
    return slots(query.at(start), limit: 1).first.map(Offer.open) ?? .closed
  }

  func slots(_ query: SlotQuery, limit: Int, agents: (Identifier) -> Bool) -> [Slot] {
    let product = query.product
    let takers = product.duration <= Openings.longest ? business.takers(of: product, in: query.type) : []
    return Openings(
      query, on: QueriedDays(query, zone: business.zone), business: business, occupations: occupations, among: takers,
      agents: agents
    ).slots(limit: limit, watch: Unwatched())
  }
}
