// What to propose instead of a start that is not on offer (contract, section 3, booking).

package import Business
package import CivilTime

extension Timetable {
  /// The slots nearest to a start among those the query is about, in the order in which to propose them: with the agent
  /// wished first (other agents may follow, at most one for each start), then those on the same local day, then the
  /// nearest, then the earlier.
  package func alternatives(to start: Instant, _ query: SlotQuery, limit: Int = 3) -> [Slot] {
    let limit = max(0, limit)
    let day = business.zone.local(start).date
    let offsets = business.zone.offsets(from: day, through: day)
    // The starts on offer on a local day, and no others, lie between these (see Openings).
    let dayStart = offsets.startOfDay(day)
    let dayEnd = offsets.startOfDay(day.adding(days: 1))
    func nearest(_ slots: [Slot]) -> [Slot] {
      let ranked = slots.map { slot in
        (
          slot: slot, isOtherDay: slot.start < dayStart || dayEnd <= slot.start,
          distance: abs(slot.start.milliseconds - start.milliseconds)
        )
      }
      return ranked.sorted {
        if $0.isOtherDay != $1.isOtherDay { return $1.isOtherDay }
        return ($0.distance, $0.slot.start) < ($1.distance, $1.slot.start)
      }.prefix(limit).map { $0.slot }
    }
    var proposed = nearest(slots(query))
    guard let wished = query.agent, proposed.count < limit else { return proposed }
    let others = slots(query, limit: .max) { $0 != wished }
    proposed += nearest(others).prefix(limit - proposed.count)
    return proposed
  }

  /// The instants among which to look for alternatives to a start: its local day and the seven days on either side.
  package static func neighbourhood(of start: Instant, in business: Business) -> Range<Instant> {
    let day = business.zone.local(start).date
    let first = business.zone.startOfDay(day.adding(days: -7))
    return first..<max(first, business.zone.startOfDay(day.adding(days: 8)))
  }
}
