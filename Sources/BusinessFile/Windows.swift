// The windows of one day: of working time, or of the starts of a product, which may be single times too.

import Business

/// What windows are of.
enum WindowUse {
  /// Working time.
  case work
  /// The starts of a product.
  case starts

  /// How some are written.
  var example: String { self == .work ? "09:00-17:00" : "18:00" }

  /// What is expected where something else stands.
  var expected: String {
    self == .work ? "windows such as 08:00-12:00, or closed" : "times such as 18:00 or 08:00-10:00, or closed"
  }
}

extension Reading {
  /// The windows of an entry: none where it is `closed` or `off`, else one or more, comma separated or as a list.
  mutating func windows(_ entry: Entry, of use: WindowUse) -> [Window] {
    switch tree.kind(entry.value) {
    case .list:
      let items = list(entry, expected: use.expected) ?? []
      if items.isEmpty { report(entry.value, "The list for \(quoted(entry.key)) is empty; write closed.") }
      return items.compactMap { item in
        guard isText(Entry(item: item), expected: use.expected) else { return nil }
        return window(tree.text(item), of: use, at: item, isWhole: false)
      }
    case .scalar where !tree.text(entry.value).isEmpty:
      let text = tree.text(entry.value)
      if Reading.isClosed(text) { return [] }
      var windows: [Window] = []
      var start = text.startIndex
      while true {
        let end = text[start...].firstIndex(of: UInt8(ascii: ",")) ?? text.endIndex
        let part = Bytes.trimmed(text[start..<end])
        if let window = window(part, of: use, at: entry.value, isWhole: part.count == text.count) {
          windows.append(window)
        }
        guard end < text.endIndex else { return windows }
        start = end + 1
      }
    default:
      _ = isText(entry, expected: use.expected)
      return []
    }
  }

  /// Whether a value says that there are no windows.
  static func isClosed(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual("closed".utf8) || text.elementsEqual("off".utf8)
  }

  /// One window of the value at a node, `HH:MM-HH:MM`; one that ends at or before its start ends on the next day. Among
  /// starts also a single time `HH:MM`, as a window that ends where it starts.
  private mutating func window(_ text: ArraySlice<UInt8>, of use: WindowUse, at node: Int, isWhole: Bool) -> Window? {
    if use == .starts, text.count == 5, let start = Reading.minute(text), start < 1440 {
      return Window(start: start, end: start)
    }
    guard text.count == 11, text[text.startIndex + 5] == UInt8(ascii: "-"),
      let start = Reading.minute(text.prefix(5)), let end = Reading.minute(text.suffix(5)), start < 1440
    else {
      reportNoWindow(text, of: use, at: node, isWhole: isWhole)
      return nil
    }
    guard start != end else {
      report(
        node,
        "\(Quote.text(String(decoding: text, as: UTF8.self))) is no time at all; a whole day is 00:00-24:00"
          + (use == .work ? "." : ", a single start \(Quote.cut(String(decoding: text.prefix(5), as: UTF8.self)))."))
      return nil
    }
    return Window(start: start, end: end > start ? end : end + 1440)
  }

  private mutating func reportNoWindow(_ text: ArraySlice<UInt8>, of use: WindowUse, at node: Int, isWhole: Bool) {
    let shown = Quote.text(String(decoding: text, as: UTF8.self))
    if text.isEmpty {
      report(node, "A window is missing before or after a comma in \(quoted(node)).")
    } else if Reading.isClosed(text), !isWhole {
      report(node, "\(shown) cannot stand beside windows; write it alone or leave it out.")
    } else {
      let otherwise =
        use == .work
        ? "Write HH:MM-HH:MM, hours from 00 to 23 and minutes from 00 to 59 (24:00 as an end), or closed."
        : "Write HH:MM for one start, HH:MM-HH:MM for starts through that time (24:00 as an end), or closed."
      let guess = TimeGuess.windows(text, of: use).map { "\(Quote.text($0)) was probably meant." }
      report(node, "\(shown) is no \(use == .work ? "window" : "start"). \(guess ?? otherwise)")
    }
  }

  /// The minute of the day that `HH:MM` writes, up to `24:00`.
  private static func minute(_ text: ArraySlice<UInt8>) -> Int? {
    let start = text.startIndex
    guard text[start + 2] == UInt8(ascii: ":"), let hour = Bytes.number(text[start..<start + 2]),
      let minute = Bytes.number(text[(start + 3)...]), minute < 60, hour < 24 || hour == 24 && minute == 0
    else { return nil }
    return hour * 60 + minute
  }
}
