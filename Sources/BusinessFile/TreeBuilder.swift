// Puts nodes together in document order, follows anchors and keeps aliases in bounds. It knows neither libyaml (see
// YAMLTree+Parsing.swift) nor what a business is.

/// A tree under construction and what is wrong with it so far.
struct TreeBuilder {
  /// Collections nest at most this deep; a business file needs six.
  static let depthLimit = 16
  /// All aliases together may stand for at most this many nodes, so that a short file cannot mean a huge one.
  static let repetitionLimit = 50_000

  private(set) var tree = YAMLTree()
  private(set) var issues: [BusinessFileIssue] = []
  private var open: [OpenNode] = []
  private var anchors = AnchorList()
  private var repeated = 0

  private struct OpenNode {
    var index: Int
    var children: Int32
    var anchor: String?
    var repeatedBefore: Int
  }

  var depth: Int { open.count }

  mutating func reserve(byteCount: Int) {
    tree.nodes.reserveCapacity(byteCount / 8)
    tree.bytes.reserveCapacity(byteCount)
  }

  mutating func addScalar(_ text: UnsafeBufferPointer<UInt8>, isPlain: Bool, at place: Place, anchor: String?) {
    let start = tree.bytes.count
    unsafe tree.bytes.append(contentsOf: text)
    let index = append(.scalar, isPlainOrFlow: isPlain, start: start, count: text.count, at: place)
    if let anchor { anchors.set(anchor, Anchor(node: index, weight: 1)) }
  }

  mutating func openCollection(_ kind: YAMLTree.Kind, isFlow: Bool, at place: Place, anchor: String?) {
    let index = append(kind, isPlainOrFlow: isFlow, start: 0, count: 0, at: place)
    open.append(OpenNode(index: index, children: 0, anchor: anchor, repeatedBefore: repeated))
    if let anchor { anchors.set(anchor, Anchor(node: index, weight: nil)) }
  }

  mutating func closeCollection() {
    guard let done = open.popLast() else { return }
    tree.nodes[done.index].next = Int32(tree.nodes.count)
    let isMap = tree.nodes[done.index].kind == .map
    tree.nodes[done.index].count = isMap ? done.children / 2 : done.children
    if let anchor = done.anchor, anchors[anchor]?.node == done.index {
      anchors.set(
        anchor, Anchor(node: done.index, weight: tree.nodes.count - done.index + repeated - done.repeatedBefore))
    }
  }

  /// Adds a second use of an anchored node. Where there is none, an empty text stands in and an issue says so.
  mutating func addAlias(_ name: String, at place: Place) throws(BusinessFileFailure) {
    guard let anchor = anchors[name] else {
      // The first few only: a file may set and miss a hundred thousand anchors.
      let guess = issues.count < 20 ? Spelling.nearest(to: name, among: anchors.names) : nil
      report(place, "*\(Quote.cut(name)) refers to an anchor that is not set above it", guess.map { "*\($0)" })
      append(.scalar, isPlainOrFlow: false, start: 0, count: 0, at: place)
      return
    }
    guard let weight = anchor.weight else {
      throw BusinessFileFailure(
        place.issue("*\(Quote.cut(name)) stands inside the very part that it repeats; a part cannot contain itself."))
    }
    repeated += weight
    guard repeated <= TreeBuilder.repetitionLimit else {
      throw BusinessFileFailure(
        place.issue(
          "The aliases of this file repeat more than \(TreeBuilder.repetitionLimit) values; write the values out."))
    }
    append(.alias, isPlainOrFlow: false, start: anchor.node, count: 0, at: place)
  }

  /// Notes something that does not keep the rest from being read.
  mutating func report(_ place: Place, _ what: String, _ guess: String? = nil) {
    guard issues.count < IssueList.limit else { return }
    issues.append(place.issue(guess.map { "\(what); \($0) was probably meant." } ?? what + "."))
  }

  @discardableResult
  private mutating func append(
    _ kind: YAMLTree.Kind, isPlainOrFlow: Bool, start: Int, count: Int, at place: Place
  ) -> Int {
    let index = tree.nodes.count
    tree.nodes.append(
      YAMLTree.Node(
        kind: kind, isPlainOrFlow: isPlainOrFlow, line: Int32(clamping: place.line),
        column: Int32(clamping: place.column),
        start: Int32(clamping: start), count: Int32(clamping: count), next: Int32(clamping: index + 1)))
    if let last = open.indices.last { open[last].children += 1 }
    return index
  }
}

/// A line and a column, both from 1.
package struct Place: Equatable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  func issue(_ what: String) -> BusinessFileIssue { BusinessFileIssue(line: line, column: column, what: what) }
}
