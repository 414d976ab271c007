// Taking time, so that nobody is offered it. BlockedPage.swift gives it back.

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
