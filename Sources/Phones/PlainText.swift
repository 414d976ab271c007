// The signs of phone numbers as people, word processors and telephones write them, as plain ASCII.

/// The signs of a text as ASCII: small letters, digits of every script from 0 to 9, one hyphen for every dash, one space
/// for every blank. Marks that nobody sees and quotation marks are left out; a sign that no number has is 0xFF.
func plainText(_ text: String) -> [UInt8] {
  var plain: [UInt8] = []
  plain.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    if let byte = plainSign(scalar.value) { plain.append(byte) }
  }
  return plain
}

/// A text without the blanks and invisible marks at its ends.
func withoutBlanks(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: isVisible), let last = scalars.lastIndex(where: isVisible) else {
    return ""
  }
  return String(scalars[first...last])
}

/// Whether a plain sign is a digit.
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

private func isVisible(_ scalar: Unicode.Scalar) -> Bool { !isBlank(scalar.value) && !isInvisible(scalar.value) }

/// A sign as ASCII; nil for one that is left out.
private func plainSign(_ scalar: UInt32) -> UInt8? {
  if let byte = UInt8(exactly: scalar), byte < 0x80 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
    case 0x09, 0x0A, 0x0D: return UInt8(ascii: " ")
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return nil
    case UInt8(ascii: "["): return UInt8(ascii: "(")
    case UInt8(ascii: "]"): return UInt8(ascii: ")")
    case UInt8(ascii: "\\"): return UInt8(ascii: "/")
    default: return byte
    }
  }
  // The wide forms of ASCII.
  if (0xFF01...0xFF5E).contains(scalar) { return plainSign(scalar - 0xFEE0) }
  if isInvisible(scalar) || isQuotationMark(scalar) { return nil }
  if isBlank(scalar) { return UInt8(ascii: " ") }
  if isDash(scalar) { return UInt8(ascii: "-") }
  for zero in zeros.unicodeScalars where scalar >= zero.value && scalar <= zero.value + 9 {
    return UInt8(ascii: "0") + UInt8(scalar - zero.value)
  }
  switch scalar {
  case 0xB7, 0x2022, 0x2024, 0x2027, 0x22C5, 0x30FB: return UInt8(ascii: ".")
  case 0x2044, 0x2215: return UInt8(ascii: "/")
  // "доб.", an extension in Russian.
  case 0x434, 0x414: return UInt8(ascii: "d")
  case 0x43E, 0x41E: return UInt8(ascii: "o")
  case 0x431, 0x411: return UInt8(ascii: "b")
  default: return 0xFF
  }
}

/// The zeros of the scripts that have decimal digits of their own (Unicode's category Nd); nine digits follow each.
private let zeros = """
  \u{660}\u{6F0}\u{7C0}\u{966}\u{9E6}\u{A66}\u{AE6}\u{B66}\u{BE6}\u{C66}\u{CE6}\u{D66}\u{DE6}\u{E50}\u{ED0}\u{F20}\
  \u{1040}\u{1090}\u{17E0}\u{1810}\u{1946}\u{19D0}\u{1A80}\u{1A90}\u{1B50}\u{1BB0}\u{1C40}\u{1C50}\u{A620}\u{A8D0}\
  \u{A900}\u{A9D0}\u{A9F0}\u{AA50}\u{ABF0}
  """

private func isBlank(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// Marks of direction, joiners, byte order marks, soft hyphens and their like.
private func isInvisible(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20E3, 0xFE00...0xFE0F, 0xFEFF:
    true
  default: false
  }
}

private func isQuotationMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xAB, 0xB4, 0xBB, 0x2BC, 0x2018...0x201F, 0x2032, 0x2033, 0x2039, 0x203A, 0x300C...0x300F: true
  default: false
  }
}

/// Unicode's dashes, and what stands for one: the minus, the bullet and the long vowel of Japanese.
private func isDash(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x58A, 0x5BE, 0x1806, 0x2010...0x2015, 0x2043, 0x2212, 0x2E3A, 0x2E3B, 0x301C, 0x3030, 0x30FC, 0xFE58, 0xFE63,
    0xFF70:
    true
  default: false
  }
}
