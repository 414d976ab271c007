// The entries of a few thousand lines, collected in memory and sorted: what a run grows by.

internal import DiaryFormat
internal import System

/// Entries of lines that no run covers yet.
struct EntryBatch {
  private var postings: [(key: UInt64, value: UInt64)] = []
  private var dayWords: [UInt64] = []
  private var dayStarts: [Int] = []

  /// How many bytes the entries take in memory.
  var size: Int { postings.count * 16 + dayWords.count * 8 + dayStarts.count * 8 }

  /// Adds the entries of a line.
  mutating func add(_ record: Record, at offset: Int64) {
    let value = Posting.value(offset: offset, number: record.number)
    for key in PostingKey.all(of: record.event) { postings.append((key, value)) }
    if record.entity != nil { postings.append((PostingKey.naming, value)) }
    DayEntry.append(LineHead(record), line: value, in: DayEntry.allDays, to: &dayWords, starts: &dayStarts)
  }

  /// The entries of the tree of days, sorted; they are not in the batch any more.
  mutating func takeDays<Calls: SystemCalls>() -> EntryStream<Calls> {
    let words = dayWords
    var starts = dayStarts
    dayWords = []
    dayStarts = []
    starts.sort { left, right in
      for offset in [0, DayEntry.hash, DayEntry.line] where words[left + offset] != words[right + offset] {
        return words[left + offset] < words[right + offset]
      }
      return false
    }
    var sorted: [UInt64] = []
    sorted.reserveCapacity(words.count)
    for start in starts { sorted.append(contentsOf: words[start..<start + DayEntry.size(words.span, at: start)]) }
    return EntryStream(sorted, .day)
  }

  /// The entries of the tree of postings, sorted; they are not in the batch any more.
  mutating func takePostings<Calls: SystemCalls>() -> EntryStream<Calls> {
    var postings = postings
    self.postings = []
    postings.sort { $0.key != $1.key ? $0.key < $1.key : $0.value < $1.value }
    var sorted: [UInt64] = []
    sorted.reserveCapacity(postings.count * Posting.words)
    for posting in postings {
      sorted.append(posting.key)
      sorted.append(posting.value)
    }
    return EntryStream(sorted, .posting)
  }
}
