// Finds texts among nodes and texts that occur twice. Few nodes are compared one by one, which is fastest; many are
// sorted, so that a hostile file of a hundred thousand names takes no longer than its length suggests.

internal import Basics

struct NameIndex {
  private let tree: YAMLTree
  private let nodes: [Int]
  /// Positions in `nodes` by text, then by position; nil where the nodes are few.
  private let sorted: [Int]?

  init(_ nodes: [Int], in tree: YAMLTree) {
    self.tree = tree
    self.nodes = nodes
    guard nodes.count > 24 else {
      self.sorted = nil
      return
    }
    self.sorted = nodes.indices.sorted { left, right in
      let texts = (tree.text(nodes[left]), tree.text(nodes[right]))
      return texts.0.elementsEqual(texts.1) ? left < right : texts.0.lexicographicallyPrecedes(texts.1)
    }
  }

  /// The position of the first node with the same text as `node`.
  func position(of node: Int) -> Int? {
    guard let sorted else { return nodes.firstIndex { tree.isSameText($0, node) } }
    let text = tree.text(node)
    let place = sorted.indices.firstByHalves { !tree.text(nodes[sorted[$0]]).lexicographicallyPrecedes(text) }
    guard place < sorted.count, tree.isSameText(nodes[sorted[place]], node) else { return nil }
    return sorted[place]
  }

  /// Whether two of the nodes have the same text.
  var hasDoubles: Bool {
    if let sorted {
      return zip(sorted, sorted.dropFirst()).contains { tree.isSameText(nodes[$0], nodes[$1]) }
    }
    for position in nodes.indices.dropFirst() {
      for earlier in 0..<position where tree.isSameText(nodes[earlier], nodes[position]) { return true }
    }
    return false
  }
}
