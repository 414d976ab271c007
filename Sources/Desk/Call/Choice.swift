// Which of the things on offer somebody means.

internal import People

/// Understands answers to a question that offers a choice.
package enum Choice {
  /// What an answer means.
  package enum Meaning: Equatable {
    /// The choice at this place.
    case one(Int)
    /// It could be several.
    case several
    /// None.
    case none
  }

  /// What an answer means among choices: its number from 1; all of its words; the beginning of a word of it, or some of
  /// its words, where that fits one only. Case and diacritics do not count.
  package static func meaning(of answer: String, among choices: [String]) -> Meaning {
    let wanted = PlainWords.words(of: answer)
    guard !wanted.isEmpty else { return .none }
    if let number = Int(answer), choices.indices.contains(number - 1) { return .one(number - 1) }
    let offered = choices.map { PlainWords.words(of: $0) }
    if let exact = offered.firstIndex(of: wanted) { return .one(exact) }
    let fitting = offered.indices.filter { index in
      wanted.allSatisfy { word in offered[index].contains { $0.hasPrefix(word) } }
    }
    return fitting.count > 1 ? .several : fitting.first.map(Meaning.one) ?? .none
  }

  /// Whether an answer ends the call.
  package static func isFarewell(_ answer: String) -> Bool {
    ["bye", "goodbye", "good bye", "bye bye", "hang up", "quit", "exit"].contains(
      PlainWords.words(of: answer).joined(separator: " "))
  }

  /// Yes, no or neither.
  package static func yes(_ answer: String) -> Bool? {
    switch PlainWords.words(of: answer).first {
    case "yes", "y", "yeah", "ok", "okay", "sure", "please", "ja", "1": true
    case "no", "n", "nope", "not", "nein", "2": false
    default: nil
    }
  }
}
