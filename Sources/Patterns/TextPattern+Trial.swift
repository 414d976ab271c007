// Tries a pattern against texts that nobody would send in earnest, for `voicebot check`: requests take such a pattern's
// failure for the operator's, so the operator should hear of it first.

extension TextPattern {
  /// How long the texts are, in characters.
  package static let trialLength = 1000

  /// Throws what a request may meet with this pattern: it is compiled and matched with long repetitions, of characters
  /// that it names and others, after beginnings of what it matches.
  package func tryHostileTexts() throws(TextPatternFailure) {
    let pattern = try CompiledPattern(self)
    let characters = trialCharacters
    var beginning: [UInt8] = []
    for turn in 0..<TextPattern.longestBeginning {
      for character in characters {
        var text = beginning
        for _ in 0..<TextPattern.trialLength { text += character }
        _ = try pattern.result(of: text)
      }
      // One character more, of those that can follow; another is preferred each time, so that all are among them.
      guard let next = try nextCharacter(of: characters, from: turn, after: beginning, pattern) else { return }
      beginning += next
    }
  }

  private func nextCharacter(
    of characters: [[UInt8]], from turn: Int, after beginning: [UInt8], _ pattern: borrowing CompiledPattern
  ) throws(TextPatternFailure) -> [UInt8]? {
    for index in characters.indices {
      let character = characters[(index + turn) % characters.count]
      if try pattern.result(of: beginning + character, isPart: true) != .mismatch { return character }
    }
    return nil
  }

  private static let longestBeginning = 20

  /// The first characters of the pattern, each once, and one of every usual kind, in UTF-8.
  private var trialCharacters: [[UInt8]] {
    var characters: [[UInt8]] = []
    for scalar in Array(text.unicodeScalars.prefix(20)) + Array("aA0 -.ä".unicodeScalars) {
      let character = Array(String(scalar).utf8)
      if !characters.contains(character) { characters.append(character) }
    }
    return characters
  }
}
