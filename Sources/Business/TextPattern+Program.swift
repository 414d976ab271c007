// What a pattern is translated into: a row of integers, because a list of a type of its own would cost every request
// more at run time (Swift builds each such type's description when it is first used) than translating the pattern does.

extension TextPattern {
  /// Operations one after the other. Targets are distances in words, so that operations can be moved together.
  struct Program: Hashable, Sendable {
    /// What an operation does; its raw value is the operation's first word.
    enum Operation: Int {
      /// `take, n, first, last, …, isNegated`: takes one scalar of n ranges, or not of them. A range whose `first` is
      /// negative is a class.
      case take
      /// `fork, d`: goes on both with the next operation and d words from here.
      case fork
      /// `jump, d`: goes on d words from here.
      case jump
      /// Goes on only at the value's start.
      case start
      /// Goes on only at the value's end.
      case end
    }

    private(set) var words: [Int] = []

    var count: Int { words.count }
    var isEmpty: Bool { words.isEmpty }

    func operation(at state: Int) -> Operation { Operation(rawValue: words[state]) ?? .end }

    /// The state after the operation at a state.
    func after(_ state: Int) -> Int {
      switch operation(at: state) {
      case .take: state + 3 + 2 * words[state + 1]
      case .fork, .jump: state + 2
      case .start, .end: state + 1
      }
    }

    /// Whether the operation at a state takes a scalar.
    func takes(_ scalar: Unicode.Scalar, at state: Int) -> Bool {
      guard operation(at: state) == .take else { return false }
      let ranges = state + 2
      let end = ranges + 2 * words[state + 1]
      var index = ranges
      while index < end {
        let first = words[index]
        let isIn =
          first < 0
          ? ScalarClass(rawValue: -first)?.contains(scalar) == (words[index + 1] == 0)
          : first <= Int(scalar.value) && Int(scalar.value) <= words[index + 1]
        if isIn { return words[end] == 0 }
        index += 2
      }
      return words[end] != 0
    }

    // MARK: - Building

    mutating func append(_ other: Program) { words += other.words }

    mutating func append(_ operation: Operation) { words.append(operation.rawValue) }

    mutating func append(_ operation: Operation, distance: Int) {
      words.append(operation.rawValue)
      words.append(distance)
    }

    /// Begins an operation that takes a scalar; ranges and classes follow, then `endTake`.
    mutating func beginTake() -> Int {
      append(.take, distance: 0)
      return words.count
    }

    mutating func appendRange(_ first: Unicode.Scalar, _ last: Unicode.Scalar) {
      words.append(Int(first.value))
      words.append(Int(last.value))
    }

    mutating func appendClass(_ kind: ScalarClass, isNegated: Bool = false) {
      words.append(-kind.rawValue)
      words.append(isNegated ? 1 : 0)
    }

    mutating func endTake(_ start: Int, isNegated: Bool) {
      words[start - 1] = (words.count - start) / 2
      words.append(isNegated ? 1 : 0)
    }
  }
}

/// A kind of character, by Unicode's properties.
enum ScalarClass: Int {
  case alpha = 1
  case digit, alnum, upper, lower, space, blank, punct, xdigit, word

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch self {
    case .alpha: return properties.isAlphabetic
    case .digit: return ("0"..."9").contains(scalar)
    case .alnum: return properties.isAlphabetic || ("0"..."9").contains(scalar)
    case .word: return properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
    case .upper: return properties.isUppercase
    case .lower: return properties.isLowercase
    case .space: return properties.isWhitespace
    case .blank: return scalar == " " || scalar == "\t"
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
