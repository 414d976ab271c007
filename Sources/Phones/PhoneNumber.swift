// A phone number as somebody wrote or said it (contract, section 3, "Phones"). How texts are taken apart: WrittenNumber;
// how the numbering plans read the digits: NumberReading.

/// A phone number, read by the numbering plan of the country in which national numbers are meant.
package struct PhoneNumber: Equatable, Sendable {
  /// The full number, `+` and digits (ITU-T E.164), where it is certain; else nil.
  package let e164: String?
  /// All digits as written, from 0 to 9, without signs, prefixes kept, without the extension.
  package let digits: String
  /// What is dialled once the call is answered: digits, kept and not compared; nil where there is none.
  package let `extension`: String?
  /// Whether its numbering plan has no number of this length (`+266696687`): it reaches nobody, so it tells nobody apart.
  package let isImpossible: Bool
  /// The text as sent, without the blanks around it; empty where the number is E.164.
  private let text: String
  /// Whether it was written without `+`, international prefix and national prefix.
  private let isBare: Bool

  /// Reads a number; nil where the text is none: fewer than three digits or more than twenty, or a letter, apart from
  /// `tel:`, `sip:`, an `@host` and an extension.
  ///
  /// With `+`, the country's international prefix or its national prefix it is E.164 if it has a possible length; without
  /// one if it is valid and the country writes such numbers so, or if it begins with the country's own calling code and
  /// the rest is valid. Without a country (ISO 3166, two capital letters, known to libphonenumber) `+` and `00` alone
  /// begin full numbers. What was recorded is the same number again, whatever the country.
  package init?(_ text: String, country: String?) {
    guard let written = WrittenNumber(text) else { return nil }
    let region = country.flatMap { PhoneRegion($0) }
    var reading = NumberReading(written.digits[...], hasPlus: written.hasPlus, in: region)
    if let zero = written.zeroInParentheses, reading.number?.isValid != true {
      // `+48 (0)22 …`: written so where the plan has no national prefix (any more), too.
      let others = written.digits[..<zero] + written.digits[(zero + 1)...]
      let without = NumberReading(others, hasPlus: written.hasPlus, in: region)
      if without.number?.isValid == true { reading = without }
    }
    self.e164 = reading.number?.e164
    self.digits = PhoneNumber.text(written.digits)
    self.extension = written.extension.isEmpty ? nil : PhoneNumber.text(written.extension)
    self.isImpossible = reading.isImpossible
    self.isBare = reading.isBare
    self.text = reading.number == nil ? withoutBlanks(text) : ""
  }

  /// The digits of a number as written, without the extension, whatever its country; nil where the text is none. The
  /// last six of two numbers that agree are the same, but for numbers that have fewer behind their area code.
  package static func digits(of text: String) -> String? {
    // Most are what was recorded.
    let recorded = text.utf8.dropFirst()
    if text.utf8.first == UInt8(ascii: "+"), (3...20).contains(recorded.count), recorded.allSatisfy(isDigit) {
      return String(Substring(recorded))
    }
    return WrittenNumber(text).map { PhoneNumber.text($0.digits) }
  }

  /// The form to be kept: E.164, with the extension as RFC 3966 has it (`+493511234567;ext=12`); else the text as sent,
  /// without the blanks around it.
  package var recorded: String {
    guard let e164 else { return text }
    return self.extension.map { e164 + ";ext=" + $0 } ?? e164
  }

  /// What is compared: the full number, else the digits.
  package var comparable: String { e164 ?? digits }

  /// Whether both are one number. Digits without `+` or prefix are also the number whose E.164 digits they are, because
  /// carriers drop the plus; extensions do not count.
  package func agrees(with other: PhoneNumber) -> Bool {
    comparable == other.comparable || isDigits(of: other) || other.isDigits(of: self)
  }

  /// Whether it is the E.164 digits of another number, without the `+`.
  private func isDigits(of other: PhoneNumber) -> Bool {
    guard isBare, let full = other.e164 else { return false }
    return full.utf8.dropFirst().elementsEqual(digits.utf8)
  }

  private static func text(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 &+ UInt8(ascii: "0") }, as: UTF8.self)
  }
}
