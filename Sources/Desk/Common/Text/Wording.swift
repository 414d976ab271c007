// How days, times and lengths are worded on terminals and in exports: in English. DiaryWords.swift has the words of other
// languages too; what people type is read in Phrases.swift.

package import CivilTime

/// Words for days and times.
package enum Wording {
  /// `Tuesday, 24 November 2026`.
  package static func day(_ day: LocalDate) -> String { DiaryWords.english.day(day) }

  /// `Tue 24 Nov`.
  package static func shortDay(_ day: LocalDate) -> String { DiaryWords.english.shortDay(day) }

  /// `24 November 2026`, or `24 – 30 November 2026` with as little said twice as can be.
  package static func days(_ first: LocalDate, _ last: LocalDate) -> String { DiaryWords.english.days(first, last) }

  /// `08:30`; with `²` where clocks show the time for the second time that day.
  package static func clock(_ instant: Instant, _ offsets: OffsetTable) -> String {
    let reading = offsets.local(instant)
    let text = clock(minute: reading.millisecondOfDay / 60_000)
    if case .fold(first: _, second: instant) = offsets.resolve(reading) { return text + "²" }
    return text
  }

  /// `08:30` for 510 minutes after midnight, `24:00` for 1440.
  package static func clock(minute: Int) -> String { "\(padded(minute / 60)):\(padded(minute % 60))" }

  /// `08:30–09:00`: a stretch of one day; an end at midnight is `24:00`, other days are named.
  package static func clocks(_ start: Instant, _ end: Instant, _ offsets: OffsetTable) -> String {
    DiaryWords.english.clocks(start, end, offsets)
  }

  /// `Tuesday, 24 November 2026, 08:30–09:00`.
  package static func span(_ start: Instant, _ end: Instant, _ offsets: OffsetTable) -> String {
    DiaryWords.english.span(start, end, offsets)
  }

  /// A stretch that may be days long: `Tuesday, 24 November 2026, 08:30–09:00`, `24 – 26 November 2026, all day`, or
  /// both ends with their days.
  package static func stretch(_ start: Instant, _ end: Instant, _ offsets: OffsetTable) -> String {
    DiaryWords.english.stretch(start, end, offsets)
  }

  /// `1 booking`, `3 bookings`.
  package static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// `anna, ben or clara`.
  package static func list(_ items: [String], _ word: String = "or") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// `there is only anna`, `there are anna and ben`.
  package static func existing(_ items: [String]) -> String {
    items.count > 1 ? "there are " + list(items, "and") : items.first.map { "there is only " + $0 } ?? "there is none"
  }

  /// A weekday's name.
  package static func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The name of a month, 1–12.
  package static func month(_ month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : ""
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
