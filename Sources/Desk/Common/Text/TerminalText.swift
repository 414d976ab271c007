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
      case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{2028}", "\u{2029}":
        shown.unicodeScalars.append("\u{FFFD}")
      default: shown.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
      }
    }
    return shown
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
  /// The text in a style, if this stream has colours.
  func styled(_ text: String, _ style: TerminalText.Style) -> String {
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
