// Dates and times as replies (`2024-09-16T08:30:00.000+02:00`) and the bookings file (`2024-09-16T06:30:00Z`) show them.
// Reading is in ISO8601.swift.

extension ISO8601 {
  /// An instant as clocks with this offset (seconds east of UTC) show it, such as `2024-09-16T08:30:00.000+02:00`,
  /// always with milliseconds and a numeric offset.
  ///
  /// ISO 8601 has no seconds in an offset. For one that has (Liberia until 1972: -00:44:30) they are dropped, and the
  /// time is written as a clock with the shorter offset shows it: the text still names the same instant.
  public static func write(_ instant: Instant, offsetSeconds: Int) -> String {
    let minutes = offsetSeconds / 60
    var bytes: [UInt8] = []
    bytes.reserveCapacity(29)
    let shown = LocalDateTime(wallMilliseconds: instant.milliseconds + Int64(minutes) * 60_000)
    append(shown, fraction: true, to: &bytes)
    bytes.append(minutes < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    append(minutes.magnitude / 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(minutes.magnitude % 60, width: 2, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An instant as local clocks of a zone show it (see `write(_:offsetSeconds:)`).
  public static func write(_ instant: Instant, in zone: Zone) -> String {
    write(instant, offsetSeconds: zone.offset(at: instant))
  }

  /// An instant as local clocks show it (see `write(_:offsetSeconds:)`), by a table of offsets.
  public static func write(_ instant: Instant, in offsets: OffsetTable) -> String {
    write(instant, offsetSeconds: offsets.offset(at: instant))
  }

  /// An instant in UTC, such as `2024-09-16T06:30:00Z`; with milliseconds only where it has any.
  public static func writeUTC(_ instant: Instant) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    let shown = LocalDateTime(wallMilliseconds: instant.milliseconds)
    append(shown, fraction: shown.millisecondOfDay % 1000 != 0, to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `YYYY-MM-DD`. A year outside 0000–9999, which only arithmetic can reach, gets a sign and as many
  /// digits as it needs, at least six.
  static func append(_ date: LocalDate, to bytes: inout [UInt8]) {
    let (year, month, day) = date.components
    if (0...9999).contains(year) {
      append(year.magnitude, width: 4, to: &bytes)
    } else {
      bytes.append(year < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      append(year.magnitude, width: year.magnitude > 999_999 ? 7 : 6, to: &bytes)
    }
    bytes.append(UInt8(ascii: "-"))
    append(month.magnitude, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(day.magnitude, width: 2, to: &bytes)
  }

  private static func append(_ reading: LocalDateTime, fraction: Bool, to bytes: inout [UInt8]) {
    append(reading.date, to: &bytes)
    let ofDay = reading.millisecondOfDay.magnitude
    bytes.append(UInt8(ascii: "T"))
    append(ofDay / 3_600_000, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(ofDay / 60_000 % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(ofDay / 1000 % 60, width: 2, to: &bytes)
    guard fraction else { return }
    bytes.append(UInt8(ascii: "."))
    append(ofDay % 1000, width: 3, to: &bytes)
  }

  /// Appends the last `width` decimal digits of a number.
  private static func append(_ number: UInt, width: Int, to bytes: inout [UInt8]) {
    let end = bytes.count + width
    while bytes.count < end { bytes.append(UInt8(ascii: "0")) }
    var rest = number
    var place = end
    while place > end - width {
      place -= 1
      bytes[place] &+= UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
