// Runs commands of the desk the way a terminal would, in a directory of their own and with a fixed clock, and transcripts
// of such runs. The transcripts themselves: CheckTranscripts.swift.

import CivilTime
import Desk
import Foundation
import Host
import Synchronization
import Testing

/// A directory for one test, and what a run of a command in it says.
final class CheckBench: Sendable {
  let directory: URL
  private let output = Mutex("")
  private let errors = Mutex("")

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "voicebot-desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  func write(_ text: String, to name: String) throws {
    let url = directory.appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: directory.appending(path: name), encoding: .utf8)
  }

  /// What a command says and how it ends. Without variables of its own it is 14 September 2026, 10:00 in Berlin.
  func run(
    _ arguments: [String], variables: [String: String] = [:], isTerminal: Bool = false, hasColor: Bool = false,
    columns: Int = 80
  ) -> (output: String, errors: String, status: Int32) {
    output.withLock { $0 = "" }
    errors.withLock { $0 = "" }
    let all = ["VOICEBOT_NOW": "2026-09-14T08:00:00Z"].merging(variables) { $1 }
    let root = directory.path
    let surroundings = Surroundings(
      variables: Variables(all.map { ($0.key, $0.value) }), directory: root, root: { root },
      clock: { Instant(milliseconds: 0) }, random: { [UInt8](repeating: 7, count: $0) }, input: Input { nil },
      output: Output(isTerminal: isTerminal, hasColor: hasColor, columns: columns) { text throws(OutputFailure) in
        self.output.withLock { $0 += text }
      },
      errors: Output(isTerminal: isTerminal, columns: columns) { text throws(OutputFailure) in
        self.errors.withLock { $0 += text }
      })
    let status = Desk.run(arguments, at: surroundings)
    // Where the directory lies is another matter in each run.
    func shown(_ text: String) -> String { text.replacing(directory.path, with: "DIR") }
    return (shown(output.withLock { $0 }), shown(errors.withLock { $0 }), status)
  }
}

/// Files and what commands say about them, as one would see it on a terminal:
///
///     == praxis.yaml
///     name: Praxis
///     $ voicebot check praxis.yaml
///     what it prints
///     ! what it prints on the standard error stream
///     [1]
///
/// The last line is the exit status and is left out where it is 0.
struct CheckTranscript: CustomTestStringConvertible, Sendable {
  var title: String
  var text: String
  var testDescription: String { title }

  /// The transcript as it really is: the same files and commands, and what they say now.
  func replayed() throws -> String {
    let bench = try CheckBench()
    var replayed: [String] = []
    var file: (name: String, lines: [String])?
    var isAnswer = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let isFile = line.hasPrefix("== ")
      let isCommand = line.hasPrefix("$ voicebot ")
      if isFile || isCommand {
        if let file { try bench.write(file.lines.map { $0 + "\n" }.joined(), to: file.name) }
        file = isFile ? (String(line.dropFirst(3)), []) : nil
        isAnswer = isCommand
        replayed.append(line)
        if isCommand { replayed += answer(bench, line) }
      } else if !isAnswer {
        file?.lines.append(line)
        replayed.append(line)
      }
    }
    return replayed.joined(separator: "\n")
  }

  private func answer(_ bench: CheckBench, _ line: String) -> [String] {
    let result = bench.run(line.split(separator: " ").dropFirst(2).map(String.init))
    var lines = result.output.split(separator: "\n").map(String.init)
    lines += result.errors.split(separator: "\n").map { "! " + $0 }
    if result.status != 0 { lines.append("[\(result.status)]") }
    return lines
  }
}
