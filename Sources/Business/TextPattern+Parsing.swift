// The syntax of patterns: recursive descent, each part giving its piece of the program. Brackets are in
// TextPattern+Brackets.swift.

/// Why a text is no pattern.
package struct TextPatternError: Error, Equatable, Sendable {
  /// What is wrong, as a clause without a full stop, such as `nothing stands before the "*" that could be repeated`.
  package let what: String
}

extension TextPattern {
  /// Reads an expression from left to right.
  struct Parser {
    /// Longer programs are refused; that of `[A-Z][0-9]{9}` has 50 words.
    private static let sizeLimit = 5000
    private static let depthLimit = 50
    private static let repetitionLimit = 255

    private var rest: Substring.UnicodeScalarView
    private var depth = 0

    init(_ text: String) { self.rest = text[...].unicodeScalars }

    /// The scalar that comes next; nil at the end.
    var next: Unicode.Scalar? { rest.first }

    /// The scalar after the next.
    var afterNext: Unicode.Scalar? { rest.dropFirst().first }

    /// Steps over the next scalar.
    mutating func advance() { rest = rest.dropFirst() }

    /// Steps over the next scalar if it is this one.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard rest.first == scalar else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// The program of the whole text.
    mutating func wholePattern() throws(TextPatternError) -> Program {
      let program = try alternatives()
      guard rest.isEmpty else {
        throw TextPatternError(what: "a \")\" closes nothing; write \"\\)\" for the character")
      }
      return program
    }

    private func checkSize(_ size: Int) throws(TextPatternError) {
      guard size <= Parser.sizeLimit else { throw TextPatternError(what: "it is too large") }
    }

    /// One or more branches with `|` between them.
    private mutating func alternatives() throws(TextPatternError) -> Program {
      var program = try branch()
      while skip("|") {
        // Everything so far, or the next branch.
        let other = try branch()
        var both = Program()
        both.append(.fork, distance: program.count + 4)
        both.append(program)
        both.append(.jump, distance: other.count + 2)
        both.append(other)
        try checkSize(both.count)
        program = both
      }
      return program
    }

    /// One or more repeated atoms.
    private mutating func branch() throws(TextPatternError) -> Program {
      var program = Program()
      while let scalar = next, scalar != "|", scalar != ")" {
        program.append(try repeatedAtom())
        try checkSize(program.count)
      }
      guard !program.isEmpty else {
        throw TextPatternError(
          what: "an alternative or a pair of parentheses is empty; for something optional write \"(…)?\"")
      }
      return program
    }

    /// An atom and the repetitions after it.
    private mutating func repeatedAtom() throws(TextPatternError) -> Program {
      var program = try atom()
      while let scalar = next {
        var repeated = Program()
        switch scalar {
        case "*":
          advance()
          appendLoop(of: program, to: &repeated)
        case "+":
          advance()
          repeated.append(program)
          repeated.append(.fork, distance: -program.count)
        case "?":
          advance()
          repeated.append(.fork, distance: program.count + 2)
          repeated.append(program)
        case "{":
          advance()
          repeated = try counted(program)
        default: return program
        }
        try checkSize(repeated.count)
        program = repeated
      }
      return program
    }

    /// `program*`.
    private func appendLoop(of program: Program, to loop: inout Program) {
      loop.append(.fork, distance: program.count + 4)
      loop.append(program)
      loop.append(.jump, distance: -program.count - 2)
    }

    /// A program as often as the rest of `{m}`, `{m,}` or `{m,n}` says.
    private mutating func counted(_ program: Program) throws(TextPatternError) -> Program {
      let malformed = TextPatternError(
        what: "\"{\" must be followed by how often, such as {9}, {2,} or {2,4}; write \"\\{\" for the character")
      guard let least = number() else { throw malformed }
      let isRange = skip(",")
      let most = isRange ? number() : least
      guard skip("}") else { throw malformed }
      guard max(least, most ?? 0) <= Parser.repetitionLimit else {
        throw TextPatternError(what: "it repeats something more than \(Parser.repetitionLimit) times")
      }
      if let most, most < least { throw TextPatternError(what: "\"{\(least),\(most)}\" has the larger number first") }
      try checkSize((program.count + 2) * max(least, most ?? 0))
      var result = Program()
      for _ in 0..<least { result.append(program) }
      guard let most else {
        appendLoop(of: program, to: &result)
        return result
      }
      for _ in least..<most {
        result.append(.fork, distance: program.count + 2)
        result.append(program)
      }
      return result
    }

    private mutating func number() -> Int? {
      var value: Int?
      while let scalar = next, ("0"..."9").contains(scalar) {
        advance()
        value = min((value ?? 0) * 10 + Int(scalar.value) - 48, 100_000)
      }
      return value
    }

    private mutating func atom() throws(TextPatternError) -> Program {
      var program = Program()
      guard let scalar = next else { return program }
      advance()
      switch scalar {
      case "(":
        depth += 1
        guard depth <= Parser.depthLimit else { throw TextPatternError(what: "its parentheses are nested too deeply") }
        program = try alternatives()
        depth -= 1
        guard skip(")") else { throw TextPatternError(what: "a \"(\" is not closed; write \"\\(\" for the character") }
      case "[": try appendBrackets(to: &program)
      case ".": program.endTake(program.beginTake(), isNegated: true)
      case "^": program.append(.start)
      case "$": program.append(.end)
      case "*", "+", "?", "{":
        throw TextPatternError(
          what:
            "nothing stands before the \"\(scalar)\" that could be repeated; write \"\\\(scalar)\" for the character")
      case "\\": try appendEscape(to: &program)
      default: appendScalar(scalar, to: &program)
      }
      return program
    }

    private func appendScalar(_ scalar: Unicode.Scalar, to program: inout Program) {
      let start = program.beginTake()
      program.appendRange(scalar, scalar)
      program.endTake(start, isNegated: false)
    }

    /// What a backslash outside brackets means with the scalar after it.
    private mutating func appendEscape(to program: inout Program) throws(TextPatternError) {
      guard let scalar = next else { throw TextPatternError(what: "it ends with a \"\\\"") }
      advance()
      switch scalar {
      case "d", "D": appendClass(.digit, isNegated: scalar == "D", to: &program)
      case "w", "W": appendClass(.word, isNegated: scalar == "W", to: &program)
      case "s", "S": appendClass(.space, isNegated: scalar == "S", to: &program)
      case "0"..."9": throw TextPatternError(what: "back-references such as \"\\\(scalar)\" are not followed")
      case "a"..."z", "A"..."Z": throw TextPatternError(what: "\"\\\(scalar)\" has no meaning")
      default: appendScalar(scalar, to: &program)
      }
    }

    private func appendClass(_ kind: ScalarClass, isNegated: Bool, to program: inout Program) {
      let start = program.beginTake()
      program.appendClass(kind)
      program.endTake(start, isNegated: isNegated)
    }
  }
}
