// Language tags (BCP 47, RFC 5646): what form they have, and which one was probably meant by another word. Whether a
// language of that tag exists is not looked up.

/// Tags such as `de`, `en-GB` and `zh-Hant-TW`.
enum LanguageTag {
  /// Whether a text has the form of a tag: a language of two or three letters and what RFC 5646, section 2.1, lets follow
  /// it. Longer languages are reserved or not in use, and the irregular tags of old have modern ones.
  static func isWellFormed(_ tag: String) -> Bool {
    var subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
    guard let language = subtags.popFirst(), (2...3).contains(language.count), language.allSatisfy(isLetter) else {
      return false
    }
    for _ in 0..<3 {
      guard let first = subtags.first, first.count == 3, first.allSatisfy(isLetter) else { break }
      subtags.removeFirst()
    }
    if let script = subtags.first, script.count == 4, script.allSatisfy(isLetter) { subtags.removeFirst() }
    if let region = subtags.first, isRegion(region) { subtags.removeFirst() }
    while let variant = subtags.first, isVariant(variant) { subtags.removeFirst() }
    // Extensions begin with a single character, and what is private with an x.
    while let singleton = subtags.popFirst() {
      guard singleton.count == 1, singleton.allSatisfy(isLetterOrDigit) else { return false }
      let isPrivate = singleton.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      var length = 0
      while let part = subtags.first, part.count <= 8, part.count > (isPrivate ? 0 : 1),
        part.allSatisfy(isLetterOrDigit)
      {
        subtags.removeFirst()
        length += 1
      }
      if length == 0 || isPrivate && !subtags.isEmpty { return false }
    }
    return true
  }

  /// The tag that was probably meant by an underscore, blanks, or the name of a language whose speakers are likely to
  /// read this.
  static func guess(_ text: String) -> String? {
    let parted = String(decoding: text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    if isWellFormed(parted) { return parted }
    let known: [(tag: String, words: [String])] = [
      ("de", ["german", "deutsch", "d"]), ("en", ["english", "englisch", "e"]),
      ("fr", ["french", "français", "francais", "französisch"]), ("it", ["italian", "italiano", "italienisch"]),
      ("es", ["spanish", "español", "espanol", "spanisch"]), ("pt", ["portuguese", "português", "portugues"]),
      ("nl", ["dutch", "nederlands", "niederländisch"]), ("pl", ["polish", "polski", "polnisch"]),
      ("tr", ["turkish", "türkçe", "türkisch"]),
    ]
    let word = text.lowercased()
    return known.first { $0.words.contains(word) }?.tag
  }

  private static func isRegion(_ subtag: Substring.UTF8View) -> Bool {
    subtag.count == 2 ? subtag.allSatisfy(isLetter) : subtag.count == 3 && subtag.allSatisfy(Bytes.isDigit)
  }

  private static func isVariant(_ subtag: Substring.UTF8View) -> Bool {
    guard subtag.allSatisfy(isLetterOrDigit) else { return false }
    return (5...8).contains(subtag.count) || subtag.count == 4 && subtag.first.map(Bytes.isDigit) ?? false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || Bytes.isDigit(byte) }
}
