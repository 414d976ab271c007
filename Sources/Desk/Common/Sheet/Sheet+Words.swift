// What is said about an entry of the diary, the same on a terminal and on paper.

internal import Diary
internal import CivilTime
internal import People

extension AgendaEntry {
  /// When it is, as seen from one day: `08:30–09:00`, `all day`, `from 22:00`, `until 01:00`.
  func clocks(on day: Range<Instant>, _ offsets: OffsetTable, _ words: DiaryWords = .english) -> String {
    switch (time.lowerBound < day.lowerBound, time.upperBound > day.upperBound) {
    case (true, true): words.allDay
    case (false, true):
      time.lowerBound == day.lowerBound ? words.allDay : words.from + " " + Wording.clock(time.lowerBound, offsets)
    case (true, false):
      time.upperBound == day.upperBound ? words.allDay : words.until + " " + Wording.clock(time.upperBound, offsets)
    case (false, false): time == day ? words.allDay : words.clocks(time.lowerBound, time.upperBound, offsets)
    }
  }

  /// The first line: what it is.
  var title: String { title(.english) }

  /// The same in another language.
  func title(_ words: DiaryWords) -> String {
    switch content {
    case .block(let block): block.reason ?? words.blocked
    case .session(let session): session.product.name + session.seats
    }
  }

  /// Who comes.
  var people: [String] {
    guard case .session(let session) = content else { return [] }
    return session.bookings.map(\.participant.shown)
  }
}

extension Agenda {
  /// Who neither works nor has anything in several days, and so has no sheet; empty where there is nobody, or nobody else.
  var absence: String {
    absent.isEmpty ? "" : "Off on all these days: " + absent.joined(separator: ", ")
  }

  /// The names of those.
  var absent: [String] {
    let absent = (days.first?.agents.indices ?? 0..<0).filter { index in
      days.allSatisfy { $0.agents[index].working.isEmpty && !$0.hasEntries(of: index) }
    }
    guard days.count > 1, let first = days.first, absent.count < first.agents.count else { return [] }
    return absent.map { first.agents[$0].agent.name }
  }

  /// In which zone times are told.
  var zoneNote: String { "times in \(offsets.zone.name)" }
}

extension AgendaDay {
  /// Whether an agent has something on this day that is worth a column: on a closed day a block is not.
  func hasEntries(of agent: Int) -> Bool { agents[agent].entries.contains { !isClosed || !$0.isBlock } }
}

extension AgendaSession {
  /// How many come and can, as ` (3/8)`; empty for what one takes alone.
  fileprivate var seats: String {
    let taken = bookings.count
    guard let capacity else { return taken == 1 ? "" : " (\(taken))" }
    return capacity == 1 && taken == 1 ? "" : " (\(taken)/\(capacity))"
  }
}
