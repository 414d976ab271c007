// The time axis of a sheet: where in a day an instant lies, and what the clock on the wall shows there. Days on which
// clocks are set within the hours shown get an axis of their own, on which an hour that is skipped is missing and
// one that is repeated stands twice.

internal import CivilTime

/// One day's axis. Positions are minutes.
struct DayScale {
  /// The day's instants.
  let day: Range<Instant>
  let offsets: OffsetTable
  /// Whether clocks are set within the hours shown, so that positions count elapsed time.
  private let isElapsed: Bool

  /// The axis of a day of which the hours between these instants are shown.
  init(_ day: Range<Instant>, showing hours: Range<Instant>, _ offsets: OffsetTable) {
    self.day = day
    self.offsets = offsets
    isElapsed = offsets.offset(at: hours.lowerBound) != offsets.offset(at: hours.upperBound)
  }

  /// Minutes from the day's beginning: as the clock shows them, or, where clocks are set meanwhile, as they pass. What
  /// lies before the day is at its beginning, what lies after it at its end.
  func position(_ instant: Instant) -> Int {
    if isElapsed { return min(max(instant, day.lowerBound), day.upperBound).seconds(since: day.lowerBound) / 60 }
    if instant <= day.lowerBound { return 0 }
    return instant >= day.upperBound ? 1440 : offsets.local(instant).millisecondOfDay / 60_000
  }

  /// What the clock shows at a position.
  func label(_ position: Int) -> String {
    guard isElapsed else { return Wording.clock(minute: position) }
    let instant = day.lowerBound.adding(seconds: position * 60)
    return instant == day.upperBound ? "24:00" : Wording.clock(instant, offsets)
  }

  /// What the clock shows at an instant of the day; `24:00` at its end.
  func clock(_ instant: Instant) -> String { label(position(instant)) }

  /// Whether a position is a whole hour on the clock.
  func isHour(_ position: Int) -> Bool { label(position).dropFirst(2).hasPrefix(":00") }

  /// Days with equal axes can stand side by side: nil for the usual axis, else what makes this one different.
  var signature: [Int]? {
    isElapsed ? [day.upperBound.seconds(since: day.lowerBound)] + (0..<26).map { offset($0) } : nil
  }

  private func offset(_ hour: Int) -> Int { offsets.offset(at: day.lowerBound.adding(seconds: hour * 3600)) }
}
