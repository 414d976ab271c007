// Whether a slot that somebody wants is on offer: asked while the booking is decided, by the function that lists slots.

internal import Diary
internal import Business
internal import CivilTime
internal import Scheduling

extension RequestContext {
  /// The slot that is on offer at a start: with the agent that the slot id names, or with a free one where it
  /// says any.
  ///
  /// Where terms are lifted, a start counts that only the file's times and agents are against (LiftedTerms.swift).
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
    case .closed:
      if deployment.liftsTerms, let offer = try unrestricted(query, in: diary) { return offer }
      throw .slotTaken(alternatives: try alternatives(to: slot, query, in: diary))
    }
  }

  /// The slot that would be on offer if the file said nothing about times and agents; nil where something is taken.
  private func unrestricted(_ asked: SlotQuery, in diary: some DiaryView) throws(Problem) -> Slot? {
    var query = asked
    query.type = query.type.taken(by: query.agent)
    query.product = query.product.anytime(with: query.agent)
    return try timetable(for: query, of: business.alwaysOpen, in: diary).slots(query, limit: 1).first
  }

  private func alternatives(
    to slot: SlotID, _ query: SlotQuery, in diary: some DiaryView
  ) throws(Problem) -> [OfferedSlot] {
    let neighbourhood = Timetable.neighbourhood(of: slot.start, in: business)
    // Whoever books something to come is told of nothing past.
    let first = query.from < query.now ? neighbourhood.lowerBound : max(neighbourhood.lowerBound, query.now)
    let wider = query.between(first, neighbourhood.upperBound)
    let times = TimeText(zone: business.zone)
    return try timetable(for: wider, in: diary).alternatives(to: slot.start, wider, limit: 3).map { other in
      OfferedSlot(
        other, type: slot.type, product: slot.product, anyAgent: slot.agent == nil, in: business, times: times)
    }
  }

  private func timetable<View: DiaryView>(
    for query: SlotQuery, of other: Business? = nil, in diary: View
  ) throws(Problem) -> Timetable {
    let business = other ?? business
    let reach = Timetable.reach(of: query, in: business)
    let occupations = try stored { () throws(View.Failure) in try diary.occupations(in: reach) }
    return Timetable(business: business, occupations: occupations)
  }
}
