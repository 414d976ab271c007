// Working windows that can hardly be meant: overlapping ones, ones that last almost a day, and hours of an agent at which
// the business is closed. Dates as such are in Inspection+Dates.swift.

internal import Business
internal import BusinessFile
internal import CivilTime

extension Inspection {
  /// Longer windows that pass midnight are slips: a night shift is shorter.
  private static let longestNight = 16 * 60
  /// How many days ahead the business's hours are compared with an agent's.
  private static let yearAhead = 370

  mutating func inspectHours() {
    inspectWindows(business.hours, at: [])
    let year = (0...Inspection.yearAhead).map { today.adding(days: $0) }
    let open = year.map { ($0, business.hours.windows(on: $0) ?? []) }
    for agent in business.agents {
      guard let hours = agent.hours else { continue }
      let path = ["agents", agent.id.text]
      inspectWindows(hours, at: path)
      inspectReach(hours, of: agent, at: path, open: open)
    }
  }

  private mutating func inspectWindows(_ hours: WorkingHours, at path: [String]) {
    for entry in entries(of: hours, at: path) {
      for slip in Inspection.slips(in: entry.windows) { warn(slip.code, atValueOf: entry.path(self), slip.message) }
    }
  }

  private static func slips(in windows: [Window]) -> [(code: FindingCode, message: String)] {
    let sorted = windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let overlaps = zip(sorted, sorted.dropFirst()).filter { $1.start < $0.end }.map { window, next in
      (
        FindingCode.windowsOverlap,
        "\(Words.window(window)) and \(Words.window(next)) overlap; they are read as one window."
      )
    }
    let nights = sorted.filter { $0.end > 1440 && $0.end - $0.start > longestNight }.map { window in
      let length = Words.duration(seconds: (window.end - window.start) * 60)
      return (
        FindingCode.windowTooLong,
        "\(Words.window(window)) ends on the next day, \(length) later; if that is meant, it is clearer to write both days."
      )
    }
    return overlaps + nights
  }

  /// A day and the windows of the business on it.
  private typealias OpenDay = (day: LocalDate, windows: [Window])

  /// Entries of an agent's hours that never meet the business's own.
  private mutating func inspectReach(_ hours: WorkingHours, of agent: Agent, at path: [String], open: [OpenDay]) {
    for entry in entries(of: hours, at: path) {
      if Inspection.isOutside(entry.windows, open.filter { entry.isFor($0.day) }) {
        warnOutside(agent, entry.path(self))
      }
    }
  }

  /// Whether there are windows and days to which they apply, but the business is open at no part of them.
  private static func isOutside(_ windows: [Window], _ days: [OpenDay]) -> Bool {
    !windows.isEmpty && !days.isEmpty
      && days.allSatisfy { day in
        windows.allSatisfy { own in day.windows.allSatisfy { $0.end <= own.start || own.end <= $0.start } }
      }
  }

  private mutating func warnOutside(_ agent: Agent, _ path: [String]) {
    warn(
      .hoursOutside, at: path,
      "The business is closed at these hours of \(Words.quoted(agent.id)), so they have no effect: an agent works within the "
        + "hours of the business.")
  }
}
