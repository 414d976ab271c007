// What to propose instead of a start that is not on offer (contract, section 3, booking).

package import Business
package import CivilTime

extension Timetable {
  /// The slots to propose instead of a start, among those the query is about, chosen one by one: with the agent wished
  /// first (other agents may follow, at most one for each start), then those on the same local day, then the nearest,
  /// then the earlier; without those that take time of one chosen before, so that they are different offers.
  package func alternatives(to start: Instant, _ query: SlotQuery, limit: Int = 3) -> [Slot] {
    var proposed: [Slot] = []
    propose(slots(query), insteadOf: start, to: &proposed, limit: limit)
    if let wished = query.agent, proposed.count < limit {
      propose(slots(query, limit: .max) { $0 != wished }, insteadOf: start, to: &proposed, limit: limit)
    }
    return proposed
  }

  private func propose(_ slots: [Slot], insteadOf start: Instant, to proposed: inout [Slot], limit: Int) {
    let day = business.zone.local(start).date
    let offsets = business.zone.offsets(from: day, through: day)
    // The starts on offer on a local day, and no others, lie between these (see Openings).
    let dayStart = offsets.startOfDay(day)
    let dayEnd = offsets.startOfDay(day.adding(days: 1))
    let ranked = slots.map { slot in
      (
        slot: slot, isOtherDay: slot.start < dayStart || dayEnd <= slot.start,
        distance: abs(slot.start.milliseconds - start.milliseconds)
      )
    }.sorted {
      if $0.isOtherDay != $1.isOtherDay { return $1.isOtherDay }
      return ($0.distance, $0.slot.start) < ($1.distance, $1.slot.start)
    }
    for (slot, _, _) in ranked where proposed.count < limit {
      if proposed.allSatisfy({ slot.end <= $0.start || $0.end <= slot.start }) { proposed.append(slot) }
    }
  }

  /// The instants among which to look for alternatives to a start: its local day and the seven days on either side.
  package static func neighbourhood(of start: Instant, in business: Business) -> Range<Instant> {
    let day = business.zone.local(start).date
    let first = business.zone.startOfDay(day.adding(days: -7))
    return first..<max(first, business.zone.startOfDay(day.adding(days: 8)))
  }
}
