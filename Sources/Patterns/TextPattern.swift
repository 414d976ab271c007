// The `pattern` of a field: a regular expression that a whole value must match. PCRE2 does the matching
// (CompiledPattern.swift). What a pattern may be is read here, because PCRE2 knows no POSIX syntax and takes much that
// surprises; the reader writes it anew for PCRE2 (TextPattern+Reading.swift).

/// A POSIX extended regular expression (IEEE 1003.1, chapter 9.4) over Unicode scalars.
///
/// Beyond POSIX, `\d`, `\w` and `\s` and their capitals mean digits, word characters and white space. Refused because
/// they surprise: back-references, backslashes inside brackets, empty alternatives, `[.x.]` and `[=x=]`.
package struct TextPattern: Hashable, Sendable {
  /// The expression as written.
  package let text: String
  /// The same for PCRE2, in UTF-8.
  let translation: [UInt8]
  /// How many ranges and kinds of characters the longest brackets hold.
  let widestBrackets: Int

  /// The expression, or an error that says what is wrong with it. Nothing is compiled yet.
  package init(_ text: String) throws(TextPatternError) {
    self.text = text
    var reader = Reader(text)
    try reader.readAll()
    self.translation = reader.translation
    self.widestBrackets = reader.widestBrackets
  }

  /// Whether the whole value matches. Scalars are compared as they are: case counts, and so does composition.
  ///
  /// Compiles the pattern, which takes longer than to match with it. Takes 10 milliseconds at most.
  package func matches(_ value: String) throws(TextPatternFailure) -> Bool {
    try CompiledPattern(self).result(of: Array(value.utf8)) == .match
  }
}

/// Why a text is no pattern.
package struct TextPatternError: Error, Equatable, Sendable {
  /// What is wrong, as a clause without a full stop, such as `nothing stands before the "*" that could be repeated`.
  package let what: String
}

/// Why nobody knows whether a value matches. The pattern is to blame, not the value.
package enum TextPatternFailure: Error, Equatable, Sendable {
  /// PCRE2 does not take the pattern: it is too large.
  case tooLarge
  /// The work for this value is more than a request may take.
  case tooMuchWork
}
