// Reads a number: its grammar only (RFC 8259, section 6). JSONNumber.swift knows the value of its text.

extension JSONParser {
  /// Reads the number that begins at the position with a minus sign or a digit.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> JSONNumber {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position &+= 1 }
    let first = position
    try digits(bytes)
    if position &- first > 1, bytes[first] == UInt8(ascii: "0") { throw JSONError(.leadingZero, offset: first) }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position &+= 1
      try digits(bytes)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position &+= 1
      }
      try digits(bytes)
    }
    return JSONNumber(checked: try text(bytes.extracting(start..<position), at: start))
  }

  /// Steps behind a row of digits, of which there has to be one.
  private mutating func digits(_ bytes: Span<UInt8>) throws(JSONError) {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position &+= 1 }
    guard position == start else { return }
    guard position < bytes.count else { throw JSONError(.unexpectedEnd(expected: .digit), offset: position) }
    throw JSONError(.unexpected(bytes[position], expected: .digit), offset: position)
  }
}
