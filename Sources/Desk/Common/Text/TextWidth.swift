// How many columns of a terminal text takes. What of it may be shown there is decided in TerminalText.swift.

/// How wide text is on a terminal (Unicode Standard Annex 11; "ambiguous" characters count as narrow).
enum TextWidth {
  /// The columns that a text takes: two for a wide character (East Asian, emoji), none for a control and for what joins
  /// the character before it, else one.
  static func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of what reads as one character.
  static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    // An emoji is drawn wide where this selector asks for its picture.
    if scalars.count > 1, scalars.contains("\u{FE0F}") { return 2 }
    return scalars.reduce(0) { max($0, columns(of: $1)) }
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar == "\u{AD}" || scalar.properties.generalCategory == .control ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : joins(scalar.value) ? 0 : 1
    }
  }

  /// Whether it is a Hangul vowel or final consonant, which joins the syllable before it.
  private static func joins(_ value: UInt32) -> Bool { (0x1160...0x11FF).contains(value) }

  /// Whether a scalar is wide or fullwidth, by blocks; emoji aside.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
      true
    default: false
    }
  }
}
