// The program without arguments, started by hand: who sits at the terminal is told what it waits for, before it waits.

import Foundation
import ProgramSupport
import Testing

@Suite struct TerminalTests {
  /// Under script(1), which gives the program a terminal.
  private func typed(_ words: String, variables: [String: String] = [:]) async throws -> String {
    let tree = try greetingTree()
    let environment = ["VOICEBOT_ROOT": tree.root.path, "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"]
    let child = Child(
      path: "/usr/bin/script", arguments: ["-qefc", "'\(Program.path)'", "/dev/null"],
      environment: environment.merging(variables) { $1 }, input: .bytes(Array(words.utf8)))
    return try await child.run().text
  }

  @Test func atATerminalItSaysWhatItWaitsFor() async throws {
    let text = try await typed(String(decoding: greeting, as: UTF8.self) + "\n\u{4}")
    let prompt = "voicebot 1.0.0: waiting for one JSON request: paste it within 10 seconds"
    let said = try #require(text.firstRange(of: prompt))
    let answered = try #require(text.firstRange(of: greeted))
    #expect(said.upperBound < answered.lowerBound)
  }

  /// What a server leaves on standard input is its own business.
  @Test func underAServerItDoesNot() async throws {
    let text = try await typed("", variables: ["GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST"])
    #expect(text.contains("invalid_json") && !text.contains("waiting"))
  }
}
