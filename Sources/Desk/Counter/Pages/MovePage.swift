// Moving: the diary with what is free for the booking, and a form that says from where to where.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import JSON

/// The pages of a move.
struct MovePage {
  let desk: CounterDesk

  /// The diary in which a new time is chosen, or, with `slot` or a written time, the form.
  func reply(_ id: String) throws(PageFailure) -> CounterReply {
    let booking = try found(id)
    let offered = Offered(booking.type.id + "." + booking.product.id, of: desk.business)
    guard let offered else { throw PageFailure(409, \.productIsGone) }
    if let slotID = desk.query["slot"] {
      guard let slot = ChosenSlot(slotID, at: desk), slot.offered.text == offered.text else {
        throw PageFailure(404, \.noSuchSlot)
      }
      return try form(booking, slot, notice: warning(slot, booking))
    }
    var notice = HTML.nothing
    if desk.query["start"] != nil {
      let agent = try desk.agent()
      if let start = desk.wishedStart(desk.query),
        let slot = ChosenSlot(desk.slotID(offered, agent, start), at: desk)
      {
        return try form(booking, slot, notice: warning(slot, booking))
      }
      notice = desk.errors(desk.words.noSuchTime, "")
    }
    var query = try DiaryQuery(desk)
    query.offered = offered
    query.moving = booking.id
    return try DiaryPage(desk: desk).reply(query, heading: heading(booking), place: nil, notice: notice)
  }

  private func found(_ id: String) throws(PageFailure) -> Booking {
    let booking = try desk.diary { view throws(DiaryError) in try desk.booking(id, in: view) }
    guard let booking else { throw PageFailure(404, \.noSuchBooking) }
    guard booking.status == .booked else { throw PageFailure(409, \.alreadyCancelled) }
    return booking
  }

  private func warning(_ slot: ChosenSlot, _ booking: Booking) throws(PageFailure) -> HTML {
    if try desk.isOnOffer(slot, ignoring: booking.id) { return "" }
    return "<p class=\"notice warning\">\(desk.words.notOnOffer)</p>\n"
  }

  /// What is moved, and the way to any other time.
  private func heading(_ booking: Booking) -> HTML {
    let words = desk.words
    let back = desk.address.view([("booking", desk.short(booking.id))])
    let day = desk.zone.local(booking.start).date
    return """
      <div class="notice"><p>\(words.moving) <strong>\(HTML.name(booking.product.name)), \
      \(HTML.name(words.name(booking.participant)))</strong>, \(desk.time(booking.start, booking.end)), \
      \(HTML.name(booking.agent.name)). \(words.chooseTime) <a href="\(back)">\(words.cancelChoice)</a></p>
      <details><summary>\(words.anyTime)</summary>
      <p class="hint">\(words.anyTimeHint)</p>
      <form class="filters" action="\(desk.address.path)" method="get">
      <input type="hidden" name="move" value="\(desk.short(booking.id))">
      <p><label for="with">\(words.withWhom)</label>
      <select id="with" name="agent">\(desk.agentOptions(booking.agent.id, all: words.whoeverIsFree))</select></p>
      <p><label for="start">\(words.date)</label> <input id="start" type="date" name="start" value="\(day.text)"></p>
      <p><label for="time">\(words.time)</label> <input id="time" type="time" name="time"></p>
      <p><button>\(words.goOn)</button></p>
      </form></details></div>

      """
  }

  /// The form that moves a booking to a slot.
  private func form(
    _ booking: Booking, _ slot: ChosenSlot, notice: HTML, isForced: Bool = false, alternatives: [JSONValue] = [],
    status: Int = 200
  ) throws(PageFailure) -> CounterReply {
    let words = desk.words
    var facts = FactList()
    facts.add(words.movedFrom, text: "\(desk.time(booking.start, booking.end)), \(booking.agent.name)")
    let agent = slot.agent.map { desk.agentName($0.text) } ?? words.whoeverIsFree
    facts.add(words.movedTo, "<strong>\(desk.time(slot.start, slot.end)), \(HTML.name(agent))</strong>")
    let id = desk.short(booking.id)
    let back = desk.address.view([("move", id), ("from", desk.zone.local(slot.start).date.text)])
    let main: HTML = """
      <h1>\(words.moveTitle): \(HTML.name(booking.product.name)), \(HTML.name(words.name(booking.participant)))</h1>
      \(notice)\(facts.markup)<p class="actions"><a href="\(back)">\(words.otherTimes)</a></p>
      <form class="entry" action="\(desk.address.path)" method="post">
      <input type="hidden" name="do" value="move">
      <input type="hidden" name="bookingId" value="\(id)">
      <input type="hidden" name="slotIdOld" value="\(desk.place(of: booking))">
      <input type="hidden" name="slotIdNew" value="\(slot.id)">
      \(desk.alternatives(alternatives))\(desk.forceTick(isForced))\
      <p class="actions"><button class="main">\(words.moveIndeed)</button> \
      <a href="\(desk.address.view([("booking", id)]))">\(words.cancelChoice)</a></p>
      </form>

      """
    return desk.page(words.moveTitle, nil, main, status: status)
  }

  /// Moves what a form says.
  func move(_ form: FormValues) throws(PageFailure) -> CounterReply {
    let id = form["bookingId"] ?? ""
    let new = form["instead"] ?? form["slotIdNew"] ?? ""
    let isForced = form["force"] != nil
    let refusal: WebhookRefusal
    do throws(WebhookRefusal) {
      let booking = try desk.ask(
        "modifyAppointment",
        [
          ("bookingId", .string(id)), ("slotIdOld", .string(form["slotIdOld"] ?? "")), ("slotIdNew", .string(new)),
        ], force: isForced)
      return .redirect(desk.address.view([("booking", desk.short(booking["id"])), ("done", "moved")]))
    } catch {
      refusal = error
    }
    guard ["slot_taken", "too_soon", "too_far", "too_late"].contains(refusal.code), let slot = ChosenSlot(new, at: desk)
    else { return try AppointmentPage(desk: desk).refused(id, refusal) }
    let notice = desk.errors(desk.words.refusal(refusal.code), desk.forceHint(refusal.code))
    return try self.form(
      found(id), slot, notice: notice, isForced: isForced, alternatives: refusal.alternatives, status: refusal.status)
  }
}
