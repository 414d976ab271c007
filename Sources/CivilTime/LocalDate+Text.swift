// Calendar days as text, `YYYY-MM-DD` and nothing else.

extension LocalDate {
  /// The day as `YYYY-MM-DD`.
  package var text: String { ISO8601.write(self) }

  /// The day that a text of the form `YYYY-MM-DD` names; nil for any other form and where there is no such day.
  package init?(text: Substring) {
    var scanner = ByteScanner(text)
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
      let day = scanner.digits(2), scanner.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that a whole text names.
  package init?(text: String) { self.init(text: text[...]) }
}
