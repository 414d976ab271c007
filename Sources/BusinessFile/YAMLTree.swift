// A YAML document as a flat list of nodes in document order, over the bytes that hold its texts. No types: every
// scalar is the text that the file shows. YAMLTree+Parsing.swift builds it with libyaml, YAMLTree+Scanning.swift
// without it where the file is simple enough.

/// A parsed YAML document: node 0 is its root, and a collection's children follow it.
package struct YAMLTree: Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    /// Text.
    case scalar
    /// A sequence; its items follow it.
    case list
    /// A mapping; its keys and values follow it in turns.
    case map
    /// A second use of a node that stands elsewhere.
    case alias
  }

  /// One node.
  package struct Node: Sendable {
    /// What it is.
    package var kind: Kind
    /// Whether it is a scalar without quotes or a collection in brackets; texts without quotes may be misread lists.
    package var isPlainOrFlow: Bool
    /// Where it begins, both from 1; 0 in a scanned tree, which is never asked for places.
    package var line: Int32
    /// The column, counted in Unicode scalars.
    package var column: Int32
    /// Of a scalar: where its text begins in `bytes`. Of an alias: the node it stands for.
    package var start: Int32
    /// Of a scalar: the length of its text in bytes. Of a map: how many pairs; of a list: how many items.
    package var count: Int32
    /// The index after its last descendant.
    package var next: Int32
  }

  /// The nodes in document order.
  package var nodes: [Node] = []
  /// The bytes that hold the scalars' texts, UTF-8.
  package var bytes: [UInt8] = []
  /// Whether the document was scanned, so that no text holds a control character or a line break.
  package var isWrittenPlainly = false

  /// The node that stands at an index: an alias's target, else itself.
  func resolved(_ index: Int) -> Int { nodes[index].kind == .alias ? Int(nodes[index].start) : index }

  /// What stands at an index, aliases followed.
  func kind(_ index: Int) -> Kind { nodes[resolved(index)].kind }

  /// The index after a node and its descendants: its next sibling's.
  func after(_ index: Int) -> Int { Int(nodes[index].next) }

  /// The text of a scalar as a slice of `bytes`; empty for a collection.
  func text(_ index: Int) -> ArraySlice<UInt8> {
    let node = nodes[resolved(index)]
    guard node.kind == .scalar else { return [] }
    return bytes[Int(node.start)..<Int(node.start + node.count)]
  }

  /// The text of a scalar; empty for a collection.
  func string(_ index: Int) -> String { String(decoding: text(index), as: UTF8.self) }

  /// Whether two scalars have the same text.
  func isSameText(_ left: Int, _ right: Int) -> Bool {
    let left = nodes[resolved(left)]
    let right = nodes[resolved(right)]
    guard left.count == right.count else { return false }
    for offset in 0..<Int(left.count) where bytes[Int(left.start) + offset] != bytes[Int(right.start) + offset] {
      return false
    }
    return true
  }

  /// Whether a scalar's text is this one.
  func isText(_ index: Int, _ other: String) -> Bool {
    let node = nodes[resolved(index)]
    let other = other.utf8
    guard node.kind == .scalar, other.count == Int(node.count) else { return false }
    var position = Int(node.start)
    for byte in other {
      guard bytes[position] == byte else { return false }
      position += 1
    }
    return true
  }

  /// Whether a key is `<<`, without quotes.
  func isMergeKey(_ index: Int) -> Bool {
    let node = nodes[resolved(index)]
    return node.count == 2 && node.isPlainOrFlow && isText(index, "<<")
  }

  /// Whether nothing stands where a value was due (`key:` and no more).
  func isAbsent(_ index: Int) -> Bool {
    let node = nodes[resolved(index)]
    return node.kind == .scalar && node.count == 0 && node.isPlainOrFlow
  }
}
