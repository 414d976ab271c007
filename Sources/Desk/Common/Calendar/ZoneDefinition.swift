// A zone's rules in an iCalendar file (RFC 5545, section 3.6.5), taken from the moments at which its clocks are really
// set. No rule is guessed: each moment is an observance of its own, which every reader understands, and the years that
// the file's events lie in are all there.

internal import CivilTime

/// The VTIMEZONE of a zone.
struct ZoneDefinition {
  private let zone: Zone
  private let table: OffsetTable

  /// The rules that hold for events within some time.
  init(_ zone: Zone, for time: Range<Instant>) {
    self.zone = zone
    // A year and a day before the first event so that the last change before it is among them where there are any.
    let from = time.lowerBound.adding(seconds: -367 * 86_400)
    table = zone.offsets(from: from, through: time.upperBound.adding(seconds: 86_400))
  }

  /// Writes it.
  func write(to lines: inout ContentLines) {
    lines.append("BEGIN", "VTIMEZONE")
    lines.append("TZID", zone.name)
    let first = table.offset(at: table.covered.lowerBound)
    let start = LocalDateTime(date: table.local(table.covered.lowerBound).date, millisecondOfDay: 0)
    observance(at: start, from: first, to: first, isSaving: false, &lines)
    for change in table.transitions {
      // An onset is written as the clocks show it that have not been set yet.
      let onset = LocalDateTime(wallMilliseconds: change.instant.milliseconds + Int64(change.before) * 1000)
      observance(at: onset, from: change.before, to: change.after, isSaving: change.after > change.before, &lines)
    }
    lines.append("END", "VTIMEZONE")
  }

  private func observance(at onset: LocalDateTime, from: Int, to: Int, isSaving: Bool, _ lines: inout ContentLines) {
    let name = isSaving ? "DAYLIGHT" : "STANDARD"
    lines.append("BEGIN", name)
    lines.append("DTSTART", CalendarTime.local(onset))
    lines.append("TZOFFSETFROM", CalendarTime.offset(from))
    lines.append("TZOFFSETTO", CalendarTime.offset(to))
    lines.append("END", name)
  }
}

/// Times as iCalendar writes them (RFC 5545, sections 3.3.5 and 3.3.14).
enum CalendarTime {
  /// `20261124T083000`.
  static func local(_ reading: LocalDateTime) -> String {
    let day = reading.date.components
    let second = reading.millisecondOfDay / 1000
    return digits(day.year, 4) + digits(day.month, 2) + digits(day.day, 2) + "T" + digits(second / 3600, 2)
      + digits(second / 60 % 60, 2) + digits(second % 60, 2)
  }

  /// `20261124T073000Z`.
  static func utc(_ instant: Instant) -> String {
    local(LocalDateTime(wallMilliseconds: instant.milliseconds)) + "Z"
  }

  /// `+0100`; with seconds where there are any.
  static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let rest = size % 60 == 0 ? "" : digits(size % 60, 2)
    return (seconds < 0 ? "-" : "+") + digits(size / 3600, 2) + digits(size / 60 % 60, 2) + rest
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
