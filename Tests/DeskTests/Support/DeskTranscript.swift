// What was typed and what was printed, as one would see it on a terminal:
//
//     == Businesses/praxis.yaml        a file, until the next line that begins in one of these ways
//     @ 2026-11-20T08:00:00Z           the clock from here on
//     # columns 120                    the terminal's width from here on
//     $ voicebot agenda praxis         a command, and then what it printed,
//     ! voicebot: …                    on the standard error stream with `!` before it,
//     [1]                              and its exit status where that is not 0

import Testing

/// A transcript, to be replayed.
struct DeskTranscript: CustomTestStringConvertible, Sendable {
  var title: String
  var text: String
  var testDescription: String { title }

  /// The same files, clocks and commands, and what the commands print now.
  func replayed(on bench: DeskBench) throws -> String {
    var replayed: [String] = []
    var file: (name: String, text: String)?
    var isAnswer = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let begins = ["== ", "@ ", "# columns ", "$ voicebot "].first { line.hasPrefix($0) }
      guard let begins else {
        if !isAnswer {
          replayed.append(line)
          file?.text += line + "\n"
        }
        continue
      }
      if let written = file { try bench.write(written.text, to: written.name) }
      file = nil
      replayed.append(line)
      let rest = String(line.dropFirst(begins.count))
      isAnswer = begins == "$ voicebot "
      switch begins {
      case "== ": file = (rest, "")
      case "@ ": bench.set(now: rest)
      case "# columns ": bench.set(columns: Int(rest) ?? 80)
      default: replayed += Self.answer(bench.run(rest))
      }
    }
    return replayed.joined(separator: "\n")
  }

  private static func answer(_ result: (output: String, errors: String, status: Int32)) -> [String] {
    let output = result.output.replacing("\u{FEFF}", with: "(BOM)")
    var lines = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last == "" { lines.removeLast() }
    lines += result.errors.split(separator: "\n").map { "! " + $0 }
    return lines + (result.status == 0 ? [] : ["[\(result.status)]"])
  }
}
