// Parts a short text into numbers, words, marks and blanks. SpokenDate.swift knows what they mean.

/// A place in a text that may be a date.
struct DateWords {
  private enum Part {
    case number(value: Int, digits: Int)
    /// In lower case, `ä ö ü` as `ae oe ue`.
    case word(String)
    case mark(Unicode.Scalar)
    /// White space, of any kind and length.
    case blank
  }

  private let parts: [Part]
  private var position = 0

  /// No date with a time is longer, in UTF-8.
  private static let longest = 80

  /// Parts a text; nil where it is too long for a date or has other letters than those of dates.
  init?(_ text: String) {
    guard text.utf8.count <= DateWords.longest else { return nil }
    var parts: [Part] = []
    for scalar in text.unicodeScalars {
      if let digit = DateWords.digit(scalar) {
        if case .number(let value, let digits)? = parts.last, digits < 12 {
          parts[parts.count - 1] = .number(value: value * 10 + digit, digits: digits + 1)
        } else {
          parts.append(.number(value: digit, digits: 1))
        }
      } else if let letters = DateWords.letters(scalar, behind: parts.last) {
        if case .word(let word)? = parts.last {
          parts[parts.count - 1] = .word(word + letters)
        } else {
          parts.append(.word(letters))
        }
      } else if scalar.properties.isWhitespace {
        if case .blank? = parts.last { continue }
        parts.append(.blank)
      } else {
        parts.append(.mark(scalar))
      }
    }
    self.parts = parts
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
  }

  /// What a letter adds to a word; nil where it is none of a month's name.
  private static func letters(_ scalar: Unicode.Scalar, behind part: Part?) -> String? {
    switch scalar {
    case "a"..."z": return String(scalar)
    case "A"..."Z": return String(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case "ä", "Ä": return "ae"
    // The dots of an umlaut as a character of their own.
    case "\u{308}":
      guard case .word(let word)? = part, word.utf8.last == UInt8(ascii: "a") else { return nil }
      return "e"
    default: return nil
    }
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position == parts.count }

  /// Reads a number with so many digits; nil, and stays where it is, where none stands here.
  mutating func number(of digits: ClosedRange<Int>) -> Int? {
    guard position < parts.count, case .number(let value, let count) = parts[position], digits.contains(count) else {
      return nil
    }
    position += 1
    return value
  }

  /// Reads a word; nil where none stands here.
  mutating func word() -> String? {
    guard position < parts.count, case .word(let word) = parts[position] else { return nil }
    position += 1
    return word
  }

  /// Steps over this word; whether it stands here.
  mutating func skipWord(_ expected: String) -> Bool {
    guard position < parts.count, case .word(expected) = parts[position] else { return false }
    position += 1
    return true
  }

  /// Steps over this mark; whether it stands here.
  mutating func skip(_ expected: Unicode.Scalar) -> Bool {
    guard position < parts.count, case .mark(expected) = parts[position] else { return false }
    position += 1
    return true
  }

  /// Steps over a blank; whether one stands here.
  @discardableResult
  mutating func skipBlank() -> Bool {
    guard position < parts.count, case .blank = parts[position] else { return false }
    position += 1
    return true
  }
}
