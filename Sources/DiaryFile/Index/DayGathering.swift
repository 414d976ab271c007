// What the runs and the lines behind them say about some days, put together: of several entries about one booking the
// newest counts.

internal import DiaryFormat
internal import System
internal import CivilTime
internal import Diary

/// Entries of the days of a range.
struct DayGathering {
  private let range: Range<Instant>
  private let days: ClosedRange<UInt64>
  private var words: [UInt64] = []
  private var starts: [Int] = []

  /// Nothing yet of the days that a range, which is not empty, touches.
  init(_ range: Range<Instant>) {
    self.range = range
    days = DayKey.touched(range.lowerBound, range.upperBound)
  }

  /// Adds what a run has of them.
  mutating func add<Calls: SystemCalls>(_ run: Run<Calls>) throws(IndexFault) {
    try add(run, days)
    if run.header.longEntries > 0 { try add(run, DayKey.long...DayKey.long) }
  }

  private mutating func add<Calls: SystemCalls>(_ run: Run<Calls>, _ keys: ClosedRange<UInt64>) throws(IndexFault) {
    try run.visitDays(keys) { (page, start) throws(IndexFault) in
      starts.append(words.count)
      for index in start..<start &+ DayEntry.size(page, at: start) { words.append(page[index]) }
    }
  }

  /// Adds what a line says about them; `line` is its place as a posting has it.
  mutating func add(_ head: LineHead, line: UInt64) {
    DayEntry.append(head, line: line, in: days, to: &words, starts: &starts)
  }

  /// Adds what is held and meets the range to `occupations`, and answers the lines that say the rest. Nil where an entry
  /// is not what was written.
  func select(into occupations: inout [Occupation]) -> [UInt64]? {
    // For each booking the newest line first, and of its entries the one that holds it: a line that moved something has
    // entries that hold it in one day and entries that do not in another.
    let ordered = starts.sorted { left, right in
      if words[left + DayEntry.hash] != words[right + DayEntry.hash] {
        return words[left + DayEntry.hash] < words[right + DayEntry.hash]
      }
      if words[left + DayEntry.line] != words[right + DayEntry.line] {
        return words[left + DayEntry.line] > words[right + DayEntry.line]
      }
      return DayEntry.isHeld(words.span, at: left) && !DayEntry.isHeld(words.span, at: right)
    }
    var lines: [UInt64] = []
    var bytes: [UInt8] = []
    let entries = words.span
    for index in ordered.indices {
      let start = ordered[index]
      // Ids that share a hash stand together in any order; nearly always there is just one.
      var before = index - 1
      var isOlder = false
      while before >= 0, entries[ordered[before] + DayEntry.hash] == entries[start + DayEntry.hash], !isOlder {
        isOlder = DayEntry.isSameID(entries, at: ordered[before], entries, at: start)
        before -= 1
      }
      guard !isOlder, DayEntry.isHeld(entries, at: start), DayEntry.meets(range, entries, at: start) else { continue }
      if DayEntry.isElsewhere(entries, at: start) {
        lines.append(entries[start + DayEntry.line])
      } else if let occupation = DayEntry.occupation(entries, at: start, using: &bytes) {
        occupations.append(occupation)
      } else {
        return nil
      }
    }
    return lines
  }
}
