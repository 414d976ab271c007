// Writes a run: sorted entries in, pages out, sixteen at a time. Nothing is synced (Run.swift says why).

/// A run being written to a file that nobody reads yet: for each of the two trees, days first, its entries and then
/// `endTree`; at the end `finish`.
struct RunWriter {
  private let file: File
  private var header: RunHeader
  private let seed: UInt64
  /// Pages not written yet, the last of them being filled.
  private var pages: [UInt64] = []
  /// The number in the file of the first of them. Before them are the header and the roots.
  private var firstPage = 3
  private var roots: [[UInt64]] = []
  private var tree = RunTree()
  /// The first key of each page of the level being written.
  private var firstKeys: [UInt64] = []

  private static let pagesAtOnce = 16

  /// A run with this header, but for its trees.
  init(_ file: File, _ header: RunHeader) {
    self.file = file
    self.header = header
    seed = header.seed
    pages.reserveCapacity(Self.pagesAtOnce * IndexPage.words)
  }

  /// Puts an entry, whose words stand in a part of `words`, behind those before it.
  mutating func add(_ words: [UInt64], _ entry: Range<Int>) throws(FileError) {
    if firstKeys.isEmpty || usedWords + entry.count > IndexPage.words { try beginPage(words[entry.lowerBound]) }
    let used = usedWords
    let start = pages.count - IndexPage.words
    for index in 0..<entry.count { pages[start + used + index] = words[entry.lowerBound + index] }
    pages[start + IndexPage.used] = UInt64(used + entry.count)
  }

  /// Writes what is above the leaves; the next entry is of the next tree.
  mutating func endTree() throws(FileError) {
    tree.leaves = firstKeys.count
    if !firstKeys.isEmpty { tree.add(level: nextPage - firstKeys.count) }
    while firstKeys.count > RunTree.fanOut {
      let children = firstKeys
      firstKeys = []
      for first in stride(from: 0, to: children.count, by: RunTree.fanOut) {
        try beginPage(children[first])
        fill(children[first..<min(first + RunTree.fanOut, children.count)])
      }
      tree.add(level: nextPage - firstKeys.count)
    }
    try flush()
    var root = [UInt64](repeating: 0, count: IndexPage.words)
    root[IndexPage.used] = UInt64(IndexPage.content + firstKeys.count)
    for (index, key) in firstKeys.enumerated() { root[IndexPage.content + index] = key }
    if roots.isEmpty { header.days = tree } else { header.postings = tree }
    roots.append(root)
    tree = RunTree()
    firstKeys = []
  }

  /// Writes the pages in front, by which the file becomes a run.
  mutating func finish(longEntries: Int) throws(FileError) {
    header.longEntries = longEntries
    var front = header.page
    IndexPage.seal(&front, at: 0, number: 0, seed: RunHeader.ownSeed)
    for root in roots { front.append(contentsOf: root) }
    for number in 1...roots.count {
      IndexPage.seal(&front, at: number * IndexPage.words, number: number, seed: seed)
    }
    try file.write(front, at: 0)
  }

  private var usedWords: Int { Int(pages[pages.count - IndexPage.words + IndexPage.used]) }

  /// The number of the page that comes next.
  private var nextPage: Int { firstPage + pages.count / IndexPage.words }

  private mutating func beginPage(_ key: UInt64) throws(FileError) {
    if pages.count == Self.pagesAtOnce * IndexPage.words { try flush() }
    firstKeys.append(key)
    pages.append(contentsOf: repeatElement(0, count: IndexPage.words))
    pages[pages.count - IndexPage.words + IndexPage.used] = UInt64(IndexPage.content)
  }

  private mutating func fill(_ keys: ArraySlice<UInt64>) {
    let start = pages.count - IndexPage.words
    pages[start + IndexPage.used] = UInt64(IndexPage.content + keys.count)
    for (index, key) in keys.enumerated() { pages[start + IndexPage.content + index] = key }
  }

  private mutating func flush() throws(FileError) {
    for index in 0..<pages.count / IndexPage.words {
      IndexPage.seal(&pages, at: index * IndexPage.words, number: firstPage + index, seed: seed)
    }
    try file.write(pages, at: Int64(firstPage) * IndexPage.bytes)
    firstPage += pages.count / IndexPage.words
    pages.removeAll(keepingCapacity: true)
  }
}
