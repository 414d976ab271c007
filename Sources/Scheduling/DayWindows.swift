// The working windows of one opening day as minutes of the wall clock: merged, and those of an agent within those of
// the business (contract, section 3, slots). Who asks for them, and for which days: see WorkingTime.

import Business
import CivilTime

/// Windows of one opening day, in order, none touching another.
struct DayWindows {
  /// In minutes after 00:00 of the opening day; they may reach past 1440.
  let windows: [Window]

  /// Midnight at the end of the opening day, in minutes.
  static let midnight = 1440

  /// Joins windows that touch or overlap, whatever their order.
  init(merging written: [Window]) {
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
  init(of hours: WorkingHours, on day: LocalDate) { self.init(merging: hours.windows(on: day) ?? []) }

  /// Whether the day's work goes on after midnight.
  var reachPastMidnight: Bool { (windows.last?.end ?? 0) > DayWindows.midnight }

  /// What these windows have in common with others, which may be written in any order.
  func common(with others: [Window]) -> DayWindows {
    var common: [Window] = []
    for other in DayWindows(merging: others).windows {
      for window in windows where window.start < other.end && other.start < window.end {
        common.append(Window(start: max(window.start, other.start), end: min(window.end, other.end)))
      }
    }
    return DayWindows(merging: common)
  }

  /// The windows of a day on the time line.
  func spans(of day: LocalDate, by offsets: OffsetTable) -> [WorkingSpan] {
    windows.map { window in
      WorkingSpan(
        day: day, window: window,
        start: offsets.resolve(LocalDateTime(date: day, minute: window.start)).windowStart,
        end: offsets.resolve(LocalDateTime(date: day, minute: window.end)).windowEnd)
    }
  }
}
