// A free time's form, and what comes of sending it. The form carries the slot that it was made for; whether that can be
// booked is decided as for a caller.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import JSON
internal import People
internal import Scheduling
internal import Webhook

/// A slot that somebody chose.
struct ChosenSlot {
  let id: String
  let offered: Offered
  /// Nil for whichever agent is free.
  let agent: Identifier?
  let start: Instant

  var end: Instant { start.adding(seconds: offered.product.duration) }

  /// The slot with an id of the business; nil where its form, type or product is no slot's.
  init?(_ id: String, at desk: CounterDesk) {
    guard let slot = Webhook.slot(id, in: desk.business.id), slot.start > .distantPast,
      let offered = Offered(slot.type.text + "." + slot.product.text, of: desk.business)
    else { return nil }
    self.id = id
    self.offered = offered
    agent = slot.agent
    start = slot.start
  }
}

/// The form of a slot.
struct BookingPage {
  let desk: CounterDesk

  /// The form of the slot with an id.
  func reply(_ id: String) throws(PageFailure) -> CounterReply {
    guard let slot = ChosenSlot(id, at: desk) else { throw PageFailure(404, \.noSuchSlot) }
    let person = try desk.query["for"].flatMap { id throws(PageFailure) in try desk.person(id)?.user }
    let product = slot.offered.product
    let form = PersonForm(desk: desk, product: product) { field in
      let name = FieldName.own(field)
      let isAsked = field.hasPrefix("booker.") || !(product.bookerInfo + product.bookerOptionalInfo).contains(name)
      return isAsked ? person?[name]?.line : nil
    }
    return page(slot, form, notice: try warning(slot), isForced: false)
  }

  /// The form of a time that somebody wrote: `product`, `agent`, the day as `start` and `time`.
  func replyToWish() throws(PageFailure) -> CounterReply {
    guard let offered = desk.query["product"].flatMap({ Offered($0, of: desk.business) }) else {
      throw PageFailure(404, \.noSuchProduct)
    }
    let agent = try desk.agent()
    guard let start = desk.wishedStart(desk.query) else {
      return try ChoicePage(desk: desk).reply(notice: \.noSuchTime)
    }
    return try reply(desk.slotID(offered, agent, start))
  }

  /// What to say at once of a slot that is not on offer.
  private func warning(_ slot: ChosenSlot) throws(PageFailure) -> HTML {
    let isOpen = try desk.isOnOffer(slot)
    return isOpen
      ? "" : "<div class=\"notice warning\"><p>\(desk.words.notOnOffer)</p>\(desk.reasons(slot))</div>\n"
  }

  /// Books what a form says.
  func book(_ form: FormValues) throws(PageFailure) -> CounterReply {
    let id = form["instead"] ?? form["slotId"] ?? ""
    guard let slot = ChosenSlot(id, at: desk) else { throw PageFailure(404, \.noSuchSlot) }
    let people = PersonForm(desk: desk, product: slot.offered.product) { form[$0] }
    let isForced = form["force"] != nil
    let refusal: WebhookRefusal
    do throws(WebhookRefusal) {
      switch WeeksWanted(form) {
      case .one: break
      case .several(let weeks): return try book(weeks, of: slot, people, form)
      case .unreadable:
        let notice = desk.errors(desk.words.unreadableWeeks, "")
        return page(slot, people, notice: notice, isForced: isForced, form: form, status: 422)
      }
      let booking = try desk.ask(
        "bookAppointment",
        [
          ("appointmentTypeId", .string(slot.offered.type.id.text)),
          ("productId", .string(slot.offered.product.id.text)), ("slotId", .string(id)),
        ] + people.members, force: isForced)
      let done = booking.objectValue?["repeated"] == nil ? "booked" : "repeated"
      return .redirect(desk.address.view([("booking", desk.short(booking["id"])), ("done", done)]))
    } catch {
      refusal = error
    }
    let words = desk.words
    switch refusal.code {
    case "missing_information", "invalid_information":
      let isMissing = refusal.code == "missing_information"
      let marked = people.marking(refusal.fields, as: isMissing ? .missing : .unreadable)
      let notice = desk.errors(words.fieldsAreWrong, marked.summary)
      return page(slot, marked, notice: notice, isForced: isForced, status: 422)
    case "invalid_request" where refusal.field.contains("."):
      let marked = people.marking([refusal.field], as: .unreadable)
      let notice = desk.errors(words.fieldsAreWrong, marked.summary)
      return page(slot, marked, notice: notice, isForced: isForced, status: 422)
    case "slot_taken", "too_soon", "too_far", "too_many":
      let notice = desk.errors(words.refusal(refusal.code), desk.reasons(slot) + desk.forceHint(refusal.code))
      return page(
        slot, people, notice: notice, isForced: isForced, alternatives: refusal.alternatives, status: refusal.status)
    case "unknown_agent", "slot_mismatch":
      return page(slot, people, notice: desk.errors(words.refusal("slot_taken"), ""), isForced: isForced, status: 409)
    default: throw PageFailure(refusal)
    }
  }

