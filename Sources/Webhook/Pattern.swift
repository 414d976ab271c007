// The regular expressions of a business's own fields, by libc.

internal import Glibc

/// POSIX extended regular expressions (IEEE Std 1003.1, section 9.4).
enum Pattern {
  /// Whether an expression matches the whole of a text. False where it is no valid expression; the business file's
  /// reader lets none through.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    guard !text.utf8.contains(0) else { return false }
    var compiled = regex_t()
    guard unsafe regcomp(&compiled, "^(" + pattern + ")$", REG_EXTENDED | REG_NOSUB) == 0 else { return false }
    defer { unsafe regfree(&compiled) }
    return unsafe regexec(&compiled, text, 0, nil, 0) == 0
  }
}
