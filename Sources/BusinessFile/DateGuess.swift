// Which dates were probably meant by what is none: `24.12.2026`, `11/26/2026`, `July 4`, `dec 24`, `12-24..26`, `2026-1-5`. A
// guess that could be wrong is worse than the error alone. Nothing here runs for a file in order.

import Business
import CivilTime

/// A text taken for days of the calendar.
enum DateGuess {
  /// A day with or without a year.
  private struct Day {
    var year: Int?
    var month: Int
    var day: Int

    /// As a file writes it, if the calendar has it.
    var text: String? {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      guard let year else { return MonthDay(month: month, day: day).map { _ in "\(two(month))-\(two(day))" } }
      return LocalDate(year: year, month: month, day: day)?.text
    }
  }

  /// The date or range that a text probably means, as a file would write it; nil where that is not clear.
  static func dates(_ text: ArraySlice<UInt8>) -> String? {
    let string = String(decoding: text, as: UTF8.self).lowercased()
    guard text.count <= 80 else { return nil }
    let guess = feast(string) ?? moving(string) ?? day(string) ?? range(string)
    return guess.flatMap { text.elementsEqual($0.utf8) ? nil : $0 }
  }

  /// A feast by its name.
  private static func feast(_ text: String) -> String? {
    switch text.filter({ $0 != " " && $0 != "-" && $0 != "_" }) {
    case "goodfriday", "karfreitag": "easter-2"
    case "eastersunday", "ostersonntag": "easter"
    case "eastermonday", "ostermontag": "easter+1"
    case "ascension", "ascensionday", "himmelfahrt", "christihimmelfahrt": "easter+39"
    case "whitmonday", "pfingstmontag": "easter+50"
    case "corpuschristi", "fronleichnam": "easter+60"
    case "thanksgiving", "thanksgivingday": "nov thu[4]"
    case "memorialday": "may mon[-1]"
    case "laborday": "sep mon[1]"
    case "christmas", "christmasday", "weihnachten": "12-25"
    case "christmaseve", "heiligabend": "12-24"
    case "newyear", "newyearsday", "neujahr": "01-01"
    case "newyearseve", "silvester": "12-31"
    default: nil
    }
  }

  /// A moving date in capitals or with blanks too many.
  private static func moving(_ text: String) -> String? {
    for candidate in [text, text.filter { $0 != " " }] where MovingDay(text: ArraySlice(candidate.utf8)) != nil {
      return candidate
    }
    return nil
  }

  private static func day(_ text: String) -> String? { read(text)?.text }

  /// Two days with dots, a dash or a word between them. What the second lacks the first has: `12-24..26`.
  private static func range(_ text: String) -> String? {
    let separators = ["...", "..", "–", " - ", " to ", " bis ", " until ", "-"]
    for separator in separators {
      let parts = parts(of: text, by: separator)
      guard parts.count == 2, let first = read(parts[0]) else { continue }
      var last = read(parts[1])
      if last == nil, let day = Int(parts[1].filter { $0 != " " && $0 != "." }), parts[1].count <= 4 {
        last = Day(year: first.year, month: first.month, day: day)
      }
      guard var last else { continue }
      var start = first
      // A year at one end only means both, if the days stand in its order.
      if start.year == nil, let year = last.year, (start.month, start.day) <= (last.month, last.day) {
        start.year = year
      }
      if last.year == nil, let year = start.year, (start.month, start.day) <= (last.month, last.day) {
        last.year = year
      }
      guard (start.year == nil) == (last.year == nil), let from = start.text, let to = last.text else { return nil }
      if start.year != nil, from > to { return nil }
      return "\(from)..\(to)"
    }
    return nil
  }

  private static func parts(of text: String, by separator: String) -> [String] {
    var parts = [""]
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix(separator), parts.count == 1, !parts[0].isEmpty {
        rest = rest.dropFirst(separator.count)
        parts.append("")
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts
  }

  /// A single day: two or three numbers, or a month's name with one or two.
  private static func read(_ text: String) -> Day? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var numbers: [(value: Int, isYear: Bool)] = []
    var month: Int?
    for word in words {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      if digits.isEmpty {
        guard month == nil, let named = self.month(word) else { return nil }
        month = named
        continue
      }
      let suffix = word.dropFirst(digits.count)
      guard ["", "st", "nd", "rd", "th"].contains(suffix), digits.count <= 2 || digits.count == 4,
        let value = Int(digits)
      else { return nil }
      numbers.append((value, digits.count == 4))
    }
    let years = numbers.filter { $0.isYear }
    let others = numbers.filter { !$0.isYear }.map { $0.value }
    guard years.count <= 1 else { return nil }
    let year = years.first?.value
    if let month { return others.count == 1 ? Day(year: year, month: month, day: others[0]) : nil }
    guard others.count == 2 else { return nil }
    if numbers.first?.isYear == true { return Day(year: year, month: others[0], day: others[1]) }
    if text.contains(".") { return Day(year: year, month: others[1], day: others[0]) }
    if text.contains("/") || year != nil {
      // Month first in one country, day first in others: only one of them may be a day of the calendar.
      if others[0] == others[1] || others[1] > 12 { return Day(year: year, month: others[0], day: others[1]) }
      return others[0] > 12 ? Day(year: year, month: others[1], day: others[0]) : nil
    }
    return Day(year: nil, month: others[0], day: others[1])
  }

  /// The month of an English or German name, or of the first three letters of one.
  private static func month(_ word: String) -> Int? {
    let names = [
      ["january", "januar", "jänner"], ["february", "februar"], ["march", "märz", "maerz"], ["april"], ["may", "mai"],
      ["june", "juni"], ["july", "juli"], ["august"], ["september"], ["october", "oktober"], ["november"],
      ["december", "dezember"],
    ]
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0 == word || $0.prefix(3) == word || $0.prefix(4) == word } }.map {
      $0 + 1
    }
  }
}
