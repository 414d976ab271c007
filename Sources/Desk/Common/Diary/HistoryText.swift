// One event of a diary as a line for people: when, who, what was done, to what.

internal import CivilTime
internal import Diary

/// Words for what happened.
struct HistoryText {
  let zone: Zone
  /// What the agents are called today, by short id; a block says only the id.
  let agents: [String: String]

  /// `Fri 20 Nov 2026 09:00  dora  moved bn6hda1r to Tuesday, 24 November 2026, 09:15–09:45: 30 Minuten Massage with Anna
  /// Schmidt for Eva Muster`.
  func line(_ event: HistoricEvent) -> String {
    TerminalText.harmless("\(moment(event.at))  \(Self.who(event))  \(deed(event.event))")
  }

  /// Who did it: a name as it is recorded, or `the bot`.
  static func who(_ event: HistoricEvent) -> String { event.by ?? "the bot" }

  /// `Fri 20 Nov 2026 09:00`.
  private func moment(_ instant: Instant) -> String {
    let day = zone.local(instant).date
    let clock = Wording.clock(instant, zone.offsets(from: day, through: day))
    return "\(Wording.shortDay(day)) \(day.components.year) \(clock)"
  }

  private func deed(_ event: Event) -> String {
    switch event {
    case .booked(let booking): "booked \(ShortID.shown(booking.id)): \(what(booking))"
    case .moved(let booking): "moved \(ShortID.shown(booking.id)) to \(what(booking))"
    case .cancelled(let booking): "cancelled \(ShortID.shown(booking.id)): \(what(booking))"
    case .blocked(let block): "blocked \(ShortID.shown(block.id)): \(what(block))"
    case .unblocked(let block): "gave back \(ShortID.shown(block.id)): \(what(block))"
    case .forgotten(let forgetting): "removed personal data from \(Wording.count(forgetting.bookings, "booking"))"
    }
  }

  private func what(_ booking: Booking) -> String {
    "\(span(booking.start, booking.end)), \(booking.summary)"
  }

  private func what(_ block: Block) -> String {
    let agent = block.agent.map { agents[$0] ?? $0 } ?? "all agents"
    return "\(span(block.start, block.end)), \(agent)\(block.reason.map { ": \($0)" } ?? "")"
  }

  private func span(_ start: Instant, _ end: Instant) -> String {
    let day = zone.local(start).date
    return Wording.stretch(start, end, zone.offsets(from: day, through: day))
  }
}
