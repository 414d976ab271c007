// `bookAppointment`. The order of the checks is the contract's (section 3, "Booking, moving, cancelling").

internal import Diary
internal import Business
internal import CivilTime
internal import People
internal import Scheduling

extension RequestContext {
  /// `bookAppointment`.
  func book(in store: some DiaryStore) throws(Problem) -> Answer {
    let order = try order()  // What is wrong with the request itself is said without waiting for other writers.
    let foresee: (inout ForeseenQuestions) -> Void = { self.foresee(order, in: &$0) }
    return try write(to: store, foreseeing: foresee) { context, writer, now throws(Problem) in
      let isSame = context.loaded.identity == loaded.identity
      return try context.book(isSame ? order : try context.order(), in: &writer, now: now)
    }
  }

  /// What a booking request asks for, with ids that are known.
  func order() throws(Problem) -> BookingOrder {
    try request.require(["appointmentTypeId", "productId"])
    let hasSlot = try request.id("slotId") != nil
    let stated = try statedStart()
    guard hasSlot || stated != nil else {
      throw .invalidRequest(field: "slotId", reason: "it is missing, and so is `start`, which may stand for it")
    }
    let sent = try SentParticipants(request)
    let type = try appointmentType()
    let product = try product(of: type)
    var slot = try hasSlot ? slotID("slotId") : slot(of: type, product, at: stated)
    let wish = try request.id("agentId").map { PublicID.local($0, in: business.id) }
    if slot.agent == nil, let wish {
      guard let wish, isTaken(type, by: wish, for: product) else { throw unknownAgent(taking: product, in: type) }
      slot.agent = wish
    }
    let isAnother = wish.map { $0 != slot.agent } ?? false
    return BookingOrder(
      type: type, product: product, slot: slot, isOfAnotherAgent: isAnother, stated: stated, sent: sent)
  }

  /// Whether an agent takes a product; with lifted terms, whoever works here.
  private func isTaken(_ type: AppointmentType, by agent: Identifier, for product: Product) -> Bool {
    type.isTaken(by: agent, for: product) || deployment.liftsTerms && business.agent(agent) != nil
  }

  /// The slot of a start with any agent; `agentId` beside it is the wish.
  private func slot(of type: AppointmentType, _ product: Product, at stated: StatedStart?) throws(Problem) -> SlotID {
    guard let stated else { throw .unknownSlot }
    return SlotID(type: type.id, product: product.id, agent: nil, start: stated.instant(in: business.zone))
  }

  private func book<Writer: DiaryWriter>(
    _ order: BookingOrder, in writer: inout Writer, now: Instant
  ) throws(Problem) -> Told {
    var newcomers: [String] = []
    let told = try decide(order, in: writer.diary, now: now, newcomers: &newcomers)
    if !told.isRepeated {
      try stored { () throws(Writer.Failure) in try writer.append(.booked(told.booking), at: now, by: deployment.actor)
      }
    }
    return told
  }

