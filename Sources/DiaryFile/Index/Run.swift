// The index: what makes the thousandth booking as fast to find as the first. This comment describes it; RunSet.swift says
// which runs count, Indexing.swift how they come about.
//
// An index is one or two files, `<entity>.index-1` (most of the past) and `<entity>.index-0` (what came since), each a
// run: it covers a row of whole lines of the bookings file and is never changed once it has its name. Behind the last run
// come a few lines that no run covers; they are read one by one. A run holds two trees:
//
//     days       for each day (UTC) the occupations that touch it, complete     → occupations without reading lines
//     postings   for each key (PostingKey.swift) the lines posted under it      → bookings and people
//
// Both are B-trees written once, from sorted entries: leaves, nodes above them, the root in front. An entry begins with
// its key; a node holds the first key of each child. The file is a row of pages that prove themselves (IndexPage.swift):
// the header, the two roots, then the rest.
//
// Nothing in an index is the truth. It can be deleted at any time. It is believed as far as it names the generation of
// the bookings file, goes on from run to run without a gap, and ends with a line that is still there with the checksum it
// names. It is written aside and renamed and never synced: a page that did not reach the disk fails its checksum, and
// then the lines themselves answer until a new index is there. It covers only lines that were on the disk before it was
// begun, and those never change.

internal import DiaryFormat
internal import Basics
internal import System

/// An open run.
final class Run<Calls: SystemCalls> {
  let header: RunHeader
  private let seed: UInt64
  private let file: File<Calls>
  /// The roots of both trees.
  private let roots: [UInt64]

  /// The run under a name; nil where there is none that belongs to the generation and is whole, as far as the header and
  /// the roots show.
  init?(_ name: String, in directory: DataDirectory<Calls>, generation: UInt64) {
    guard let (file, _) = try? directory.open(name, .read, .other) else { return nil }
    var pages = [UInt64](repeating: 0, count: 3 * IndexPage.words)
    guard let count = try? file.read(into: &pages, at: 0), count == pages.count,
      let header = RunHeader(page: pages), header.generation == generation
    else { return nil }
    self.file = file
    self.header = header
    self.seed = header.seed
    guard IndexPage.isWhole(pages, at: IndexPage.words, number: 1, seed: seed),
      IndexPage.isWhole(pages, at: 2 * IndexPage.words, number: 2, seed: seed)
    else { return nil }
    pages.removeFirst(IndexPage.words)
    self.roots = pages
  }

  /// How many lines it covers.
  var count: Int { header.count }

  /// Reads pages that stand one behind the other.
  func pages(_ number: Int, count: Int) throws(IndexFault) -> [UInt64] {
    var pages = [UInt64](repeating: 0, count: count * IndexPage.words)
    guard number > 2, let read = try? file.read(into: &pages, at: Int64(number) * IndexPage.bytes),
      read == pages.count
    else { throw IndexFault() }
    for index in 0..<count {
      let start = index * IndexPage.words
      guard IndexPage.isWhole(pages, at: start, number: number + index, seed: seed),
        pages[start + IndexPage.used] <= UInt64(IndexPage.words)
      else { throw IndexFault() }
    }
    return pages
  }

  /// Gives each entry of the tree of days whose key is in the range to `body`: the page, and where in it the entry begins.
  func visitDays(
    _ keys: ClosedRange<UInt64>, _ body: (Span<UInt64>, Int) throws(IndexFault) -> Void
  ) throws(IndexFault) {
    try visit(header.days, root: 0, keys) { (page, start) throws(IndexFault) in
      let size = DayEntry.size(page, at: start)
      if keys.contains(page[start]) { try body(page, start) }
      return size
    }
  }

  /// The values posted under a key, lowest first.
  func postings(_ key: UInt64) throws(IndexFault) -> [UInt64] {
    var values: [UInt64] = []
    try visit(header.postings, root: IndexPage.words, key...key) { (page, start) throws(IndexFault) in
      if page[start] == key { values.append(page[start &+ 1]) }
      return Posting.words
    }
    return values
  }

  /// Gives each entry of the leaves in which keys of the range can be to `body`, which answers the entry's size.
  private func visit(
    _ tree: RunTree, root: Int, _ keys: ClosedRange<UInt64>,
    _ body: (Span<UInt64>, Int) throws(IndexFault) -> Int
  ) throws(IndexFault) {
    guard tree.leaves > 0 else { return }
    let roots = roots
    var (leaf, expected) = Self.children(roots.span.extracting(root..<root + IndexPage.words), keys)
    for level in (1..<max(tree.height, 1)).reversed() {
      let node = try pages(tree.levels[level] + leaf, count: 1)
      let (child, more) = Self.children(node.span, keys)
      (leaf, expected) = (leaf * RunTree.fanOut + child, more)
    }
    while leaf < tree.leaves {
      let count = min(max(expected, 1), 16, tree.leaves - leaf)
      let read = try pages(tree.levels[0] + leaf, count: count)
      for index in 0..<count {
        let page = read.span.extracting(index * IndexPage.words..<(index + 1) * IndexPage.words)
        let end = Int(page[IndexPage.used])
        var position = IndexPage.content
        while position < end {
          guard page[position] <= keys.upperBound else { return }
          let size = try body(page, position)
          guard size > 0, position + size <= end else { throw IndexFault() }
          position += size
        }
      }
      leaf += count
      expected -= count
    }
  }

  /// Which child of a node is the first that can hold a key of the range, and how many in a row can. Equal keys may fill
  /// several leaves, so the first can be the one before the one that begins with the key.
  private static func children(_ node: Span<UInt64>, _ keys: ClosedRange<UInt64>) -> (first: Int, count: Int) {
    let end = min(Int(node[IndexPage.used]), IndexPage.words)
    let places = IndexPage.content..<max(end, IndexPage.content)
    let first = max(places.firstByHalves { node[$0] >= keys.lowerBound } - IndexPage.content - 1, 0)
    let behind = places.firstByHalves { node[$0] > keys.upperBound } - IndexPage.content
    return (first, max(behind - first, 1))
  }
}
