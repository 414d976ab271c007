// When one agent works, on the time line (contract, section 3, slots). Where the grid of starts lies is StartGrid.swift's; of
// what is booked it knows nothing: see AgentCalendar and Openings.

import Business
import CivilTime

/// A working window of one opening day.
struct WorkingSpan {
  /// The day to which the window belongs.
  let day: LocalDate
  /// The window on the wall clock.
  let window: Window
  /// The instants at which it starts and ends; none between them where clocks skip it whole.
  let start: Instant
  let end: Instant
}

/// The working time of one agent.
struct WorkingTime {
  /// The business's hours.
  let business: WorkingHours
  /// The agent's own, within them; nil where they are the business's.
  let own: WorkingHours?
  /// The offsets around the days that are asked about.
  let offsets: OffsetTable

  /// Calls `body` with the agent's windows that can have anything to do with the starts on a local day: its own, after
  /// those of the day before where that goes on past midnight. Given are the business's windows of the two days.
  func forEachSpan(on day: DayWindows, after before: DayWindows, _ body: (WorkingSpan) -> Void) {
    if before.reachPastMidnight { before.within(own).forEachSpan(by: offsets, body) }
    day.within(own).forEachSpan(by: offsets, body)
  }

  /// Until when, from the end of a window of a local day on, work goes on without a break, the windows of all days taken
  /// together. It looks no further than `enough`.
  func end(after span: WorkingSpan, on day: AskedDay, enough: Instant) -> Instant {
    var end = span.end
    var (before, here) = (day.before, day.own)
    while true {
      forEachSpan(on: here, after: before) { if $0.start <= end { end = max(end, $0.end) } }
      let next = here.day.adding(days: 1)
      guard end < enough, offsets.startOfDay(next) <= end else { return end }
      (before, here) = (here, DayWindows(of: business, on: next))
    }
  }
}