  /// Decides about a booking and records nothing: one that was made already is told as repeated.
  ///
  /// `newcomers` are ids for people who are not on record yet, in the order in which they are needed; what is missing is
  /// drawn and added. `beside` is how many bookings of the same people are made with it.
  func decide<View: DiaryView>(
    _ order: BookingOrder, in diary: View, now: Instant, newcomers: inout [String], beside others: Int = 0
  ) throws(Problem) -> Told {
    let matcher = PersonMatcher(business)
    let reader = FieldReader(business, today: business.zone.local(now).date)
    let onRecord = try onRecord(order.sent, in: diary)
    var people = try ReadParticipants(order.sent, named: onRecord, by: reader)
    let fingerprint = Fingerprint(booking: order.slot, of: request, in: business.id).value
    let contradiction = order.contradiction(in: business.zone)
    // Only a request that was done once can have been done already.
    if contradiction == nil {
      let repetition = Repetition(order, people, fingerprint: fingerprint, in: business, by: matcher)
      if let booking = try repeated(repetition, in: diary) {
        return Told(booking, telling: people, by: matcher, isRepeated: true)
      }
    }
    if let contradiction { throw .slotMismatch(field: contradiction) }
    let said = people
    try people.complete(order.sent, product: order.product, matcher: matcher)
    try recognise(&people, by: matcher, in: diary)
    try checkOpen(people.participant.id, product: order.product, in: diary, now: now, beside: others)
    let place = try offered(order.slot, type: order.type, product: order.product, ignoring: nil, in: diary, now: now)
    var named = 0
    try people.name { () throws(Problem) in
      if named == newcomers.count { newcomers.append(try newID("u")) }
      named += 1
      return newcomers[named - 1]
    }
    let agent = business.agent(place.agent)
    var booking = Booking(
      id: try newID("b"),
      type: Named(id: order.type.id.text, name: order.type.name),
      product: Named(id: order.product.id.text, name: order.product.name),
      agent: Named(id: place.agent.text, name: agent?.name ?? place.agent.text),
      start: place.start, duration: order.product.duration, booker: people.booker, participant: people.participant,
      request: fingerprint, created: now, status: .booked)
    booking.hold(order.product)
    return Told(booking, telling: said, by: matcher)
  }

  /// The booking that a request has made already.
  private func repeated<View: DiaryView>(_ request: Repetition, in diary: View) throws(Problem) -> Booking? {
    let slot = request.slot
    let bookings = try stored { () throws(View.Failure) in
      try diary.bookings(of: slot.product.text, at: slot.start, keys: request.keys)
    }
    return bookings.last(where: request.means)
  }

  /// The people on record that the request names by id.
  private func onRecord(_ sent: SentParticipants, in diary: some DiaryView) throws(Problem) -> NamedParticipants {
    let booker = try person(sent.booker.id, in: diary)
    if sent.participant.id == sent.booker.id { return NamedParticipants(booker: booker, participant: booker) }
    return NamedParticipants(booker: booker, participant: try person(sent.participant.id, in: diary))
  }

  private func person<View: DiaryView>(_ id: String?, in diary: View) throws(Problem) -> RecordedPerson? {
    guard let id else { return nil }
    let whole = PublicID.whole(id, in: business.id)
    guard let known = try stored({ () throws(View.Failure) in try diary.person(whole) }) else {
      throw .unknownUser
    }
    return known
  }

  private func recognise<View: DiaryView>(
    _ people: inout ReadParticipants, by matcher: PersonMatcher, in diary: View
  ) throws(Problem) {
    let keys = people.searchKeys(by: matcher)
    let recorded = try stored { () throws(View.Failure) in try diary.people(keys) }
    people.recognise(among: recorded, by: matcher)
  }
}

extension RequestContext {
  /// A new unguessable id of a sort: `b` for bookings, `u` for people.
  fileprivate func newID(_ sort: Character) throws(Problem) -> String {
    guard let bytes = deployment.random(PublicID.randomBytes), bytes.count == PublicID.randomBytes else {
      throw .internalFault("this host gives no random numbers (getrandom failed); look at the host's kernel or sandbox")
    }
    return PublicID.random(sort, in: business.id, bytes: bytes)
  }
}

/// What a booking request asks for.
struct BookingOrder {
  let type: AppointmentType
  let product: Product
  /// The slot; one that says "any", with the agent who is wished.
  let slot: SlotID
  /// Whether another agent is wished than the slot says.
  let isOfAnotherAgent: Bool
  let stated: StatedStart?
  let sent: SentParticipants

  /// The member that says something else than the slot; nil where none does.
  func contradiction(in zone: Zone) -> String? {
    if slot.type != type.id { return "appointmentTypeId" }
    if slot.product != product.id { return "productId" }
    if isOfAnotherAgent { return "agentId" }
    if let stated, !stated.names(slot.start, in: zone) { return "start" }
    return nil
  }
}
