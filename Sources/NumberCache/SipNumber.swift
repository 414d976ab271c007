// How the number that was called is compared with those of a business (contract, section 2).

/// A telephony endpoint as a business file or a request names it.
package struct SipNumber: Equatable, Sendable {
  private let text: String
  private let digits: [UInt8]?

  /// The endpoint with this text.
  package init(_ text: String) {
    self.text = text
    self.digits = SipNumber.phoneDigits(text)
  }

  /// Whether a call to `number` is meant: it is the same text, or both look like phone numbers and have the same digits,
  /// with `+` and `00` alike.
  package func answers(_ number: String) -> Bool {
    if text == number { return true }
    guard let digits else { return false }
    return digits == SipNumber.phoneDigits(number)
  }

  /// Whether the bytes of a file that cannot be read hold this number, standing alone: its text, or its digits written
  /// in any way.
  package func stands(in bytes: [UInt8]) -> Bool {
    if SipNumber.words(of: bytes, where: { $0 > 0x20 && !SipNumber.partings.contains($0) }).contains(text) {
      return true
    }
    guard let digits else { return false }
    return SipNumber.words(of: bytes, where: { $0 >= 0x20 && $0 <= 0x39 && !SipNumber.partings.contains($0) })
      .contains { SipNumber.phoneDigits($0) == digits }
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

  /// The digits of what looks like a phone number, `00` at its start dropped like `+`; nil for anything else.
  static func phoneDigits(_ text: String) -> [UInt8]? {
    var digits: [UInt8] = []
    var plus = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: "+") where digits.isEmpty && !plus: plus = true
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        continue
      default: return nil
      }
    }
    if !plus, digits.starts(with: "00".utf8) { digits.removeFirst(2) }
    return digits.isEmpty ? nil : digits
  }
}
