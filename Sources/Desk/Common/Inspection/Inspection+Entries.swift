// The entries of hours as the file has them, each with its place, its windows and the days to which they apply.

internal import Business
internal import BusinessFile
internal import CivilTime

/// One entry of `hours`, of a week of `rota`, of `dates`, or of `starts`.
struct HoursEntry {
  let windows: [Window]
  /// Whether the windows apply to a day.
  let isFor: (LocalDate) -> Bool
  /// Where the entry stands. This is looked up only where there is something to say: it takes its time.
  let path: (Inspection) -> [String]
}

extension Inspection {
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The entries of the hours of the business, or of an agent, whose keys stand below a path.
  func entries(of hours: WorkingHours, at path: [String]) -> [HoursEntry] {
    func isUsual(_ day: LocalDate) -> Bool { !hours.dates.contains { $0.days.contains(day) } }
    var entries: [HoursEntry] = []
    if let week = hours.week { entries += self.entries(of: week, at: path + ["hours"], where: isUsual) }
    for (turn, week) in (hours.rota?.weeks ?? []).enumerated() {
      entries += self.entries(of: week, at: path + ["rota", "weeks", "\(turn)"]) { day in
        hours.rota?.turn(on: day) == turn && isUsual(day)
      }
    }
    return entries + dateEntries(of: hours.dates, at: path + ["dates"])
  }

  /// The entries of the starts of a product, whose keys stand below a path.
  func entries(ofStarts starts: WorkingHours, at path: [String]) -> [HoursEntry] {
    let usual = starts.week.map { week in
      entries(of: week, at: path) { day in !starts.dates.contains { $0.days.contains(day) } }
    }
    return (usual ?? []) + dateEntries(of: starts.dates, at: path)
  }

  private func dateEntries(of rules: [DateRule], at path: [String]) -> [HoursEntry] {
    rules.flatMap { rule in
      switch rule.hours {
      case .daily(let windows):
        return [
          HoursEntry(windows: windows, isFor: rule.days.contains) { inspection in
            path + [inspection.key(of: rule.days, at: path)]
          }
        ]
      case .weekly(let week):
        return entries(of: week, at: path + [key(of: rule.days, at: path)], where: rule.days.contains)
      }
    }
  }

  /// The entries of a weekly map that stand in the file, by place.
  private func entries(
    of week: Week, at path: [String], where isMeant: @escaping (LocalDate) -> Bool
  ) -> [HoursEntry] {
    var entries: [HoursEntry] = []
    for first in Weekday.allCases {
      for length in 1...7 {
        let days = (0..<length).compactMap { Weekday(rawValue: (first.rawValue + $0) % 7) }
        guard let last = days.last else { continue }
        let (from, to) = (Inspection.weekdays[first.rawValue], Inspection.weekdays[last.rawValue])
        for name in length == 1 ? [from, "\(from)-\(to)"] : ["\(from)-\(to)"] {
          let key = path + [name]
          guard places.position(of: key) != nil else { continue }
          entries.append(
            HoursEntry(windows: week[first], isFor: { days.contains($0.weekday) && isMeant($0) }, path: { _ in key }))
        }
      }
    }
    return entries
  }
}
