// Taking time, so that nobody is offered it, and giving it back.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile

/// The form that blocks time.
struct BlockPage {
  let desk: CounterDesk

  /// The form.
  func reply() throws(PageFailure) -> CounterReply {
    let day = try desk.day("day") ?? desk.today
    let query = desk.query
    return page { name in name == "fromDay" || name == "toDay" ? day.text : query[name] }
  }

  private func page(
    notice: HTML = "", isForced: Bool? = nil, status: Int = 200, wrong: String? = nil, _ typed: (String) -> String?
  ) -> CounterReply {
    let words = desk.words
    func field(_ name: String, _ label: String, type: String) -> HTML {
      let value =
        switch type {
        case "date": desk.dateValue(typed(name))
        case "time": desk.timeValue(typed(name))
        default: typed(name) ?? ""
        }
      let isWrong = wrong == name || wrong == "span" && ["toDay", "toTime"].contains(name)
      return """
        <div class="field\(" wrong", if: isWrong)"><label for="\(name)">\(label)</label>
        <input id="\(name)" type="\(type)" name="\(name)" value="\(value)"\
        \(" aria-invalid=\"true\" aria-describedby=\"wrong\"", if: isWrong)></div>

        """
    }
    let tick = isForced.map { isForced -> HTML in
      """
      <p class="tick"><input type="checkbox" id="force" name="force" value="1"\(" checked", if: isForced)> \
      <label for="force">\(words.blockAllTheSame)</label></p>

      """
    }
    let main: HTML = """
      <h1>\(words.blockTime)</h1>
      <p class="lead">\(words.blockHint)</p>
      \(notice)<form class="entry" action="\(desk.address.path)" method="post" novalidate>
      <input type="hidden" name="do" value="block">
      <div class="field"><label for="agent">\(words.agent)</label>
      <select id="agent" name="agent">\(desk.agentOptions(typed("agent"), all: words.wholeBusiness))</select></div>
      <fieldset><legend>\(words.from)</legend><div class="fields">
      \(field("fromDay", words.date, type: "date"))\(field("fromTime", words.timeOrDayBegin, type: "time"))</div></fieldset>
      <fieldset><legend>\(words.until)</legend><div class="fields">
      \(field("toDay", words.lastDay, type: "date"))\(field("toTime", words.timeOrDayEnd, type: "time"))</div></fieldset>
      \(field("reason", words.reason, type: "text"))\(tick)\
      <p class="actions"><button class="main">\(words.block)</button> \
      <a href="\(desk.address.view())">\(words.cancelChoice)</a></p>
      </form>

      """
    return desk.page(words.blockTime, .block, main, status: status)
  }

  /// Blocks what a form says.
  func block(_ form: FormValues) throws(PageFailure) -> CounterReply {
    let words = desk.words
    let span: Range<Instant>
    switch desk.span(form) {
    case .success(let read): span = read
    case .failure(let wrong):
      let notice = desk.errors(words.noSuchSpan, "<p id=\"wrong\">\(words.noSuchSpanHint)</p>")
      return page(notice: notice, status: 422, wrong: wrong.field) { form[$0] }
    }
    let agent = form["agent"]
    if let agent, Identifier(agent).flatMap(desk.business.agent) == nil { throw PageFailure(404, \.noSuchAgent) }
    if let reason = form["reason"], reason.utf8.count > 1024 {
      return page(notice: desk.errors(words.reasonTooLong, "<p id=\"wrong\"></p>"), status: 422, wrong: "reason") {
        form[$0]
      }
    }
    do {
      let outcome = try Blocking(counter: desk.counter, agent: agent)
        .take(span, reason: form["reason"], force: form["force"] != nil)
      switch outcome {
      case .blocked(let block, over: _):
        return .redirect(desk.address.view([("blocked", desk.short(block.id)), ("done", "blocked")]))
      case .alreadyBlocked(let id):
        return .redirect(desk.address.view([("blocked", desk.short(id)), ("done", "already")]))
      case .inTheWay(let bookings):
        let notice = desk.errors(words.inTheWay, desk.bookingList(bookings))
        return page(notice: notice, isForced: false, status: 409) { form[$0] }
      }
    } catch {
      throw PageFailure(error)
    }
  }
}

