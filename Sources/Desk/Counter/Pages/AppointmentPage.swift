// An appointment with all that is known of it and of its people, what happened to it, and what can be done with it.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import JSON
internal import People

/// The page of a booking.
struct AppointmentPage {
  let desk: CounterDesk

  /// The page of the booking with an id.
  func reply(_ id: String) throws(PageFailure) -> CounterReply { try reply(id, notice: desk.doneNotice) }

  /// The same under a notice.
  func reply(_ id: String, notice: HTML, status: Int = 200) throws(PageFailure) -> CounterReply {
    let found = try desk.diary { view throws(DiaryError) in
      guard let booking = try desk.booking(id, in: view) else { return (Booking, [HistoricEvent])?.none }
      return (booking, try view.history(of: booking.id))
    }
    guard let (booking, events) = found else { throw PageFailure(404, \.noSuchBooking) }
    let words = desk.words
    let isHeld = booking.status == .booked
    var facts = FactList()
    facts.add(words.when, text: desk.time(booking.start, booking.end))
    facts.add(words.what, text: booking.product.name)
    facts.add(words.withWhom, text: booking.agent.name)
    facts.add(words.state, isHeld ? "\(words.isBooked)" : "<strong>\(words.isCancelled)</strong>")
    if isHeld { facts.add(words.keptFree, text: words.buffers(booking)) }
    facts.add(words.number, text: ShortID.shown(booking.id))
    let day = desk.address.view([("day", desk.zone.local(booking.start).date.text)])
    let main: HTML = """
      \(notice)<h1>\(HTML.name(booking.product.name)): \(HTML.name(words.name(booking.participant)))</h1>
      <div class="split"><div>
      \(facts.markup)<p class="actions"><a href="\(day)">\(words.toDay)</a></p>
      \(people(booking))</div><div>
      \(isHeld ? deeds(booking) : again(booking))\(HistoryList(desk: desk).section(events))</div></div>
      """
    return desk.page(words.appointment, nil, main, status: status)
  }

  private func people(_ booking: Booking) -> HTML {
    let words = desk.words
    func section(_ title: String, _ person: Person) -> HTML {
      var facts = FactList()
      facts.add(person, at: desk)
      let name = words.name(person)
      let more =
        person.id.isEmpty
        ? HTML.nothing
        : """
        <p><a href="\(desk.address.view([("who", desk.short(person.id))]))">\(words.allOf) \(HTML.name(name))</a></p>

        """
      return "<section class=\"panel\"><h2>\(title): \(HTML.name(name))</h2>\n\(facts.markup)\(more)</section>\n"
    }
    guard let booker = booking.otherBooker else {
      // What was said of one person by booking and by coming is shown together.
      var person = booking.participant
      for attribute in booking.booker.attributes where person[attribute.name] == nil {
        person.attributes.append(attribute)
      }
      return section(words.whoComes, person)
    }
    return section(words.whoComes, booking.participant) + section(words.whoBooked, booker)
  }

  private func deeds(_ booking: Booking) -> HTML {
    let words = desk.words
    let move = desk.address.view([
      ("move", desk.short(booking.id)), ("from", max(desk.today, desk.zone.local(booking.start).date).text),
    ])
    return """
      <section class="panel" aria-labelledby="change"><h2 id="change">\(words.change)</h2>
      <p class="actions"><a class="button main" href="\(move)">\(words.move)</a>\(next(booking))</p>
      <details><summary>\(words.cancelAppointment)</summary>
      <form action="\(desk.address.path)" method="post">
      <input type="hidden" name="do" value="cancel">
      <input type="hidden" name="bookingId" value="\(desk.short(booking.id))">
      <input type="hidden" name="slotId" value="\(desk.place(of: booking))">
      <p>\(words.cancelQuestion)</p>
      \(desk.forceTick(false))<p class="actions"><button class="danger">\(words.cancelIndeed)</button></p>
      </form></details></section>

      """
  }

  /// A further appointment of the same kind for the same person, from the next week on.
  private func next(_ booking: Booking) -> HTML {
    guard !booking.participant.id.isEmpty,
      let offered = Offered(booking.type.id + "." + booking.product.id, of: desk.business)
    else { return "" }
    let day = max(desk.today, desk.zone.local(booking.start).date.adding(days: 7))
    let href = desk.address.view([
      ("for", desk.short(booking.participant.id)), ("from", day.text), ("product", offered.text),
    ])
    return " <a class=\"button\" href=\"\(href)\">\(desk.words.bookNext)</a>"
  }

  /// A new appointment instead of one that was cancelled.
  private func again(_ booking: Booking) -> HTML {
    guard !booking.participant.id.isEmpty else { return "" }
    let href = desk.address.view([("for", desk.short(booking.participant.id)), ("new", "1")])
    return "<p class=\"actions\"><a class=\"button main\" href=\"\(href)\">\(desk.words.bookAgain)</a></p>\n"
  }

  /// Cancels what a form says.
  func cancel(_ form: FormValues) throws(PageFailure) -> CounterReply {
    let id = form["bookingId"] ?? ""
    do throws(WebhookRefusal) {
      let booking = try desk.ask(
        "cancelAppointment", [("bookingId", .string(id)), ("slotId", .string(form["slotId"] ?? ""))],
        force: form["force"] != nil)
      return .redirect(desk.address.view([("booking", desk.short(booking["id"])), ("done", "cancelled")]))
    } catch {
      return try refused(id, error)
    }
  }

  /// The booking as it is now, with why nothing was done to it.
  func refused(_ id: String, _ refusal: WebhookRefusal) throws(PageFailure) -> CounterReply {
    switch refusal.code {
    case "booking_changed", "booking_cancelled", "too_late", "slot_mismatch", "unknown_slot":
      let notice = desk.errors(desk.words.refusal(refusal.code), refusal.code == "too_late" ? desk.forceHint("") : "")
      return try reply(id, notice: notice, status: refusal.status)
    case "unknown_booking": throw PageFailure(404, \.noSuchBooking)
    case "wrong_entity": throw PageFailure(404, \.noSuchBooking)
    default: throw PageFailure(refusal)
    }
  }
}

extension CounterDesk {
  /// The id of where a booking is; empty where it names an id that no slot can.
  func place(of booking: Booking) -> String { (try? counter.slotID(of: booking).stringValue) ?? "" }
}
