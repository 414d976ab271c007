// Reads one parameter out of a URL's query. It is no form decoder: `+` stays `+`, as tokens have it.

internal import Basics

/// The query of a URL: `name=value` pairs joined by `&` (RFC 3986, section 3.4).
package enum QueryString {
  /// The value of the first parameter with this name, percent-decoded, or nil where there is none, where it is empty,
  /// or where an escape in it is not two hexadecimal digits.
  package static func value(of name: String, in query: String) -> String? {
    for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8) else {
        continue
      }
      return percentDecoded(pair[pair.index(after: equals)...])
    }
    return nil
  }

  private static func percentDecoded(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Hexadecimal.value), let low = rest.popFirst().flatMap(Hexadecimal.value)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
