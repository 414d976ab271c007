// A diary as a page for the browser and the printer: self-contained, without script, light or dark as the reader's
// system is. Each sheet is a section with a list for each column, which reads in order without any style;
// PageStyle.swift lays the lists side by side on one time axis where there is room. Nothing on it comes from elsewhere
// (its content security policy says so), and whatever people wrote is escaped.

internal import Diary
internal import CivilTime

/// The page of a diary.
struct AgendaPage {
  private let agenda: Agenda

  init(_ agenda: Agenda) { self.agenda = agenda }

  /// The whole document.
  var text: String {
    let name = HTMLText.escaped(agenda.business.name)
    let sheets = agenda.sheets(columns: 7)
    let parts = sheets.enumerated().map { number, sheet in PageSheet(sheet, number: number + 1, agenda: agenda).text }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(name): \(dates)</title>
      <style>
      \(PageStyle.text)
      </style>
      </head>
      <body>
      <header>
      <h1>\(HTMLText.name(agenda.business.name))</h1>
      <p>\(agenda.days.count == 1 ? "" : dates + " ")<small>\(agenda.zoneNote) · as of \(asOf)</small></p>
      \(legend)</header>
      <main>
      \(parts.isEmpty ? "<p>\(emptiness)</p>\n" : parts.joined())\(remarks)</main>
      </body>
      </html>

      """
  }

  private var dates: String {
    guard let first = agenda.days.first?.date, let last = agenda.days.last?.date else { return "" }
    return first == last ? Wording.day(first) : Wording.days(first, last)
  }

  private var remarks: String {
    [agenda.closures, agenda.absence].filter { !$0.isEmpty }.map { "<p>\(HTMLText.escaped($0))</p>\n" }.joined()
  }

  private var emptiness: String {
    dates + ": "
      + (agenda.days.allSatisfy(\.isClosed) ? "closed, and nothing is booked." : "nobody works, and nothing is booked.")
  }

  private var asOf: String {
    Wording.day(agenda.offsets.local(agenda.asOf).date) + ", " + Wording.clock(agenda.asOf, agenda.offsets)
  }

  private var legend: String {
    let types = agenda.types.enumerated().map { index, type in
      "<li class=\"\(PageStyle.kind(index))\">\(HTMLText.name(type.name))</li>"
    }
    let others = [("block", "Blocked"), ("away", "Not at work"), ("kept", "Kept free before or after")].map {
      kind, text in
      "<li class=\"\(kind)\">\(text)</li>"
    }
    return "<ul class=\"legend\" aria-label=\"Legend\">\((types + others).joined())</ul>\n"
  }
}
