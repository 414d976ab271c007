// Reads a string (RFC 8259, section 7) and checks its UTF-8 (RFC 3629). Runs without an escape, which is nearly
// always the whole string, are searched eight bytes at a time and copied at once.

extension JSONParser {
  /// Reads the string that begins at the position with a quotation mark.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    guard let plain = try content(bytes) else { return try text(unescaped.span, at: position) }
    return try text(bytes.extracting(plain), at: plain.lowerBound)
  }

  /// Reads the string that begins at the position, and gives with it a key that equal strings share.
  mutating func name(_ bytes: Span<UInt8>) throws(JSONError) -> (name: String, key: UInt64) {
    guard let plain = try content(bytes) else {
      return (try text(unescaped.span, at: position), MemberNames.key(of: unescaped.span))
    }
    let span = bytes.extracting(plain)
    return (try text(span, at: plain.lowerBound), MemberNames.key(of: span))
  }

  /// A string of these bytes, which begin at `offset` of the document.
  func text(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw JSONError(.invalidUTF8, offset: offset &+ error.byteOffsets.lowerBound)
    }
  }

  /// Reads the string at the position: where its content stands in `bytes`, not yet known to be UTF-8, or `nil` if it
  /// has escapes and stands for what is now in `unescaped`, which is.
  private mutating func content(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int>? {
    let start = position &+ 1
    position = Self.endOfRun(bytes, from: start)
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      defer { position &+= 1 }
      return start..<position
    }
    unescaped.removeAll(keepingCapacity: true)
    var run = start
    while true {
      // Checked before the byte that ends the run, so that the first thing wrong is the one reported.
      let plain = bytes.extracting(run..<position)
      _ = try text(plain, at: run)
      for index in plain.indices { unescaped.append(plain[index]) }
      guard position < bytes.count else {
        throw JSONError(.unexpectedEnd(expected: .closingQuote), offset: position)
      }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position &+= 1
        return nil
      case UInt8(ascii: "\\"): try escape(bytes)
      case let byte: throw JSONError(.controlCharacter(byte), offset: position)
      }
      run = position
      position = Self.endOfRun(bytes, from: run)
    }
  }

  /// Reads the escape whose backslash is at the position into `unescaped`.
  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONError) {
    let backslash = position
    guard backslash &+ 1 < bytes.count else {
      throw JSONError(.unexpectedEnd(expected: .closingQuote), offset: bytes.count)
    }
    position &+= 2
    switch bytes[backslash &+ 1] {
    case UInt8(ascii: "u"): try unicodeEscape(bytes, at: backslash)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/"):
      unescaped.append(byte)
    default: throw JSONError(.unknownEscape, offset: backslash)
    }
  }

  /// Reads the four digits at the position, and the escape behind them if they are the first half of a pair.
  private mutating func unicodeEscape(_ bytes: Span<UInt8>, at backslash: Int) throws(JSONError) {
    let unit = try codeUnit(bytes, at: backslash)
    var code = UInt32(unit)
    if unit & 0xF800 == 0xD800 {
      // The first half is D800–DBFF, the second, which has to follow at once, DC00–DFFF (RFC 8259, section 7).
      guard unit < 0xDC00, position &+ 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position &+ 1] == UInt8(ascii: "u")
      else { throw JSONError(.loneSurrogate(unit), offset: backslash) }
      let second = position
      position &+= 2
      let low = try codeUnit(bytes, at: second)
      guard low & 0xFC00 == 0xDC00 else { throw JSONError(.loneSurrogate(unit), offset: backslash) }
      code = 0x10000 &+ (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
    }
    appendUTF8(code)
  }

  /// The number that the four hexadecimal digits at the position are; steps behind them.
  private mutating func codeUnit(_ bytes: Span<UInt8>, at backslash: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count else {
        throw JSONError(.unexpectedEnd(expected: .closingQuote), offset: position)
      }
      let digit: UInt8
      switch bytes[position] {
      case let byte where byte &- 0x30 < 10: digit = byte &- 0x30
      case let byte where (byte | 0x20) &- 0x61 < 6: digit = (byte | 0x20) &- 0x61 &+ 10
      default: throw JSONError(.malformedUnicodeEscape, offset: backslash)
      }
      unit = unit << 4 | UInt16(digit)
      position &+= 1
    }
    return unit
  }

  /// Appends the UTF-8 of a code point that is no surrogate and at most U+10FFFF to `unescaped`.
  private mutating func appendUTF8(_ code: UInt32) {
    guard code >= 0x80 else { return unescaped.append(UInt8(code)) }
    if code < 0x800 {
      unescaped.append(0xC0 | UInt8(code >> 6))
    } else {
      if code < 0x10000 {
        unescaped.append(0xE0 | UInt8(code >> 12))
      } else {
        unescaped.append(0xF0 | UInt8(code >> 18))
        unescaped.append(0x80 | UInt8(code >> 12 & 0x3F))
      }
      unescaped.append(0x80 | UInt8(code >> 6 & 0x3F))
    }
    unescaped.append(0x80 | UInt8(code & 0x3F))
  }

  /// The first place at or behind `start` that holds a quotation mark, a backslash or a control character, else the
  /// end of the bytes.
  private static func endOfRun(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= bytes.count {
      let stops = word(bytes, at: index).stopsInString
      if stops != 0 { return index &+ stops.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      index &+= 1
    }
    return index
  }
}
