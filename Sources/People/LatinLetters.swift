// What remains of a Latin letter without its accents. Tables rather than Unicode decomposition, because the standard
// library offers none and Foundation is not in the request path.

/// Latin letters without their diacritics, and the spellings that stand for them.
enum LatinLetters {
  /// The base letters of U+00C0 … U+017F in order; a dot where a letter has none.
  private static let latin1AndExtendedA: StaticString = """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..\
    jjkkkllllll..llnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """
  /// The base letters of U+1E00 … U+1EFF in order; a dot where a letter has none.
  private static let extendedAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuu\
    uuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuu\
    uuuuuuuuuuuyyyyyyyy......
    """

  /// The base letter (`a`–`z`) of a letter outside ASCII, or nil where it has none.
  static func base(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xC0...0x17F: letter(at: Int(scalar.value) - 0xC0, in: latin1AndExtendedA)
    case 0x1E00...0x1EFF: letter(at: Int(scalar.value) - 0x1E00, in: extendedAdditional)
    case 0x1A0, 0x1A1: UInt8(ascii: "o")
    case 0x1AF, 0x1B0: UInt8(ascii: "u")
    case 0x218, 0x219: UInt8(ascii: "s")
    case 0x21A, 0x21B: UInt8(ascii: "t")
    default: nil
    }
  }

  /// How a letter is written where the letter itself is not to be had (`ü` as `ue`), or nil where its base letter serves.
  static func transliteration(of scalar: Unicode.Scalar) -> StaticString? {
    switch scalar.value {
    case 0xC4, 0xE4, 0xC6, 0xE6: "ae"
    case 0xD6, 0xF6, 0xD8, 0xF8, 0x152, 0x153: "oe"
    case 0xDC, 0xFC: "ue"
    case 0xC5, 0xE5: "aa"
    case 0xDF, 0x1E9E: "ss"
    case 0xDE, 0xFE: "th"
    case 0x132, 0x133: "ij"
    default: nil
    }
  }

  private static func letter(at index: Int, in table: StaticString) -> UInt8? {
    table.withUTF8Buffer { letters in
      let letter = unsafe letters[index]
      return letter == UInt8(ascii: ".") ? nil : letter
    }
  }
}
