// The first page of a run: which part of which bookings file it covers, and where its trees are.

internal import DiaryFormat
internal import Basics

/// What a run says about itself.
struct RunHeader {
  /// The bookings file's generation.
  var generation: UInt64
  /// The lines it covers: from the byte at which the first begins, up to the byte behind the last.
  var from: Int64
  var to: Int64
  /// The number of the first line it covers.
  var firstNumber: Int
  /// The number of the last.
  var lastNumber: Int
  /// Where the last begins.
  var lastLine: Int64
  /// The checksum of the last.
  var lastChecksum: UInt32
  /// The checksum of the line before the first; 0 where that is the file's first line.
  var previousChecksum: UInt32
  /// How many entries are too long for the days they touch (`DayKey.long`).
  var longEntries: Int
  /// Occupations by day, and lines by key.
  var days = RunTree()
  var postings = RunTree()

  /// How many lines it covers.
  var count: Int { lastNumber - firstNumber + 1 }

  /// What goes into the checksum of each page, so that a page of another index is not taken for one of this.
  var seed: UInt64 {
    var seed = Mixing.mixed(generation)
    for word in [UInt64(bitPattern: from), UInt64(bitPattern: to), UInt64(lastChecksum)] {
      seed = Mixing.mixed(seed ^ word)
    }
    return seed
  }

  /// `VBINDEX5`, which says what the file is and, by the order of its letters, in which byte order it was written. A new
  /// layout gets a new digit, and an index of an old one is then as good as none.
  private static let magic: UInt64 = 0x3558_4544_4E49_4256
  /// The seed of the first page, which is read before the seed of the others is known.
  static let ownSeed: UInt64 = 0x766F_6963_6562_6F74

  /// The first page, not sealed yet.
  var page: [UInt64] {
    var page: [UInt64] = [
      0, Self.magic, generation, UInt64(bitPattern: from), UInt64(bitPattern: to), UInt64(firstNumber),
      UInt64(lastNumber), UInt64(bitPattern: lastLine), UInt64(lastChecksum), UInt64(previousChecksum),
      UInt64(longEntries),
    ]
    for tree in [days, postings] {
      page.append(UInt64(tree.leaves))
      page.append(UInt64(tree.height))
      for level in 0..<RunTree.greatestHeight { page.append(UInt64(tree.levels[level])) }
    }
    page.append(contentsOf: repeatElement(0, count: IndexPage.words - page.count))
    return page
  }

  init(
    generation: UInt64, from: Int64, to: Int64, firstNumber: Int, lastNumber: Int, lastLine: Int64,
    lastChecksum: UInt32, previousChecksum: UInt32, longEntries: Int = 0
  ) {
    self.generation = generation
    self.from = from
    self.to = to
    self.firstNumber = firstNumber
    self.lastNumber = lastNumber
    self.lastLine = lastLine
    self.lastChecksum = lastChecksum
    self.previousChecksum = previousChecksum
    self.longEntries = longEntries
  }

  /// What a first page says; nil where it is not whole or of another kind.
  init?(page: [UInt64]) {
    guard page.count >= IndexPage.words, page[1] == Self.magic,
      IndexPage.isWhole(page, at: 0, number: 0, seed: Self.ownSeed)
    else { return nil }
    generation = page[2]
    from = Int64(bitPattern: page[3])
    to = Int64(bitPattern: page[4])
    firstNumber = Int(truncatingIfNeeded: page[5])
    lastNumber = Int(truncatingIfNeeded: page[6])
    lastLine = Int64(bitPattern: page[7])
    lastChecksum = UInt32(truncatingIfNeeded: page[8])
    previousChecksum = UInt32(truncatingIfNeeded: page[9])
    longEntries = Int(truncatingIfNeeded: page[10])
    var next = 11
    days = RunTree(page, &next)
    postings = RunTree(page, &next)
  }

  /// Whether this run goes on where another ends.
  func continues(_ other: RunHeader) -> Bool {
    from == other.to && firstNumber == other.lastNumber + 1 && previousChecksum == other.lastChecksum
  }
}

/// Where the pages of one tree are. Leaves and the nodes of each level stand one behind the other; the child `i` of
/// node `n` is number `n · fanOut + i` of the level below. The root stands at the front of the file.
struct RunTree {
  static let greatestHeight = 6
  /// How many children a node has at most.
  static let fanOut = IndexPage.words - IndexPage.content

  /// How many leaves there are.
  var leaves = 0
  /// How many levels there are below the root: one of leaves and, in large trees, some of nodes above them.
  private(set) var height = 0
  /// The first page of each of them, leaves first.
  private(set) var levels = InlineArray<6, Int>(repeating: 0)

  init() {}

  /// The tree described at a place in a page, which is then behind it.
  fileprivate init(_ page: [UInt64], _ next: inout Int) {
    leaves = Int(truncatingIfNeeded: page[next])
    height = min(max(Int(truncatingIfNeeded: page[next + 1]), 0), Self.greatestHeight)
    for level in 0..<height { levels[level] = Int(truncatingIfNeeded: page[next + 2 + level]) }
    next += 2 + Self.greatestHeight
  }

  /// Puts a level that begins with a page on top of the others.
  mutating func add(level page: Int) {
    guard height < Self.greatestHeight else { return }
    levels[height] = page
    height += 1
  }
}
