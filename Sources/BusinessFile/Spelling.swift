// Guesses which word a misspelt one probably was, and prepares texts of a file for messages. Nothing here runs for a file
// that is in order.

/// Finds the word that was probably meant.
package enum Spelling {
  /// At most this many words are compared.
  private static let candidateLimit = 500
  /// Longer words are not guessed.
  private static let lengthLimit = 64

  /// The candidate with the smallest edit distance to `word` (case aside; insertions, deletions, replacements and
  /// swapped neighbours count one each), if that is at most a third of the word's length, and at least one; the first
  /// of several.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let bytes = Array(word.lowercased().utf8)
    guard !bytes.isEmpty, bytes.count <= lengthLimit else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates.prefix(candidateLimit) {
      let other = Array(candidate.lowercased().utf8)
      let limit = min(max(1, max(bytes.count, other.count) / 3), (best?.distance ?? 4) - 1)
      guard limit >= 0, other.count <= lengthLimit, abs(other.count - bytes.count) <= limit else { continue }
      let found = distance(bytes, other)
      if found <= limit { best = (candidate, found) }
    }
    return best?.word
  }

  /// The optimal string alignment distance.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        var cost = min(previous[column + 1], current[column]) + 1
        cost = min(cost, previous[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}

/// Shows texts of the file in a message: short, on one line, without anything that could disturb a terminal.
enum Quote {
  /// The text with control characters replaced by `?` and cut after 40 characters.
  static func cut(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(40) {
      shown.unicodeScalars.append(isHarmless(scalar) ? scalar : "?")
    }
    return text.unicodeScalars.count > 40 ? shown + "…" : shown
  }

  /// The text as `cut` shows it, in quotes.
  static func text(_ text: String) -> String { "\"\(cut(text))\"" }

  /// Words as an English list: `a`, `a and b`, `a, b and c`; of more than twenty the first twenty.
  static func list(_ words: [String], last: String = "and") -> String {
    guard words.count <= 20 else { return words.prefix(20).map(cut).joined(separator: ", ") + ", …" }
    guard let final = words.last, words.count > 1 else { return cut(words.first ?? "") }
    return words.dropLast().map(cut).joined(separator: ", ") + " \(last) \(cut(final))"
  }

  /// Whether a character can be shown as it is: no control and no bidirectional or invisible format character.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }
}
