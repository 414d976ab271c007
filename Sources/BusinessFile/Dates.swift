// Dates that override the weekly hours: single days and ranges, of one year, of every year, or open; MovingDates.swift has
// those that move.

import Business
import CivilTime

extension Reading {
  /// The overrides of `dates`, in file order.
  mutating func dateRules(_ entry: Entry) -> [DateRule] {
    guard let map = map(entry, expected: "a map of dates such as {2026-12-24: closed}") else { return [] }
    var rules: [DateRule] = []
    for key in keys(map) {
      let entry = Entry(key: key)
      let days = days(entry, in: map, besideWeekdays: false)
      let hours = dateHours(entry, of: .work)
      if let days { rules.append(DateRule(days: days, hours: hours)) }
    }
    return rules
  }

  /// What an entry says of its dates: windows, or a week of them.
  mutating func dateHours(_ entry: Entry, of use: WindowUse) -> DateRule.Hours {
    tree.kind(entry.value) == .map ? .weekly(week(entry, of: use)) : .daily(windows(entry, of: use))
  }

  /// A single date `YYYY-MM-DD`.
  mutating func date(_ entry: Entry) -> LocalDate? {
    let expected = "a date such as 2026-09-07"
    guard isText(entry, expected: expected) else { return nil }
    let text = tree.text(entry.value)
    switch day(text) {
    case .date(let date): return date
    case .none:
      report(entry.value, "There is no day \(quoted(entry.value)) in the calendar.")
    default:
      let guess = DateGuess.dates(text).flatMap { guess -> String? in
        guard LocalDate(text: guess) != nil else { return nil }
        return "\(Quote.text(guess)) was probably meant."
      }
      report(
        entry.value,
        "Expected \(expected) for \(quoted(entry.key)), not \(quoted(entry.value))." + (guess.map { " " + $0 } ?? ""))
    }
    return nil
  }

  /// One end of a range, or the only day.
  private enum Day {
    case date(LocalDate)
    case yearly(MonthDay)
    case moving(MovingDay)
    /// In the form of a day, but of none that exists.
    case none
    /// In no such form.
    case unreadable
  }

  /// The days that the key of an entry names. `besideWeekdays` says whether it might name weekdays as well.
  mutating func days(_ entry: Entry, in map: Int, besideWeekdays: Bool) -> DatePattern? {
    let text = tree.text(entry.key)
    guard let dots = Reading.dots(in: text) else {
      switch known(text, entry, in: map, besideWeekdays) {
      case .date(let day): return .range(day, day)
      case .yearly(let day): return .yearly(day, day)
      case .moving(let day): return .moving(day, day)
      default: return nil
      }
    }
    let (start, end) = (text[..<dots], text[(dots + 2)...])
    if start.isEmpty || end.isEmpty { return open(start, end, entry, in: map, besideWeekdays) }
    guard let first = known(start, entry, in: map, besideWeekdays),
      let last = known(end, entry, in: map, besideWeekdays)
    else {
      return nil
    }
    switch (first, last) {
    case (.date(let first), .date(let last)):
      if first <= last { return .range(first, last) }
      report(entry.key, "\(quoted(entry.key)) ends before it begins; write the earlier date first.")
    case (.yearly(let first), .yearly(let last)): return .yearly(first, last)
    case (.moving(let first), .moving(let last)):
      if MovingDay.isRange(first, last) { return .moving(first, last) }
      report(entry.key, "\(quoted(entry.key)) ends before it begins; write the earlier day of the year first.")
    case (.moving, _), (_, .moving):
      report(
        entry.key,
        "\(quoted(entry.key)) has a moving date at one end only; write one at both ends, or two entries.")
    default:
      report(
        entry.key, "\(quoted(entry.key)) has a year at one end only; write it at both ends, or at none for every year.")
    }
    return nil
  }

  /// A range with one end.
  private mutating func open(
    _ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>, _ entry: Entry, in map: Int,
    _ besideWeekdays: Bool
  ) -> DatePattern? {
    if start.isEmpty, end.isEmpty {
      report(entry.key, "\(quoted(entry.key)) is open at both ends; write a date with its year at one of them.")
      return nil
    }
    switch known(start.isEmpty ? end : start, entry, in: map, besideWeekdays) {
    case .date(let day): return start.isEmpty ? .range(.distantPast, day) : .range(day, .distantFuture)
    case nil: return nil
    default:
      report(entry.key, "\(quoted(entry.key)) is open at one end and has no year; write the year, or both ends.")
      return nil
    }
  }

  private static func dots(in text: ArraySlice<UInt8>) -> Int? {
    text.indices.dropLast().first { text[$0] == UInt8(ascii: ".") && text[$0 + 1] == UInt8(ascii: ".") }
  }

  /// The day that a text names, the whole or one end of an entry's key; nil with an error where it names none.
  private mutating func known(
    _ text: ArraySlice<UInt8>, _ entry: Entry, in map: Int, _ besideWeekdays: Bool
  ) -> Day? {
    let found = day(text)
    switch found {
    case .date, .yearly, .moving: return found
    case .none:
      report(entry.key, "There is no day \(Quote.text(String(decoding: text, as: UTF8.self))) in the calendar.")
    case .unreadable:
      guard !reportSplit(entry, in: map) else { return nil }
      let whole = tree.text(entry.key)
      let guess = DateGuess.dates(whole).map { "\(Quote.text($0)) was probably meant." }
      if besideWeekdays {
        let otherwise = "Write a weekday such as mon, a range such as mon-fri, or a date such as 2026-11-14."
        let hint = Reading.weekdayHint(whole) ?? guess ?? otherwise
        report(entry.key, "\(quoted(entry.key)) is neither weekday nor date. \(hint)")
      } else {
        let otherwise =
          "Write YYYY-MM-DD, MM-DD for every year, a range such as 2026-12-24..2027-01-01, or a moving date such as "
          + "easter+1."
        report(entry.key, "\(quoted(entry.key)) is no date. \(guess ?? otherwise)")
      }
    }
    return nil
  }

  /// A day `YYYY-MM-DD` or `MM-DD`, or a moving one.
  private func day(_ text: ArraySlice<UInt8>) -> Day {
    let start = text.startIndex
    let hyphen = UInt8(ascii: "-")
    if text.count == 10, text[start + 4] == hyphen, text[start + 7] == hyphen, let year = Bytes.number(text.prefix(4)),
      let month = Bytes.number(text[(start + 5)..<(start + 7)]), let day = Bytes.number(text.suffix(2))
    {
      return LocalDate(year: year, month: month, day: day).map { .date($0) } ?? .none
    }
    if text.count == 5, text[start + 2] == hyphen, let month = Bytes.number(text.prefix(2)),
      let day = Bytes.number(text.suffix(2))
    {
      return MonthDay(month: month, day: day).map { .yearly($0) } ?? .none
    }
    return MovingDay(text: text).map { .moving($0) } ?? .unreadable
  }
}
