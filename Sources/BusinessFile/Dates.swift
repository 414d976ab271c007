// Dates that override the weekly hours: single days, ranges, and both every year.

import Business
import CivilTime

extension Reading {
  /// The overrides of `dates`, in file order.
  mutating func dateRules(_ entry: Entry) -> [DateRule] {
    guard let map = map(entry, expected: "a map of dates such as {2026-12-24: closed}") else { return [] }
    var rules: [DateRule] = []
    for key in keys(map) {
      let entry = Entry(key: key)
      let days = days(entry, in: map)
      let windows = windows(entry)
      if let days { rules.append(DateRule(days: days, windows: windows)) }
    }
    return rules
  }

  private mutating func days(_ entry: Entry, in map: Int) -> DatePattern? {
    let text = tree.text(entry.key)
    let first: Day
    let last: Day
    if let dots = Reading.dots(in: text) {
      guard let start = day(text[..<dots], entry, in: map), let end = day(text[(dots + 2)...], entry, in: map) else {
        return nil
      }
      (first, last) = (start, end)
    } else {
      guard let only = day(text, entry, in: map) else { return nil }
      (first, last) = (only, only)
    }
    switch (first, last) {
    case (.date(let first), .date(let last)):
      if first <= last { return .range(first, last) }
      report(entry.key, "\(quoted(entry.key)) ends before it begins; write the earlier date first.")
    case (.yearly(let first), .yearly(let last)): return .yearly(first, last)
    default:
      report(
        entry.key, "\(quoted(entry.key)) has a year at one end only; write it at both ends, or at none for every year.")
    }
    return nil
  }

  private enum Day {
    case date(LocalDate)
    case yearly(MonthDay)
  }

  private static func dots(in text: ArraySlice<UInt8>) -> Int? {
    guard text.count > 10 else { return nil }
    return text.indices.dropLast().first { text[$0] == UInt8(ascii: ".") && text[$0 + 1] == UInt8(ascii: ".") }
  }

  /// A day `YYYY-MM-DD` or `MM-DD`, the whole or one end of an entry's key.
  private mutating func day(_ text: ArraySlice<UInt8>, _ entry: Entry, in map: Int) -> Day? {
    let start = text.startIndex
    let hyphen = UInt8(ascii: "-")
    if text.count == 10, text[start + 4] == hyphen, text[start + 7] == hyphen, let year = Bytes.number(text.prefix(4)),
      let month = Bytes.number(text[(start + 5)..<(start + 7)]), let day = Bytes.number(text.suffix(2))
    {
      if let date = LocalDate(year: year, month: month, day: day) { return .date(date) }
    } else if text.count == 5, text[start + 2] == hyphen, let month = Bytes.number(text.prefix(2)),
      let day = Bytes.number(text.suffix(2))
    {
      if let day = MonthDay(month: month, day: day) { return .yearly(day) }
    } else {
      if !reportSplit(entry, in: map) {
        let guess = Reading.dateGuess(tree.text(entry.key)).map { "\(Quote.text($0)) was probably meant." }
        let otherwise = "Write YYYY-MM-DD, MM-DD for every year, or a range of either such as 2026-12-24..2027-01-01."
        report(entry.key, "\(quoted(entry.key)) is no date. \(guess ?? otherwise)")
      }
      return nil
    }
    report(entry.key, "There is no day \(Quote.text(String(decoding: text, as: UTF8.self))) in the calendar.")
    return nil
  }

  /// What was probably meant by `24.12.2026`, `24.12.`, `2026-1-5`, `2026/01/05`, `1-5`, or by two of them with something
  /// else than two dots between them.
  private static func dateGuess(_ text: ArraySlice<UInt8>) -> String? {
    let runs = text.split { !Bytes.isDigit($0) }
    let numbers = runs.compactMap { Bytes.number($0) }
    let isDotted = text.contains(UInt8(ascii: "."))
    let isRange = zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
    // The end that a range lacks cannot be guessed.
    guard numbers.count == runs.count, numbers.count > 3 || !isRange else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch numbers.count {
    case 2:
      let (month, day) = isDotted ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      return MonthDay(month: month, day: day).map { _ in "\(two(month))-\(two(day))" }
    case 3:
      let (year, day) = runs[0].count == 4 ? (numbers[0], numbers[2]) : (numbers[2], numbers[0])
      guard runs[0].count == 4 || runs[2].count == 4 && isDotted else { return nil }
      return LocalDate(year: year, month: numbers[1], day: day)?.text
    case 4, 6:
      let half = runs.count / 2
      guard let first = dateGuess(text[runs[0].startIndex..<runs[half - 1].endIndex]),
        let last = dateGuess(text[runs[half].startIndex..<runs[2 * half - 1].endIndex])
      else { return nil }
      return "\(first)..\(last)"
    default: return nil
    }
  }
}
