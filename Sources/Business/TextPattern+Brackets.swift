// Bracket expressions of patterns: `[a-z]`, `[^,;]`, `[[:alpha:]-]`.

extension TextPattern.Parser {
  private static let classes: [(name: String, kind: ScalarSet.Class)] = [
    ("alpha", .alpha), ("digit", .digit), ("alnum", .alnum), ("upper", .upper), ("lower", .lower), ("space", .space),
    ("blank", .blank), ("punct", .punct), ("xdigit", .xdigit),
  ]

  /// The set of a bracket expression whose `[` has been read.
  mutating func brackets() throws(TextPatternError) -> ScalarSet {
    var set = ScalarSet()
    set.isNegated = skip("^")
    var isFirst = true
    while true {
      guard let scalar = next else {
        throw TextPatternError(what: "a \"[\" is not closed; write \"\\[\" for the character")
      }
      position += 1
      if scalar == "]", !isFirst { return set }
      isFirst = false
      if scalar == "[", let mark = next, mark == ":" || mark == "." || mark == "=" {
        set.classes.append(try namedClass(mark))
        continue
      }
      guard scalar != "\\" else {
        throw TextPatternError(what: "inside [ ] a \"\\\" has no meaning; write [0-9] for digits, and \"]\" first or \"-\" last in it")
      }
      // A hyphen before the closing bracket stands for itself.
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        set.ranges.append(scalar.value...scalar.value)
        continue
      }
      let last = scalars[position + 1]
      position += 2
      guard last != "\\", last != "[" else {
        throw TextPatternError(what: "a range in [ ] cannot end with \"\(last)\"")
      }
      guard scalar.value <= last.value else {
        throw TextPatternError(what: "the range \"\(scalar)-\(last)\" has its ends the wrong way round")
      }
      set.ranges.append(scalar.value...last.value)
    }
  }

  /// The class of `[:name:]`, read up to its mark.
  private mutating func namedClass(_ mark: Unicode.Scalar) throws(TextPatternError) -> ScalarSet.Class {
    guard mark == ":" else { throw TextPatternError(what: "\"[\(mark)\" has no meaning inside [ ]") }
    position += 1
    var name = ""
    while let scalar = next, scalar != ":", scalar != "]" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard skip(":"), skip("]"), let found = TextPattern.Parser.classes.first(where: { $0.name == name }) else {
      let names = TextPattern.Parser.classes.map { "[:\($0.name):]" }.joined(separator: " ")
      throw TextPatternError(what: "the character classes inside [ ] are \(names)")
    }
    return found.kind
  }
}
