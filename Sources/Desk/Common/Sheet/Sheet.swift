// A page of the diary as it is laid out, whether on a terminal or on paper: columns side by side on one time axis. How
// it comes from an agenda is in Sheet+Agenda.swift; how it looks in TextGrid.swift and AgendaPage.swift.

internal import CivilTime
internal import Diary

/// Columns on one time axis.
struct Sheet {
  /// What stands above it: a day, or an agent.
  var title: String
  /// A remark to the title, such as `closed`; empty where there is none.
  var remark: String
  var columns: [SheetColumn]
  /// Where rows begin, and at last where the last one ends; ascending, at least two.
  var positions: [Int]
  /// What the clock shows at each position.
  var labels: [String]
  /// Whether each position is a whole hour.
  var isHour: [Bool]
}

/// An agent on a day.
struct SheetColumn {
  /// Whose column it is.
  var agent: Named
  var date: LocalDate
  var heading: String
  /// A remark to the heading, such as `off`.
  var remark: String?
  /// The working time in words; empty where there is none.
  var hours: String
  /// When nobody works here, in positions of the axis.
  var idle: [Range<Int>]
  var items: [SheetItem]
  /// Working time in which nothing stands.
  var gaps: [SheetGap]
  /// How many items stand side by side at most.
  var lanes: Int
}

/// Working time in which an agent is free.
struct SheetGap {
  var time: Range<Instant>
  /// The same in positions of the axis.
  var positions: Range<Int>
}

/// Something in a column.
struct SheetItem {
  var entry: AgendaEntry
  /// When it is, in words.
  var clocks: String
  /// Its own time in positions of the axis; at least a minute.
  var time: Range<Int>
  /// The same with the buffers around it.
  var occupied: Range<Int>
  /// Which of the column's lanes it stands in, from 0.
  var lane: Int
}

extension Sheet {
  /// The rows that a stretch of the axis takes; its ends are edges of rows.
  func rows(_ span: Range<Int>) -> Range<Int> {
    let first = positions.firstIndex { $0 >= span.lowerBound } ?? positions.count - 1
    let last = positions.firstIndex { $0 >= span.upperBound } ?? positions.count - 1
    return first..<max(first, last)
  }
}
