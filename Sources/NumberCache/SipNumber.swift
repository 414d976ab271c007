// How the number that was called is compared with those of a business (contract, section 2).

internal import Phones

/// A telephony endpoint as a business file or a request names it.
package struct SipNumber: Equatable, Sendable {
  private let text: String
  private let phone: PhoneNumber?

  /// The endpoint with this text, read by the country of the business that may claim it.
  package init(_ text: String, country: String?) {
    self.text = text
    self.phone = PhoneNumber(text, country: country)
  }

  /// Whether both are one: the same text, or the same phone number.
  package func answers(_ other: SipNumber) -> Bool {
    if text == other.text { return true }
    guard let phone, let other = other.phone else { return false }
    return phone.agrees(with: other)
  }

  /// Whether the bytes of a file that cannot be read hold this endpoint, standing alone: its text, or its phone number
  /// written in any way, read by the country that the bytes name.
  package static func stands(_ text: String, in bytes: [UInt8]) -> Bool {
    if words(of: bytes, where: { $0 > 0x20 && !partings.contains($0) }).contains(text) { return true }
    let country = country(in: bytes)
    let number = SipNumber(text, country: country)
    guard number.phone != nil else { return false }
    // Letters and colons part, too: a key, `tel:`.
    return words(of: bytes, where: { $0 >= 0x80 || $0 >= 0x20 && $0 <= 0x39 && !partings.contains($0) })
      .contains { $0.utf8.count >= 3 && number.answers(SipNumber($0, country: country)) }
  }

  /// What parts the values of a list in YAML.
  private static let partings = Array("\"',#[]{}".utf8)

  /// The runs of bytes that satisfy a condition, without blanks at their ends.
  private static func words(of bytes: [UInt8], where isPart: (UInt8) -> Bool) -> [String] {
    bytes.split { !isPart($0) }.map { word in
      let trimmed = word.drop { $0 == 0x20 }
      return String(decoding: trimmed.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
    }
  }

  /// The two letters behind a line's key `country`; nil where there is none.
  private static func country(in bytes: [UInt8]) -> String? {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "country:".utf8) {
      let letters = line.dropFirst("country:".utf8.count).filter { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
      return String(decoding: letters, as: UTF8.self)
    }
    return nil
  }
}
