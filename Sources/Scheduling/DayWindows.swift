// The working windows of one opening day as minutes of the wall clock: merged, and those of an agent within those of
// the business (contract, section 3, slots). Who asks for them, and for which days: see WorkingTime.

import Business
import CivilTime

/// Windows of one opening day, in order, none touching another.
struct DayWindows {
  /// The opening day.
  let day: LocalDate
  /// In minutes after 00:00 of the opening day; they may reach past 1440.
  let windows: [Window]

  /// Joins windows that touch or overlap, whatever their order.
  init(_ day: LocalDate, merging written: [Window]) {
    self.day = day
    let isMerged = written.indices.allSatisfy { place in
      written[place].start < written[place].end && (place == 0 || written[place - 1].end < written[place].start)
    }
    if isMerged {
      windows = written
      return
    }
    var merged: [Window] = []
    merged.reserveCapacity(written.count)
    for window in written.sorted(by: { $0.start < $1.start }) where window.start < window.end {
      if let last = merged.last, window.start <= last.end {
        merged[merged.count - 1].end = max(last.end, window.end)
      } else {
        merged.append(window)
      }
    }
    windows = merged
  }

  /// The windows of a business on a day.
  init(of hours: WorkingHours, on day: LocalDate) { self.init(day, merging: hours.windows(on: day) ?? []) }

  /// Whether the day's work goes on after midnight.
  var reachPastMidnight: Bool { (windows.last?.end ?? 0) > 1440 }

  /// What of these windows, the business's, is working time of an agent with such hours. Where they say nothing about
  /// the day they restrict nothing, past midnight either.
  func within(_ hours: WorkingHours?) -> DayWindows {
    guard let hours, let own = hours.windows(on: day) else { return self }
    var common: [Window] = []
    for other in DayWindows(day, merging: own).windows {
      for window in windows where window.start < other.end && other.start < window.end {
        common.append(Window(start: max(window.start, other.start), end: min(window.end, other.end)))
      }
    }
    return DayWindows(day, merging: common)
  }

  /// Calls `body` with each window on the time line.
  func forEachSpan(by offsets: OffsetTable, _ body: (WorkingSpan) -> Void) {
    for window in windows {
      body(
        WorkingSpan(
          day: day, window: window,
          start: offsets.resolve(LocalDateTime(date: day, minute: window.start)).windowStart,
          end: offsets.resolve(LocalDateTime(date: day, minute: window.end)).windowEnd))
    }
  }
}

/// A local day on which starts are looked for.
struct AskedDay {
  /// The business's windows that open on the day before, and those that open on the day itself.
  let before: DayWindows
  let own: DayWindows
  /// The first instant of the day that is asked about, and the first after it that is not.
  let from: Instant
  let until: Instant
  /// The starts among them that are the product's own, in order; nil where it starts in steps through working time.
  let ownStarts: [Instant]?
}
