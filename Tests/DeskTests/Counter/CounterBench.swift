// A deployment for one test, at whose counter commands are typed as in a shell: with a clock that the test sets, ids that
// are the same in every run, and everything that the commands print.

import CivilTime
import Desk
import Foundation
import Host
import Synchronization

/// A deployment in a directory of its own.
final class CounterBench: Sendable {
  let directory: URL
  private let printed = Mutex("")
  private let complaints = Mutex("")
  private let draws = Mutex(UInt64(0))
  private let now = Mutex("2026-11-20T08:00:00Z")
  private let columns = Mutex(80)
  private let answers = Mutex([String]())

  /// An empty deployment.
  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "voicebot-counter-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: directory.appending(path: "Businesses"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// Writes a file of the deployment.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: directory.appending(path: name))
  }

  /// The bytes of a file of the deployment.
  func bytes(of name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: directory.appending(path: name))) }

  /// Sets the clock, in ISO 8601.
  func set(now instant: String) { now.withLock { $0 = instant } }

  /// Sets the width of the terminal.
  func set(columns width: Int) { columns.withLock { $0 = width } }

  /// Sets the lines that are typed next on the standard input.
  func type(_ lines: [String]) { answers.withLock { $0 = lines } }

  /// Runs a command line, with words in single quotation marks as in a shell.
  func run(_ line: String, hasColor: Bool = false) -> (output: String, errors: String, status: Int32) {
    printed.withLock { $0 = "" }
    complaints.withLock { $0 = "" }
    let root = directory.path
    let width = columns.withLock { $0 }
    let surroundings = Surroundings(
      variables: Variables([("VOICEBOT_NOW", now.withLock { $0 })]), directory: root, root: { root },
      clock: { Instant(milliseconds: 0) }, random: { count in self.draw(count) },
      input: Input { self.answers.withLock { $0.isEmpty ? nil : $0.removeFirst() } },
      output: Output(hasColor: hasColor, columns: width) { text throws(OutputFailure) in
        self.printed.withLock { $0 += text }
      },
      errors: Output(columns: width) { text throws(OutputFailure) in self.complaints.withLock { $0 += text } })
    let status = Desk.run(Self.words(line), at: surroundings)
    func shown(_ text: String) -> String { text.replacing(directory.path, with: "DIR") }
    return (shown(printed.withLock { $0 }), shown(complaints.withLock { $0 }), status)
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
