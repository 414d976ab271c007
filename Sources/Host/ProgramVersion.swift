// The version of this program, and how it is told from the file of a program: the sentence for people at a terminal has it,
// and stands in the file as it is.

/// The version of the programs.
package enum ProgramVersion {
  /// What somebody is told who types on standard input. One literal, so that a program's file holds it in one piece.
  static let prompt = """
    voicebot 1.0.0: waiting for one JSON request: paste it within 10 seconds, then a new line and Ctrl-D; \
    `voicebot --help` lists the commands
    """

  private static let (before, behind) = ("voicebot ", ": waiting for one JSON request")

  /// The version of the program that runs.
  package static var text: String { version(at: Array(prompt.utf8)[...]) ?? "" }

  /// The version of the program whose file has these bytes; nil where it is another program, or not a whole one.
  package static func of(_ program: [UInt8]) -> String? {
    let mark = Array(before.utf8)
    var rest = program[...]
    while let start = rest.firstIndex(of: mark[0]) {
      rest = rest[start...]
      if rest.starts(with: mark), let version = version(at: rest) { return version }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// The version in a sentence that begins here.
  private static func version(at bytes: ArraySlice<UInt8>) -> String? {
    let rest = bytes.dropFirst(before.utf8.count)
    let version = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: ".") }
    guard !version.isEmpty, rest.dropFirst(version.count).starts(with: behind.utf8) else { return nil }
    return String(decoding: version, as: UTF8.self)
  }
}
