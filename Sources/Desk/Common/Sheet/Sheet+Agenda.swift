// Lays an agenda out: one day with the agents side by side; or of several days a sheet for each agent and week, with
// the days side by side.

internal import Diary
internal import CivilTime

extension Agenda {
  /// The sheets with at most so many columns each, in reading order. Days of a week on which the business is closed and
  /// no appointment stands are no columns but named above the others; `namesDates` has the dates of the week there, too.
  func sheets(columns most: Int, words: DiaryWords = .english, namesDates: Bool = true) -> [Sheet] {
    if days.count == 1, let day = days.first {
      let slices = day.agents.map { DaySlice(day: day, agent: $0, heading: $0.agent.name) }
      return sheets(slices, title: words.day(day.date), remark: day.isClosed ? words.closed : "", columns: most, words)
    }
    return (days.first?.agents.indices ?? 0..<0).flatMap { index in
      weeks.flatMap { week in
        let slices = week.filter { !$0.isClosed || $0.hasEntries(of: index) }.map { day in
          DaySlice(day: day, agent: day.agents[index], heading: words.shortDay(day.date))
        }
        guard let first = week.first, let last = week.last else { return [Sheet]() }
        let closed = week.filter { $0.isClosed && !$0.hasEntries(of: index) }.map { words.shortDay($0.date) }
        let dates = namesDates ? [words.days(first.date, last.date)] : []
        let remark = (dates + (closed.isEmpty ? [] : ["\(words.closed): " + closed.joined(separator: ", ")]))
          .joined(separator: " · ")
        return sheets(slices, title: first.agents[index].agent.name, remark: remark, columns: most, words)
      }
    }
  }

  /// The closed days that stand above no sheet, because nobody has one in their week; empty where there are none, or no
  /// sheet at all.
  var closures: String {
    let empty = weeks.filter { week in
      week.allSatisfy { day in
        day.agents.indices.allSatisfy { day.agents[$0].working.isEmpty && !day.hasEntries(of: $0) }
      }
    }
    guard days.count > 1, empty.count < weeks.count else { return "" }
    let closed = empty.joined().filter(\.isClosed).map { Wording.shortDay($0.date) }
    return closed.isEmpty ? "" : "Closed: " + closed.joined(separator: ", ")
  }

  /// The days by calendar week, Monday first.
  private var weeks: [[AgendaDay]] {
    days.reduce(into: [[AgendaDay]]()) { weeks, day in
      if day.date.weekday == .monday || weeks.isEmpty { weeks.append([]) }
      weeks[weeks.count - 1].append(day)
    }
  }

  /// Sheets of columns whose axes are equal. There is none where nobody works and nothing stands.
  private func sheets(
    _ slices: [DaySlice], title: String, remark: String, columns most: Int, _ words: DiaryWords
  ) -> [Sheet] {
    var groups: [[(slice: DaySlice, scale: DayScale)]] = []
    for slice in slices {
      let scale = DayScale(slice.day.time, showing: slice.hours, offsets)
      if let last = groups.last?.last, last.scale.signature == scale.signature {
        groups[groups.count - 1].append((slice, scale))
      } else {
        groups.append([(slice, scale)])
      }
    }
    return groups.flatMap { $0.inParts(of: most) }.compactMap { Sheet($0, title: title, remark: remark, words) }
  }
}

extension Array {
  /// The elements in as few parts of at most `most` as there can be, all about equally long.
  fileprivate func inParts(of most: Int) -> [[Element]] {
    let parts = (count - 1) / Swift.max(1, most) + 1
    let each = (count - 1) / parts + 1
    return stride(from: 0, to: count, by: each).map { Array(self[$0..<Swift.min($0 + each, count)]) }
  }
}

/// An agent's day, to become a column.
private struct DaySlice {
  let day: AgendaDay
  let agent: AgentDay
  let heading: String

  /// From the first thing that is shown to the last, cut to the day; the day's end where nothing is.
  var hours: Range<Instant> {
    let sessions = agent.entries.filter { !$0.isBlock }.map(\.occupied)
    let blocks = agent.entries.filter(\.isBlock).map(\.time)
    var spans = agent.working + sessions
    if let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() {
      spans += blocks.filter { !$0.overlaps(first..<last) }
    } else {
      spans = blocks
    }
    spans = spans.map { $0.clamped(to: day.time) }.filter { !$0.isEmpty }
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
      return day.time.upperBound..<day.time.upperBound.adding(milliseconds: 1)
    }
    return first..<last
  }

  func remark(_ words: DiaryWords) -> String? {
    if day.isClosed { return words.closed }
    return agent.working.isEmpty ? words.off : nil
  }
}

