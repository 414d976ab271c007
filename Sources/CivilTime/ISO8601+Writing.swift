// Dates and times as replies (`2024-09-16T08:30:00.000+02:00`) and the bookings file (`2024-09-16T06:30:00Z`) show them.
// Reading is in ISO8601.swift.

extension ISO8601 {
  /// An instant as clocks with this offset (seconds east of UTC) show it, such as `2024-09-16T08:30:00.000+02:00`,
  /// always with milliseconds and a numeric offset.
  ///
  /// ISO 8601 has no seconds in an offset. For one that has (Liberia until 1972: -00:44:30) they are dropped, and the
  /// time is written as a clock with the shorter offset shows it: the text still names the same instant.
  package static func write(_ instant: Instant, offsetSeconds: Int) -> String {
    let minutes = offsetSeconds / 60
    let shown = shown(instant, offsetMinutes: minutes)
    var bytes = form
    var text = bytes.mutableSpan
    put(shown, in: &text)
    if minutes < 0 { text[23] = UInt8(ascii: "-") }
    put(Int(minutes.magnitude) / 60, 24..<26, in: &text)
    put(Int(minutes.magnitude) % 60, 27..<29, in: &text)
    return string(bytes[...], of: shown.date)
  }

  /// The date that `write(_:offsetSeconds:)` writes.
  package static func writtenDate(_ instant: Instant, offsetSeconds: Int) -> LocalDate {
    shown(instant, offsetMinutes: offsetSeconds / 60).date
  }

  private static func shown(_ instant: Instant, offsetMinutes: Int) -> LocalDateTime {
    LocalDateTime(wallMilliseconds: instant.milliseconds + Int64(offsetMinutes) * 60_000)
  }

  /// An instant as local clocks of a zone show it (see `write(_:offsetSeconds:)`).
  package static func write(_ instant: Instant, in zone: Zone) -> String {
    write(instant, offsetSeconds: zone.offset(at: instant))
  }

  /// An instant as local clocks show it (see `write(_:offsetSeconds:)`), by a table of offsets.
  package static func write(_ instant: Instant, in offsets: OffsetTable) -> String {
    write(instant, offsetSeconds: offsets.offset(at: instant))
  }

  /// An instant in UTC, such as `2024-09-16T06:30:00Z`; with milliseconds only where it has any.
  package static func writeUTC(_ instant: Instant) -> String {
    let shown = LocalDateTime(wallMilliseconds: instant.milliseconds)
    var bytes = form
    var text = bytes.mutableSpan
    put(shown, in: &text)
    let end = shown.millisecondOfDay % 1000 == 0 ? 19 : 23
    text[end] = UInt8(ascii: "Z")
    return string(bytes[...end], of: shown.date)
  }

  /// A date as `YYYY-MM-DD`.
  static func write(_ date: LocalDate) -> String {
    var bytes = form
    var text = bytes.mutableSpan
    put(date, in: &text)
    return string(bytes[..<10], of: date)
  }

  /// What every text is filled into: digits are put into their places, which is much quicker than appending them.
  private static let form = Array("0000-00-00T00:00:00.000+00:00".utf8)

  private static func put(_ reading: LocalDateTime, in text: inout MutableSpan<UInt8>) {
    put(reading.date, in: &text)
    let ofDay = reading.millisecondOfDay
    put(ofDay / 3_600_000, 11..<13, in: &text)
    put(ofDay / 60_000 % 60, 14..<16, in: &text)
    put(ofDay / 1000 % 60, 17..<19, in: &text)
    put(ofDay % 1000, 20..<23, in: &text)
  }

  private static func put(_ date: LocalDate, in text: inout MutableSpan<UInt8>) {
    let (year, month, day) = date.components
    put(Int(year.magnitude), 0..<4, in: &text)
    put(month, 5..<7, in: &text)
    put(day, 8..<10, in: &text)
  }

  /// Puts the last decimal digits of a number, not negative, into as many places.
  private static func put(_ number: Int, _ places: Range<Int>, in text: inout MutableSpan<UInt8>) {
    var rest = number
    var place = places.upperBound
    while place > places.lowerBound {
      place -= 1
      text[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// The text in these bytes, which begin with a date. A year outside 0000–9999, which only arithmetic can reach, gets a
  /// sign and as many digits as it needs, at least six.
  private static func string(_ bytes: ArraySlice<UInt8>, of date: LocalDate) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let year = date.components.year
    if (0...9999).contains(year) { return text }
    let digits = String(year.magnitude)
    return (year < 0 ? "-" : "+") + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
      + text.dropFirst(4)
  }
}
