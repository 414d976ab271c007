// Days, times and stretches of time as people type them at a counter. They are local times of the business; what is
// made of readings that clocks skip or repeat is said at each. How times are worded back is in Wording.swift.

package import CivilTime

/// Reads days and times as people type them.
package struct Phrases {
  /// The zone in which everything is meant.
  package let zone: Zone
  /// The local day on which it is said.
  package let today: LocalDate

  /// Phrases said at an instant at a business in this zone.
  package init(zone: Zone, now: Instant) {
    self.zone = zone
    self.today = zone.local(now).date
  }

  /// The day that a phrase names: `2026-11-24`, `24.11.2026`, `24.11.` (the next one), `today`, `tomorrow`,
  /// `yesterday`, `+3` and `-3` (days from today), a weekday such as `monday` or `mon` (the next one, today included)
  /// or `next monday` (not today). Upper and lower case are the same. Nil for anything else and for days that do not
  /// exist.
  package func day(_ phrase: some StringProtocol) -> LocalDate? {
    let text = phrase.lowercased().split(separator: " ").joined(separator: " ")
    switch text {
    case "today": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    default: break
    }
    if let day = LocalDate(text: text) { return day }
    if let first = text.first, first == "+" || first == "-", let days = number(text.dropFirst(), upTo: 36_500) {
      return today.adding(days: first == "+" ? days : -days)
    }
    return weekday(text) ?? dotted(text)
  }

  /// The minutes after midnight of a time: `8:30`, `08:30`, `8.30`, `8`, `8 o'clock`, `8:30 am`, `8pm`, `at 8:30`,
  /// `um 8 Uhr`. Nil for anything else.
  package func minute(_ phrase: some StringProtocol) -> Int? {
    var text = phrase.lowercased().filter { $0 != " " }[...]
    for word in ["at", "um"] where text.hasPrefix(word) { text = text.dropFirst(2) }
    for word in ["o'clock", "o’clock", "uhr"] where text.hasSuffix(word) { text = text.dropLast(word.count) }
    var shift: Int?
    for (suffix, hours) in [("am", 0), ("pm", 12)] where text.hasSuffix(suffix) {
      text = text.dropLast(2)
      shift = hours
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (1...2).contains(parts.count), var hour = number(parts[0], upTo: 23),
      let minute = parts.count == 2 ? number(parts[1], upTo: 59) : 0,
      parts.count == 1 || parts[1].count == 2
    else { return nil }
    if let shift {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + shift
    }
    return hour * 60 + minute
  }

  /// What a phrase for a moment names.
  package enum Moment: Equatable, Sendable {
    /// A day alone.
    case day(LocalDate)
    /// A clock reading.
    case reading(LocalDateTime)
    /// An instant: a reading with an offset from UTC.
    case instant(Instant)
  }

  /// The moment that a phrase names: ISO 8601 (`2026-11-24T08:30`, with or without an offset), or a day as `day(_:)`
  /// takes it, and a time after a space (`tomorrow 8:30`, `mon 14:00`). Nil for anything else.
  package func moment(_ phrase: some StringProtocol) -> Moment? {
    let text = phrase.split(separator: " ").joined(separator: " ")
    switch try? ISO8601.parse(text) {
    case .date(let date)?: return .day(date)
    case .local(let reading)?: return .reading(reading)
    case .instant(let instant, _, offsetSeconds: _)?: return .instant(instant)
    case nil: break
    }
    if let day = day(text) { return .day(day) }
    for space in text.indices where text[space] == " " {
      if let day = day(text[..<space]), let minute = minute(text[text.index(after: space)...]) {
        return .reading(LocalDateTime(date: day, minute: minute))
      }
    }
    return nil
  }

  /// The start of an appointment: a moment with a time, the first occurrence of one that clocks show twice. Nil for
  /// phrases that name none and for times that clocks skip.
  package func start(_ phrase: some StringProtocol) -> Instant? {
    switch moment(phrase) {
    case .reading(let reading)?: zone.resolve(reading).appointmentStart
    case .instant(let instant)?: instant
    case .day?, nil: nil
    }
  }

  /// The stretch that `FROM..TO` names, or `DAY` for all of a day. A day as `FROM` counts from its beginning, as `TO`
  /// to its end; `TO` may be a time of the day of `FROM` (`2026-11-24T08:00..10:00`). Of a time that clocks show twice,
  /// a start is the first occurrence and an end the second; one that they skip is the moment at which they do (as for
  /// working windows). Nil for anything else and where the end is not after the start.
  package func span(_ phrase: some StringProtocol) -> Range<Instant>? {
    let text = String(phrase)
    if let day = self.day(text) { return span(.day(day), .day(day)) }
    // A day may end with a dot itself: each two dots are tried.
    for dots in text.indices where text[dots...].hasPrefix("..") {
      let last = text[dots...].dropFirst(2)
      guard let start = moment(text[..<dots]), let end = moment(last) ?? timeOfDay(last, of: start) else { continue }
      return span(start, end)
    }
    return nil
  }

  /// From a moment until the end of its day, or of a day so many days on, the first one counted.
  package func stretch(from moment: Moment, days: Int) -> (start: Instant, end: Instant) {
    let (day, start): (LocalDate, Instant)
    switch moment {
    case .day(let date): (day, start) = (date, zone.startOfDay(date))
    case .reading(let reading): (day, start) = (reading.date, zone.resolve(reading).windowStart)
    case .instant(let instant): (day, start) = (zone.local(instant).date, instant)
    }
    return (start, max(start, zone.startOfDay(day.adding(days: days))))
  }

  /// A moment in ISO 8601, as the webhook takes it.
  package func text(_ moment: Moment) -> String {
    switch moment {
    case .day(let date): date.text
    case .reading(let reading):
      "\(reading.date.text)T\(Wording.clock(minute: reading.millisecondOfDay / 60_000))"
    case .instant(let instant): ISO8601.writeUTC(instant)
    }
  }

  private func span(_ first: Moment, _ last: Moment) -> Range<Instant>? {
    let start: Instant
    switch first {
    case .day(let day): start = zone.startOfDay(day)
    case .reading(let reading): start = zone.resolve(reading).windowStart
    case .instant(let instant): start = instant
    }
    let end: Instant
    switch last {
    case .day(let day): end = zone.startOfDay(day.adding(days: 1))
    case .reading(let reading): end = zone.resolve(reading).windowEnd
    case .instant(let instant): end = instant
    }
    return start < end ? start..<end : nil
  }

  private func timeOfDay(_ text: Substring, of first: Moment) -> Moment? {
    let day: LocalDate
    switch first {
    case .day(let date): day = date
    case .reading(let reading): day = reading.date
    case .instant(let instant): day = zone.local(instant).date
    }
    if text == "24:00" { return .day(day) }
    return minute(text).map { .reading(LocalDateTime(date: day, minute: $0)) }
  }

  private func weekday(_ text: String) -> LocalDate? {
    let isNext = text.hasPrefix("next ")
    let name = isNext ? String(text.dropFirst(5)) : text
    let weekday = Weekday.allCases.first { weekday in
      let full = Wording.weekday(weekday).lowercased()
      return name == full || name == full.prefix(3)
    }
    guard let weekday else { return nil }
    let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    return today.adding(days: ahead == 0 && isNext ? 7 : ahead)
  }

  /// `24.11.2026`, or `24.11.` and `24.11` for the next such day.
  private func dotted(_ text: String) -> LocalDate? {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, parts[2].isEmpty { parts.removeLast() }
    guard parts.count == 2 || parts.count == 3, let day = number(parts[0], upTo: 31),
      let month = number(parts[1], upTo: 12)
    else { return nil }
    if parts.count == 3 {
      guard parts[2].count == 4, let year = number(parts[2], upTo: 9999) else { return nil }
      return LocalDate(year: year, month: month, day: day)
    }
    let year = today.components.year
    return (year...year + 8).lazy.compactMap { LocalDate(year: $0, month: month, day: day) }.first { $0 >= today }
  }

  private func number(_ text: some StringProtocol, upTo limit: Int) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 5, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = Int(text),
      number <= limit
    else { return nil }
    return number
  }
}

extension DeskFailure {
  /// A day was asked for, and this is none.
  static func notADay(_ typed: String) -> DeskFailure {
    DeskFailure(
      "“\(TerminalText.harmless(typed))” is no day: write a date like 2026-11-24, today, tomorrow, a weekday, +3 or -30.",
      status: 64)
  }
}
