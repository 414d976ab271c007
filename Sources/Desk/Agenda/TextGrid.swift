// Draws a sheet on a terminal: a row of text or more for each stretch between two edges, so that nothing is left out
// and a quiet hour takes one line.
//
//            Anna Schmidt             Ben Meyer
//     08:00  ┏ 30 Minuten Massage     ░░░░░░░░░░░░░░░░░░░░░░░
//     08:30  ┗ Eva Muster             ░░░░░░░░░░░░░░░░░░░░░░░
//            ┊                        ░░░░░░░░░░░░░░░░░░░░░░░
//     09:00                           ▓ Fortbildung

/// Draws sheets within a width.
struct TextGrid {
  /// The columns of the terminal.
  let width: Int
  /// Dresses a text up for the terminal.
  let style: (String, TerminalText.Style) -> String
  /// What is said of an entry below its people.
  var remarks: (AgendaEntry) -> [String] = { _ in [] }

  /// A column narrower than this says too little.
  static let leastColumn = 18
  private static let gutter = 8

  /// How many columns of a sheet fit beside each other.
  var capacity: Int { max(0, (width - Self.gutter + 1) / (Self.leastColumn + 1)) }

  /// The sheet in lines.
  func lines(_ sheet: Sheet) -> [String] {
    let columns = sheet.columns
    let each = max(2, min(40, (width - Self.gutter + 1) / max(1, columns.count) - 1))
    let indent = String(repeating: " ", count: Self.gutter)
    let headings = columns.map { column in
      let heading = column.remark.map { "\(column.heading) (\($0))" } ?? column.heading
      return style(TerminalText.harmless(heading).fitted(to: each), .bold)
    }
    let cells = columns.map { TextColumn($0, sheet, width: each, remarks: remarks, style) }
    let heights = TextColumn.heights(cells, rows: sheet.positions.count - 1)
    var lines = [indent + headings.joined(separator: " ")]
    for (row, height) in heights.enumerated() {
      for line in 0..<height {
        let label = line == 0 ? sheet.labels[row] : ""
        let shown = style("  " + label.fitted(to: Self.gutter - 2), sheet.isHour[row] ? .bold : .dim)
        lines.append(shown + cells.map { $0.cell(row, line, heights) }.joined(separator: " "))
      }
    }
    if let last = sheet.labels.last { lines.append(style("  " + last, .dim)) }
    return lines.map(\.withoutSpacesAtEnd)
  }
}

extension String {
  /// It without the spaces at its end.
  fileprivate var withoutSpacesAtEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