  /// Books so many weeks on end, or says which cannot be booked.
  private func book(
    _ weeks: Int, of slot: ChosenSlot, _ people: PersonForm, _ form: FormValues
  ) throws(WebhookRefusal) -> CounterReply {
    let isForced = form["force"] != nil
    let series = Series(
      type: slot.offered.type.id, product: slot.offered.product.id, agent: slot.agent, start: slot.start,
      weeks: weeks, leavesOut: form["skip"] != nil)
    guard series.isPossible(in: desk.business) else {
      let notice = desk.errors(desk.words.unreadableWeeks, "")
      return page(slot, people, notice: notice, isForced: isForced, form: form, status: 422)
    }
    let outcome = try desk.counter.request(series, of: people.members, liftingTerms: isForced)
    guard outcome.isBooked, let first = outcome.bookings.first else {
      let notice = desk.errors(desk.words.seriesNotBooked, desk.weeks(outcome))
      return page(slot, people, notice: notice, isForced: isForced, form: form, status: 409)
    }
    let done = outcome.bookings.count == outcome.weeks.count ? "series" : "seriesPart"
    return .redirect(desk.address.view([("who", desk.short(first["participant.id"])), ("done", done)]))
  }

  private func page(
    _ slot: ChosenSlot, _ form: PersonForm, notice: HTML, isForced: Bool, alternatives: [JSONValue] = [],
    form values: FormValues? = nil, status: Int = 200
  ) -> CounterReply {
    let words = desk.words
    var facts = FactList()
    facts.add(words.what, text: desk.productLine(slot.offered))
    facts.add(words.when, text: desk.time(slot.start, slot.end))
    facts.add(words.withWhom, text: slot.agent.map { desk.agentName($0.text) } ?? words.whoeverIsFree)
    let day = desk.zone.local(slot.start).date.text
    let back = desk.address.view(
      [("day", day), ("product", slot.offered.text)] + (desk.query["for"].map { [("for", $0)] } ?? []))
    let main: HTML = """
      <h1>\(words.bookTitle)</h1>
      \(notice)\(facts.markup)<p class="actions"><a href="\(back)">\(words.otherTimes)</a></p>
      <form class="entry" action="\(desk.address.path)" method="post" novalidate>
      <input type="hidden" name="do" value="book">
      <input type="hidden" name="slotId" value="\(slot.id)">
      \(desk.alternatives(alternatives))\(form.markup)\
      \(desk.seriesFields(values ?? FormValues(), isWrong: status == 422 && values != nil))\(desk.forceTick(isForced))\
      <p class="actions"><button class="main">\(words.book)</button> <a href="\(back)">\(words.cancelChoice)</a></p>
      </form>

      """
    return desk.page(words.bookTitle, .book, main, status: status)
  }
}

extension CounterDesk {
  /// `30 Minuten Massage, 30 min, 38 Euro`.
  func productLine(_ offered: Offered) -> String {
    [offered.product.name, words.minutes(offered.product.duration / 60), offered.product.price].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// Whether callers are offered a slot now, where a booking that is to be moved is not there.
  func isOnOffer(_ slot: ChosenSlot, ignoring booking: String? = nil) throws(PageFailure) -> Bool {
    let query = SlotQuery(
      type: slot.offered.type, product: slot.offered.product, agent: slot.agent, from: slot.start,
      until: slot.start.adding(milliseconds: 1), ignoredBooking: booking, now: now)
    let occupations = try diary { view throws(DiaryError) in
      try view.occupations(in: Timetable.reach(of: query, in: business))
    }
    if case .open = Timetable(business: business, occupations: occupations).offer(slot.start, query) { return true }
    return false
  }

  /// The start that somebody wrote as a day (`start`) and a time (`time`), within a hundred years of today.
  func wishedStart(_ values: FormValues) -> Instant? {
    guard let day = values["start"].flatMap(readDay), let text = values["time"], text.utf8.count <= 40,
      let minute = counter.phrases.minute(text)
    else { return nil }
    return zone.resolve(LocalDateTime(date: day, minute: minute)).appointmentStart
  }

  /// A box that says what is wrong.
  func errors(_ sentence: String, _ more: HTML) -> HTML {
    "<div class=\"notice errors\" role=\"alert\"><p><strong>\(sentence)</strong></p>\(more)</div>\n"
  }

  /// What a tick would lift of a refusal.
  func forceHint(_ code: String) -> HTML { code == "slot_taken" ? "" : "<p>\(words.forceHelps)</p>" }

  /// The tick that writes down what is so.
  func forceTick(_ isSet: Bool) -> HTML {
    """
    <p class="tick"><input type="checkbox" id="force" name="force" value="1"\(" checked", if: isSet)> \
    <label for="force">\(words.force)</label></p>
    <p class="hint">\(words.forceHint)</p>

    """
  }

  /// Slots to choose instead, as the webhook answers them.
  func alternatives(_ slots: [JSONValue]) -> HTML {
    if slots.isEmpty { return "" }
    let items = slots.compactMap { slot -> HTML? in
      let id = slot["id"]
      guard let chosen = ChosenSlot(id, at: self) else { return nil }
      let agent = Identifier(short(slot["agentId"]))
      return """
        <p class="tick"><input type="radio" name="instead" id="\(id)" value="\(id)"> \
        <label for="\(id)">\(shortTime(chosen.start, agent))</label></p>

        """
    }
    return "<fieldset class=\"instead\"><legend>\(words.freeInstead)</legend>\n\(items)</fieldset>\n"
  }
}
