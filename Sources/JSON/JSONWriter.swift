// Writes JSON (RFC 8259) piece by piece into memory: one line, no white space, members in the order in which they are
// written. It does not check the whole: the caller sees to it that every begin has its end.

/// A JSON document under construction.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.key("id")
///     writer.string("anna")
///     writer.endObject()          // {"id":"anna"}
///
/// Commas and colons come by themselves. The bytes are a document if every `begin…` has its `end…`, every member of an
/// object is a `key` and then one value, and there is one value at the top; none of this is checked.
package struct JSONWriter: Sendable {
  /// What has been written so far, in UTF-8; never holds a control character, so no line feed either.
  package private(set) var bytes: [UInt8]

  /// Whether the next value or key has another before it in its array or object.
  private var needsComma = false

  /// A writer of nothing yet, with room for this many bytes before it has to find more.
  package init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Opens an object.
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Closes the innermost object.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Opens an array.
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Closes the innermost array.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of a member; its value has to follow. A name written twice is written twice.
  package mutating func key(_ name: String) {
    quote(name, isKey: true)
    needsComma = false
  }

  /// Writes a string: `"` and `\` behind a backslash, `\b \t \n \f \r` for those, `\u00XX` for the other characters
  /// below U+0020, everything else as it is (U+2028 too, which JSON allows).
  package mutating func string(_ value: String) {
    quote(value, isKey: false)
    needsComma = true
  }

  /// Writes an integer in decimal.
  package mutating func integer(_ value: Int) { integer(Int64(value)) }

  /// Writes an integer in decimal.
  package mutating func integer(_ value: Int64) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = digits.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      first &-= 1
      digits[first] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest != 0
    for index in first..<digits.count { bytes.append(digits[index]) }
  }

  /// Writes a number as it was written.
  package mutating func number(_ value: JSONNumber) {
    separate()
    bytes.append(contentsOf: value.text.utf8)
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a whole value, members in their order.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Writes the comma before a key or value where one is due.
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Writes a string in quotation marks, the comma before it where one is due, and the colon behind a key.
  private mutating func quote(_ text: String, isKey: Bool) {
    let text = text.utf8.span
    let isPlain = Self.isPlain(text)
    var count = text.count
    if !isPlain {
      // An escape has up to six characters.
      for index in text.indices where text[index].stopsInString { count &+= 5 }
    }
    bytes.append(addingCapacity: count &+ 4) { output in
      if needsComma { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      if isPlain {
        for index in text.indices { output.append(text[index]) }
      } else {
        for index in text.indices { Self.escape(text[index], to: &output) }
      }
      output.append(UInt8(ascii: "\""))
      if isKey { output.append(UInt8(ascii: ":")) }
    }
  }

  /// Whether a string needs no escape.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var index = 0
    if text.count >= 8 {
      while index &+ 8 < text.count {
        guard eightBytes(text, at: index).stopsInString == 0 else { return false }
        index &+= 8
      }
      // Looks at some bytes a second time rather than at the rest one by one.
      return eightBytes(text, at: text.count &- 8).stopsInString == 0
    }
    while index < text.count {
      guard !text[index].stopsInString else { return false }
      index &+= 1
    }
    return true
  }

  /// Writes one byte of a string, or the escape that stands for it.
  private static func escape(_ byte: UInt8, to output: inout OutputSpan<UInt8>) {
    guard byte.stopsInString else { return output.append(byte) }
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    default:
      let digit = byte & 0xF
      output.append(UInt8(ascii: "u"))
      output.append(UInt8(ascii: "0"))
      output.append(UInt8(ascii: "0"))
      output.append(UInt8(ascii: "0") &+ byte >> 4)
      output.append(digit < 10 ? UInt8(ascii: "0") &+ digit : UInt8(ascii: "a") &+ digit &- 10)
    }
  }
}
