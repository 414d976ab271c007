// Sorted entries one after the other, from a run's leaves or from memory, for merging. Sixteen pages are in memory at a
// time, however long the run is.

/// What tells where an entry ends and the next begins.
enum EntryShape {
  /// A key and a value.
  case posting
  /// See DayEntry.swift.
  case day

  func size(_ words: Span<UInt64>, at start: Int) -> Int {
    switch self {
    case .posting: Posting.words
    case .day: DayEntry.size(words, at: start)
    }
  }

  /// Which word of an entry tells entries with equal first two words apart, the line of the earlier being less.
  var order: Int {
    switch self {
    case .posting: 1
    case .day: DayEntry.line
    }
  }
}

/// A place in a row of sorted entries.
struct EntryStream {
  let shape: EntryShape
  /// Where the present entry stands in `words`; nil behind the last.
  private(set) var present: Range<Int>?
  private(set) var words: [UInt64]
  /// Where the entries of the present page end.
  private var pageEnd: Int
  private var nextPage: Int
  private let run: Run?
  private let tree: RunTree
  private var nextLeaf = 0

  private static let pagesAtOnce = 16

  /// Entries in memory, sorted, one behind the other.
  init(_ words: [UInt64], _ shape: EntryShape) {
    self.shape = shape
    self.words = words
    run = nil
    tree = RunTree()
    pageEnd = words.count
    nextPage = words.count
    present = words.isEmpty ? nil : 0..<shape.size(words.span, at: 0)
  }

  /// The entries of a tree of a run.
  init(_ run: Run, _ shape: EntryShape) throws(IndexFault) {
    self.shape = shape
    self.run = run
    switch shape {
    case .posting: tree = run.header.postings
    case .day: tree = run.header.days
    }
    words = []
    pageEnd = 0
    nextPage = 0
    present = nil
    try take(0)
  }

  /// Goes to the next entry.
  mutating func advance() throws(IndexFault) {
    guard let present else { return }
    try take(present.upperBound)
  }

  /// Takes the entry at a place, or the first of the pages behind it.
  private mutating func take(_ start: Int) throws(IndexFault) {
    var start = start
    while start >= pageEnd {
      if nextPage >= words.count {
        guard let run, nextLeaf < tree.leaves else {
          present = nil
          return
        }
        let count = min(Self.pagesAtOnce, tree.leaves - nextLeaf)
        words = try run.pages(tree.levels[0] + nextLeaf, count: count)
        nextLeaf += count
        nextPage = 0
      }
      pageEnd = nextPage + Int(words[nextPage + IndexPage.used])
      start = nextPage + IndexPage.content
      nextPage += IndexPage.words
    }
    let end = start + shape.size(words.span, at: start)
    guard end > start, end <= pageEnd else { throw IndexFault() }
    present = start..<end
  }

  /// Whether the present entry comes before that of another stream; behind the last none does.
  func precedes(_ other: EntryStream) -> Bool {
    guard let mine = present?.lowerBound else { return false }
    guard let theirs = other.present?.lowerBound else { return true }
    for offset in [0, 1, shape.order] where words[mine + offset] != other.words[theirs + offset] {
      return words[mine + offset] < other.words[theirs + offset]
    }
    return false
  }
}
