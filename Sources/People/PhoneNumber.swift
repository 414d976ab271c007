// Reading phone numbers: what is certain becomes E.164, the rest stays as it was said.

/// A phone number as somebody wrote or said it, read with the country in which national numbers are meant.
package struct PhoneNumber: Equatable, Sendable {
  /// The full number, `+` and 7 to 15 digits (ITU-T E.164), where it is certain; else nil.
  package let e164: String?
  /// All digits as written, without signs and spaces; for numbers of which no more is known.
  package let digits: String

  /// Reads a number; nil where the text is none: a letter, fewer than three or more than twenty digits, a `+` inside.
  ///
  /// `+` and `00` begin a full number and `(0)` after them is dropped. A national number is completed by the country's
  /// calling code if its length fits that country's plan.
  package init?(_ text: String, country: String?) {
    guard let written = PhoneNumber.scan(text) else { return nil }
    self.digits = written.digits
    if written.international {
      let full = written.digits
      self.e164 = (7...15).contains(full.utf8.count) && full.utf8.first != UInt8(ascii: "0") ? "+" + full : nil
    } else if let country, let plan = NumberingPlan(country: country) {
      self.e164 = PhoneNumber.complete(written.digits, with: plan)
    } else {
      self.e164 = nil
    }
  }

  /// What is compared: the full number, else the digits.
  package var comparable: String { e164 ?? digits }

  private static func scan(_ text: String) -> (digits: String, international: Bool)? {
    var digits: [UInt8] = []
    var international = false
    var insideParentheses = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let isTrunkZero =
          byte == UInt8(ascii: "0") && index > 0 && bytes[index - 1] == UInt8(ascii: "(") && index + 1 < bytes.count
          && bytes[index + 1] == UInt8(ascii: ")")
        if !(isTrunkZero && (international || digits.starts(with: "00".utf8))) { digits.append(byte) }
      case UInt8(ascii: "+"):
        guard digits.isEmpty, !international else { return nil }
        international = true
      case UInt8(ascii: "("): insideParentheses += 1
      case UInt8(ascii: ")"): insideParentheses -= 1
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), 9: continue
      case 0xC2, 0xA0: continue  // a no-break space, as word processors leave it
      default: return nil
      }
      guard insideParentheses == 0 || insideParentheses == 1 else { return nil }
    }
    guard insideParentheses == 0, (3...20).contains(digits.count) else { return nil }
    if !international, digits.starts(with: "00".utf8) {
      international = true
      digits.removeFirst(2)
    }
    guard !digits.isEmpty else { return nil }
    return (String(decoding: digits, as: UTF8.self), international)
  }

  private static func complete(_ digits: String, with plan: NumberingPlan) -> String? {
    var national = Substring(digits)
    if !plan.trunkPrefix.isEmpty, national.hasPrefix(plan.trunkPrefix) {
      national = national.dropFirst(plan.trunkPrefix.utf8.count)
    } else if plan.trunkPrefix == "0" || plan.trunkPrefix == "06" {
      return nil  // Without its trunk prefix it may be a local number, of which the area code is not known.
    }
    guard plan.lengths.contains(national.utf8.count) else { return nil }
    return "+" + plan.callingCode + String(national)
  }
}