/// A field that cannot be read.
struct WrongField: Error {
  let field: String
}

extension CounterDesk {
  /// The stretch of time that a form says: a day without a time counts from its beginning, or to its end. Of a time that
  /// clocks show twice, a start is the first and an end the second.
  func span(_ form: FormValues) -> Result<Range<Instant>, WrongField> {
    guard let first = form["fromDay"].flatMap(readDay) else { return .failure(WrongField(field: "fromDay")) }
    guard let last = form["toDay"].map(readDay) ?? first else { return .failure(WrongField(field: "toDay")) }
    var start = zone.startOfDay(first)
    var end = zone.startOfDay(last.adding(days: 1))
    if let text = form["fromTime"] {
      guard let minute = minute(text) else { return .failure(WrongField(field: "fromTime")) }
      start = zone.resolve(LocalDateTime(date: first, minute: minute)).windowStart
    }
    if let text = form["toTime"], text != "24:00" {
      guard let minute = minute(text) else { return .failure(WrongField(field: "toTime")) }
      end = zone.resolve(LocalDateTime(date: last, minute: minute)).windowEnd
    }
    return start < end ? .success(start..<end) : .failure(WrongField(field: "span"))
  }

  /// A day as a field for dates takes it; empty where it is none.
  func dateValue(_ text: String?) -> String { text.flatMap(readDay)?.text ?? "" }

  /// A time as a field for times takes it; empty where it is none.
  func timeValue(_ text: String?) -> String { text.flatMap(minute).map { Wording.clock(minute: $0) } ?? "" }

  private func minute(_ text: String) -> Int? { text.utf8.count > 20 ? nil : counter.phrases.minute(text) }

  /// Bookings with whom to call about them.
  func bookingList(_ bookings: [Booking]) -> HTML {
    let items = bookings.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map { booking -> HTML in
      let phone = booking.phone.map { phone -> HTML in ", \(phoneLink(phone))" }
      return """
        <li><a href="\(address.view([("booking", short(booking.id))]))">\(time(booking.start, booking.end))</a>: \
        \(HTML.name(booking.product.name)), \(HTML.name(booking.agent.name)), \
        \(HTML.name(words.name(booking.participant)))\(phone)</li>

        """
    }
    return "<ul class=\"bookings\">\n\(items)</ul>\n"
  }
}

/// The page of a block.
struct BlockedPage {
  let desk: CounterDesk

  /// The page of the block with an id.
  func reply(_ id: String, notice: HTML? = nil, status: Int = 200) throws(PageFailure) -> CounterReply {
    let local = PublicID.local(id, in: desk.business.id)
    let found = try desk.diary { view throws(DiaryError) in
      guard let whole = local.map({ PublicID.compose(desk.business.id, $0) }), let found = try view.block(whole) else {
        return (Block, Bool, [HistoricEvent], [Booking])?.none
      }
      let block = found.block
      var bookings: [Booking] = []
      if found.isHeld {
        for taken in try view.occupations(in: block.start..<block.end) where taken.product != nil {
          guard block.agent == nil || block.agent == taken.agent, let booking = try view.booking(taken.bookingID) else {
            continue
          }
          bookings.append(booking)
        }
      }
      return (block, found.isHeld, try view.history(of: whole), bookings)
    }
    guard let (block, isHeld, events, bookings) = found else { throw PageFailure(404, \.noSuchBlock) }
    let words = desk.words
    var facts = FactList()
    facts.add(words.when, text: desk.time(block.start, block.end))
    facts.add(words.agent, text: block.agent.map { desk.agentName($0) } ?? words.wholeBusiness)
    facts.add(words.reason, text: block.reason)
    facts.add(words.state, isHeld ? "\(words.isHeld)" : "<strong>\(words.isGivenBack)</strong>")
    let day = desk.address.view([("day", desk.zone.local(block.start).date.text)])
    let within =
      bookings.isEmpty
      ? HTML.nothing
      : """
      <section class="panel"><h2>\(words.bookingsWithin)</h2>\(desk.bookingList(bookings))</section>

      """
    let main: HTML = """
      \(notice ?? desk.doneNotice)<h1>\(words.diary.blocked)\(block.reason.map { reason -> HTML in ": \(HTML.name(reason))" })</h1>
      <div class="split"><div>
      \(facts.markup)<p class="actions"><a href="\(day)">\(words.toDay)</a></p>
      \(within)</div><div>
      \(isHeld ? form(block) : "")\(HistoryList(desk: desk).section(events))</div></div>
      """
    return desk.page(words.diary.blocked, .block, main, status: status)
  }

