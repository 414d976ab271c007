// Texts, whole numbers and durations of a business file.

/// How long and of what kind a text may be.
struct TextRule {
  var limit: Int
  var mayHaveLines = false

  /// A name, spoken to callers.
  static let name = TextRule(limit: 200)
  /// More words.
  static let description = TextRule(limit: 2000, mayHaveLines: true)
}

extension Reading {
  /// The text of an entry without blanks at its ends; nil with an error where it is empty, too long, or holds
  /// control characters.
  mutating func text(_ entry: Entry, _ rule: TextRule = .name) -> String? {
    guard isText(entry, expected: "a text") else { return nil }
    let bytes = Bytes.trimmed(tree.text(entry.value))
    guard !bytes.isEmpty else {
      report(entry.value, "Expected a text for \(quoted(entry.key)), not blanks.")
      return nil
    }
    guard bytes.count <= 4 * rule.limit else {
      report(entry.value, "This text is longer than \(rule.limit) characters.")
      return nil
    }
    guard tree.isWrittenPlainly || isClean(bytes, rule) else {
      report(
        entry.value,
        rule.mayHaveLines
          ? "The text for \(quoted(entry.key)) holds a control character; remove it."
          : "The text for \(quoted(entry.key)) must be one line without control characters.")
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.count <= rule.limit || text.unicodeScalars.count <= rule.limit else {
      report(entry.value, "This text is longer than \(rule.limit) characters.")
      return nil
    }
    return text
  }

  /// Whether UTF-8 holds no control character (C0, U+007F, C1) and no line break but those that the rule allows.
  private func isClean(_ bytes: ArraySlice<UInt8>, _ rule: TextRule) -> Bool {
    var beforeLast: UInt8 = 0
    var last: UInt8 = 0
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F {
        guard rule.mayHaveLines, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") else { return false }
      } else if last == 0xC2, byte < 0xA0 {
        return false
      } else if beforeLast == 0xE2, last == 0x80, byte == 0xA8 || byte == 0xA9 {
        guard rule.mayHaveLines else { return false }
      }
      beforeLast = last
      last = byte
    }
    return true
  }

  /// The whole number of an entry; nil with an error where it is none or outside the range.
  mutating func wholeNumber(_ entry: Entry, _ range: ClosedRange<Int>) -> Int? {
    guard isText(entry, expected: "a whole number") else { return nil }
    let bytes = tree.text(entry.value)
    if bytes.count <= 9, bytes.first != UInt8(ascii: "0") || bytes.count == 1, let value = Bytes.number(bytes) {
      if range.contains(value) { return value }
    }
    report(
      entry.value,
      "Expected a whole number from \(range.lowerBound) to \(range.upperBound) for \(quoted(entry.key)), "
        + "not \(quoted(entry.value))."
    )
    return nil
  }

  /// The duration of an entry in minutes; nil with an error where it is none or outside the range.
  mutating func minutes(_ entry: Entry, _ range: ClosedRange<Int>) -> Int? {
    guard isText(entry, expected: "a duration such as 90m, 1h30m or 2d") else { return nil }
    let bytes = tree.text(entry.value)
    guard let minutes = Duration.minutes(bytes) else {
      let guess = Duration.guess(bytes).map { "\(Quote.text($0)) was probably meant." }
      report(
        entry.value,
        "\(quoted(entry.value)) is no duration. \(guess ?? "Write days, hours and minutes as in 90m, 1h30m or 2d.")")
      return nil
    }
    guard range.contains(minutes) else {
      report(
        entry.value,
        "\(quoted(entry.key)) must be from \(Duration.text(range.lowerBound)) to "
          + "\(Duration.text(range.upperBound)), not \(quoted(entry.value))."
      )
      return nil
    }
    return minutes
  }

  /// The whole days of an entry, written `60d`; nil with an error where it is anything else or outside the range.
  mutating func days(_ entry: Entry, _ range: ClosedRange<Int>) -> Int? {
    let expected = "whole days such as 60d"
    guard isText(entry, expected: expected) else { return nil }
    let bytes = tree.text(entry.value)
    guard bytes.last == UInt8(ascii: "d"), let minutes = Duration.minutes(bytes) else {
      report(entry.value, "Expected \(expected) for \(quoted(entry.key)), not \(quoted(entry.value)).")
      return nil
    }
    guard range.contains(minutes / 1440) else {
      report(
        entry.value,
        "\(quoted(entry.key)) must be from \(range.lowerBound)d to \(range.upperBound)d, not \(quoted(entry.value)).")
      return nil
    }
    return minutes / 1440
  }
}

/// Durations as `90m`, `1h30m`, `2d`: days, hours and minutes, each at most once and in this order.
enum Duration {
  /// The minutes; nil where the text has another form or a number of more than six digits.
  static func minutes(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    var total = 0
    var smallest = Int.max
    repeat {
      let digits = rest.prefix { Bytes.isDigit($0) }
      guard (1...6).contains(digits.count), let number = Bytes.number(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let unit: Int
      switch rest.popFirst() {
      case UInt8(ascii: "d"): unit = 1440
      case UInt8(ascii: "h"): unit = 60
      case UInt8(ascii: "m"): unit = 1
      default: return nil
      }
      guard unit < smallest else { return nil }
      smallest = unit
      total += number * unit
    } while !rest.isEmpty
    return total
  }

  /// How a text that is no duration should probably have been written: `90`, `90 min`, `2 Tage`, `1 h 30`, `1:30`, `7y`.
  static func guess(_ text: ArraySlice<UInt8>) -> String? {
    let digits = text.prefix { Bytes.isDigit($0) }
    guard (1...4).contains(digits.count) else { return nil }
    let number = String(decoding: digits, as: UTF8.self)
    let rest = text.dropFirst(digits.count)
    let unit = String(decoding: Bytes.trimmed(rest), as: UTF8.self).lowercased()
    let fromLater = rest.drop { !Bytes.isDigit($0) }
    let later = String(decoding: fromLater.prefix { Bytes.isDigit($0) }, as: UTF8.self)
    let last = Bytes.trimmed(fromLater.dropFirst(later.utf8.count)).first
    guard later.utf8.count <= 4 else { return nil }
    if unit.hasPrefix("h") || unit.hasPrefix("st") || unit.hasPrefix(":"), last == nil || last == UInt8(ascii: "m") {
      return Bytes.number(digits).map { self.text($0 * 60 + (Int(later) ?? 0)) }
    }
    guard later.isEmpty else { return nil }
    // Years with their leap days.
    if unit.hasPrefix("y") || unit.hasPrefix("j") { return Bytes.number(digits).map { "\(($0 * 1461 + 3) / 4)d" } }
    if unit.hasPrefix("mo") { return nil }
    if unit.isEmpty || unit.hasPrefix("m") { return number + "m" }
    if unit.hasPrefix("d") || unit.hasPrefix("t") { return number + "d" }
    return unit.hasPrefix("w") ? Bytes.number(digits).map { "\($0 * 7)d" } : nil
  }

  /// Minutes as a file would write them.
  static func text(_ minutes: Int) -> String {
    if minutes % 1440 == 0, minutes > 0 { return "\(minutes / 1440)d" }
    let rest = minutes % 60
    return minutes < 60 ? "\(minutes)m" : "\(minutes / 60)h" + (rest == 0 ? "" : "\(rest)m")
  }
}

/// Work on ASCII bytes.
enum Bytes {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// The bytes without blanks at their ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }

  /// The number that one to nine digits write; nil for anything else.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
