// Bracket expressions of patterns: `[a-z]`, `[^,;]`, `[[:alpha:]-]`.

extension TextPattern.Parser {
  /// Appends the operation of a bracket expression whose `[` has been read.
  mutating func appendBrackets(to program: inout TextPattern.Program) throws(TextPatternError) {
    let isNegated = skip("^")
    let start = program.beginTake()
    var isFirst = true
    while let scalar = next {
      advance()
      if scalar == "]", !isFirst {
        program.endTake(start, isNegated: isNegated)
        return
      }
      isFirst = false
      if scalar == "[", let mark = next, mark == ":" || mark == "." || mark == "=" {
        program.appendClass(try namedClass(mark))
      } else {
        try appendRange(from: scalar, to: &program)
      }
    }
    throw TextPatternError(what: "a \"[\" is not closed; write \"\\[\" for the character")
  }

  /// Appends a scalar that has been read, or the range that it begins.
  private mutating func appendRange(
    from scalar: Unicode.Scalar, to program: inout TextPattern.Program
  ) throws(TextPatternError) {
    guard scalar != "\\" else {
      throw TextPatternError(
        what: "inside [ ] a \"\\\" has no meaning; write [0-9] for digits, and \"]\" first or \"-\" last in it")
    }
    // A hyphen before the closing bracket stands for itself.
    guard next == "-", let last = afterNext, last != "]" else {
      program.appendRange(scalar, scalar)
      return
    }
    advance()
    advance()
    guard last != "\\", last != "[" else { throw TextPatternError(what: "a range in [ ] cannot end with \"\(last)\"") }
    guard scalar <= last else {
      throw TextPatternError(what: "the range \"\(scalar)-\(last)\" has its ends the wrong way round")
    }
    program.appendRange(scalar, last)
  }

  /// The class of `[:name:]`, read up to its mark.
  private mutating func namedClass(_ mark: Unicode.Scalar) throws(TextPatternError) -> ScalarClass {
    guard mark == ":" else { throw TextPatternError(what: "\"[\(mark)\" has no meaning inside [ ]") }
    advance()
    var name = ""
    while let scalar = next, scalar != ":", scalar != "]" {
      name.unicodeScalars.append(scalar)
      advance()
    }
    guard skip(":"), skip("]"), let kind = ScalarClass(named: name) else {
      throw TextPatternError(
        what: "the classes of characters are [:alpha:], [:digit:], [:alnum:], [:upper:], [:lower:], [:space:], "
          + "[:blank:], [:punct:] and [:xdigit:], each inside another pair of [ ]")
    }
    return kind
  }
}

extension ScalarClass {
  /// The class that POSIX calls by this name.
  init?(named name: String) {
    switch name {
    case "alpha": self = .alpha
    case "digit": self = .digit
    case "alnum": self = .alnum
    case "upper": self = .upper
    case "lower": self = .lower
    case "space": self = .space
    case "blank": self = .blank
    case "punct": self = .punct
    case "xdigit": self = .xdigit
    default: return nil
    }
  }
}
