// How the values of booker and participant fields are read, kept and compared, by kind.

internal import CivilTime
internal import Phones

/// How a field's values are read and compared.
package enum FieldKind: Sendable {
  /// A part of somebody's name.
  case name
  /// Any text.
  case text
  /// A calendar date.
  case date
  /// A phone number.
  case phone
  /// An e-mail address.
  case email
  /// A decimal number.
  case number

  /// The kind of a field that every business knows (contract, section 5); nil for another name.
  package init?(knownField name: String) {
    switch name {
    case "firstname", "lastname": self = .name
    case "dateOfBirth": self = .date
    case "phone": self = .phone
    case "email": self = .email
    case "address": self = .text
    default: return nil
    }
  }

  /// The form in which a value is kept, or nil where the text is no value of this kind.
  ///
  /// Dates become `YYYY-MM-DD`, phone numbers E.164 where that is certain (with `;ext=` and an extension), numbers have a
  /// decimal point; everything else stays as sent, without the blanks around it.
  package func normalised(_ text: String, country: String?) -> String? {
    let trimmed = trimmingBlanks(text)
    switch self {
    case .name, .text: return trimmed
    case .date: return SpokenDate.parse(trimmed, monthFirst: country == "US")?.text
    case .phone: return PhoneNumber(trimmed, country: country)?.recorded
    case .email: return FieldKind.isEmail(trimmed) ? trimmed : nil
    case .number: return FieldKind.number(trimmed)
    }
  }

  /// Whether two kept values mean the same. Phone numbers are compared by `PersonMatcher`, which knows the country.
  package func agrees(_ one: String, _ other: String) -> Bool {
    switch self {
    case .name: NameKeys(one).meets(NameKeys(other))
    case .phone: one == other
    case .text, .date, .number, .email: comparable(one) == comparable(other)
    }
  }

  /// The form in which two values of this kind are equal if they mean the same; for phones their last digits, which may be
  /// equal without that. Empty where the value says nothing.
  func comparable(_ text: String) -> [UInt8] {
    switch self {
    case .name, .text: return FieldKind.letters(text)
    case .date: return Array(text.utf8)
    case .email: return Array(EmailAddress.comparable(text).utf8)
    case .number: return FieldKind.shortest(text)
    case .phone: return PhoneNumber.digits(of: text).map { Array($0.utf8.suffix(6)) } ?? []
    }
  }

  /// A text without case, blanks and hyphens, in one Unicode form.
  private static func letters(_ text: String) -> [UInt8] {
    let lowercase = text.lowercased()
    if lowercase.utf8.allSatisfy({ $0 < 0x80 }) {
      return lowercase.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "-") }
    }
    var letters = String.UnicodeScalarView()
    for scalar in Decomposition.scalars(of: lowercase) {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation { continue }
      letters.append(scalar)
    }
    return Array(String(letters).utf8)
  }

  /// A number without zeros that say nothing: `03` and `3.0` are `3`.
  private static func shortest(_ text: String) -> [UInt8] {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let zero = UInt8(ascii: "0")
    let point = UInt8(ascii: ".")
    var digits = Array(text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == zero })
    if digits.contains(point) {
      while digits.last == zero { digits.removeLast() }
      if digits.last == point { digits.removeLast() }
    }
    if digits.isEmpty { return [zero] }
    return isNegative ? [UInt8(ascii: "-")] + digits : digits
  }

  /// One `@` with something before it and a name with a dot behind it, and no blank or control character.
  private static func isEmail(_ text: String) -> Bool {
    let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, text.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) else { return false }
    let labels = halves[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
  }

  /// An optional minus, digits, and optionally a point or comma with more digits; the comma becomes a point.
  private static func number(_ text: String) -> String? {
    let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = unsigned.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    return String(decoding: text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

/// A text without the blanks (Unicode white space) at its ends.
package func trimmingBlanks(_ text: String) -> String {
  // Most texts have none, and most of those show it by their first and last byte.
  let visible: ClosedRange<UInt8> = 0x21...0x7F
  if let first = text.utf8.first, let last = text.utf8.last, visible.contains(first), visible.contains(last) {
    return text
  }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(scalars[first...last])
}
