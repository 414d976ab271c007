// Dates that open what is closed otherwise, and a yearly range that stops a day early in leap years: lines that do something
// else than they seem to say.

internal import Business
internal import BusinessFile
internal import CivilTime

extension Inspection {
  /// How many days ahead ranges are looked at.
  private static let ahead = 400

  mutating func inspectOpenings() {
    inspectOpenings(of: business.hours, at: ["dates"]) { _ in true }
    for agent in business.agents {
      guard let hours = agent.hours else { continue }
      // What is closed for all is not opened by one agent's hours.
      let opening = business.hours
      inspectOpenings(of: hours, at: ["agents", agent.id.text, "dates"]) { day in
        !(opening.windows(on: day) ?? []).isEmpty
      }
    }
  }

  private mutating func inspectOpenings(
    of hours: WorkingHours, at path: [String], where matters: (LocalDate) -> Bool
  ) {
    for (index, rule) in hours.dates.enumerated() {
      guard case .daily(let windows) = rule.hours, !windows.isEmpty, Inspection.isRange(rule.days) else { continue }
      // The same hours as if this entry were not there.
      var others = hours
      others.dates.remove(at: index)
      let days = (0...Inspection.ahead).map { today.adding(days: $0) }.filter { day in
        rule.days.contains(day) && matters(day) && !hours.dates[(index + 1)...].contains { $0.days.contains(day) }
      }
      let opened = days.filter { others.windows(on: $0)?.isEmpty ?? false }
      // A range of nothing but closed days is there to open them.
      guard !opened.isEmpty, opened.count < days.count else { continue }
      let key = key(of: rule.days, at: path)
      warn(
        .dateOpens, at: path + [key],
        "\(Words.quoted(key)) opens \(words(for: opened, others)), closed otherwise. If that is not meant, write the weekdays, "
          + "such as {mon-fri: \(Words.window(windows[0]))}, and closed holidays after it.")
    }
  }

  private static func isRange(_ days: DatePattern) -> Bool {
    switch days {
    case .range(let first, let last): first != last
    case .yearly(let first, let last): first != last
    case .moving(let first, let last): first != last
    }
  }

  /// `every Sunday and 2026-12-25`: weekdays that are closed as such, and single days that are closed as dates.
  private func words(for opened: [LocalDate], _ hours: WorkingHours) -> String {
    let isDate = { (day: LocalDate) in hours.dates.contains { $0.days.contains(day) } }
    let weekdays = Weekday.allCases.filter { weekday in opened.contains { $0.weekday == weekday && !isDate($0) } }
    let dates = opened.filter(isDate)
    let words = weekdays.map { "every \(Wording.weekday($0))" } + dates.prefix(3).map(\.text)
    return Wording.list(dates.count > 3 ? words + ["\(dates.count - 3) more days"] : words, "and")
  }

  /// Yearly ranges that end on February 28th.
  mutating func inspectLeapDays(_ rules: [DateRule], at path: [String]) {
    guard let end = MonthDay(month: 2, day: 28), let leapDay = LocalDate(year: 2028, month: 2, day: 29) else { return }
    for rule in rules {
      guard case .yearly(let first, let last) = rule.days, last == end, first != end,
        !rules.contains(where: { $0.days.contains(leapDay) })
      else { continue }
      let key = key(of: rule.days, at: path)
      warn(
        .leapDay, at: path + [key],
        "\(Words.quoted(key)) leaves out February 29th in leap years; end it on 02-29, which is the 28th in all others."
      )
    }
  }
}
