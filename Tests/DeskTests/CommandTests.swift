// What all commands have in common: their names, their help and what a shell completes.

import Foundation
import Testing

@Suite struct CommandTests {
  static let names = [
    "new", "check", "call", "agenda", "slots", "book", "move", "cancel", "block", "unblock", "history", "export",
    "counter", "requests", "doctor", "verify", "repair", "rename", "forget", "database", "tools", "openapi",
  ]

  @Test(arguments: names)
  func eachExplainsItself(_ name: String) throws {
    let bench = try DeskBench()
    let help = bench.run("\(name) --help")
    #expect(help.status == 0)
    #expect(help.errors == "")
    #expect(help.output.contains("\nUSAGE: voicebot \(name) "))
    // An example that is broken to fit the width cannot be copied.
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  voicebot ") {
      #expect(line.count <= 80 && (next.isEmpty || next.hasPrefix("  ")), "\(line)")
    }
    #expect(bench.run("--help").output.contains("\n  \(name) "))
  }

  static let transcripts = [
    DeskTranscript(
      title: "commands that do not exist",
      text: #"""
        $ voicebot chekc
        ! voicebot: There is no command “chekc”. “check” was probably meant.
        [64]
        $ voicebot appointment
        ! voicebot: There is no command “appointment”. `voicebot --help` lists them.
        [64]
        $ voicebot --version
        1.0.0
        """#)
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: DeskBench())
    #expect(replayed == transcript.text)
  }

  /// bash asks the program, as it does when somebody presses the tab key.
  @Test(arguments: [
    ("voicebot ag", "agenda"), ("voicebot call pr", "praxis"), ("voicebot verify second s", "second"),
    ("voicebot export --format ", "csv ics"),
  ])
  func shellsComplete(_ line: String, _ expected: String) throws {
    let program = try #require(ProcessInfo.processInfo.environment["VOICEBOT_PROGRAM"])
    let bench = try DeskBench()
    for name in ["praxis", "second"] { try bench.write("", to: "Businesses/\(name).yaml") }
    let script = #"""
      voicebot() { "$PROGRAM" "$@"; }
      eval "$(voicebot --generate-completion-script bash)"
      COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
      IFS=' ' read -ra COMP_WORDS <<<"$1"
      case $1 in *' ') COMP_WORDS+=('') ;; esac
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _voicebot voicebot "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\n' "${COMPREPLY[@]}" | sort
      """#
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script, "bash", line]
    process.environment = ["PROGRAM": program, "VOICEBOT_ROOT": bench.directory.path, "PATH": "/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.split(whereSeparator: \.isNewline).joined(separator: " ") == expected)
  }
}
