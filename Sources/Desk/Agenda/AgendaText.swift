// A diary on a terminal: a heading, and the grid or the list below it.

internal import Diary
internal import CivilTime

/// Shows diaries on one terminal.
struct AgendaText {
  private let output: Output
  private let isVerbose: Bool

  /// `isVerbose` adds to grids what was said of people.
  init(_ output: Output, isVerbose: Bool) {
    self.output = output
    self.isVerbose = isVerbose
  }

  /// The grid where at least two columns fit (or the only one there is), else the list.
  func fitting(_ agenda: Agenda) -> String {
    let widest = agenda.sheets(columns: .max).map(\.columns.count).max() ?? 0
    return grid.capacity >= min(2, widest) ? self.grid(agenda) : list(agenda)
  }

  /// The diary as grids.
  func grid(_ agenda: Agenda) -> String {
    var lines = heading(agenda)
    let sheets = agenda.sheets(columns: max(1, grid.capacity))
    for sheet in sheets {
      let title = sheet.remark.isEmpty ? sheet.title : "\(sheet.title) · \(sheet.remark)"
      lines += ["", output.styled(TerminalText.harmless(title), .bold), ""] + grid(of: agenda).lines(sheet)
    }
    for remark in [agenda.closures, agenda.absence] where !remark.isEmpty {
      lines += ["", TerminalText.harmless(remark)]
    }
    if sheets.isEmpty { lines.append("") }
    for day in agenda.days where sheets.isEmpty {
      lines.append("  " + Wording.day(day.date) + ": " + (day.isClosed ? "closed" : "nobody works"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The diary as a list.
  func list(_ agenda: Agenda) -> String {
    let list = TextList(width: output.columns, style: output.styled)
    return (heading(agenda) + [""] + list.lines(agenda)).joined(separator: "\n") + "\n"
  }

  private func grid(of agenda: Agenda) -> TextGrid {
    var grid = grid
    if isVerbose {
      grid.remarks = { entry in
        guard case .session(let session) = entry.content else { return [] }
        return session.bookings.flatMap { booking in
          (booking.phone.map { [$0] } ?? []) + booking.remarks(agenda.fields)
        }
      }
    }
    return grid
  }

  private var grid: TextGrid { TextGrid(width: output.columns, style: output.styled) }

  private func heading(_ agenda: Agenda) -> [String] {
    let times = output.columns < 60 ? "" : " · " + agenda.zoneNote
    return [(TerminalText.harmless(agenda.business.name) + times).shortened(to: output.columns)]
  }
}
