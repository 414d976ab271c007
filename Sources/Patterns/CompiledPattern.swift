// Patterns as PCRE2 compiles and matches them: the only file that calls it. It follows all ways through a pattern at
// once (pcre2_dfa_match), so no pattern makes it go back over a value; the work of a character is what the ways are.

internal import CPCRE2

/// A pattern that PCRE2 has compiled.
@safe struct CompiledPattern: ~Copyable {
  /// What is known of a value.
  enum Result {
    /// It matches.
    case match
    /// It does not match, but something longer may that begins with it.
    case beginning
    /// It does not match.
    case mismatch
  }

  private let code: OpaquePointer
  private let widestBrackets: Int

  init(_ pattern: TextPattern) throws(TextPatternFailure) {
    let expression = [UInt8(ascii: "(")] + pattern.translation + Array(")\\z".utf8)
    let options =
      PCRE2_ANCHORED | PCRE2_DOTALL | PCRE2_NO_AUTO_CAPTURE | PCRE2_NO_AUTO_POSSESS | PCRE2_NO_START_OPTIMIZE
      | PCRE2_UTF
    var error: Int32 = 0
    var offset = 0
    guard let code = unsafe pcre2_compile_8(expression, expression.count, options, &error, &offset, nil) else {
      throw .tooLarge
    }
    unsafe self.code = code
    self.widestBrackets = pattern.widestBrackets
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// How a value matches.
  /// - Parameters:
  ///   - value: well-formed UTF-8.
  ///   - isPart: whether to tell a beginning from a mismatch.
  func result(of value: [UInt8], isPart: Bool = false) throws(TextPatternFailure) -> Result {
    let context = unsafe pcre2_match_context_create_8(nil)
    let match = unsafe pcre2_match_data_create_8(1, nil)
    defer {
      unsafe pcre2_match_data_free_8(match)
      unsafe pcre2_match_context_free_8(context)
    }
    // Nothing in a pattern makes PCRE2 call itself or ask for memory.
    _ = unsafe pcre2_set_match_limit_8(context, 10)
    _ = unsafe pcre2_set_depth_limit_8(context, 10)
    _ = unsafe pcre2_set_heap_limit_8(context, 10)
    let options = PCRE2_NO_UTF_CHECK | (isPart ? PCRE2_PARTIAL_HARD : 0)
    // Each way takes three numbers, in the list of this character and in that of the next; two more are PCRE2's own.
    let room = 2 + 6 * (try mostWays(through: value))
    let code = unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { ways in
      unsafe pcre2_dfa_match_8(self.code, value, value.count, 0, options, match, context, ways.baseAddress, ways.count)
    }
    switch code {
    case PCRE2_ERROR_NOMATCH: return .mismatch
    case PCRE2_ERROR_PARTIAL: return .beginning
    case 0...: return .match
    default: throw .tooMuchWork
    }
  }

  /// How many ways through the pattern may be open at once in a value.
  private func mostWays(through value: [UInt8]) throws(TextPatternFailure) -> Int {
    let characters = value.count { $0 & 0xC0 != 0x80 }
    let share = CompiledPattern.timeLimit / max(characters, 1)
    var ways = CompiledPattern.fewestWays
    guard time(of: ways) <= share else { throw .tooMuchWork }
    while ways < 4000, time(of: ways + ways / 2) <= share { ways += ways / 2 }
    return ways
  }

  /// How long matching takes a character at most, in nanoseconds, where so many ways are open: each is looked up among the
  /// others, and the character in its brackets.
  private func time(of ways: Int) -> Int { ways * (15 + ways / 4 + 2 * widestBrackets) }

  /// How long matching may take, in nanoseconds; compiling takes up to 2 milliseconds more.
  private static let timeLimit = 8_000_000
  /// The simplest patterns have so many.
  private static let fewestWays = 4
}
