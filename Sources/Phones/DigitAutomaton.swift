// Which numbers a plan knows, without regular expressions: an automaton over digits, of all countries together.

/// A walk over the steps of PhonePlanTable. A step is 30 bits: the digits that take it (10, the lowest for 0), the first
/// step behind it (14, all set where nothing follows), what a number that ends behind it is (2), whether it is the last
/// of its choices (1), and 3 bits that say nothing.
enum DigitAutomaton {
  /// Where nothing follows.
  private static let nowhere = 0x3FFF

  /// What a number is, walked from a step on: 0 none that is known. What other figures mean is up to where the walk begins.
  static func kind(of digits: ArraySlice<UInt8>, from start: Int) -> Int {
    let text = PhonePlanTable.steps
    let steps = text.utf8.span
    var (next, kind) = (start, 0)
    for digit in digits {
      guard next != nowhere else { return 0 }
      var step = steps.figure(at: next * 5, count: 5)
      while step >> 20 & 1 << Int(digit) == 0 {
        guard step & 1 << 3 == 0 else { return 0 }
        next += 1
        step = steps.figure(at: next * 5, count: 5)
      }
      next = step >> 6 & nowhere
      kind = step >> 4 & 3
    }
    return kind
  }
}
