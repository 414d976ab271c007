// The `pattern` of a field: a regular expression that a whole value must match. libc's would cost a request more than
// all else in a business file, know ASCII only, and follow some patterns for hours; this one reads Unicode characters
// and matches in time linear in the value. Its syntax: TextPattern+Parsing.swift.

/// A POSIX extended regular expression (IEEE 1003.1, chapter 9.4) over Unicode scalars.
///
/// Beyond POSIX, `\d`, `\w` and `\s` and their capitals mean digits, word characters and white space. Refused because
/// they surprise: back-references, backslashes inside brackets, empty alternatives, `[.x.]` and `[=x=]`.
package struct TextPattern: Hashable, Sendable {
  /// The expression as written.
  package let text: String
  private let program: Program

  /// The expression, or an error that says what is wrong with it.
  package init(_ text: String) throws(TextPatternError) {
    self.text = text
    var parser = Parser(text)
    self.program = try parser.wholePattern()
  }

  /// Whether the whole value matches. Scalars are compared as they are: case counts, and so does composition.
  /// Takes time proportional to the length of the value times that of the expression.
  package func matches(_ value: String) -> Bool {
    let scalars = value.unicodeScalars
    let accepted = program.words.count
    var current = StateSet(count: accepted + 1)
    add(0, to: &current, isStart: true, isEnd: scalars.isEmpty)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      var next = StateSet(count: accepted + 1)
      for state in current.states where state < accepted && program.takes(scalar, at: state) {
        add(program.after(state), to: &next, isStart: false, isEnd: index == scalars.endIndex)
      }
      if next.states.isEmpty { return false }
      current = next
    }
    return current.contains(accepted)
  }

  /// Adds a state and all that are reached from it without taking a scalar.
  private func add(_ state: Int, to set: inout StateSet, isStart: Bool, isEnd: Bool) {
    var pending = [state]
    while let state = pending.popLast() {
      guard set.insert(state), state < program.words.count else { continue }
      switch program.operation(at: state) {
      case .take: break
      case .fork:
        pending.append(state + program.words[state + 1])
        pending.append(program.after(state))
      case .jump: pending.append(state + program.words[state + 1])
      case .start: if isStart { pending.append(program.after(state)) }
      case .end: if isEnd { pending.append(program.after(state)) }
      }
    }
  }

  /// Where the matching can be at one time.
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
}
