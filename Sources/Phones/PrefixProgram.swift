// Taking prefixes off numbers as the regular expressions of libphonenumber do: in their order, with their groups.

/// A program of PhonePlanTable. Its head is the national prefix, the digits that are put before what is kept, and the
/// group that is kept (none: what follows the match), as in `0/9/1:`. Then instructions: a digit, `d` any digit, `[` and
/// 2 characters a set of digits; `(` or `)` and a figure where a group begins or ends; `|` and 2 characters: go on here, and
/// where that fails so many characters further on; `>` and 2 characters: jump; `$` the end of the number; `.` done.
struct PrefixProgram {
  /// What a program made of the beginning of a number.
  struct Match {
    /// How many digits it took.
    var end = 0
    /// Where its groups are; nil for one that took no part. There are two at most.
    var first: Range<Int>?
    var second: Range<Int>?
  }

  /// What is dialled before a national number inside the country; empty where there is none.
  private(set) var nationalPrefix: [UInt8] = []
  /// The digits that a rewritten number gets in place of the match, before the group.
  private(set) var added: [UInt8] = []
  /// The number of the group that a rewritten number keeps; 0 where numbers are not rewritten.
  private(set) var group = 0
  /// Where its instructions begin.
  private let start: Int

  /// The program at a place; nil for the place that says that there is none.
  init?(at place: Int) {
    guard place != 0x3FFF else { return nil }
    let code = PhonePlanTable.programs.utf8.span
    var (next, field) = (place, 0)
    while code[next] != UInt8(ascii: ":") {
      let digit = code[next] &- UInt8(ascii: "0")
      switch (code[next], field) {
      case (UInt8(ascii: "/"), _): field += 1
      case (_, 0): nationalPrefix.append(digit)
      case (_, 1): added.append(digit)
      default: group = Int(digit)
      }
      next += 1
    }
    start = next + 1
  }

  /// Runs it on the beginning of a number, all of whose digits are from index 0 on; nil where it does not match.
  func match(_ digits: [UInt8]) -> Match? {
    let programs = PhonePlanTable.programs
    return PrefixProgram.run(programs.utf8.span, from: start, at: 0, Match(), digits.span)
  }

  private static func run(
    _ code: Span<UInt8>, from start: Int, at position: Int, _ match: Match, _ digits: Span<UInt8>
  ) -> Match? {
    var (next, position, match) = (start, position, match)
    while true {
      let instruction = code[next]
      next += 1
      switch instruction {
      case UInt8(ascii: "."):
        match.end = position
        return match
      case UInt8(ascii: "$"):
        guard position == digits.count else { return nil }
      case UInt8(ascii: "|"):
        if let found = run(code, from: next + 2, at: position, match, digits) { return found }
        next += 2 + code.figure(at: next, count: 2)
      case UInt8(ascii: ">"):
        next += 2 + code.figure(at: next, count: 2)
      case UInt8(ascii: "("):
        match.note(code[next], position..<position)
        next += 1
      case UInt8(ascii: ")"):
        match.note(code[next], (match.range(code[next])?.lowerBound ?? position)..<position)
        next += 1
      default:
        guard position < digits.count else { return nil }
        let digit = digits[position]
        position += 1
        if instruction == UInt8(ascii: "[") {
          guard code.figure(at: next, count: 2) >> Int(digit) & 1 == 1 else { return nil }
          next += 2
        } else if instruction != UInt8(ascii: "d") {
          guard instruction == digit + UInt8(ascii: "0") else { return nil }
        }
      }
    }
  }
}

extension PrefixProgram.Match {
  /// The range of a group, by its figure.
  fileprivate func range(_ figure: UInt8) -> Range<Int>? { figure == UInt8(ascii: "1") ? first : second }

  fileprivate mutating func note(_ figure: UInt8, _ range: Range<Int>) {
    if figure == UInt8(ascii: "1") { first = range } else { second = range }
  }

  /// The range of a group, by its number.
  func group(_ number: Int) -> Range<Int>? { number == 1 ? first : second }
}
