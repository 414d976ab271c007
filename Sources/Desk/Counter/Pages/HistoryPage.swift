// What happened, when, and who did it.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile

/// Events one below the other.
struct HistoryList {
  let desk: CounterDesk

  /// The events of one booking or block as a section of its page.
  func section(_ events: [HistoricEvent]) -> HTML {
    """
    <section class="panel" aria-labelledby="happened"><h2 id="happened">\(desk.words.whatHappened)</h2>
    \(list(events, isOfOne: true))</section>

    """
  }

  /// The events as a list.
  func list(_ events: [HistoricEvent], isOfOne: Bool) -> HTML {
    let items = events.map { event -> HTML in
      let who = event.by ?? desk.words.theBot
      return """
        <li><p class="time">\(moment(event.at)) · \(HTML.name(who))</p><p>\(deed(event.event, isOfOne: isOfOne))</p></li>

        """
    }
    return "<ol class=\"events\">\n\(items)</ol>\n"
  }

  /// `Fri 20 Nov 2026, 09:00`.
  private func moment(_ instant: Instant) -> String {
    let day = desk.zone.local(instant).date
    return "\(desk.words.diary.shortDay(day)) \(day.components.year), "
      + Wording.clock(instant, desk.zone.offsets(from: day, through: day))
  }

  private func deed(_ event: Event, isOfOne: Bool) -> HTML {
    let words = desk.words
    switch event {
    case .booked(let booking): return "\(words.wasBooked): \(what(booking, isOfOne))"
    case .moved(let booking): return "\(words.wasMoved): \(what(booking, isOfOne))"
    case .cancelled(let booking): return "\(words.wasCancelled): \(what(booking, isOfOne))"
    case .blocked(let block): return "\(words.wasBlocked): \(what(block, isOfOne))"
    case .unblocked(let block): return "\(words.wasGivenBack): \(what(block, isOfOne))"
    case .forgotten(let forgetting): return "\(words.wasForgotten(forgetting.bookings))"
    }
  }

  private func what(_ booking: Booking, _ isOfOne: Bool) -> HTML {
    let time = desk.time(booking.start, booking.end)
    if isOfOne { return "\(time), \(HTML.name(booking.agent.name))" }
    return """
      <a href="\(desk.address.view([("booking", desk.short(booking.id))]))">\(HTML.name(booking.product.name)), \
      \(HTML.name(desk.words.name(booking.participant)))</a>, \(time), \(HTML.name(booking.agent.name))
      """
  }

  private func what(_ block: Block, _ isOfOne: Bool) -> HTML {
    let time = desk.time(block.start, block.end)
    let agent = block.agent.map { desk.agentName($0) } ?? desk.words.wholeBusiness
    let reason = block.reason.map { reason -> HTML in ": \(HTML.name(reason))" }
    if isOfOne { return "\(time), \(HTML.name(agent))" }
    return
      "<a href=\"\(desk.address.view([("blocked", desk.short(block.id))]))\">\(HTML.name(agent)), \(time)</a>\(reason)"
  }
}

/// The newest of all events.
struct HistoryPage {
  let desk: CounterDesk
  /// The most events that are shown.
  private static let most = 200

  /// The page.
  func reply() throws(PageFailure) -> CounterReply {
    // The diary tells them oldest first: the newest are kept, and twice as many at most.
    var events = try desk.diary { view throws(DiaryError) in
      var events: [HistoricEvent] = []
      try view.history { (event) throws(DiaryError) in
        events.append(event)
        if events.count == 2 * Self.most { events.removeFirst(Self.most) }
      }
      return events
    }
    events = events.suffix(Self.most).reversed()
    let words = desk.words
    let list =
      events.isEmpty ? "<p>\(words.nothingHappened)</p>\n" : HistoryList(desk: desk).list(events, isOfOne: false)
    let main: HTML = "<h1>\(words.history)</h1>\n<p class=\"lead\">\(words.newestFirst(Self.most))</p>\n\(list)"
    return desk.page(words.history, .history, main)
  }
}
