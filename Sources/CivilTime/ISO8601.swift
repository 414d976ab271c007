// Dates and times as requests write them (contract, section 3, slots). LocalResolution.swift
// decides what a reading without an offset means. Other spellings are in ISO8601+Spellings.swift, writing in ISO8601+Writing.swift.

/// Reading and writing ISO 8601.
package enum ISO8601 {
  /// What a text says, no more: without an offset it names no instant.
  package enum DateTimeText: Equatable, Sendable {
    /// A date alone.
    case date(LocalDate)
    /// A date and time without an offset.
    case local(LocalDateTime)
    /// A date and time with an offset: the instant, the reading as written, and the offset in seconds east of UTC.
    case instant(Instant, LocalDateTime, offsetSeconds: Int)
  }

  /// Reads a date, or a date and time, from a whole text.
  package static func parse(_ text: String) throws(ISO8601Error) -> DateTimeText { try parse(text[...]) }

  /// Reads a date, or a date and time: `YYYY-MM-DD`, then `T`, `t` or a space, `hh:mm`, optionally `:ss` and a fraction
  /// of a second after a point or comma, optionally `Z`, `z`, `±hh`, `±hhmm` or `±hh:mm`. No white space around it.
  ///
  /// A fraction finer than milliseconds is rounded up, so that "from then on" never means earlier. Hours end at 23 and
  /// seconds at 59; the years are 0001 to 9999.
  package static func parse(_ text: Substring) throws(ISO8601Error) -> DateTimeText {
    // The form is judged before the calendar, so that `2026-02-30x` is malformed and not a date that does not exist.
    var scanner = ByteScanner(text)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
      let day = scanner.digits(2)
    else { throw .malformed }
    if scanner.isAtEnd {
      guard let date = LocalDate(year: year, month: month, day: day) else { throw .noSuchDate }
      return .date(date)
    }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let hour = scanner.digits(2), scanner.skip(":"),
      let minute = scanner.digits(2)
    else { throw .malformed }
    var second = 0
    var fraction = 0
    if scanner.skip(":") {
      guard let seconds = scanner.digits(2) else { throw .malformed }
      second = seconds
      if scanner.skip(".") || scanner.skip(",") {
        guard let milliseconds = scanner.fraction(of: 1000) else { throw .malformed }
        fraction = milliseconds
      }
    }
    let offset = try offset(&scanner)
    guard scanner.isAtEnd else { throw .malformed }
    guard let date = LocalDate(year: year, month: month, day: day) else { throw .noSuchDate }
    guard hour < 24, minute < 60, second < 60 else { throw .noSuchTime }
    let midnight = LocalDateTime(date: date, millisecondOfDay: 0).wallMilliseconds
    let ofDay = ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    return place(LocalDateTime(wallMilliseconds: midnight + Int64(ofDay)), offset)
  }

  /// A reading, placed on the time line where its offset (seconds east of UTC) is known.
  static func place(_ reading: LocalDateTime, _ offset: Int?) -> DateTimeText {
    guard let offset else { return .local(reading) }
    let instant = Instant(milliseconds: reading.wallMilliseconds - Int64(offset) * 1000)
    return .instant(instant, reading, offsetSeconds: offset)
  }

  /// Reads `Z`, `z`, `±hh`, `±hhmm` or `±hh:mm` as seconds east of UTC; nil where none of them begins here.
  static func offset(_ scanner: inout ByteScanner) throws(ISO8601Error) -> Int? {
    if scanner.skip("Z") || scanner.skip("z") { return 0 }
    let isEast = scanner.skip("+")
    guard isEast || scanner.skip("-") else { return nil }
    guard let hours = scanner.digits(2) else { throw .malformed }
    var minutes = 0
    if scanner.skip(":") || scanner.digitCount > 0 {
      guard let more = scanner.digits(2) else { throw .malformed }
      minutes = more
    }
    guard scanner.isAtEnd else { throw .malformed }
    guard hours < 24, minutes < 60 else { throw .noSuchOffset }
    let seconds = hours * 3600 + minutes * 60
    return isEast ? seconds : -seconds
  }
}
