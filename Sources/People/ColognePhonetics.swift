// Kölner Phonetik: which names sound alike to somebody who speaks German (H. J. Postel, "Die Kölner Phonetik", 1969).

/// The code of a name's sound: one digit a group of letters.
package enum ColognePhonetics {
  /// The code of a name's letters, in lower case and without accents (`NameKeys.plain`); empty where it has no Latin
  /// letter that sounds. Letters of other scripts, digits and `h` have no code.
  package static func code(of letters: [UInt8]) -> [UInt8] {
    var code: [UInt8] = []
    // The last digit, zeros included: equal digits in a row count once, also where an `h` stands between them.
    var last: UInt8?
    var isFirst = true
    for (place, letter) in letters.enumerated() {
      let before = place > 0 ? letters[place - 1] : 0
      let after = place + 1 < letters.count ? letters[place + 1] : 0
      for digit in digits(letter, before: before, after: after, isFirst: isFirst) {
        // Zeros count at the beginning only.
        if digit != last, digit != 0 || code.isEmpty { code.append(digit) }
        last = digit
      }
      if isLetter(letter) { isFirst = false }
    }
    return code
  }

  private static func digits(_ letter: UInt8, before: UInt8, after: UInt8, isFirst: Bool) -> [UInt8] {
    switch Unicode.Scalar(letter) {
    case "a", "e", "i", "j", "o", "u", "y": [0]
    case "b": [1]
    case "p": after == UInt8(ascii: "h") ? [3] : [1]
    case "d", "t": isOne(of: "csz", after) ? [8] : [2]
    case "f", "v", "w": [3]
    case "g", "k", "q": [4]
    case "c": isHard(before: before, after: after, isFirst: isFirst) ? [4] : [8]
    case "x": isOne(of: "ckq", before) ? [8] : [4, 8]
    case "l": [5]
    case "m", "n": [6]
    case "r": [7]
    case "s", "z": [8]
    default: []
    }
  }

  /// Whether a `c` sounds like `k`.
  private static func isHard(before: UInt8, after: UInt8, isFirst: Bool) -> Bool {
    if isFirst { return isOne(of: "ahkloqrux", after) }
    return !isOne(of: "sz", before) && isOne(of: "ahkoqux", after)
  }

  private static func isOne(of letters: StaticString, _ letter: UInt8) -> Bool {
    letters.withUTF8Buffer { bytes in unsafe bytes.contains(letter) }
  }

  private static func isLetter(_ letter: UInt8) -> Bool { letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") }
}
