// One column of a sheet in characters.

/// A column being drawn.
struct TextColumn {
  /// An item with its lines and the rows it takes.
  private struct Drawn {
    let lines: [String]
    let rows: Range<Int>
    let around: Range<Int>
    let lane: Int
    let isBlock: Bool
  }

  private let items: [Drawn]
  private let idleRows: Set<Int>
  private let width: Int
  private let lanes: Int
  private let style: (String, TerminalText.Style) -> String

  init(
    _ column: SheetColumn, _ sheet: Sheet, width: Int, remarks: (AgendaEntry) -> [String],
    _ style: @escaping (String, TerminalText.Style) -> String
  ) {
    let lanes = column.lanes
    self.width = width
    self.lanes = lanes
    self.style = style
    let inner = (width - (lanes - 1)) / lanes - 2
    items = column.items.map { item in
      let people = item.entry.people.map { TerminalText.harmless($0) }
      return Drawn(
        lines: TerminalText.harmless(item.entry.title).wrapped(to: max(1, inner))
          + people.listed(within: max(1, inner))
          + remarks(item.entry).flatMap { TerminalText.harmless($0).wrapped(to: max(1, inner)) },
        rows: sheet.rows(item.time), around: sheet.rows(item.occupied), lane: item.lane, isBlock: item.entry.isBlock)
    }
    idleRows = Set(column.idle.flatMap { sheet.rows($0) })
  }

  /// How many lines each row takes so that everything in these columns finds room.
  static func heights(_ columns: [TextColumn], rows: Int) -> [Int] {
    var heights = Array(repeating: 1, count: rows)
    for item in columns.flatMap(\.items).sorted(by: { $0.rows.upperBound < $1.rows.upperBound })
    where !item.rows.isEmpty {
      let missing = item.lines.count - heights[item.rows].reduce(0, +)
      if missing > 0 { heights[item.rows.upperBound - 1] += missing }
    }
    return heights
  }

  /// What stands in a line of a row, as wide as the column.
  func cell(_ row: Int, _ line: Int, _ heights: [Int]) -> String {
    let present = (0..<lanes).map { lane in items.first { $0.lane == lane && $0.around.contains(row) } }
    if present.allSatisfy({ $0 == nil }) {
      return idleRows.contains(row)
        ? style(String(repeating: "░", count: width), .dim) : String(repeating: " ", count: width)
    }
    let each = (width - (lanes - 1)) / lanes
    let cells = present.map { item in
      item.map { drawing($0, row, line, heights, width: each) } ?? String(repeating: " ", count: each)
    }
    return cells.joined(separator: " ") + String(repeating: " ", count: width - each * lanes - (lanes - 1))
  }

  private func drawing(_ item: Drawn, _ row: Int, _ line: Int, _ heights: [Int], width: Int) -> String {
    guard item.rows.contains(row) else { return style("┊".fitted(to: width), .dim) }
    let total = heights[item.rows].reduce(0, +)
    let place = heights[item.rows.lowerBound..<row].reduce(0, +) + line
    let text = place < item.lines.count ? item.lines[place] : ""
    if item.isBlock { return style("▓ " + text.fitted(to: width - 2), .yellow) }
    let edge = total == 1 ? "╺" : place == 0 ? "┏" : place == total - 1 ? "┗" : "┃"
    let shown = " " + text.fitted(to: width - 2)
    return style(edge, .blue) + (place == 0 ? style(shown, .bold) : shown)
  }
}

extension [String] {
  /// The texts as a list with commas, in lines of at most so many columns, broken within a text only where it is longer
  /// than a line.
  fileprivate func listed(within width: Int) -> [String] {
    var lines: [String] = []
    for (index, text) in enumerated() {
      let item = index == count - 1 ? text : text + ","
      if let last = lines.last, TextWidth.columns(of: last) + 1 + TextWidth.columns(of: item) <= width {
        lines[lines.count - 1] = last + " " + item
      } else {
        lines += item.wrapped(to: width)
      }
    }
    return lines
  }
}
