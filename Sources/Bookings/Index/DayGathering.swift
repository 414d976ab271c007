// What the runs say about some days, put together: of several entries about one booking the newest counts.

internal import CivilTime
internal import Scheduling

/// Entries of the days of a range, from all runs.
struct DayGathering {
  private var words: [UInt64] = []
  private var starts: [Int] = []

  /// Collects the entries of the days that a range touches, but those about bookings of which newer lines are known, whose
  /// keys come sorted.
  mutating func gather(
    _ range: Range<Instant>, from runs: [Run], without hidden: [UInt64]
  ) throws(IndexFault) {
    let last = Instant(milliseconds: max(range.lowerBound.milliseconds, range.upperBound.milliseconds &- 1))
    var days = [DayEntry.key(range.lowerBound)...DayEntry.key(last)]
    for run in runs {
      if run.header.longEntries > 0 { days.append(DayEntry.longKey...DayEntry.longKey) }
      for keys in days {
        try run.visitDays(keys) { (page, start) throws(IndexFault) in
          guard !Self.contains(hidden, page[start &+ DayEntry.hash]) else { return }
          starts.append(words.count)
          for index in start..<start &+ DayEntry.size(page, at: start) { words.append(page[index]) }
        }
      }
      days.removeLast(days.count - 1)
    }
  }

  private static func contains(_ sorted: [UInt64], _ key: UInt64) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low &+ high) / 2
      if sorted[middle] < key { low = middle &+ 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == key
  }

  /// Adds what is held and meets the range to `occupations`, and answers the lines that say the rest. Nil where an entry
  /// is not what was written.
  func select(_ range: Range<Instant>, into occupations: inout [Occupation]) -> [UInt64]? {
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
    for (index, start) in ordered.enumerated() {
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
