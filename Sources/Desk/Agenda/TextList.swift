// A diary as a list, for narrow terminals and for people who need the ids: by day, then by agent.

internal import Diary
internal import CivilTime
internal import People

/// Lists days within a width.
struct TextList {
  /// The columns of the terminal.
  let width: Int
  /// Dresses a text up for the terminal.
  let style: (String, TerminalText.Style) -> String

  /// The days in lines.
  func lines(_ agenda: Agenda) -> [String] {
    agenda.days.map { day in
      let closed = day.isClosed ? " (closed)" : ""
      let agents = day.agents.filter { !$0.entries(on: day.time).isEmpty || !$0.working.isEmpty && !day.isClosed }
      let idle = agents.isEmpty && !day.isClosed ? ["  nobody works"] : []
      return [style(Wording.day(day.date) + closed, .bold)] + idle
        + agents.flatMap { lines($0, day.time, agenda) }
    }.joined(separator: [""]).map { $0 }
  }

  private func lines(_ agent: AgentDay, _ day: Range<Instant>, _ agenda: Agenda) -> [String] {
    let offsets = agenda.offsets
    let hours = agent.working.map { Wording.clocks($0.lowerBound, $0.upperBound, offsets) }.joined(separator: ", ")
    let heading = TerminalText.harmless(agent.agent.name) + (hours.isEmpty ? " (off)" : "  " + hours)
    let entries = agent.entries(on: day).flatMap { lines($0, day, agenda) }
    return [style("  " + heading.shortened(to: width - 2), .blue)] + (entries.isEmpty ? ["    nothing"] : entries)
  }

  private func lines(_ entry: AgendaEntry, _ day: Range<Instant>, _ agenda: Agenda) -> [String] {
    let offsets = agenda.offsets
    let time = entry.clocks(on: day, offsets)
    let indent = String(repeating: " ", count: TextWidth.columns(of: time) + 6)
    let inner = max(10, width - indent.count)
    var texts = [entry.title]
    if let buffers = entry.buffers { texts[0] += " (\(buffers))" }
    if let pause = entry.pause { texts.append("free " + Wording.clocks(pause.lowerBound, pause.upperBound, offsets)) }
    switch entry.content {
    case .block(let block): texts.append("unblock with " + ShortID.shown(block.id))
    case .session(let session):
      for booking in session.bookings {
        let contact = booking.phone.map { " " + $0 } ?? ""
        let booker = booking.otherBooker.map { ", booked by " + $0.shown } ?? ""
        texts.append(booking.participant.shown + booker + contact + "  " + ShortID.shown(booking.id))
        texts += booking.remarks(agenda.fields)
      }
    }
    let lines = texts.flatMap { TerminalText.harmless($0).wrapped(to: inner) }
    return ["    " + time + "  " + style(lines.first ?? "", .bold)] + lines.dropFirst().map { indent + $0 }
  }
}

extension AgendaEntry {
  /// `10 min before`, `+ 10 min`, `5 min before, + 10 min`, or nil where there are none.
  var buffers: String? {
    let before = time.lowerBound.seconds(since: occupied.lowerBound) / 60
    let after = occupied.upperBound.seconds(since: time.upperBound) / 60
    let words = [before > 0 ? "\(before) min before" : nil, after > 0 ? "+ \(after) min" : nil].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
