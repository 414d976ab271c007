// Words as somebody types them who is in a hurry, for choices on a screen. Names of people are compared otherwise: see
// NameKeys.swift, which also says where the decomposition comes from.

@_spi(_Unicode) import Swift

/// Texts in plain words.
package enum PlainWords {
  /// The words of a text (stretches of letters and digits) in lower case, Latin letters without diacritics.
  package static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var isWithin = false
    for scalar in text.lowercased()._nfd {
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
