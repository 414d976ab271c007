// The syntax of patterns, and their translation into the steps that TextPattern follows: recursive descent, each
// part giving steps whose targets are relative. Brackets are in TextPattern+Brackets.swift.

/// Why a text is no pattern.
public struct TextPatternError: Error, Equatable, Sendable {
  /// What is wrong, as a clause without a full stop, such as `nothing stands before the "*" that could be repeated`.
  public let what: String
}

extension TextPattern {
  /// Reads an expression from left to right.
  struct Parser {
    /// More steps than this are refused; `[A-Z][0-9]{9}` has ten.
    private static let stepLimit = 1000
    private static let depthLimit = 50
    private static let repetitionLimit = 255

    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0

    init(_ text: String) { self.scalars = Array(text.unicodeScalars) }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard next == scalar else { return false }
      position += 1
      return true
    }

    /// The steps of the whole text.
    mutating func wholePattern() throws(TextPatternError) -> [Step] {
      let steps = try alternatives()
      guard position == scalars.count else {
        throw TextPatternError(what: "a \")\" closes nothing; write \"\\)\" for the character")
      }
      return steps
    }

    /// One or more branches with `|` between them.
    private mutating func alternatives() throws(TextPatternError) -> [Step] {
      var branches = [try branch()]
      while skip("|") { branches.append(try branch()) }
      var steps: [Step] = branches.popLast() ?? []
      while let branch = branches.popLast() {
        steps = [.fork(branch.count + 2)] + branch + [.jump(steps.count + 1)] + steps
      }
      guard steps.count <= Parser.stepLimit else { throw TextPatternError(what: "it is too large") }
      return steps
    }

    /// One or more repeated atoms.
    private mutating func branch() throws(TextPatternError) -> [Step] {
      var steps: [Step] = []
      while let scalar = next, scalar != "|", scalar != ")" {
        steps += try repeatedAtom()
        guard steps.count <= Parser.stepLimit else { throw TextPatternError(what: "it is too large") }
      }
      guard !steps.isEmpty else {
        throw TextPatternError(what: "an alternative or a pair of parentheses is empty; for something optional write \"(…)?\"")
      }
      return steps
    }

    /// An atom and the repetitions after it.
    private mutating func repeatedAtom() throws(TextPatternError) -> [Step] {
      var steps = try atom()
      while let scalar = next {
        switch scalar {
        case "*": steps = [.fork(steps.count + 2)] + steps + [.jump(-steps.count - 1)]
        case "+": steps += [.fork(-steps.count)]
        case "?": steps = [.fork(steps.count + 1)] + steps
        case "{":
          position += 1
          steps = try repeated(steps)
          continue
        default: return steps
        }
        position += 1
      }
      return steps
    }

    /// Steps as often as the rest of `{m}`, `{m,}` or `{m,n}` says.
    private mutating func repeated(_ steps: [Step]) throws(TextPatternError) -> [Step] {
      let malformed = TextPatternError(
        what: "\"{\" must be followed by how often, such as {9}, {2,} or {2,4}; write \"\\{\" for the character")
      guard let least = number() else { throw malformed }
      var most: Int? = least
      if skip(",") { most = number() }
      guard skip("}") else { throw malformed }
      guard max(least, most ?? 0) <= Parser.repetitionLimit, steps.count * max(least, most ?? 0) <= Parser.stepLimit else {
        throw TextPatternError(what: "it repeats something too often")
      }
      var result: [Step] = []
      for _ in 0..<least { result += steps }
      guard let most else { return result + [.fork(steps.count + 2)] + steps + [.jump(-steps.count - 1)] }
      guard most >= least else { throw TextPatternError(what: "\"{\(least),\(most)}\" has the larger number first") }
      for _ in least..<most { result += [.fork(steps.count + 1)] + steps }
      return result
    }

    private mutating func number() -> Int? {
      var value: Int?
      while let scalar = next, ("0"..."9").contains(scalar) {
        position += 1
        value = min((value ?? 0) * 10 + Int(scalar.value) - 48, 100_000)
      }
      return value
    }

    private mutating func atom() throws(TextPatternError) -> [Step] {
      guard let scalar = next else { return [] }
      position += 1
      switch scalar {
      case "(":
        depth += 1
        guard depth <= Parser.depthLimit else { throw TextPatternError(what: "its parentheses are nested too deeply") }
        let steps = try alternatives()
        depth -= 1
        guard skip(")") else { throw TextPatternError(what: "a \"(\" is not closed; write \"\\(\" for the character") }
        return steps
      case "[": return [.take(try brackets())]
      case ".": return [.take(ScalarSet(isNegated: true))]
      case "^": return [.start]
      case "$": return [.end]
      case "*", "+", "?", "{":
        throw TextPatternError(
          what: "nothing stands before the \"\(scalar)\" that could be repeated; write \"\\\(scalar)\" for the character")
      case "\\": return [.take(try escape())]
      default: return [.take(ScalarSet(scalar))]
      }
    }

    private mutating func escape() throws(TextPatternError) -> ScalarSet {
      guard let scalar = next else { throw TextPatternError(what: "it ends with a \"\\\"") }
      position += 1
      switch scalar {
      case "d": return ScalarSet(classes: [.digit])
      case "D": return ScalarSet(notClasses: [.digit])
      case "w": return ScalarSet(classes: [.word])
      case "W": return ScalarSet(notClasses: [.word])
      case "s": return ScalarSet(classes: [.space])
      case "S": return ScalarSet(notClasses: [.space])
      case "0"..."9": throw TextPatternError(what: "back-references such as \"\\\(scalar)\" are not followed")
      case "a"..."z", "A"..."Z": throw TextPatternError(what: "\"\\\(scalar)\" has no meaning")
      default: return ScalarSet(scalar)
      }
    }
  }
}

extension ScalarSet {
  /// Just this scalar.
  init(_ scalar: Unicode.Scalar) { self.init(ranges: [scalar.value...scalar.value]) }
}
