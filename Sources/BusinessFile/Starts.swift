// When appointments for a product start, and when its agent is free meanwhile.

import Business

extension Reading {
  /// The starts of a product: weekdays and dates in one map, of which the last date that matches wins over the weekdays.
  mutating func starts(_ entry: Entry) -> WorkingHours {
    var week = WeekReading()
    var dates: [DateRule] = []
    guard let map = map(entry, expected: "a map of weekdays and dates such as {mon-fri: 18:00}") else {
      return WorkingHours(week: week.week)
    }
    for key in keys(map) {
      let entry = Entry(key: key)
      if let days = Reading.weekdays(tree.text(key)) {
        add(windows(entry, of: .starts), of: key, to: days, in: &week)
        continue
      }
      let days = days(entry, in: map, besideWeekdays: true)
      let hours = dateHours(entry, of: .starts)
      if let days { dates.append(DateRule(days: days, hours: hours)) }
    }
    return WorkingHours(week: week.week, dates: dates)
  }

  /// The pause in an appointment of so many minutes (nil where that is not known).
  mutating func pause(_ entry: Entry, within duration: Int?) -> Pause? {
    guard let map = map(entry, expected: "a map such as {after: 45m, for: 30m}") else { return nil }
    let keyed = keyed(map, .pause, kind: "\"pause\"", owner: nil)
    let after = keyed[PauseKey.after].flatMap { minutes($0, 1...7 * 1440) }
    let length = keyed[PauseKey.length].flatMap { minutes($0, 1...7 * 1440) }
    guard let after, let length else { return nil }
    if let duration, after + length >= duration {
      report(
        entry.value,
        "The pause must be over before the appointment is: it ends \(Duration.text(after + length)) after the start, and "
          + "\"duration\" is \(Duration.text(duration)).")
    }
    return Pause(after: after * 60, length: length * 60)
  }
}
