// Weekly hours: weekdays and the windows of working time. Dates.swift has the dates that override them; Scheduling decides
// what a window means on a given day.

import Business
import CivilTime

extension Reading {
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The windows of the week; days that are not named are closed.
  mutating func week(_ entry: Entry) -> Week {
    var week = Week()
    guard let map = map(entry, expected: "a map of weekdays such as {mon-fri: 09:00-17:00}") else { return week }
    var givenBy = InlineArray<7, Int>(repeating: -1)
    for key in keys(map) {
      let entry = Entry(key: key)
      let days = weekdays(entry, in: map)
      let windows = windows(entry)
      guard let (first, last) = days else { continue }
      var day = first
      while true {
        if givenBy[day] >= 0 {
          let before = givenBy[day]
          report(
            key,
            "\(quoted(key)) gives \"\(Reading.weekdays[day])\" a second time, after \(quoted(before)) in line "
              + "\(place(before).line); name each weekday once, with all its windows."
          )
        } else {
          givenBy[day] = key
          if let weekday = Weekday(rawValue: day) { week.append(windows, to: weekday) }
        }
        if day == last { break }
        day = (day + 1) % 7
      }
    }
    return week
  }

  /// The first and the last weekday that a key names.
  private mutating func weekdays(_ entry: Entry, in map: Int) -> (Int, Int)? {
    let text = tree.text(entry.key)
    if text.count == 3, let day = Reading.weekday(text) { return (day, day) }
    if text.count == 7, text[text.startIndex + 3] == UInt8(ascii: "-"),
      let first = Reading.weekday(text.prefix(3)), let last = Reading.weekday(text.suffix(3))
    {
      return (first, last)
    }
    guard !reportSplit(entry, in: map) else { return nil }
    let guess = Reading.weekdayGuess(text).map { "\(Quote.text($0)) was probably meant." }
    let otherwise = "Write one of mon, tue, wed, thu, fri, sat and sun, or one range such as mon-fri."
    report(entry.key, "\(quoted(entry.key)) is no weekday. \(guess ?? otherwise)")
    return nil
  }

  private static func weekday(_ text: ArraySlice<UInt8>) -> Int? {
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

  // MARK: - Windows

  /// The windows of an entry: none where it is `closed` or `off`, else one or more, comma separated or as a list.
  mutating func windows(_ entry: Entry) -> [Window] {
    let expected = "windows such as 08:00-12:00, or closed"
    switch tree.kind(entry.value) {
    case .list:
      let items = list(entry, expected: expected) ?? []
      if items.isEmpty { report(entry.value, "The list for \(quoted(entry.key)) is empty; write closed.") }
      return items.compactMap { item in
        guard isText(Entry(item: item), expected: expected) else { return nil }
        return window(tree.text(item), at: item, isWhole: false)
      }
    case .scalar where !tree.text(entry.value).isEmpty:
      let text = tree.text(entry.value)
      if Reading.isClosed(text) { return [] }
      var windows: [Window] = []
      var start = text.startIndex
      while true {
        let end = text[start...].firstIndex(of: UInt8(ascii: ",")) ?? text.endIndex
        let part = Bytes.trimmed(text[start..<end])
        if let window = window(part, at: entry.value, isWhole: part.count == text.count) { windows.append(window) }
        guard end < text.endIndex else { return windows }
        start = end + 1
      }
    default:
      _ = isText(entry, expected: expected)
      return []
    }
  }

  private static func isClosed(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual("closed".utf8) || text.elementsEqual("off".utf8)
  }

  /// One window of the value at a node, `HH:MM-HH:MM`; one that ends at or before its start ends on the next day.
  private mutating func window(_ text: ArraySlice<UInt8>, at node: Int, isWhole: Bool) -> Window? {
    guard text.count == 11, text[text.startIndex + 5] == UInt8(ascii: "-"),
      let start = Reading.minute(text.prefix(5)), let end = Reading.minute(text.suffix(5)), start < 1440
    else {
      let shown = Quote.text(String(decoding: text, as: UTF8.self))
      if text.isEmpty {
        report(node, "A window is missing before or after a comma in \(quoted(node)).")
      } else if Reading.isClosed(text), !isWhole {
        report(node, "\(shown) cannot stand beside windows; write it alone or leave it out.")
      } else {
        let otherwise =
          "Write HH:MM-HH:MM, hours from 00 to 23 and minutes from 00 to 59 (24:00 as an end), or closed."
        let guess = Reading.windowGuess(text).map { "\(Quote.text($0)) was probably meant." }
        report(node, "\(shown) is no window. \(guess ?? otherwise)")
      }
      return nil
    }
    guard start != end else {
      report(
        node, "\(Quote.text(String(decoding: text, as: UTF8.self))) is no time at all; a whole day is 00:00-24:00.")
      return nil
    }
    return Window(start: start, end: end > start ? end : end + 1440)
  }

  /// The minute of the day that `HH:MM` writes, up to `24:00`.
  private static func minute(_ text: ArraySlice<UInt8>) -> Int? {
    let start = text.startIndex
    guard text[start + 2] == UInt8(ascii: ":"), let hour = Bytes.number(text[start..<start + 2]),
      let minute = Bytes.number(text[(start + 3)...]), minute < 60, hour < 24 || hour == 24 && minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  /// What was probably meant by `8-12`, `8:00 – 12:00`, `0800-1200`, `08.00-12.00 Uhr`, `Closed`, or by several windows
  /// with something else than commas between them.
  private static func windowGuess(_ text: ArraySlice<UInt8>) -> String? {
    let runs = text.split { !Bytes.isDigit($0) }
    if runs.isEmpty { return Spelling.nearest(to: String(decoding: text, as: UTF8.self), among: ["closed", "off"]) }
    // 8am-5pm is left alone: 05:00 is not what is meant.
    guard !text.contains(UInt8(ascii: "m")), !text.contains(UInt8(ascii: "M")) else { return nil }
    var times: [Int] = []
    if runs.count == 2, !text.contains(UInt8(ascii: ":")), !text.contains(UInt8(ascii: ".")) {
      times = runs.flatMap { run in
        let number = Bytes.number(run) ?? 9999
        return run.count > 2 ? [number / 100, number % 100] : [number, 0]
      }
    } else if runs.count % 4 == 0, runs.allSatisfy({ $0.count <= 2 }) {
      times = runs.compactMap { Bytes.number($0) }
    }
    guard !times.isEmpty else { return nil }
    var windows: [String] = []
    for place in stride(from: 0, to: times.count, by: 4) {
      let parts = times[place..<place + 4].map { $0 < 10 ? "0\($0)" : "\($0)" }
      let window = "\(parts[0]):\(parts[1])-\(parts[2]):\(parts[3])"
      let bytes = Array(window.utf8)
      guard let start = minute(bytes.prefix(5)), start < 1440, minute(bytes.suffix(5)) != nil else { return nil }
      windows.append(window)
    }
    let guess = windows.joined(separator: ", ")
    return text.elementsEqual(guess.utf8) ? nil : guess
  }
}
