// The keys under which a name is found. They serve searching only; whether two people are the same is decided
// more strictly, in Recognition.swift. Letters are parted from their accents by Decomposition.swift.

/// The spellings by which a name is searched: two names match if they share one (contract, section 3).
///
/// Case, width, spaces, punctuation, apostrophes of every kind and diacritics do not count. `ü` is found as `u` and as `ue`, so that `Müller`, `Mueller`
/// and `MULLER` share `muller`; `ß` is `ss`. At most two keys; a name of nothing but punctuation is its own key.
package struct NameKeys: Equatable, Sendable {
  /// Without diacritics; `ae`, `oe` and `ue` after a consonant are read as umlauts.
  package let plain: [UInt8]
  /// With `ä`, `ö`, `ü`, `å`, `æ`, `ø` spelt out.
  package let speltOut: [UInt8]

  /// The keys of a name as somebody spelt it.
  package init(_ name: String) {
    if let letters = NameKeys.letters(ofASCII: name), !letters.isEmpty {
      self.plain = NameKeys.readingUmlauts(letters)
      self.speltOut = letters
      return
    }
    var plain: [UInt8] = []
    var speltOut: [UInt8] = []
    for scalar in Decomposition.scalars(of: name) { NameKeys.append(scalar, plain: &plain, speltOut: &speltOut) }
    if plain.isEmpty {
      plain = Array(name.utf8)
      speltOut = plain
    }
    self.plain = NameKeys.readingUmlauts(plain)
    self.speltOut = speltOut
  }

  /// Both keys, or one where they are equal.
  package var spellings: [[UInt8]] { plain == speltOut ? [plain] : [plain, speltOut] }

  /// Whether two names are found by each other.
  package func meets(_ other: NameKeys) -> Bool {
    plain == other.plain || speltOut == other.speltOut || plain == other.speltOut || speltOut == other.plain
  }

  /// The letters and digits of a name that has only ASCII, in lower case; nil for another.
  private static func letters(ofASCII name: String) -> [UInt8]? {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A: letters.append(byte + 32)
      case 0x61...0x7A, 0x30...0x39: letters.append(byte)
      case 0...0x7F: continue
      default: return nil
      }
    }
    return letters
  }

  private static func append(_ scalar: Unicode.Scalar, plain: inout [UInt8], speltOut: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A:
      plain.append(UInt8(scalar.value) + 32)
      speltOut.append(UInt8(scalar.value) + 32)
    case 0x61...0x7A, 0x30...0x39:
      plain.append(UInt8(scalar.value))
      speltOut.append(UInt8(scalar.value))
    case 0...0x7F: return
    case 0x308:
      // A combining diaeresis makes an umlaut of the vowel before it.
      if let vowel = speltOut.last,
        vowel == UInt8(ascii: "a") || vowel == UInt8(ascii: "o") || vowel == UInt8(ascii: "u")
      {
        speltOut.append(UInt8(ascii: "e"))
      }
    case 0x30A:
      // A combining ring makes an å of the a before it.
      if speltOut.last == UInt8(ascii: "a") { speltOut.append(UInt8(ascii: "a")) }
    default: appendLetter(scalar, plain: &plain, speltOut: &speltOut)
    }
  }

  private static func appendLetter(_ scalar: Unicode.Scalar, plain: inout [UInt8], speltOut: inout [UInt8]) {
    if let spelling = LatinLetters.spelling(of: scalar) {
      plain += Array(spelling.plain.utf8)
      speltOut += Array(spelling.speltOut.utf8)
    } else if isLetter(scalar) {
      let letters = scalar == "ς" ? "σ" : scalar.properties.lowercaseMapping
      plain += Array(letters.utf8)
      speltOut += Array(letters.utf8)
    }
  }

  /// Whether a scalar says which name it is: no accent, no punctuation. Arabic's vowel signs and hamza, which people
  /// leave out, count among the accents; the vowel signs of Indic scripts do not. Letters that stand for an apostrophe
  /// (`ʻ`, `ʼ`, the half rings of Arabic names) are none.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x64B...0x655, 0x2B9...0x2BF, 0x2C8, 0x2EE, 0xA78B, 0xA78C: return false
    default: break
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Drops the `e` of `ae`, `oe` and `ue`, unless a vowel or `q` before them (Bauer, Quelle) or the end behind them (Joe)
  /// says that it is no umlaut, and the `j` of `dj`, which is how `đ` is spelt out.
  private static func readingUmlauts(_ letters: [UInt8]) -> [UInt8] {
    var read: [UInt8] = []
    read.reserveCapacity(letters.count)
    for (place, letter) in letters.enumerated() {
      let before = read.count >= 2 ? read[read.count - 2] : UInt8(ascii: "-")
      let isInside = place + 1 < letters.count
      if letter == UInt8(ascii: "e"), isInside, let last = read.last, isUmlautVowel(last), !endsUmlaut(before) {
        continue
      }
      if letter == UInt8(ascii: "j"), isInside, read.last == UInt8(ascii: "d") { continue }
      read.append(letter)
    }
    return read
  }

  private static func isUmlautVowel(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "u")
  }

  private static func endsUmlaut(_ letter: UInt8) -> Bool {
    isUmlautVowel(letter) || letter == UInt8(ascii: "e") || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "q")
  }
}
