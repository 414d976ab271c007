// Texts made to fit columns of a terminal. How many they take and what a terminal may be given at all is decided in
// TerminalText.swift.

extension StringProtocol {
  /// As much of it as fits into so many columns, with `…` for the rest, and no spaces before the `…`.
  func shortened(to width: Int) -> String {
    if TextWidth.columns(of: self) <= width { return String(self) }
    if width <= 0 { return "" }
    var kept = ""
    var used = 1
    for character in self {
      used += TextWidth.columns(of: character)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// It, shortened or filled up with spaces, so that it takes exactly so many columns.
  func fitted(to width: Int) -> String {
    let text = shortened(to: width)
    return text + String(repeating: " ", count: Swift.max(0, width - TextWidth.columns(of: text)))
  }

  /// It in lines of at most so many columns, broken at spaces; a word that is longer is shortened.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, TextWidth.columns(of: last) + 1 + TextWidth.columns(of: word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word.shortened(to: width))
      }
    }
    return lines
  }
}
