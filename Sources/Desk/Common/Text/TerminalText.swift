// What of a text may be shown on a terminal, and colours. Streams.swift knows where the text goes,
// TextWidth.swift how many columns it takes.

/// What may be shown on a terminal.
enum TerminalText {
  /// A text from a file or a person, fit for a terminal: controls (an escape begins commands to it) and what turns the
  /// direction of writing are shown as U+FFFD, tabs as spaces; nothing else is changed.
  static func harmless(_ text: some StringProtocol) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": shown.unicodeScalars.append(" ")
      default: shown.unicodeScalars.append(commands(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return shown
  }

  /// A file of several lines that is written to a terminal: the same scalars as `\u001B`, which JSON reads as what they
  /// were. Tabs and ends of lines stay.
  static func escaped(_ text: String) -> String {
    var shown = ""
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // A carriage return alone goes back to the beginning of the line.
      if before == "\r", scalar != "\n" { shown += "\\u000D" } else if before == "\r" { shown += "\r" }
      before = scalar
      if scalar == "\r" { continue }
      if scalar == "\n" || scalar == "\t" || !commands(scalar) {
        shown.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return before == "\r" ? shown + "\\u000D" : shown
  }

  /// Whether a scalar does something to a terminal: a control character, what turns the direction of writing, an end of line.
  private static func commands(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{2028}", "\u{2029}":
      true
    default: scalar.properties.generalCategory == .control
    }
  }

  /// How text stands out.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case blue = "1;34"
  }
}

extension Output {
  /// Writes what is for other programs to read: as it is, but to a terminal with everything escaped that would command it.
  func writeData(_ text: String) throws(OutputFailure) {
    try write(isTerminal ? TerminalText.escaped(text) : text)
  }

  /// The text in a style, if this stream has colours.
  func styled(_ text: String, _ style: TerminalText.Style) -> String {
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
