// Bracket expressions of patterns: `[a-z]`, `[^,;]`, `[[:alpha:]-]`.

extension TextPattern.Reader {
  /// A bracket expression whose `[` has been read; returns its size.
  mutating func readBrackets() throws(TextPatternError) -> Int {
    write("[")
    if skip("^") { write("^") }
    var width = 0
    while let scalar = next {
      advance()
      if scalar == "]", width > 0 {
        write("]")
        return size(ofBrackets: width)
      }
      width += 1
      if scalar == "[", let mark = next, mark == ":" || mark == "." || mark == "=" {
        try readClass(mark)
      } else {
        try readRange(from: scalar)
      }
    }
    throw TextPatternError(what: "a \"[\" is not closed; write \"\\[\" for the character")
  }

  /// A scalar that has been read, or the range that it begins.
  private mutating func readRange(from scalar: Unicode.Scalar) throws(TextPatternError) {
    guard scalar != "\\" else {
      throw TextPatternError(
        what: "inside [ ] a \"\\\" has no meaning; write [0-9] for digits, and \"]\" first or \"-\" last in it")
    }
    write(character: scalar)
    // A hyphen before the closing bracket stands for itself.
    guard next == "-", let last = afterNext, last != "]" else { return }
    advance()
    advance()
    guard last != "\\", last != "[" else { throw TextPatternError(what: "a range in [ ] cannot end with \"\(last)\"") }
    guard scalar <= last else {
      throw TextPatternError(what: "the range \"\(scalar)-\(last)\" has its ends the wrong way round")
    }
    write("-")
    write(character: last)
  }

  /// The class `[:name:]`, read up to its mark.
  private mutating func readClass(_ mark: Unicode.Scalar) throws(TextPatternError) {
    guard mark == ":" else { throw TextPatternError(what: "\"[\(mark)\" has no meaning inside [ ]") }
    advance()
    var name = ""
    while let scalar = next, scalar != ":", scalar != "]" {
      name.unicodeScalars.append(scalar)
      advance()
    }
    guard skip(":"), skip("]"), writeClass(name) else {
      throw TextPatternError(
        what: "the classes of characters are [:alpha:], [:digit:], [:alnum:], [:upper:], [:lower:], [:space:], "
          + "[:blank:], [:punct:] and [:xdigit:], each inside another pair of [ ]")
    }
  }

  /// Writes the class that POSIX calls by this name, by Unicode's properties; false where there is none.
  private mutating func writeClass(_ name: String) -> Bool {
    switch name {
    case "alpha": write("\\p{Alphabetic}")
    case "digit": write("0-9")
    case "alnum": write("\\p{Alphabetic}0-9")
    case "upper": write("\\p{Uppercase}")
    case "lower": write("\\p{Lowercase}")
    case "space": write("\\p{White_Space}")
    case "blank": write("\\ \\\t")
    case "punct": write("\\p{P}\\p{S}")
    case "xdigit": write("0-9A-Fa-f")
    default: return false
    }
    return true
  }
}
