// What people are told about refused bytes. Programs test `reason`; these words may change.

extension JSONError {
  /// One English sentence without a full stop, saying what is wrong and at which byte (`offset`, counted from 0), as in
  /// `a comma or ] was expected at byte 17, but there is }`. It is one line of printable characters whatever the
  /// document holds, and short.
  package var sentence: String {
    switch reason {
    case .tooManyBytes(let limit): "the document is longer than \(limit) bytes"
    case .tooDeep(let limit): "arrays and objects are nested deeper than \(limit) levels at byte \(offset)"
    case .byteOrderMark: "the document begins with a byte order mark, which JSON does not allow"
    case .empty: "a JSON value was expected, but there is none"
    case .unexpectedEnd(let expected): "\(expected.words) was expected at byte \(offset), but the document ends there"
    case .unexpected(let byte, let expected):
      "\(expected.words) was expected at byte \(offset), but there is \(Self.words(for: byte))"
    case .contentAfterValue(let byte):
      "the document should end at byte \(offset), behind its value, but there is \(Self.words(for: byte))"
    case .unknownWord:
      "a value was expected at byte \(offset): text needs quotation marks, and the only words are true, false and null"
    case .trailingComma: "the comma at byte \(offset) has nothing behind it"
    case .leadingZero: "a number begins with a needless zero at byte \(offset)"
    case .controlCharacter(let byte):
      "the text at byte \(offset) holds \(Self.words(for: byte)), which has to be an escape such as \\n or \\u0000"
    case .invalidUTF8: "the text at byte \(offset) is not valid UTF-8"
    case .unknownEscape: "the backslash at byte \(offset) begins no escape that JSON knows"
    case .malformedUnicodeEscape: "\\u at byte \(offset) needs four hexadecimal digits behind it"
    case .loneSurrogate: "the \\u escape at byte \(offset) is one half of a surrogate pair without the other"
    case .duplicateMember(let name): "the member \(Self.shown(name)) at byte \(offset) is there twice"
    }
  }

  /// A byte as people know it: itself if ASCII can show it, else its number.
  private static func words(for byte: UInt8) -> String {
    guard byte > 0x20, byte < 0x7F else {
      return "the byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
    }
    return String(Unicode.Scalar(byte))
  }

  /// A name as a JSON string of printable characters, cut after 40 of them.
  private static func shown(_ name: String) -> String {
    var shown = "\""
    for (index, scalar) in name.unicodeScalars.enumerated() {
      guard index < 40 else {
        shown += "…"
        break
      }
      shown.unicodeScalars.append(isShowable(scalar) ? scalar : "\u{FFFD}")
    }
    return shown + "\""
  }

  /// Whether a scalar keeps to its place in a line of text: no control, format, line-breaking or unassigned one.
  private static func isShowable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }
}

extension JSONError.Expectation {
  /// What was expected, with its article.
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .valueOrBracket: "a value or ]"
    case .memberName: "a member's name in quotation marks"
    case .memberNameOrBrace: "a member's name in quotation marks or }"
    case .colon: "a colon"
    case .commaOrBracket: "a comma or ]"
    case .commaOrBrace: "a comma or }"
    case .digit: "a digit"
    case .closingQuote: "a closing quotation mark"
    }
  }
}
