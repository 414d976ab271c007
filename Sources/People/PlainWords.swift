// Words as somebody types them who is in a hurry, for choices on a screen. Names of people are compared otherwise: see
// NameKeys.swift.

/// Texts in plain words.
public enum PlainWords {
  /// The words of a text (stretches of letters and digits) in lower case, Latin letters without diacritics.
  public static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var isWithin = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isWithin = false
        continue
      }
      if !isWithin { words.append("") }
      isWithin = true
      let plain = LatinLetters.base(of: scalar).map { Unicode.Scalar($0) } ?? scalar
      words[words.count - 1].unicodeScalars.append(plain)
    }
    return words
  }
}
