// A deployment for one test, in a directory of its own, with which commands work as in a shell: with a clock that the test
// sets, ids that are the same in every run, and everything that the commands print.

import CivilTime
import Desk
import Foundation
import Host
import Synchronization

/// A deployment in a directory of its own, which is removed afterwards. `VOICEBOT_KEEP=1` keeps it and prints where it is.
final class DeskBench: Sendable {
  let directory: URL
  private let printed = Mutex("")
  private let complaints = Mutex("")
  private let draws: Mutex<UInt64>
  private let owner: DeskBench?
  private let now: Mutex<String>
  private let columns = Mutex(80)
  private let answers = Mutex([String]())
  private let beforeAnswer = Mutex<@Sendable (String) -> Void>({ _ in })

  /// An empty directory, at this time.
  init(now instant: String = "2026-09-14T08:00:00Z") throws {
    now = Mutex(instant)
    draws = Mutex(0)
    owner = nil
    directory = FileManager.default.temporaryDirectory.appending(path: "voicebot-desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  /// Somebody else who works with the same deployment at the same time.
  init(beside owner: DeskBench) {
    now = Mutex(owner.now.withLock { $0 })
    draws = Mutex(1 << 32)
    self.owner = owner
    directory = owner.directory
  }

  deinit {
    guard owner == nil else { return }
    if ProcessInfo.processInfo.environment["VOICEBOT_KEEP"] == "1" {
      print("kept: \(directory.path)")
    } else {
      try? FileManager.default.removeItem(at: directory)
    }
  }

  /// A deployment with the small business as `praxis`, on Friday, 20 November 2026, 09:00 in Berlin.
  static func withSmallBusiness() throws -> DeskBench {
    let bench = try DeskBench(now: "2026-11-20T08:00:00Z")
    try bench.write(SmallBusiness.yaml, to: "Businesses/praxis.yaml")
    return bench
  }

  /// Writes a file of the deployment.
  func write(_ text: String, to name: String) throws {
    let url = directory.appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The bytes of a file of the deployment.
  func bytes(of name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: directory.appending(path: name))) }

  /// The text of a file of the deployment.
  func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

  /// Sets the clock, in ISO 8601.
  func set(now instant: String) { now.withLock { $0 = instant } }

  /// Sets the width of the terminal.
  func set(columns width: Int) { columns.withLock { $0 = width } }

  /// Sets the lines that are typed next on the standard input, and what happens before each.
  func type(_ lines: [String], before: @escaping @Sendable (String) -> Void = { _ in }) {
    answers.withLock { $0 = lines }
    beforeAnswer.withLock { $0 = before }
  }

  /// Runs a command line, with words in single quotation marks as in a shell.
  func run(
    _ line: String, isTerminal: Bool = false, hasColor: Bool = false
  ) -> (output: String, errors: String, status: Int32) {
    run(Self.words(line), isTerminal: isTerminal, hasColor: hasColor)
  }

  /// Runs a command. What it prints has `DIR` for the deployment's directory, which is another one in each run.
  func run(
    _ arguments: [String], variables: [String: String] = [:], isTerminal: Bool = false, hasColor: Bool = false
  ) -> (output: String, errors: String, status: Int32) {
    printed.withLock { $0 = "" }
    complaints.withLock { $0 = "" }
    let root = directory.path
    let width = columns.withLock { $0 }
    let all = ["VOICEBOT_NOW": now.withLock { $0 }].merging(variables) { $1 }
    let surroundings = Surroundings(
      variables: Variables(all.map { ($0.key, $0.value) }), directory: root, root: { root },
      clock: { Instant(milliseconds: 0) }, random: { count in self.draw(count) },
      input: Input(isTerminal: isTerminal) { self.answer() },
      output: Output(isTerminal: isTerminal, hasColor: hasColor, columns: width) { text throws(OutputFailure) in
        self.printed.withLock { $0 += text }
      },
      errors: Output(isTerminal: isTerminal, columns: width) { text throws(OutputFailure) in
        self.complaints.withLock { $0 += text }
      })
    let status = Desk.run(arguments, at: surroundings)
    func shown(_ text: String) -> String { text.replacing(directory.path, with: "DIR") }
    return (shown(printed.withLock { $0 }), shown(complaints.withLock { $0 }), status)
  }

  /// The line that is typed next; nil where there is none.
  private func answer() -> String? {
    guard let answer = answers.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return nil }
    beforeAnswer.withLock { $0 }(answer)
    return answer
  }

  /// Bytes that are the same in every run and different at every call (SplitMix64).
  private func draw(_ count: Int) -> [UInt8] {
    draws.withLock { state in
      (0..<count).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: mixed >> 31)
      }
    }
  }

  /// The words of a line; blanks within single quotation marks part none.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var isWithin = false
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        isWithin = false
        continue
      }
      if !isWithin { words.append("") }
      isWithin = true
      if character != "'" { words[words.count - 1].append(character) }
    }
    return words
  }
}
