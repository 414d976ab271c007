// Hexadecimal digits, both ways.

/// Numbers as hexadecimal digits.
package enum Hexadecimal {
  /// The value of a digit of either case, 0 ... 15; nil where the byte is none.
  @inlinable
  package static func value(_ digit: UInt8) -> UInt8? {
    if digit &- 0x30 < 10 { return digit &- 0x30 }
    let letter = (digit | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }

  /// Appends the lowest `digits` digits of a number, in lower case.
  package static func append(_ number: UInt64, digits: Int, to bytes: inout [UInt8]) {
    for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(number >> UInt64(place) & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// The sixteen digits of a number, in lower case.
  package static func text(_ number: UInt64) -> String {
    var bytes: [UInt8] = []
    append(number, digits: 16, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number that one to sixteen digits in lower case name; nil where one is none.
  package static func number(_ bytes: Span<UInt8>) -> UInt64? {
    guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
    var number: UInt64 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte &- 0x41 >= 6, let digit = value(byte) else { return nil }
      number = number << 4 | UInt64(digit)
    }
    return number
  }

  /// The number that sixteen digits in lower case name.
  package static func number(_ text: String) -> UInt64? {
    text.utf8.count == 16 ? number(text.utf8.span) : nil
  }

  /// The bytes that pairs of digits of either case spell; nil where they do not.
  package static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var digits = text.utf8[...]
    while let first = digits.popFirst() {
      guard let high = value(first), let low = digits.popFirst().flatMap(value) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
