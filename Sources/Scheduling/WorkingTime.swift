// When one agent works, on the time line, and where the grid of starts lies in it (contract, section 3, slots). It
// knows nothing of what is booked: see AgentCalendar and Openings.

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
  private func end(after span: WorkingSpan, on day: AskedDay, enough: Instant) -> Instant {
    var end = span.end
    var (before, here) = (day.before, day.own)
    while true {
      forEachSpan(on: here, after: before) { if $0.start <= end { end = max(end, $0.end) } }
      let next = here.day.adding(days: 1)
      guard end < enough, offsets.startOfDay(next) <= end else { return end }
      (before, here) = (here, DayWindows(of: business, on: next))
    }
  }

  /// Calls `body` with each start of the grid in one window, among those asked about, at which an appointment of this many
  /// seconds fits in working time. `step` is in seconds, above 0 and at most 48 hours.
  func starts(
    in span: WorkingSpan, on day: AskedDay, step: Int, duration: Int, _ body: (Instant) -> Void
  ) {
    guard span.start < day.until, day.from < span.end else { return }
    let closed = LocalDateTime(date: span.day, minute: span.window.end).wallMilliseconds
    var reading = LocalDateTime(date: span.day, minute: span.window.start).wallMilliseconds
    let step = Int64(step) * 1000
    if offsets.isConstant {
      let wanted = offsets.local(day.from).wallMilliseconds
      if wanted > reading { reading += (wanted - reading + step - 1) / step * step }
    }
    var end = span.end
    var isExtended = false
    while reading < closed {
      let start = offsets.resolve(LocalDateTime(wallMilliseconds: reading)).appointmentStart
      reading += step
      guard let start, start >= day.from, start < day.until else { continue }
      let finish = start.adding(seconds: duration)
      if finish > end, !isExtended {
        end = self.end(after: span, on: day, enough: span.end.adding(seconds: duration))
        isExtended = true
      }
      if finish <= end { body(start) }
    }
  }
}
