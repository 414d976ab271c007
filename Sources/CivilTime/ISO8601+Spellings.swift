// Every spelling of a date and time that ISO 8601 (2004 and 2019, its first part) calls complete. A caller's system may
// give a time back in another spelling than it got (contract, section 3, slots); ISO8601.swift reads what requests ask.

extension ISO8601 {
  /// Reads what `parse` reads, and the other complete representations of ISO 8601:
  ///
  /// - the basic format without `-` and `:`;
  /// - ordinal dates `YYYY-DDD` and week dates `YYYY-Www-D`;
  /// - times down to the hour or the minute, each with a fraction of its last part after a point or comma;
  /// - `24:00:00` for the end of a day.
  ///
  /// Basic and extended format may be mixed. Fractions finer than milliseconds are rounded up.
  package static func parseAnySpelling(_ text: String) throws(ISO8601Error) -> DateTimeText {
    var scanner = ByteScanner(text[...])
    let date = try date(&scanner)
    if scanner.isAtEnd { return .date(date) }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") else { throw .malformed }
    let ofDay = try millisecondOfDay(&scanner)
    let offset = try offset(&scanner)
    guard scanner.isAtEnd else { throw .malformed }
    let midnight = LocalDateTime(date: date, millisecondOfDay: 0).wallMilliseconds
    return place(LocalDateTime(wallMilliseconds: midnight + Int64(ofDay)), offset)
  }

  /// Reads a calendar, ordinal or week date in either format.
  private static func date(_ scanner: inout ByteScanner) throws(ISO8601Error) -> LocalDate {
    guard let year = scanner.digits(4) else { throw .malformed }
    let isExtended = scanner.skip("-")
    let date: LocalDate?
    if scanner.skip("W") || scanner.skip("w") {
      guard let week = scanner.digits(2), !isExtended || scanner.skip("-"), let day = scanner.digits(1) else {
        throw .malformed
      }
      date = LocalDate(year: year, week: week, day: day)
    } else if scanner.digitCount == 3, let day = scanner.digits(3) {
      date = LocalDate(year: year, ordinal: day)
    } else {
      guard let month = scanner.digits(2), !isExtended || scanner.skip("-"), let day = scanner.digits(2) else {
        throw .malformed
      }
      date = LocalDate(year: year, month: month, day: day)
    }
    guard let date else { throw .noSuchDate }
    return date
  }

  /// Reads a time of day as milliseconds after midnight, up to 24 hours.
  private static func millisecondOfDay(_ scanner: inout ByteScanner) throws(ISO8601Error) -> Int {
    guard let hour = scanner.digits(2) else { throw .malformed }
    var unit = 3_600_000
    var sum = hour * unit
    for _ in 0..<2 {
      let isSeparated = scanner.skip(":")
      guard isSeparated || scanner.digitCount > 0 else { break }
      guard let part = scanner.digits(2) else { throw .malformed }
      guard part < 60 else { throw .noSuchTime }
      unit /= 60
      sum += part * unit
    }
    if scanner.skip(".") || scanner.skip(",") {
      guard let fraction = scanner.fraction(of: unit) else { throw .malformed }
      // 23:59:59.9999 is rounded up to the end of the day, which is no 24th hour.
      guard hour < 24 || fraction == 0 else { throw .noSuchTime }
      sum += fraction
    }
    guard hour < 24 || sum == 86_400_000 else { throw .noSuchTime }
    return sum
  }
}

extension LocalDate {
  /// The day with this number (from 1) in a year; nil where the year has no such day.
  fileprivate init?(year: Int, ordinal: Int) {
    guard let first = LocalDate(year: year, month: 1, day: 1), ordinal >= 1,
      ordinal <= (LocalDate.isLeap(year) ? 366 : 365)
    else { return nil }
    self = first.adding(days: ordinal - 1)
  }

  /// The day (1 is Monday) of a week of the ISO calendar, whose first week has the year's first Thursday; nil where
  /// there is no such day or where it lies outside the years 1 to 9999.
  fileprivate init?(year: Int, week: Int, day: Int) {
    guard let fourth = LocalDate(year: year, month: 1, day: 4), week >= 1, (1...7).contains(day) else { return nil }
    let monday = fourth.adding(days: (week - 1) * 7 - fourth.weekday.rawValue)
    let date = monday.adding(days: day - 1)
    guard monday.adding(days: 3).components.year == year, (1...9999).contains(date.components.year) else { return nil }
    self = date
  }
}