  /// Gives the whole back or, where a part is written, that.
  private func form(_ block: Block) -> HTML {
    let words = desk.words
    let offsets = desk.offsets(block.start, block.end)
    let (first, last) = (offsets.local(block.start).date, offsets.local(block.end.adding(milliseconds: -1)).date)
    return """
      <section class="panel" aria-labelledby="giveback"><h2 id="giveback">\(words.giveBack)</h2>
      <form class="entry" action="\(desk.address.path)" method="post">
      <input type="hidden" name="do" value="unblock">
      <input type="hidden" name="blockId" value="\(desk.short(block.id))">
      <p class="actions"><button class="main">\(words.giveBackAll)</button></p>
      </form>
      <details><summary>\(words.giveBackPart)</summary>
      <form class="entry" action="\(desk.address.path)" method="post" novalidate>
      <input type="hidden" name="do" value="unblock">
      <input type="hidden" name="blockId" value="\(desk.short(block.id))">
      <div class="fields">
      <div class="field"><label for="fromDay">\(words.fromDay)</label>
      <input id="fromDay" type="date" name="fromDay" value="\(first.text)"></div>
      <div class="field"><label for="fromTime">\(words.timeOrDayBegin)</label>
      <input id="fromTime" type="time" name="fromTime"></div>
      <div class="field"><label for="toDay">\(words.lastDay)</label>
      <input id="toDay" type="date" name="toDay" value="\(last.text)"></div>
      <div class="field"><label for="toTime">\(words.timeOrDayEnd)</label>
      <input id="toTime" type="time" name="toTime"></div>
      </div>
      <p class="actions"><button>\(words.giveBackPart)</button></p>
      </form></details></section>

      """
  }

  /// Gives back what a form says.
  func unblock(_ form: FormValues) throws(PageFailure) -> CounterReply {
    let id = form["blockId"] ?? ""
    let local = PublicID.local(id, in: desk.business.id)
    let found = try desk.diary { view throws(DiaryError) in
      try local.map { PublicID.compose(desk.business.id, $0) }.flatMap { whole throws(DiaryError) in
        try view.block(whole)
      }
    }
    guard let block = found?.block else { throw PageFailure(404, \.noSuchBlock) }
    let blocking = Blocking(counter: desk.counter, agent: block.agent)
    guard form["fromDay"] != nil || form["toDay"] != nil || form["fromTime"] != nil || form["toTime"] != nil else {
      do {
        let wasHeld = try blocking.giveBack(block)
        return .redirect(
          desk.address.view([("blocked", desk.short(block.id)), ("done", wasHeld ? "unblocked" : "unblockedBefore")]))
      } catch {
        throw PageFailure(error)
      }
    }
    guard case .success(let span) = desk.span(form), span.overlaps(block.start..<block.end) else {
      let notice = desk.errors(desk.words.noSuchSpan, "<p>\(desk.words.noSuchSpanHint)</p>")
      return try reply(id, notice: notice, status: 422)
    }
    do {
      _ = try blocking.giveBack(span.clamped(to: block.start..<block.end))
    } catch {
      throw PageFailure(error)
    }
    let day = desk.zone.local(max(span.lowerBound, block.start)).date.text
    return .redirect(desk.address.view([("day", day), ("done", "unblocked")]))
  }
}
