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
      type: type, product: product, agent: slot.agent, from: slot.start, until: slot.start.adding(milliseconds: 1),
      ignoredBooking: booking, now: now)
    switch try timetable(for: query, in: &writer).offer(slot.start, query) {
    case .open(let offer): return offer
    case .tooSoon: throw .tooSoon
    case .tooFar: throw .tooFar
    case .closed: throw .slotTaken(alternatives: try alternatives(to: slot, query, in: &writer))
    }
  }

  private func alternatives(
    to slot: SlotID, _ query: SlotQuery, in writer: inout Writer
  ) throws(Problem) -> [OfferedSlot] {
    let neighbourhood = Timetable.neighbourhood(of: slot.start, in: business)
    let wider = query.between(neighbourhood.lowerBound, neighbourhood.upperBound)
    let times = TimeText(zone: business.zone)
    return try timetable(for: wider, in: &writer).alternatives(to: slot.start, wider, limit: 3).map { other in
      OfferedSlot(
        other, type: slot.type, product: slot.product, anyAgent: slot.agent == nil, in: business, times: times)
    }
  }

  private func timetable(for query: SlotQuery, in writer: inout Writer) throws(Problem) -> Timetable {
    let reach = Timetable.reach(of: query, in: business)
    let occupations = try stored { () throws(StorageError) in try writer.ledger.occupations(in: reach) }
    return Timetable(business: business, occupations: occupations)
  }
}
