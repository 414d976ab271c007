// What a decision is going to ask the diary, told to an engine that fetches it all at once.

internal import Business
internal import CivilTime
internal import Diary
internal import People
internal import Scheduling

extension RequestContext {
  /// Foresees what the booking of an order asks: whether it was done already, who is meant, and what is taken.
  func foresee(_ order: BookingOrder, in foreseen: inout ForeseenQuestions) {
    let matcher = PersonMatcher(business)
    let now = deployment.clock()
    let reader = FieldReader(business, today: business.zone.local(now).date)
    let nobody = NamedParticipants(booker: nil, participant: nil)
    for id in [order.sent.booker.id, order.sent.participant.id] {
      if let id { foreseen.person(PublicID.whole(id, in: business.id)) }
    }
    if let people = try? ReadParticipants(order.sent, named: nobody, by: reader) {
      let fingerprint = Fingerprint(booking: order.slot, of: request, in: business.id).value
      let repetition = Repetition(order, people, fingerprint: fingerprint, in: business, by: matcher)
      foreseen.bookings(of: order.slot.product.text, at: order.slot.start, keys: repetition.keys)
      foreseen.people(people.searchKeys(by: matcher))
    }
    foresee(order.slot, in: &foreseen)
  }

  /// Foresees what is taken where a slot is.
  func foresee(_ slot: SlotID, in foreseen: inout ForeseenQuestions) {
    guard let product = business.product(slot.product), let type = business.appointmentType(slot.type) else { return }
    let query = SlotQuery(
      type: type, product: product, agent: slot.agent, from: slot.start, until: slot.start.adding(milliseconds: 1),
      ignoredBooking: nil, now: deployment.clock())
    foreseen.occupations(in: Timetable.reach(of: query, in: business))
  }
}
