// The clock of the oracle, minute by minute: what it shows, when an agent works, and where the grid has a start.

import Business
import CivilTime

/// The minutes around a local day, and what the local clock shows in each.
struct MinuteLine {
  /// The minute numbered 0; three days before the day.
  let start: Instant
  /// What the clock shows at each minute, in minutes after 00:00 of the day; negative before it.
  let clock: [Int]
  let day: LocalDate

  static let daysBefore = 3

  /// The minutes from three days before a day until some days after it. All offsets must be whole minutes.
  init(zone: Zone, day: LocalDate, daysAfter: Int) {
    self.day = day
    let origin = Int64(day.dayNumber) * 1440
    let first = origin - Int64(MinuteLine.daysBefore * 1440)
    start = Instant(seconds: first * 60)
    clock = (0..<(MinuteLine.daysBefore + daysAfter) * 1440).map { index in
      let minute = first + Int64(index)
      return Int(minute - origin) + zone.offset(at: Instant(seconds: minute * 60)) / 60
    }
    var firstShown = Array(repeating: -1, count: clock.count + 10_000)
    var lastShown = firstShown
    for (minute, reading) in clock.enumerated() {
      let index = reading - MinuteLine.earliestReading
      if firstShown[index] < 0 { firstShown[index] = minute }
      lastShown[index] = minute
    }
    self.firstShown = firstShown
    self.lastShown = lastShown
  }

  func instant(_ minute: Int) -> Instant { start.adding(seconds: minute * 60) }

  /// The number of the minute that starts at an instant; it may lie outside the line.
  func minute(_ instant: Instant) -> Int { instant.seconds(since: start) / 60 }

  /// The local day, counted from the line's own, that the clock shows.
  func dayIndex(_ minute: Int) -> Int { (clock[minute] + 14_400) / 1440 - 10 }

  /// The first and the last minute at which the clock shows a reading, or -1.
  private let firstShown: [Int]
  private let lastShown: [Int]
  /// Readings lie at most this far below the day's midnight.
  private static let earliestReading = -7200

  /// The first minute at which the clock shows a reading, and the last; nil where it never does.
  func minutes(showing reading: Int) -> (first: Int, last: Int)? {
    let index = reading - MinuteLine.earliestReading
    guard firstShown.indices.contains(index), firstShown[index] >= 0 else { return nil }
    return (firstShown[index], lastShown[index])
  }

  /// The minute at which the clock jumps over a reading that it never shows.
  func minute(skipping reading: Int) -> Int { clock.firstIndex { $0 > reading } ?? clock.count }
}

/// One agent's working minutes, and the minutes at which the grid has a start.
struct OracleAgent {
  var works: [Bool]
  var isGridStart: [Bool]

  init(_ agent: Agent, _ business: Business, _ product: Product, _ line: MinuteLine) {
    works = Array(repeating: false, count: line.clock.count)
    isGridStart = works
    let step = (product.terms.slotInterval ?? product.duration) / 60
    let days = line.clock.count / 1440 - MinuteLine.daysBefore
    for offset in -MinuteLine.daysBefore..<days {
      let day = line.day.adding(days: offset)
      // Every minute that the opening day has, up to 48 hours after its midnight.
      var open = [Bool](repeating: false, count: 2881)
      for window in OracleCalendar.windows(of: business.hours, on: day) ?? [] {
        for minute in window.start..<window.end { open[minute] = true }
      }
      if let own = agent.hours.flatMap({ OracleCalendar.windows(of: $0, on: day) }) {
        for minute in open.indices where !own.contains(where: { $0.start <= minute && minute < $0.end }) {
          open[minute] = false
        }
      }
      let midnight = offset * 1440
      for start in open.indices where open[start] && (start == 0 || !open[start - 1]) {
        let end = open[start...].firstIndex(of: false) ?? 2880
        let first = line.minutes(showing: midnight + start)?.first ?? line.minute(skipping: midnight + start)
        let last = line.minutes(showing: midnight + end)?.last ?? line.minute(skipping: midnight + end)
        for minute in first..<max(first, last) where works.indices.contains(minute) { works[minute] = true }
        guard product.starts == nil else { continue }
        for reading in stride(from: start, to: end, by: step) {
          if let minute = line.minutes(showing: midnight + reading)?.first { isGridStart[minute] = true }
        }
      }
      for reading in product.starts.map({ OracleAgent.readings($0, on: day, step: step) }) ?? [] {
        if let minute = line.minutes(showing: midnight + reading)?.first { isGridStart[minute] = true }
      }
    }
  }

  /// The times of a day at which a product with starts of its own may start, in minutes after its midnight.
  private static func readings(_ starts: WorkingHours, on day: LocalDate, step: Int) -> [Int] {
    let written = OracleCalendar.windows(of: starts, on: day) ?? []
    var readings = written.filter { $0.start == $0.end }.map(\.start)
    let open = (0..<2880).map { minute in written.contains { $0.start <= minute && minute < $0.end } }
    var next = 0
    for minute in open.indices where open[minute] {
      if minute == 0 || !open[minute - 1] { next = minute }
      guard minute == next else { continue }
      readings.append(minute)
      next += step
    }
    return readings
  }
}
