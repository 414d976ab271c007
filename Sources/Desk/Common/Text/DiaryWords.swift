// How days, times and what stands in a diary are worded, in the languages that the counter's page speaks. Terminals and
// exports have English.

internal import CivilTime

/// A language of the counter.
enum CounterLanguage: Sendable {
  case english
  case german

  /// The language of a BCP 47 tag such as `de-AT`; nil for one that nobody has written words in.
  init?(tag: String) {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    switch primary {
    case "en": self = .english
    case "de": self = .german
    default: return nil
    }
  }

  /// The tag that says it on a page.
  var tag: String {
    switch self {
    case .english: "en"
    case .german: "de"
    }
  }
}

/// Words of a diary in one language. A language without one of them does not compile.
struct DiaryWords: Sendable {
  let language: CounterLanguage
  /// Monday first.
  let weekdays: [String]
  /// January first.
  let months: [String]
  /// Months as short as dates have them.
  let shortMonths: [String]
  /// Of a day on which the business is closed.
  let closed: String
  /// Of a day on which an agent does not work.
  let off: String
  let allDay: String
  let from: String
  let until: String
  let blocked: String

  static let english = DiaryWords(
    language: .english, weekdays: Weekday.allCases.map(Wording.weekday), months: (1...12).map(Wording.month),
    shortMonths: (1...12).map { String(Wording.month($0).prefix(3)) }, closed: "closed", off: "off",
    allDay: "all day", from: "from", until: "until", blocked: "Blocked")

  static let german = DiaryWords(
    language: .german,
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember",
    ],
    shortMonths: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."],
    closed: "geschlossen", off: "nicht da", allDay: "ganztägig", from: "ab", until: "bis", blocked: "Gesperrt")

  /// `Tuesday, 24 November 2026`.
  func day(_ day: LocalDate) -> String { weekday(day) + ", " + date(day) }

  /// `24 November 2026`.
  func date(_ day: LocalDate) -> String {
    let parts = day.components
    return dayOfMonth(parts.day) + " " + months[parts.month - 1] + " \(parts.year)"
  }

  /// `Tue 24 Nov`.
  func shortDay(_ day: LocalDate) -> String {
    let parts = day.components
    let length = language == .german ? 2 : 3
    return weekday(day).prefix(length) + " " + dayOfMonth(parts.day) + " " + shortMonths[parts.month - 1]
  }

  /// `24 November 2026`, or `24 – 30 November 2026` with as little said twice as can be.
  func days(_ first: LocalDate, _ last: LocalDate) -> String {
    let (from, to) = (first.components, last.components)
    if first == last { return date(last) }
    if from.year != to.year { return date(first) + " – " + date(last) }
    if from.month != to.month { return dayOfMonth(from.day) + " " + months[from.month - 1] + " – " + date(last) }
    return dayOfMonth(from.day) + (language == .german ? "–" : " – ") + date(last)
  }

  /// `08:30–09:00`: a stretch of one day; an end at midnight is `24:00`, other days are named.
  func clocks(_ start: Instant, _ end: Instant, _ offsets: OffsetTable) -> String {
    let (from, to) = (offsets.local(start), offsets.local(end))
    let isMidnight = to.millisecondOfDay == 0 && to.date == from.date.adding(days: 1)
    let last = isMidnight ? "24:00" : Wording.clock(end, offsets)
    let other = isMidnight || to.date == from.date ? "" : " (\(shortDay(to.date)))"
    return Wording.clock(start, offsets) + "–" + last + other
  }

  /// `Tuesday, 24 November 2026, 08:30–09:00`.
  func span(_ start: Instant, _ end: Instant, _ offsets: OffsetTable) -> String {
    day(offsets.local(start).date) + ", " + clocks(start, end, offsets)
  }

  /// A stretch that may be days long: `Tuesday, 24 November 2026, 08:30–09:00`, `24 – 26 November 2026, all day`, or
  /// both ends with their days.
  func stretch(_ start: Instant, _ end: Instant, _ offsets: OffsetTable) -> String {
    let (from, to) = (offsets.local(start), offsets.local(end))
    if offsets.startOfDay(from.date) == start, offsets.startOfDay(to.date) == end {
      let last = to.date.adding(days: -1)
      return (last == from.date ? day(last) : days(from.date, last)) + ", " + allDay
    }
    if from.date == to.date || to == LocalDateTime(date: from.date, minute: 1440) { return span(start, end, offsets) }
    return "\(day(from.date)), \(Wording.clock(start, offsets)) – \(day(to.date)), \(Wording.clock(end, offsets))"
  }

  private func weekday(_ day: LocalDate) -> String { weekdays[day.weekday.rawValue] }

  private func dayOfMonth(_ day: Int) -> String { language == .german ? "\(day)." : "\(day)" }
}
