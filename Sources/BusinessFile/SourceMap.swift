// Where keys and values stand in a business file, for warnings about what is legal but probably not meant. Only operator's
// commands use it. The errors of the reader carry their places themselves: see BusinessFileIssue.swift.

/// The places of a file's keys and values.
package struct SourceMap: Sendable {
  /// A place in the file, both from 1, columns counted in Unicode scalars.
  package struct Position: Hashable, Sendable {
    /// The line.
    package let line: Int
    /// The column in the line.
    package let column: Int
  }

  private let tree: YAMLTree

  /// The places in these bytes; throws where they are no readable YAML (see `BusinessFileReader.read`). What the
  /// business file lacks or has wrong does not matter.
  package init(_ bytes: [UInt8]) throws(BusinessFileFailure) {
    self.tree = try YAMLTree.parse(bytes).tree
  }

  /// The place of a key or of a list's item; nil where there is none.
  ///
  /// A path names keys from the top, such as `["agents", "ben", "hours"]`, and, for an item of a list, its text:
  /// `["appointmentTypes", "massage", "products", "group"]`, or, for one that is no text, its number from 0:
  /// `["rota", "weeks", "0", "mon"]`. Aliases are followed: the place is where it is written.
  /// The empty path is the top of the file.
  package func position(of path: [String]) -> Position? {
    node(path, wantsValue: false).map(position)
  }

  /// The place of the value of a key; nil where there is none. Paths are as in `position(of:)`.
  package func positionOfValue(of path: [String]) -> Position? {
    node(path, wantsValue: true).map(position)
  }

  /// The texts without quotes that hold a byte behind their first, with their places, in the order of the file.
  package func plainTexts(with byte: UInt8) -> [(text: String, position: Position)] {
    tree.nodes.indices.filter { node in
      tree.nodes[node].kind == .scalar && tree.nodes[node].isPlainOrFlow && tree.text(node).dropFirst().contains(byte)
    }.map { (tree.string($0), position($0)) }
  }

  private func position(_ node: Int) -> Position {
    Position(line: Int(tree.nodes[node].line), column: Int(tree.nodes[node].column))
  }

  private func node(_ path: [String], wantsValue: Bool) -> Int? {
    var found = 0
    var value = 0
    for name in path {
      let parent = tree.resolved(value)
      guard tree.kind(parent) != .scalar, let child = child(named: name, of: parent) else { return nil }
      found = child
      value = tree.kind(parent) == .map ? tree.after(child) : child
    }
    return wantsValue ? value : found
  }

  /// The first key or item of a collection with this text.
  private func child(named name: String, of parent: Int) -> Int? {
    var child = parent + 1
    var number = 0
    while child < tree.after(parent) {
      if tree.isText(child, name) { return child }
      if tree.kind(parent) == .list, tree.kind(child) != .scalar, name == "\(number)" { return child }
      child = tree.after(child)
      number += 1
      if tree.kind(parent) == .map { child = tree.after(child) }
    }
    return nil
  }
}
