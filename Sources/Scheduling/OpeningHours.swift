// When a business is open on the days that a question is about, worked out once for all its agents.

import Business
import CivilTime

/// The opening hours of a business around some days.
struct OpeningHours {
  /// The offsets on those days.
  let offsets: OffsetTable
  /// The days that are worked out ahead of time; others are worked out when they are asked for.
  let days: [LocalDate]
  private let hours: WorkingHours
  private let windows: [DayWindows]
  private let spans: [[WorkingSpan]]

  /// The opening hours on the days from one to another, not before it.
  init(_ hours: WorkingHours, offsets: OffsetTable, from first: LocalDate, through last: LocalDate) {
    let days = (first.dayNumber...max(first.dayNumber, last.dayNumber)).map { LocalDate(dayNumber: $0) }
    let windows = days.map { DayWindows(of: hours, on: $0) }
    self.offsets = offsets
    self.days = days
    self.hours = hours
    self.windows = windows
    self.spans = days.indices.map { windows[$0].spans(of: days[$0], by: offsets) }
  }

  /// The place of a day among those worked out ahead of time.
  func index(of day: LocalDate) -> Int? {
    let index = day.dayNumber - days[0].dayNumber
    return days.indices.contains(index) ? index : nil
  }

  /// The windows of an opening day.
  func windows(of day: LocalDate) -> DayWindows { index(of: day).map { windows[$0] } ?? DayWindows(of: hours, on: day) }

  /// The windows of an opening day on the time line.
  func spans(of day: LocalDate) -> [WorkingSpan] {
    index(of: day).map { spans[$0] } ?? windows(of: day).spans(of: day, by: offsets)
  }

  /// What of an opening day is working time of an agent with these hours. Where they say nothing about the day they
  /// restrict nothing, past midnight either.
  func spans(of day: LocalDate, within hours: WorkingHours) -> [WorkingSpan] {
    guard let own = hours.windows(on: day) else { return spans(of: day) }
    return windows(of: day).common(with: own).spans(of: day, by: offsets)
  }
}
