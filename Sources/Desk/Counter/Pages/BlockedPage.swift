// Time that is blocked: what lies in it, and giving it back, all of it or a part.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile

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
