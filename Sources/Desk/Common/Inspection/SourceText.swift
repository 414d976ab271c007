// The lines of a business file as people look at them, and a caret below the place a finding is about. Which place that
// is, the finding says.

/// A file cut into lines, as libyaml counts them.
struct SourceText {
  private let lines: [ArraySlice<UInt8>]

  /// The lines of these bytes; a byte order mark is no part of the first.
  init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let length = SourceText.breakLength(text[index...])
      if length > 0 {
        lines.append(text[start..<index])
        start = index + length
      }
      index += max(1, length)
    }
    lines.append(text[start...])
    self.lines = lines
  }

  /// How many bytes the line break at the beginning takes, 0 where there is none. YAML 1.1, which libyaml reads, breaks
  /// lines at NEL, LS and PS too.
  private static func breakLength(_ text: ArraySlice<UInt8>) -> Int {
    switch text.first {
    case 0x0A: 1
    case 0x0D: text.dropFirst().first == 0x0A ? 2 : 1
    case 0xC2: text.dropFirst().first == 0x85 ? 2 : 0
    case 0xE2: text.starts(with: [0xE2, 0x80, 0xA8]) || text.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: 0
    }
  }

  /// The line of a place, fit for a terminal, and how many columns come before the place. Of a line that takes more than
  /// `width` columns, the part around the place is shown.
  func excerpt(at place: FilePlace, width: Int) -> (line: String, indent: Int) {
    let bytes = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : []
    var before = ""
    var after = ""
    var columns = 0
    for (index, scalar) in String(decoding: bytes, as: UTF8.self).unicodeScalars.enumerated() {
      // Tabs reach to the next multiple of four.
      let shown =
        scalar == "\t" ? String(repeating: " ", count: 4 - columns % 4) : TerminalText.harmless(String(scalar))
      columns += TextWidth.columns(of: shown)
      if index < place.column - 1 { before += shown } else { after += shown }
    }
    let room = width - TextWidth.columns(of: before)
    if room < min(width / 3, TextWidth.columns(of: after)) {
      before = "…" + SourceText.end(of: before, columns: width / 2)
    }
    let indent = TextWidth.columns(of: before)
    return (before + after.shortened(to: width - indent), indent)
  }

  private static func end(of text: String, columns: Int) -> String {
    var used = 0
    let rest = text.reversed().prefix { character in
      used += TextWidth.columns(of: character)
      return used <= columns
    }
    return String(rest.reversed())
  }
}
