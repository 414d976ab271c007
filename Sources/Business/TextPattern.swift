// The `pattern` of a field: a regular expression that a whole value must match. libc's would cost a request more than
// all else in a business file, know ASCII only, and follow some patterns for hours; this one compiles in a few
// thousand instructions, reads Unicode characters, and matches in time linear in the value. Its syntax:
// TextPattern+Parsing.swift.

/// A POSIX extended regular expression (IEEE 1003.1, chapter 9.4) over Unicode scalars.
///
/// Beyond POSIX, `\d`, `\w` and `\s` and their capitals mean digits, word characters and white space. Refused because
/// they surprise: back-references, backslashes inside brackets, empty alternatives, `[.x.]` and `[=x=]`.
public struct TextPattern: Hashable, Sendable {
  /// The expression as written.
  public let text: String
  let steps: [Step]

  /// One instruction of the compiled expression; numbers are distances from it, so that steps can be moved together.
  enum Step: Hashable, Sendable {
    /// Takes one scalar of the set, then goes on with the next step.
    case take(ScalarSet)
    /// Goes on with the next step and at a distance.
    case fork(Int)
    /// Goes on at a distance.
    case jump(Int)
    /// Goes on only at the value's start.
    case start
    /// Goes on only at the value's end.
    case end
  }

  /// The expression compiled, or an error that says what is wrong with it.
  public init(_ text: String) throws(TextPatternError) {
    self.text = text
    var parser = Parser(text)
    self.steps = try parser.wholePattern()
  }

  /// Whether the whole value matches. Scalars are compared as they are: case counts, and so does composition.
  /// Takes time proportional to the length of the value times that of the expression.
  public func matches(_ value: String) -> Bool {
    var current = StateSet(count: steps.count + 1)
    let scalars = value.unicodeScalars
    add(0, to: &current, isStart: true, isEnd: scalars.isEmpty)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      var next = StateSet(count: steps.count + 1)
      for state in current.states where state < steps.count {
        if case .take(let set) = steps[state], set.contains(scalar) {
          add(state + 1, to: &next, isStart: false, isEnd: index == scalars.endIndex)
        }
      }
      if next.states.isEmpty { return false }
      current = next
    }
    return current.contains(steps.count)
  }

  /// Adds a state and all that are reached from it without taking a scalar.
  private func add(_ state: Int, to set: inout StateSet, isStart: Bool, isEnd: Bool) {
    var pending = [state]
    while let state = pending.popLast() {
      guard set.insert(state), state < steps.count else { continue }
      switch steps[state] {
      case .take: break
      case .jump(let distance): pending.append(state + distance)
      case .fork(let distance):
        pending.append(state + distance)
        pending.append(state + 1)
      case .start: if isStart { pending.append(state + 1) }
      case .end: if isEnd { pending.append(state + 1) }
      }
    }
  }
}

/// Where the matching of a pattern can be at one time.
private struct StateSet {
  private(set) var states: [Int] = []
  private var isIn: [Bool]

  init(count: Int) { self.isIn = [Bool](repeating: false, count: count) }

  func contains(_ state: Int) -> Bool { isIn[state] }

  /// Adds a state; false if it was there.
  mutating func insert(_ state: Int) -> Bool {
    guard !isIn[state] else { return false }
    isIn[state] = true
    states.append(state)
    return true
  }
}

/// Some Unicode scalars.
struct ScalarSet: Hashable, Sendable {
  /// A kind of character, by Unicode's properties.
  enum Class: Hashable, Sendable {
    case alpha, digit, alnum, upper, lower, space, blank, punct, xdigit, word
  }

  var ranges: [ClosedRange<UInt32>] = []
  var classes: [Class] = []
  var notClasses: [Class] = []
  /// Whether the scalars meant are the others.
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isListed =
      ranges.contains { $0.contains(scalar.value) } || classes.contains { ScalarSet.contains($0, scalar) }
      || notClasses.contains { !ScalarSet.contains($0, scalar) }
    return isListed != isNegated
  }

  private static func contains(_ kind: Class, _ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch kind {
    case .alpha: return properties.isAlphabetic
    case .digit: return ("0"..."9").contains(scalar)
    case .alnum: return properties.isAlphabetic || ("0"..."9").contains(scalar)
    case .upper: return properties.isUppercase
    case .lower: return properties.isLowercase
    case .space: return properties.isWhitespace
    case .blank: return scalar == " " || scalar == "\t"
    case .word: return properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
    case .xdigit: return properties.isASCIIHexDigit
    case .punct:
      switch properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
        return true
      default: return false
      }
    }
  }
}
