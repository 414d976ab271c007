// The working windows of one opening day as minutes of the wall clock: merged, and those of an agent within those of
// the business (contract, section 3, slots). Where the minutes lie in time: see WorkingTime.

import Business
import CivilTime

/// Windows of one opening day, in order, none touching another.
struct DayWindows {
  /// In minutes after 00:00 of the opening day; they may reach past 1440.
  let windows: [Window]

  /// Joins windows that touch or overlap, whatever their order.
  init(merging written: [Window]) {
    if written.count == 1, written[0].start < written[0].end {
      windows = written
      return
    }
    var merged: [Window] = []
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

  /// These windows less the times at which an agent with these hours does not work. Where the agent's hours say nothing
  /// about the day, they restrict nothing, past midnight either.
  func within(_ hours: WorkingHours?, on day: LocalDate) -> DayWindows {
    guard let own = hours?.windows(on: day) else { return self }
    var common: [Window] = []
    for other in DayWindows(merging: own).windows {
      for window in windows where window.start < other.end && other.start < window.end {
        common.append(Window(start: max(window.start, other.start), end: min(window.end, other.end)))
      }
    }
    return DayWindows(merging: common)
  }
}
