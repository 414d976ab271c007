// Whether a slot that somebody wants is on offer: asked under the lock, by the same function that lists slots.

internal import Bookings
internal import Business
internal import CivilTime
internal import Scheduling

extension Session {
  /// The slot that is on offer at a start: with the agent the slot id names, or with whoever is free where it says any.
  ///
  /// - Throws: `tooSoon`, `tooFar`, or `slotTaken` with up to three nearest alternatives.
  func offered(
    _ slot: SlotID, type: AppointmentType, product: Product, ignoring booking: String?, in writer: inout Writer,
    now: Instant
  ) throws(Problem) -> Slot {
    let query = SlotQuery(
      type: type, product: product, agent: slot.agent, from: slot.start, until: slot.start.adding(seconds: 1),
      ignoring: booking, now: now)
    let reach = Timetable.reach(of: query, in: business)
    let occupations = try stored { () throws(StorageError) in try writer.occupations(in: reach) }
    let timetable = Timetable(business: business, occupations: occupations)
    switch timetable.timeliness(of: slot.start, query) {
    case .tooSoon: throw .tooSoon
    case .tooFar: throw .tooFar
    case .bookable: break
    }
    if let offer = timetable.offer(at: slot.start, query) { return offer }
    throw .slotTaken(alternatives: try alternatives(to: slot, query, in: &writer))
  }

  private func alternatives(
    to slot: SlotID, _ query: SlotQuery, in writer: inout Writer
  ) throws(Problem) -> [OfferedSlot] {
    let reach = Timetable.reach(ofAlternativesTo: slot.start, query, in: business)
    let occupations = try stored { () throws(StorageError) in try writer.occupations(in: reach) }
    let timetable = Timetable(business: business, occupations: occupations)
    let times = TimeText(zone: business.zone)
    return timetable.alternatives(to: slot.start, query, limit: 3).map { other in
      OfferedSlot(
        other, type: slot.type, product: slot.product, anyAgent: slot.agent == nil, in: business, times: times)
    }
  }
}
