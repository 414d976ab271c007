// Reads forms as browsers send them: `name=value` pairs joined by `&`, percent-encoded, `+` for a blank (the URL standard,
// application/x-www-form-urlencoded). A body and the query of an address have the same form.

internal import Basics

/// What a form or a query says.
struct FormValues: Sendable {
  /// The most pairs that are read.
  static let most = 200

  /// The pairs in the order in which they were sent.
  private(set) var pairs: [(name: String, value: String)] = []

  /// A form that says nothing.
  init() {}

  /// Reads a form; nil where it cannot be read: an escape that is not two hexadecimal digits, bytes that are not UTF-8,
  /// more pairs than `most`.
  init?(_ bytes: [UInt8]) {
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < Self.most else { return nil }
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      guard let name = Self.decoded(pair[..<equals]), let value = Self.decoded(pair[equals...].dropFirst()) else {
        return nil
      }
      pairs.append((name, value))
    }
  }

  /// The value of the first pair with a name, without the blanks around it; nil where there is none or it is blank.
  subscript(name: String) -> String? {
    guard let value = pairs.first(where: { $0.name == name })?.value else { return nil }
    let kept = value.unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = kept.lastIndex(where: { !$0.properties.isWhitespace }) else { return nil }
    return String(kept[...last])
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(Hexadecimal.value),
          let low = rest.popFirst().flatMap(Hexadecimal.value)
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
