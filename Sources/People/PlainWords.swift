// Words as a person in a hurry types them, for choices on a screen. NameKeys.swift compares names of people otherwise.

/// Texts in plain words.
package enum PlainWords {
  /// The words of a text (stretches of letters and digits) in lower case, Latin letters without diacritics.
  package static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var isWithin = false
    for scalar in Decomposition.scalars(of: text.lowercased()) {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isWithin = false
        continue
      }
      if !isWithin { words.append("") }
      isWithin = true
      words[words.count - 1] += LatinLetters.spelling(of: scalar)?.plain ?? String(scalar)
    }
    return words
  }
}
