// Bookings as a table for spreadsheets: CSV (RFC 4180).

internal import Diary
internal import Business
internal import CivilTime
internal import People

/// Writes bookings as a table, one a row.
package struct Table {
  private let business: Business
  private let separator: Character
  private let fields: [String]

  /// The table of a business's bookings, with this separator between cells, and with a column for each of these fields
  /// of booker and participant after the fixed ones.
  init(of business: Business, separator: Character, fields: [String]) {
    self.business = business
    self.separator = separator
    self.fields = fields
  }

  /// The first line. The file is UTF-8 with a byte order mark, without which Excel takes it for another encoding; lines
  /// end with CRLF.
  var heading: String {
    let fixed = [
      "booking", "status", "date", "start", "end", "minutes", "agent", "appointmentType", "product", "startsAt",
      "bookedAt", "changedAt",
    ]
    return "\u{FEFF}"
      + line(fixed + ["participant.", "booker."].flatMap { person in fields.map { heading(person + $0, $0) } })
  }

  /// `participant.insuranceNumber (Versichertennummer)`: what a field is called in the file, and by people.
  private func heading(_ column: String, _ field: String) -> String {
    let label = business.fields.first { $0.name == field }?.label
    return label.map { "\(column) (\($0))" } ?? column
  }

  /// The line of a booking; nothing for a block.
  func row(_ item: ItemHistory) -> String {
    guard case .booking(let booking) = item.present else { return "" }
    let people = [booking.participant, booking.booker].flatMap { person in
      fields.map { field in person[field]?.line ?? "" }
    }
    return line(cells(booking, item) + people)
  }

  private func cells(_ booking: Booking, _ item: ItemHistory) -> [String] {
    let zone = business.zone
    let (start, end) = (zone.local(booking.start), zone.local(booking.end))
    return [
      booking.id, booking.status == .booked ? "booked" : "cancelled", start.date.text,
      Wording.clock(minute: start.millisecondOfDay / 60_000), Wording.clock(minute: end.millisecondOfDay / 60_000),
      String(booking.duration / 60), booking.agent.name, booking.type.name, booking.product.name,
      ISO8601.write(booking.start, in: zone), ISO8601.write(item.created, in: zone),
      ISO8601.write(item.changed, in: zone),
    ]
  }

  private func line(_ cells: [String]) -> String {
    cells.map { Self.cell($0, separator: separator) }.joined(separator: String(separator)) + "\r\n"
  }

  /// A cell: in quotation marks where it has to be, and with an apostrophe before it where a spreadsheet would take it
  /// for a formula (it begins, blanks aside, with `=`, `+`, `-`, `@` or one of their wide forms, a tab or a line
  /// break) and it is no plain number.
  package static func cell(_ text: String, separator: Character) -> String {
    let isFormula = text.first { $0 != " " && $0 != "\u{A0}" }.map { "=+-@＝＋－＠\t\r\n\r\n".contains($0) } ?? false
    let value = isFormula && !isNumber(text) ? "'" + text : text
    let isPlain =
      value.allSatisfy { $0 != separator && $0 != "\"" && !$0.isNewline } && value.first != " " && value.last != " "
    return isPlain ? value : "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a text is a number or a phone number, with nothing in it that a spreadsheet could work out: `-5`, `+1.5`,
  /// `+49351123456`, `+49 (0)351 123-45`. Only of a phone number a hyphen may stand behind the first digit.
  private static func isNumber(_ text: String) -> Bool {
    let rest = text.unicodeScalars.dropFirst()
    guard text.unicodeScalars.first == "+" || text.unicodeScalars.first == "-" else { return false }
    let digits = rest.count { ("0"..."9").contains($0) }
    let isPlain = rest.first.map { ("0"..."9").contains($0) } ?? false
    if isPlain, rest.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) { return true }
    return text.unicodeScalars.first == "+" && digits >= 5
      && rest.allSatisfy { ("0"..."9").contains($0) || " \u{A0}()./-".unicodeScalars.contains($0) }
  }
}
