// Whether a slot that somebody wants is on offer: asked while the booking is decided, by the function that lists slots.

internal import Diary
internal import Business
internal import CivilTime
internal import Scheduling

extension RequestContext {
  /// The slot that is on offer at a start: with the agent that the slot id names, or with a free one where it
  /// says any.
  ///
  /// - Throws: `tooSoon`, `tooFar`, or `slotTaken` with up to three nearest alternatives.
  func offered(
    _ slot: SlotID, type: AppointmentType, product: Product, ignoring booking: String?, in diary: some DiaryView,
    now: Instant
  ) throws(Problem) -> Slot {
    let query = SlotQuery(
      type: type, product: product, agent: slot.agent, from: slot.start, until: slot.start.adding(milliseconds: 1),
      ignoredBooking: booking, now: now)
    switch try timetable(for: query, in: diary).offer(slot.start, query) {
    case .open(let offer): return offer
    case .tooSoon: throw .tooSoon
    case .tooFar: throw .tooFar
    case .closed: throw .slotTaken(alternatives: try alternatives(to: slot, query, in: diary))
    }
  }

  private func alternatives(
    to slot: SlotID, _ query: SlotQuery, in diary: some DiaryView
  ) throws(Problem) -> [OfferedSlot] {
    let neighbourhood = Timetable.neighbourhood(of: slot.start, in: business)
    let wider = query.between(neighbourhood.lowerBound, neighbourhood.upperBound)
    let times = TimeText(zone: business.zone)
    return try timetable(for: wider, in: diary).alternatives(to: slot.start, wider, limit: 3).map { other in
      OfferedSlot(
        other, type: slot.type, product: slot.product, anyAgent: slot.agent == nil, in: business, times: times)
    }
  }

  private func timetable<View: DiaryView>(for query: SlotQuery, in diary: View) throws(Problem) -> Timetable {
    let reach = Timetable.reach(of: query, in: business)
    let occupations = try stored { () throws(View.Failure) in try diary.occupations(in: reach) }
    return Timetable(business: business, occupations: occupations)
  }
}
