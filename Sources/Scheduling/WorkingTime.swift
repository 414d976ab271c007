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
  let opening: OpeningHours
  private let hours: WorkingHours?
  /// The agent's windows on the days that `opening` has worked out; nil where they are the business's.
  private let own: [[WorkingSpan]]?

  /// The working time of an agent with these hours, or with the business's.
  init(opening: OpeningHours, hours: WorkingHours?) {
    self.opening = opening
    self.hours = hours
    self.own = hours.map { hours in opening.days.map { opening.spans(of: $0, within: hours) } }
  }

  /// The agent's windows of an opening day.
  func spans(of day: LocalDate) -> [WorkingSpan] {
    guard let hours, let own else { return opening.spans(of: day) }
    guard let index = opening.index(of: day) else { return opening.spans(of: day, within: hours) }
    return own[index]
  }

  /// Calls `body` with the windows that can have anything to do with the starts on a local day: its own, after those of
  /// the day before that reach past midnight.
  func forEachSpan(on day: LocalDate, _ body: (WorkingSpan) -> Void) {
    let before = day.adding(days: -1)
    if opening.windows(of: before).reachPastMidnight {
      for span in spans(of: before) where span.window.end > DayWindows.midnight { body(span) }
    }
    for span in spans(of: day) { body(span) }
  }

  /// Until when, from the end of a window on, work goes on without a break, the windows of all days taken together. It
  /// looks no further than `enough`.
  func end(after span: WorkingSpan, enough: Instant) -> Instant {
    var end = span.end
    var day = span.day
    while end < enough, day <= span.day || opening.offsets.startOfDay(day) <= end {
      forEachSpan(on: day) { if $0.start <= end { end = max(end, $0.end) } }
      day = day.adding(days: 1)
    }
    return end
  }

  /// Calls `body` with each start of the grid in one window at which an appointment of this many seconds fits in
  /// working time, from `from` on and before `until`. `step` is in seconds, above 0 and at most 48 hours.
  func starts(
    in span: WorkingSpan, step: Int, duration: Int, from: Instant, until: Instant, _ body: (Instant) -> Void
  ) {
    guard span.start < until, from < span.end else { return }
    let offsets = opening.offsets
    let closed = LocalDateTime(date: span.day, minute: span.window.end).wallMilliseconds
    var reading = LocalDateTime(date: span.day, minute: span.window.start).wallMilliseconds
    let step = Int64(step) * 1000
    if offsets.isConstant {
      let wanted = offsets.local(from).wallMilliseconds
      if wanted > reading { reading += (wanted - reading + step - 1) / step * step }
    }
    var end = span.end
    var isExtended = false
    while reading < closed {
      let start = offsets.resolve(LocalDateTime(wallMilliseconds: reading)).appointmentStart
      reading += step
      guard let start, start >= from, start < until else { continue }
      let finish = start.adding(seconds: duration)
      if finish > end, !isExtended {
        end = self.end(after: span, enough: span.end.adding(seconds: duration))
        isExtended = true
      }
      if finish <= end { body(start) }
    }
  }
}