extension Sheet {
  /// Nil where there is nothing to show.
  fileprivate init?(
    _ slices: [(slice: DaySlice, scale: DayScale)], title: String, remark: String, _ words: DiaryWords
  ) {
    guard let scale = slices.first?.scale else { return nil }
    var columns = slices.map { SheetColumn($0.slice, $0.scale, words) }
    let (blocks, sessions) = columns.flatMap(\.items).reduce(into: ([SheetItem](), [SheetItem]())) { parts, item in
      if item.entry.isBlock { parts.0.append(item) } else { parts.1.append(item) }
    }
    let work = slices.flatMap { slice, scale in
      slice.agent.working.map { scale.position($0.lowerBound)..<scale.position($0.upperBound) }
    }
    var spans = work + sessions.flatMap { [$0.time, $0.occupied] }
    // A block is shown as far as there is work; one that lies outside of all work makes room for itself.
    if let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() {
      spans += blocks.map(\.time).map { $0.overlaps(first..<last) ? $0.clamped(to: first..<last) : $0 }
    } else {
      spans = blocks.map(\.time)
    }
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else { return nil }
    let end = slices.map { $0.scale.position($0.slice.day.time.upperBound) }.max() ?? 1440
    let hours = (0...end).filter { scale.isHour($0) || $0 == end }
    var edges = Set(spans.flatMap { [$0.lowerBound, $0.upperBound] })
    // Hours through which nobody works and nothing stands are passed over at once.
    edges.formUnion(
      hours.filter { hour in first < hour && hour < last && !columns.allSatisfy { $0.isQuiet(at: hour) } })
    if let before = hours.last(where: { $0 <= first }) { edges.insert(before) }
    if let after = hours.first(where: { $0 >= last }) { edges.insert(after) }
    positions = edges.sorted()
    labels = positions.map { scale.label($0) }
    isHour = positions.map { scale.isHour($0) || $0 == end }
    self.title = title
    self.remark = remark
    if let first = positions.first, let last = positions.last {
      for index in columns.indices {
        columns[index].idle = columns[index].idle.map { $0.clamped(to: first..<last) }.filter { !$0.isEmpty }
      }
    }
    self.columns = columns
  }
}

extension SheetColumn {
  fileprivate init(_ slice: DaySlice, _ scale: DayScale, _ words: DiaryWords) {
    agent = slice.agent.agent
    date = slice.day.date
    heading = slice.heading
    hours = slice.agent.working.map { "\(scale.clock($0.lowerBound))–\(scale.clock($0.upperBound))" }.joined(
      separator: ", ")
    remark = slice.remark(words)
    gaps = slice.agent.gaps.map { SheetGap(time: $0, positions: scale.positions(of: $0)) }
    var free: [Range<Int>] = []
    var start = 0
    for window in slice.agent.working {
      let from = scale.position(window.lowerBound)
      if start < from { free.append(start..<from) }
      start = scale.position(window.upperBound)
    }
    idle = free + (start < 10_000 ? [start..<10_000] : [])
    items = []
    var ends: [Int] = []
    for entry in slice.agent.entries {
      let item = SheetItem(entry, scale, words)
      let lane = ends.firstIndex { $0 <= item.occupied.lowerBound } ?? ends.count
      if lane == ends.count { ends.append(0) }
      ends[lane] = item.occupied.upperBound
      items.append(item)
      items[items.count - 1].lane = lane
    }
    lanes = max(1, ends.count)
  }
}

extension SheetColumn {
  /// Whether there is neither work nor an appointment right before and after a position.
  fileprivate func isQuiet(at position: Int) -> Bool {
    idle.contains { $0.lowerBound < position && position < $0.upperBound }
      && !items.contains {
        !$0.entry.isBlock && $0.occupied.lowerBound <= position && position <= $0.occupied.upperBound
      }
  }
}

extension SheetItem {
  fileprivate init(_ entry: AgendaEntry, _ scale: DayScale, _ words: DiaryWords) {
    self.entry = entry
    clocks = entry.clocks(on: scale.day, scale.offsets, words)
    time = scale.positions(of: entry.time)
    let around = scale.positions(of: entry.occupied)
    occupied = min(around.lowerBound, time.lowerBound)..<max(around.upperBound, time.upperBound)
    lane = 0
  }
}

extension DayScale {
  /// Where on the axis a stretch lies; at least a minute, but nothing of one that does not meet the day.
  fileprivate func positions(of time: Range<Instant>) -> Range<Int> {
    let (start, end) = (position(time.lowerBound), position(time.upperBound))
    if start < end || !time.overlaps(day) { return start..<max(start, end) }
    return start == position(day.upperBound) ? start - 1..<start : start..<start + 1
  }
}
