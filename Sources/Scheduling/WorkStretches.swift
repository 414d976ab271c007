// When the business is open and when an agent works, each by itself, for an explanation of what keeps a start out of
// working time. The rules of working time are in WorkingTime.swift.

import Business
import CivilTime

/// The working time around one local day, of the business, of one agent, and of both together.
struct WorkStretches {
  let business: MergedTimes
  /// The agent's own hours, as if the business were always open.
  let agent: MergedTimes
  let both: MergedTimes
  let offsets: OffsetTable

  init(of time: WorkingTime, on day: AskedDay) {
    offsets = time.offsets
    business = MergedTimes(WorkingTime(business: time.business, own: nil, offsets: time.offsets), day.own.day)
    agent = MergedTimes(WorkingTime(business: .aroundTheClock, own: time.own, offsets: time.offsets), day.own.day)
    both = MergedTimes(time, day.own.day)
  }
}

/// Working time from a local day on, that of the windows that opened on the day before included.
struct MergedTimes {
  private let time: WorkingTime
  private let day: LocalDate

  init(_ time: WorkingTime, _ day: LocalDate) {
    self.time = time
    self.day = day
  }

  /// Until when work goes on without a break from an instant of the day on, as far as `enough`; nil where there is none at
  /// the instant.
  func end(from start: Instant, until enough: Instant) -> Instant? {
    var end: Instant?
    var opening = day.adding(days: -1)
    // Windows reach two days at most: those of a day that begins after the end found so far add nothing.
    while time.offsets.startOfDay(opening) <= (end ?? start) {
      DayWindows(of: time.business, on: opening).within(time.own).forEachSpan(by: time.offsets) { span in
        if span.start <= (end ?? start), (end ?? start) < span.end { end = span.end }
      }
      if let end, end >= enough, end > start { return end }
      opening = opening.adding(days: 1)
    }
    return end
  }
}

extension WorkingHours {
  /// Every day from its midnight to the end of the next.
  fileprivate static var aroundTheClock: WorkingHours {
    WorkingHours(weekly: Weekday.allCases.map { _ in [Window(start: 0, end: 2880)] })
  }
}
