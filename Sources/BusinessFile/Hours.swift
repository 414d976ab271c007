// Weeks: weekdays and what holds on them (Windows.swift), and weeks that take turns. Dates.swift has the dates that override
// them; Scheduling decides what a window means on a given day.

import Business
import CivilTime

extension Reading {
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The windows of the week; days that are not named are closed.
  mutating func week(_ entry: Entry, of use: WindowUse) -> Week {
    var week = WeekReading()
    guard let map = map(entry, expected: "a map of weekdays such as {mon-fri: \(use.example)}") else {
      return week.week
    }
    for key in keys(map) {
      let entry = Entry(key: key)
      let days = weekdays(entry, in: map)
      let windows = windows(entry, of: use)
      if let days { add(windows, of: key, to: days, in: &week) }
    }
    return week.week
  }

  /// A week as it is read.
  struct WeekReading {
    var week = Week()
    /// The keys that have named each weekday; -1 where none has.
    fileprivate var givenBy = InlineArray<7, Int>(repeating: -1)
  }

  /// Adds what a key says of some weekdays. A weekday that was named before is an error.
  mutating func add(_ windows: [Window], of key: Int, to days: (first: Int, last: Int), in week: inout WeekReading) {
    var day = days.first
    while true {
      if week.givenBy[day] >= 0 {
        let before = week.givenBy[day]
        report(
          key,
          "\(quoted(key)) gives \"\(Reading.weekdays[day])\" a second time, after \(quoted(before)) in line "
            + "\(place(before).line); name each weekday once, with all its windows."
        )
      } else {
        week.givenBy[day] = key
        if let weekday = Weekday(rawValue: day) { week.week.append(windows, to: weekday) }
      }
      if day == days.last { break }
      day = (day + 1) % 7
    }
  }

  /// Weeks that take turns.
  mutating func rota(_ entry: Entry) -> Rota? {
    let example = "{mon-wed: 09:00-12:00}"
    guard let map = map(entry, expected: "a map such as {from: 2026-09-07, weeks: [\(example), closed]}") else {
      return nil
    }
    let keyed = keyed(map, .rota, kind: "\"rota\"", owner: nil)
    let from = keyed[RotaKey.from].flatMap { date($0) }
    var weeks: [Week] = []
    if let entry = keyed[RotaKey.weeks],
      let items = list(entry, expected: "a list of weeks such as [\(example), closed]")
    {
      if items.isEmpty {
        report(entry.value, "The list for \(quoted(entry.key)) is empty; at least one week is needed.")
      }
      for item in items {
        let isClosed = tree.kind(item) == .scalar && Reading.isClosed(tree.text(item))
        weeks.append(isClosed ? Week() : week(Entry(item: item), of: .work))
      }
    }
    return from.map { Rota(from: $0, weeks: weeks) }
  }

  /// The first and the last weekday that a key names.
  private mutating func weekdays(_ entry: Entry, in map: Int) -> (first: Int, last: Int)? {
    let text = tree.text(entry.key)
    if let days = Reading.weekdays(text) { return days }
    guard !reportSplit(entry, in: map) else { return nil }
    let otherwise = "Write one of mon, tue, wed, thu, fri, sat and sun, or one range such as mon-fri."
    report(entry.key, "\(quoted(entry.key)) is no weekday. \(Reading.weekdayHint(text) ?? otherwise)")
    return nil
  }

  /// The first and the last weekday of `mon` or `mon-fri`.
  static func weekdays(_ text: ArraySlice<UInt8>) -> (first: Int, last: Int)? {
    if text.count == 3, let day = weekday(text) { return (day, day) }
    guard text.count == 7, text[text.startIndex + 3] == UInt8(ascii: "-"), let first = weekday(text.prefix(3)),
      let last = weekday(text.suffix(3))
    else { return nil }
    return (first, last)
  }

  /// What to write instead of a key that is no weekday.
  static func weekdayHint(_ text: ArraySlice<UInt8>) -> String? {
    let words = String(decoding: text, as: UTF8.self).lowercased().split { $0 == " " || $0 == "_" }
    if words.contains(where: { ["even", "odd", "every", "alternate", "gerade", "ungerade"].contains($0) }) {
      return
        "Weeks that take turns are written with the key \"rota\": {from: 2026-09-07, weeks: [{mon: 09:00-12:00}, closed]}."
    }
    return weekdayGuess(text).map { "\(Quote.text($0)) was probably meant." }
  }

  static func weekday(_ text: ArraySlice<UInt8>) -> Int? {
    let start = text.startIndex
    switch (text[start], text[start + 1], text[start + 2]) {
    case (UInt8(ascii: "m"), UInt8(ascii: "o"), UInt8(ascii: "n")): return 0
    case (UInt8(ascii: "t"), UInt8(ascii: "u"), UInt8(ascii: "e")): return 1
    case (UInt8(ascii: "w"), UInt8(ascii: "e"), UInt8(ascii: "d")): return 2
    case (UInt8(ascii: "t"), UInt8(ascii: "h"), UInt8(ascii: "u")): return 3
    case (UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "i")): return 4
    case (UInt8(ascii: "s"), UInt8(ascii: "a"), UInt8(ascii: "t")): return 5
    case (UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "n")): return 6
    default: return nil
    }
  }

  /// What was probably meant by `Mo-Fr`, `Monday`, `mon - fri`, `tues`: each part by its first letters in English or
  /// German.
  private static func weekdayGuess(_ text: ArraySlice<UInt8>) -> String? {
    let parts = String(decoding: text, as: UTF8.self).lowercased()
      .split { $0 == "-" || $0 == "–" || $0 == " " || $0 == "." }
    guard (1...2).contains(parts.count), !text.contains(UInt8(ascii: ",")) else { return nil }
    let german = ["mo", "di", "mi", "do", "fr", "sa", "so"]
    let days = parts.compactMap { part -> String? in
      if let day = weekdays.first(where: { part.hasPrefix($0) }) { return day }
      if let day = german.firstIndex(where: { part.hasPrefix($0) }) { return weekdays[day] }
      return Spelling.nearest(to: String(part), among: weekdays)
    }
    return days.count == parts.count ? days.joined(separator: "-") : nil
  }
}
