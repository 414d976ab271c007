// When one agent works, on the time line, and where the grid of starts lies in it (contract, section 3, slots). It
// knows nothing of what is booked: see AgentCalendar and Timetable.

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
  let hours: WorkingHours?

  /// The agent's windows of an opening day.
  func spans(of day: LocalDate) -> [WorkingSpan] {
    opening.windows(on: day).within(hours, on: day).windows.map { window in
      WorkingSpan(
        day: day, window: window,
        start: opening.offsets.resolve(LocalDateTime(date: day, minute: window.start)).windowStart,
        end: opening.offsets.resolve(LocalDateTime(date: day, minute: window.end)).windowEnd)
    }
  }

  /// Until when, from the end of a window on, work goes on without a break, the windows of all days taken together. It
  /// looks no further than `enough`.
  func end(after span: WorkingSpan, enough: Instant) -> Instant {
    var end = span.end
    // A window reaches at most 48 wall-clock hours past the midnight that opens its day.
    var day = span.day.adding(days: -2)
    while end < enough, day <= span.day || opening.offsets.startOfDay(day) <= end {
      let spans = spans(of: day)
      while let next = spans.first(where: { $0.start <= end && end < $0.end }) { end = next.end }
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
    let opened = LocalDateTime(date: span.day, minute: span.window.start).wallMilliseconds
    let closed = LocalDateTime(date: span.day, minute: span.window.end).wallMilliseconds
    let step = Int64(step) * 1000
    var reading = opened
    let offsets = opening.offsets
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

/// The opening hours of the business on the days a question is about.
struct OpeningHours {
  let offsets: OffsetTable
  private let hours: WorkingHours
  private let firstDay: LocalDate
  private let days: [DayWindows]

  /// Works out the windows of some days ahead of time; those of other days are worked out when they are asked for.
  init(_ hours: WorkingHours, offsets: OffsetTable, from firstDay: LocalDate, through lastDay: LocalDate) {
    self.hours = hours
    self.offsets = offsets
    self.firstDay = firstDay
    days = stride(from: firstDay.dayNumber, through: lastDay.dayNumber, by: 1).map { number in
      DayWindows(of: hours, on: LocalDate(dayNumber: number))
    }
  }

  /// The windows of the business on an opening day.
  func windows(on day: LocalDate) -> DayWindows {
    let index = day.dayNumber - firstDay.dayNumber
    return days.indices.contains(index) ? days[index] : DayWindows(of: hours, on: day)
  }
}
