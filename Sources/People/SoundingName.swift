// Names as they are heard: speech has no spelling, so a caller may be on record under another one (contract, section 3,
// "Sounding alike").

/// A name whose sound is compared. What that takes is made when it is asked for: most names match as they are spelt.
package struct SoundingName {
  /// The name as one word.
  let whole: SoundingWord
  private let name: String
  /// A name that was sent has at most so many words that are compared one by one.
  private static let mostWords = 4

  /// A name as somebody spelt it.
  package init(_ name: String) {
    self.whole = SoundingWord(name)
    self.name = name
  }

  /// Whether this name, as it was sent, sounds like one on record: the names do, or one of them is a word of the other.
  package func sounds(like recorded: SoundingName) -> Bool {
    if whole.sounds(like: recorded.whole) { return true }
    let words = words
    guard words.count <= SoundingName.mostWords else { return false }
    return recorded.words.contains { whole.sounds(like: $0) } || words.contains { $0.sounds(like: recorded.whole) }
  }

  /// Its words, parted by blanks and hyphens; none where it is one word.
  private var words: [SoundingWord] {
    let words = SoundingName.parts(of: name)
    return words.count > 1 ? words.map(SoundingWord.init) : []
  }

  private static func parts(of name: String) -> [String] {
    name.unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .dashPunctuation }
      .map { String(Substring($0)) }
  }
}

/// A word with its spellings and the code of its sound.
struct SoundingWord {
  /// Under which spellings it is found.
  let keys: NameKeys

  /// A word as somebody spelt it.
  init(_ word: String) { keys = NameKeys(word) }

  /// A word with these keys.
  init(keys: NameKeys) { self.keys = keys }

  /// Its code (`ColognePhonetics`).
  var code: [UInt8] { ColognePhonetics.code(of: keys.plain) }

  /// Whether the words match, have equal codes, or are few edits apart.
  func sounds(like other: SoundingWord) -> Bool {
    keys.meets(other.keys) || hasCode(of: other) || isFewEdits(from: other)
  }

  /// Whether both codes are equal, and neither is empty.
  func hasCode(of other: SoundingWord) -> Bool {
    let code = code
    return !code.isEmpty && code == other.code
  }

  private func isFewEdits(from other: SoundingWord) -> Bool {
    keys.spellings.contains { mine in
      let mine = SoundingWord.letters(mine)
      return other.keys.spellings.contains { theirs in
        let theirs = SoundingWord.letters(theirs)
        return EditDistance.isAtMost(SoundingWord.edits(min(mine.count, theirs.count)), from: mine, to: theirs)
      }
    }
  }

  /// How many edits apart names of so many letters may be (contract, section 3).
  private static func edits(_ letters: Int) -> Int { letters < 3 ? 0 : letters < 6 ? 1 : 2 }

  private static func letters(_ key: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: key, as: UTF8.self).unicodeScalars)
  }
}
