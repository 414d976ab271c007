// The system calls of a run, written down by strace, and the same run with one of them disturbed. A run is the same
// again as long as it starts from the same files, so a call is found again by its name and its number.

import FaultSupport
import Foundation
import ProgramSupport
import Testing

/// A system call of a recorded run.
struct SystemCall: Sendable, CustomStringConvertible {
  var name: String
  /// Which call of this name it is, from 1.
  var number: Int
  /// What it is given and answers, with the path of each descriptor.
  var text: String
  /// The reply has been written before.
  var isAfterReply: Bool

  var description: String { "\(name) no \(number)\(isAfterReply ? ", after the reply" : "")" }
}

/// What strace does to a run.
enum Disturbance: Sendable {
  /// Ends the process when it makes the call, before the call has an effect.
  case kill(SystemCall)
  /// Lets the call fail without an effect, once or from then on.
  case fail(SystemCall, error: String, forGood: Bool)
  /// Stops the process at the end of the call.
  case stop(SystemCall)

  /// The call it begins with.
  var call: SystemCall {
    switch self {
    case .kill(let call), .fail(let call, _, _), .stop(let call): call
    }
  }

  fileprivate var expression: String {
    switch self {
    case .kill(let call): "inject=\(call.name):signal=KILL:when=\(call.number)"
    case .fail(let call, let error, let forGood):
      "inject=\(call.name):error=\(error):when=\(call.number)\(forGood ? "+" : "")"
    case .stop(let call): "inject=\(call.name):signal=STOP:when=\(call.number)"
    }
  }
}

extension Child {
  /// This run under strace, which writes what it sees to `log`.
  func traced(_ options: [String], log: URL) -> Child {
    var child = self
    child.path = "/usr/bin/strace"
    child.arguments = ["-f", "-qq", "-o", log.path] + options + [path] + arguments
    return child
  }

  /// This run with a disturbance. Only calls of the disturbed name are written down.
  func disturbed(_ disturbance: Disturbance, log: URL) -> Child {
    traced(["-e", "trace=\(disturbance.call.name)", "-e", disturbance.expression], log: log)
  }

  /// Runs the program and returns the calls it makes from the moment it has read its request; `from` is part of the
  /// text of the first one of interest.
  func recorded(from beginning: String, log: URL) async throws -> [SystemCall] {
    let result = try await traced(["-y"], log: log).run()
    // A repair that drops something ends with 1 and has no error to tell.
    try #require(result.status == 0 || (result.status == 1 && result.errorText.isEmpty), "\(result.errorText)")
    var numbers: [String: Int] = [:]
    var calls: [SystemCall] = []
    var isAfterReply = false
    for line in try String(contentsOf: log, encoding: .utf8).split(separator: "\n") {
      // PID NAME(ARGUMENTS) = RESULT
      guard let space = line.firstIndex(of: " "), let parenthesis = line.firstIndex(of: "(") else { continue }
      let name = line[space..<parenthesis].drop { $0 == " " }
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { continue }
      numbers[String(name), default: 0] += 1
      let call = SystemCall(
        name: String(name), number: numbers[String(name), default: 1], text: String(line[parenthesis...]),
        isAfterReply: isAfterReply)
      if !calls.isEmpty || call.text.contains(beginning) { calls.append(call) }
      if name == "write", call.text.hasPrefix("(1<") { isAfterReply = true }
    }
    try #require(!calls.isEmpty)
    return calls.filter { $0.name != "exit_group" }
  }
}

extension [SystemCall] {
  /// Without all but the first of several calls for random bytes in a row: nothing is different between them.
  var withoutRepetition: [SystemCall] {
    enumerated().filter { $0 == 0 || $1.name != "getrandom" || self[$0 - 1].name != "getrandom" }.map(\.element)
  }
}

extension FaultScene {
  /// Where strace writes.
  var log: URL { tree.root.appending(path: "strace.log") }
}

/// Figures that the tests leave for whoever reads their output, a line each.
enum Figures {
  static func say(_ text: String) { print("figures: \(text)") }
}
