// Reads a string (RFC 8259, section 7) and checks its UTF-8 (RFC 3629). Runs without an escape, which is nearly
// always the whole string, are searched eight bytes at a time and copied at once.

internal import Basics

extension JSONParser {
  /// Reads the string that begins at the position with a quotation mark.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    let start = position &+ 1
    position = Self.endOfRun(bytes, from: start)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      try unescape(bytes, from: start)
      return try text(unescaped.span, at: start)
    }
    defer { position &+= 1 }
    return try text(bytes.extracting(start..<position), at: start)
  }

  /// Reads the string that begins at the position with a quotation mark, and gives with it a key that equal strings
  /// share.
  mutating func name(_ bytes: Span<UInt8>) throws(JSONError) -> (name: String, key: UInt64) {
    let start = position &+ 1
    position = Self.endOfRun(bytes, from: start)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      try unescape(bytes, from: start)
      return (try text(unescaped.span, at: start), key(of: unescaped.span))
    }
    defer { position &+= 1 }
    let plain = bytes.extracting(start..<position)
    return (try text(plain, at: start), key(of: plain))
  }

  /// A string of these bytes, which begin at `offset` of the document.
  func text(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw JSONError(.invalidUTF8, offset: offset &+ error.byteOffsets.lowerBound)
    }
  }

  /// Puts into `unescaped` what the string stands for whose content begins at `start` and whose first run ends at the
  /// position, then steps behind its end. What is there afterwards is known to be UTF-8.
  private mutating func unescape(_ bytes: Span<UInt8>, from start: Int) throws(JSONError) {
    unescaped.removeAll(keepingCapacity: true)
    var start = start
    while true {
      // Checked before the byte that ends the run, so that the first thing wrong is the one reported, and run by run,
      // because an escape between them makes no sequence of two halves.
      let run = bytes.extracting(start..<position)
      _ = try text(run, at: start)
      for index in run.indices { unescaped.append(run[index]) }
      guard position < bytes.count else {
        throw JSONError(.unexpectedEnd(expected: .closingQuote), offset: position)
      }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position &+= 1
        return
      case UInt8(ascii: "\\"): try escape(bytes)
      case let byte: throw JSONError(.controlCharacter(byte), offset: position)
      }
      start = position
      position = Self.endOfRun(bytes, from: start)
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

  /// Reads the four digits at the position, and the escape behind them if both are a pair.
  private mutating func unicodeEscape(_ bytes: Span<UInt8>, at backslash: Int) throws(JSONError) {
    let unit = try codeUnit(bytes, at: backslash)
    guard unit & 0xF800 == 0xD800 else { return appendUTF8(UInt32(unit)) }
    if let code = try codeOfPair(bytes, first: unit) { return appendUTF8(code) }
    guard leniency == .callers else { throw JSONError(.loneSurrogate(unit), offset: backslash) }
    appendUTF8(0xFFFD)
  }

  /// The code point of the pair whose first half is `first` and whose second is the escape at the position, and steps
  /// behind it; nil, and stays where it is, where they are no pair. The first half is D800–DBFF, the second, which has
  /// to follow at once, DC00–DFFF (RFC 8259, section 7).
  private mutating func codeOfPair(_ bytes: Span<UInt8>, first: UInt16) throws(JSONError) -> UInt32? {
    let second = position
    guard first < 0xDC00, second &+ 1 < bytes.count, bytes[second] == UInt8(ascii: "\\"),
      bytes[second &+ 1] == UInt8(ascii: "u")
    else { return nil }
    position &+= 2
    let low = try codeUnit(bytes, at: second)
    guard low & 0xFC00 == 0xDC00 else {
      position = second
      return nil
    }
    return 0x10000 &+ (UInt32(first & 0x3FF) << 10 | UInt32(low & 0x3FF))
  }

  /// The number that the four hexadecimal digits at the position are; steps behind them.
  private mutating func codeUnit(_ bytes: Span<UInt8>, at backslash: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count else {
        throw JSONError(.unexpectedEnd(expected: .closingQuote), offset: position)
      }
      guard let digit = Hexadecimal.value(bytes[position]) else {
        throw JSONError(.malformedUnicodeEscape, offset: backslash)
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
  @inline(__always)
  private static func endOfRun(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= bytes.count {
      let stops = eightBytes(bytes, at: index).stopsInString
      if stops != 0 { return index &+ stops.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < bytes.count, !bytes[index].stopsInString { index &+= 1 }
    return index
  }
}
