// Why a text is no date or time. The words for people are made where the error is answered.

/// Why a text is not read as ISO 8601.
package enum ISO8601Error: Error, Equatable, Sendable {
  /// The text has another form.
  case malformed
  /// The form is right, but the calendar has no such date: `2026-02-30`, month 13, year 0000.
  case noSuchDate
  /// The form is right, but the day has no such time: `24:01`, `12:60`, second 60.
  case noSuchTime
  /// The form is right, but no offset has so many hours or minutes.
  case noSuchOffset
}
