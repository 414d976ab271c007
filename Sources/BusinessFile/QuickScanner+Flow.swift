// Flow collections and quoted texts on one line, and which characters may stand where, for the quick way to a tree:
// see YAMLTree+Scanning.swift.

extension QuickScanner {
  /// Steps over a flow collection or a quoted text.
  mutating func scanFlowValue(depth: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "{"): scanFlow(.map, end: UInt8(ascii: "}"), depth: depth + 1)
    case UInt8(ascii: "["): scanFlow(.list, end: UInt8(ascii: "]"), depth: depth + 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): scanQuoted(byte)
    default: scanFlowPlain(isKey: false)
    }
  }

  private mutating func scanFlow(_ kind: YAMLTree.Kind, end: UInt8, depth: Int) -> Bool {
    guard depth <= TreeBuilder.depthLimit else { return false }
    let node = nodes.count
    append(kind, isPlainOrFlow: true, start: 0, count: 0)
    position += 1
    skipSpaces()
    if byte != end {
      while true {
        if kind == .map {
          guard scanFlowPlain(isKey: true), byte == UInt8(ascii: ":"), byteAfter == UInt8(ascii: " ") else {
            return false
          }
          position += 1
          skipSpaces()
        }
        guard scanFlowValue(depth: depth) else { return false }
        nodes[node].count += 1
        skipSpaces()
        if byte == end { break }
        guard byte == UInt8(ascii: ",") else { return false }
        position += 1
        skipSpaces()
      }
    }
    position += 1
    nodes[node].next = Int32(truncatingIfNeeded: nodes.count)
    return true
  }

  /// Steps over a text without quotes: a value that a bracket or comma ends, or a key that a colon ends.
  private mutating func scanFlowPlain(isKey: Bool) -> Bool {
    guard QuickScanner.beginsPlain(byte) else { return false }
    let start = position
    var end = position
    while position < bytes.count {
      if skipRun(QuickScanner.flowRun) { end = position }
      let byte = byte
      switch byte {
      case UInt8(ascii: " "):
        skipSpaces()
        continue
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard !isKey else { return false }
        appendScalar(from: start, to: end, isPlain: true)
        return true
      case UInt8(ascii: ":"):
        if byteAfter == UInt8(ascii: " ") {
          guard isKey, end == position, position - start <= 128 else { return false }
          appendScalar(from: start, to: end, isPlain: true)
          return true
        }
        // A colon inside a word, as in 08:00; before an indicator it would mean something.
        guard QuickScanner.isAlphanumeric(byteAfter) else { return false }
        position += 1
      case UInt8(ascii: "#"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
        return false
      default:
        guard skipCharacter(byte) else { return false }
      }
      end = position
    }
    return false
  }

  /// Steps over a quoted text without escapes.
  private mutating func scanQuoted(_ quote: UInt8) -> Bool {
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        appendScalar(from: start, to: position, isPlain: false)
        position += 1
        return true
      }
      guard byte != UInt8(ascii: "\\") || quote == UInt8(ascii: "'"), skipCharacter(byte) else { return false }
    }
    return false
  }

  // MARK: - Characters

  /// A set of ASCII characters.
  struct Run {
    let low: UInt64
    let high: UInt64
  }

  /// What can follow in a text without quotes in a flow collection whatever stands before and after: letters, digits
  /// and `!$%&()*+-./;<=>?@^_|~`.
  static let flowRun = Run(low: 0xFBFF_EF72_0000_0000, high: 0x57FF_FFFE_C7FF_FFFF)
  /// What can follow in a text without quotes elsewhere: printable ASCII but blanks and colons.
  static let blockRun = Run(low: 0xFBFF_FFFE_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFF)
  /// Printable ASCII.
  static let printableRun = Run(low: 0xFFFF_FFFF_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFF)

  /// Steps over the characters of a set; false where none stands here.
  mutating func skipRun(_ run: Run) -> Bool {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      let word = byte < 64 ? run.low : run.high
      guard byte < 128, word & (1 << UInt64(byte & 63)) != 0 else { break }
      index += 1
    }
    defer { position = index }
    return index > position
  }

  /// Steps over a character that may stand within a text: printable ASCII, and of the others those that libyaml takes
  /// for neither a line break nor a control character. A few rare ranges are left to libyaml.
  mutating func skipCharacter(_ byte: UInt8) -> Bool {
    if byte >= 0x20, byte < 0x7F {
      position += 1
      return true
    }
    let second = byteAfter
    switch byte {
    // From U+00A0 on: what lies before are control characters and the line break U+0085.
    case 0xC2...0xDF: return skipContinuations(1) && (byte > 0xC2 || second >= 0xA0)
    // The shortest form only, no surrogates, not the line breaks U+2028 and U+2029, nor the end of the plane.
    case 0xE0: return skipContinuations(2) && second >= 0xA0
    case 0xE2: return skipContinuations(2) && (second != 0x80 || bytes[position - 1] & 0xFE != 0xA8)
    case 0xE1, 0xE3...0xEC: return skipContinuations(2)
    case 0xF0: return skipContinuations(3) && second >= 0x90
    default: return false
    }
  }

  /// Steps over a byte and as many continuation bytes.
  private mutating func skipContinuations(_ count: Int) -> Bool {
    guard position + count < bytes.count else { return false }
    for offset in 1...count where bytes[position + offset] & 0xC0 != 0x80 { return false }
    position += count + 1
    return true
  }

  /// Whether a byte can begin a text without quotes: no indicator of YAML, no blank.
  static func beginsPlain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "_") || byte >= 0xC2
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a byte may stand in the keys that are read here.
  static func isOfKey(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
