// The quick way from bytes to a tree, for files written the plain way: block maps and lists whose values stand on
// their own line, flow collections on one line, quotes without escapes, no tabs. For a file of 3 KB
// libyaml takes 620,000 instructions, most of a request; this takes 90,000.
//
// It is no second definition of YAML. Whatever it does not know for certain (and so everything that is wrong) it leaves
// to YAMLTree+Parsing.swift by giving nil; where it gives a tree, libyaml's has the same nodes. Places are left out:
// a file with an error is read with libyaml after all. Flow collections and quotes are in QuickScanner+Flow.swift.

extension YAMLTree {
  /// The tree of a plainly written document, without places; nil where the document must be parsed.
  package static func scan(_ bytes: [UInt8]) -> YAMLTree? {
    guard bytes.count <= sizeLimit else { return nil }
    var scanner = QuickScanner(bytes)
    guard scanner.scanDocument() else { return nil }
    return YAMLTree(nodes: scanner.nodes, bytes: bytes, isWrittenPlainly: true)
  }
}

/// Reads plainly written YAML. Every function that gives false has met something it leaves to libyaml.
struct QuickScanner {
  let bytes: [UInt8]
  /// Where the next byte is read.
  var position = 0
  var nodes: [YAMLTree.Node] = []

  /// The open block collections: for each its node, its column and (in the low bit) whether it is a list.
  private var open: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 8 + 16)
    open.reserveCapacity(2 * TreeBuilder.depthLimit)
  }

  /// The next byte; 0, which no file that is read here holds, at the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The byte after the next.
  var byteAfter: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  // MARK: - Lines

  /// Reads the whole document: a block map.
  mutating func scanDocument() -> Bool {
    // Whether the line before ended with a key that lacks its value.
    var isValueDue = true
    while true {
      let start = position
      skipSpaces()
      let column = position - start
      switch byte {
      case 0:
        guard position == bytes.count, !isValueDue else { return false }
        while !open.isEmpty { closeBlock() }
        return true
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        guard skipLineEnd() else { return false }
        continue
      case UInt8(ascii: "#"):
        guard skipComment() else { return false }
        continue
      default: break
      }
      let isItem = byte == UInt8(ascii: "-") && byteAfter == UInt8(ascii: " ")
      if isValueDue {
        guard open.isEmpty ? column == 0 && !isItem : column > openColumn, open.count < 2 * TreeBuilder.depthLimit
        else {
          return false
        }
        openBlock(isItem ? .list : .map, column: column)
      } else {
        while column < openColumn { closeBlock() }
        guard column == openColumn, isItem == isOpenList else { return false }
      }
      nodes[open[open.count - 2]].count += 1
      if isItem {
        position += 1
        guard scanValue(isDue: &isValueDue), !isValueDue else { return false }
      } else {
        guard scanBlockKey(), scanValue(isDue: &isValueDue) else { return false }
      }
    }
  }

  mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
  }

  /// Steps over a comment and the end of its line.
  private mutating func skipComment() -> Bool {
    while position < bytes.count {
      _ = skipRun(QuickScanner.printableRun)
      let byte = byte
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return skipLineEnd() }
      if position == bytes.count { return true }
      guard skipCharacter(byte) else { return false }
    }
    return true
  }

  /// Steps over a line feed, with or without a carriage return before it.
  private mutating func skipLineEnd() -> Bool {
    if byte == UInt8(ascii: "\r") { position += 1 }
    guard byte == UInt8(ascii: "\n") else { return false }
    position += 1
    return true
  }

  /// Steps over what may follow a value on its line: blanks and a comment.
  private mutating func endLine() -> Bool {
    let start = position
    skipSpaces()
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return skipLineEnd()
    case 0: return position == bytes.count
    case UInt8(ascii: "#"): return position > start && skipComment()
    default: return false
    }
  }

  /// Steps over a key at the start of a line, and its colon.
  private mutating func scanBlockKey() -> Bool {
    let start = position
    guard QuickScanner.isAlphanumeric(byte) else { return false }
    while position < bytes.count, QuickScanner.isOfKey(bytes[position]) { position += 1 }
    guard byte == UInt8(ascii: ":"), position - start <= 128 else { return false }
    appendScalar(from: start, to: position, isPlain: true)
    position += 1
    return true
  }

  /// Steps over a value and the end of its line; where the line ends without one, it is due on those that follow.
  private mutating func scanValue(isDue: inout Bool) -> Bool {
    let start = position
    skipSpaces()
    isDue = false
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0:
      isDue = true
      return endLine()
    case UInt8(ascii: "#"):
      isDue = true
      return position > start && skipComment()
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return position > start && scanFlowValue(depth: open.count / 2) && endLine()
    default:
      return position > start && scanBlockPlain() && endLine()
    }
  }

  /// Steps over a text without quotes that a line break or a comment ends.
  private mutating func scanBlockPlain() -> Bool {
    guard QuickScanner.beginsPlain(byte) else { return false }
    let start = position
    var end = position
    while position < bytes.count {
      if skipRun(QuickScanner.blockRun) { end = position }
      let byte = byte
      if byte == UInt8(ascii: " ") {
        if byteAfter == UInt8(ascii: "#") { break }
        position += 1
        continue
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || position == bytes.count { break }
      if byte == UInt8(ascii: ":"), position + 1 == bytes.count || byteAfter <= UInt8(ascii: " ") { return false }
      guard skipCharacter(byte) else { return false }
      end = position
    }
    appendScalar(from: start, to: end, isPlain: true)
    return true
  }

  // MARK: - Nodes

  private var openColumn: Int { open.isEmpty ? -1 : open[open.count - 1] >> 1 }

  private var isOpenList: Bool { open.isEmpty ? false : open[open.count - 1] & 1 == 1 }

  private mutating func openBlock(_ kind: YAMLTree.Kind, column: Int) {
    open.append(nodes.count)
    open.append(column << 1 | (kind == .list ? 1 : 0))
    append(kind, isPlainOrFlow: false, start: 0, count: 0)
  }

  private mutating func closeBlock() {
    guard open.popLast() != nil, let node = open.popLast() else { return }
    nodes[node].next = Int32(truncatingIfNeeded: nodes.count)
  }

  mutating func appendScalar(from start: Int, to end: Int, isPlain: Bool) {
    append(.scalar, isPlainOrFlow: isPlain, start: start, count: end - start)
  }

  mutating func append(_ kind: YAMLTree.Kind, isPlainOrFlow: Bool, start: Int, count: Int) {
    // Sizes are bounded by YAMLTree.sizeLimit.
    nodes.append(
      YAMLTree.Node(
        kind: kind, isPlainOrFlow: isPlainOrFlow, line: 0, column: 0, start: Int32(truncatingIfNeeded: start),
        count: Int32(truncatingIfNeeded: count), next: Int32(truncatingIfNeeded: nodes.count + 1)))
  }
}
