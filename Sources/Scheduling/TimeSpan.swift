// A stretch of time that something occupies. A type of its own rather than Range: a program that runs for a few
// milliseconds notices what the runtime takes to set up a generic one.

import CivilTime
internal import Diary

/// The time from one instant until another, the latter not included; none where they are equal.
struct TimeSpan {
  var start: Instant
  var end: Instant

  /// The time between two instants; none where the second is the earlier.
  init(_ start: Instant, _ end: Instant) {
    self.start = start
    self.end = max(start, end)
  }

  /// What an occupation occupies.
  init(of occupation: Occupation) { self.init(occupation.occupiedStart, occupation.occupiedEnd) }

  var isEmpty: Bool { start == end }

  /// Whether some time is in both.
  func overlaps(_ other: TimeSpan) -> Bool { start < other.end && other.start < end && !isEmpty && !other.isEmpty }

  /// Stretches to include another, and what lies between them.
  mutating func include(_ other: TimeSpan) {
    start = min(start, other.start)
    end = max(end, other.end)
  }

  /// What some times take together, in order, none touching another.
  static func merged(_ times: [TimeSpan]) -> [TimeSpan] {
    var merged: [TimeSpan] = []
    merged.reserveCapacity(times.count)
    for time in times.sorted(by: { $0.start < $1.start }) where !time.isEmpty {
      if let last = merged.last, time.start <= last.end {
        merged[merged.count - 1].include(time)
      } else {
        merged.append(time)
      }
    }
    return merged
  }
}
