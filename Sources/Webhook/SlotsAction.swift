// `getSlots`: which starts are on offer.

internal import Diary
internal import Business
internal import CivilTime
internal import JSON
internal import Scheduling
internal import System

extension RequestContext {
  /// `getSlots`.
  func slots<Store: DiaryStore>(in store: Store) throws(Problem) -> Answer {
    try request.require(["appointmentTypeId", "productId"])
    let asked = try request.dateTime("dateTime")
    let days = try request.integer("days", in: 1...60) ?? 1
    let limit = try request.integer("limit", in: 1...Int.max)
    let zone = try requestedZone()
    let type = try appointmentType()
    let product = try product(of: type)
    let agent = try wishedAgent(taking: product, in: type)
    let ignoring = try bookingID()
    let now = deployment.clock()
    let span = SlotSpan(asked, days: days, now: now, in: zone)
    let query = SlotQuery(
      type: type, product: product, agent: agent, from: span.from, until: span.until, ignoredBooking: ignoring, now: now
    )
    let diary = try stored { () throws(Store.Failure) in
      try store.read { foreseen in
        if let ignoring { foreseen.subject(ignoring) }
        foreseen.occupations(in: Timetable.reach(of: query, in: business))
      }
    }
    let occupations = try stored { () throws(Store.Failure) in
      if let ignoring, try diary.booking(ignoring) == nil { return [Occupation]?.none }
      return try diary.occupations(in: Timetable.reach(of: query, in: business))
    }
    guard let occupations else { throw .unknownBooking }
    let most = limit ?? (deployment.answersModels ? SlotListing.modelSlots : .max)
    let slots = Timetable(business: business, occupations: occupations)
      .slots(query, limit: min(most, SlotListing.mostSlots + 1))
    if slots.count > SlotListing.mostSlots {
      throw .invalidRequest(
        field: "days",
        reason: "so many days have more than \(SlotListing.mostSlots) slots; ask for fewer, or send a `limit`")
    }
    let listing = listing(slots, type: type, product: product, anyAgent: agent == nil, zone: zone)
    var answer = Answer(ok: listing, finish: diary.upkeep)
    if slots.isEmpty, deployment.answersModels {
      answer.remark = EmptyListing(span, days: days, now: now, zone: zone, of: product, in: business).sentence
    }
    return answer
  }

  /// The agent that the request wishes for, who must take the product; nil where it has no wish.
  private func wishedAgent(taking product: Product, in type: AppointmentType) throws(Problem) -> Identifier? {
    guard let id = try request.id("agentId") else { return nil }
    guard let local = PublicID.local(id, in: business.id), type.isTaken(by: local, for: product) else {
      throw unknownAgent(taking: product, in: type)
    }
    return local
  }

  /// The zone in which the request thinks: `timezone`, else the business's.
  private func requestedZone() throws(Problem) -> Zone {
    guard let name = try request.text("timezone"), name != business.zone.name else { return business.zone }
    do {
      return try SystemZones.zone(named: name, calls: deployment.calls)
    } catch {
      switch error {
      case .noDatabase: throw .internalFault("this host has no time zone database; install tzdata")
      case .unreadable(let name, let code):
        throw .internalFault(
          "the time zone \(name) cannot be read from this host's database: \(SystemError(code).phrase)")
      case .malformedName, .unknown:
        throw .invalidRequest(field: "timezone", reason: "it must be a time zone's name, like Europe/Berlin")
      }
    }
  }

  private func listing(
    _ slots: [Slot], type: AppointmentType, product: Product, anyAgent: Bool, zone: Zone
  ) -> [UInt8] {
    guard let first = slots.first, let last = slots.last else { return Array("[]".utf8) }
    let times = TimeText(zone: zone, from: first.start, through: last.end)
    var json = JSONWriter()
    json.beginArray()
    for slot in slots {
      OfferedSlot(slot, type: type.id, product: product.id, anyAgent: anyAgent, in: business, times: times)
        .write(to: &json)
    }
    json.endArray()
    return json.bytes
  }
}

/// What a listing may hold.
private enum SlotListing {
  /// More slots than this are not told at once (contract, section 1, "Bounds").
  static let mostSlots = 5000
  /// So many a language model is told where it sends no limit.
  static let modelSlots = 6
}

/// The stretch of time in which asked-for slots start.
struct SlotSpan: Equatable {
  /// The first instant.
  let from: Instant
  /// The first instant after it.
  let until: Instant

  /// The local days that `dateTime` names (today where it is absent), from its time on where it has one, and more days
  /// after them (contract, section 3, "Slots").
  init(_ asked: ISO8601.DateTimeText?, days: Int, now: Instant, in zone: Zone) {
    let first: LocalDate
    switch asked {
    case nil:
      first = zone.local(now).date
      from = zone.startOfDay(first)
    case .date(let date)?:
      first = date
      from = zone.startOfDay(date)
    case .local(let reading)?:
      first = reading.date
      from = zone.resolve(reading).windowStart
    case .instant(let instant, _, offsetSeconds: _)?:
      first = zone.local(instant).date
      from = instant
    }
    until = zone.startOfDay(first.adding(days: days))
  }
}
