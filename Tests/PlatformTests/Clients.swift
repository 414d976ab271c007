// The clients under Tests/PlatformTests/Clients: programs of Python that use the platforms' own packages. bin/test makes their
// environments and says where they are.

import Foundation
import ProgramSupport
import Testing

/// An environment of Python packages.
enum PythonEnvironment: String, Sendable {
  /// The packages of today (Tests/PlatformTests/requirements.txt).
  case today = "VOICEBOT_PLATFORMS"
  /// mcp 1.8.1, which wants older ones.
  case old = "VOICEBOT_PLATFORMS_OLD"
}

/// Runs a client to its end, which must be a good one, and returns what it prints.
@discardableResult
func runClient(
  _ name: String, _ arguments: [String] = [], in environment: PythonEnvironment = .today, input: [UInt8] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> String {
  let python = try #require(
    ProcessInfo.processInfo.environment[environment.rawValue], "bin/test platforms sets \(environment.rawValue)")
  let script = Program.checkout.appending(path: "Tests/PlatformTests/Clients/\(name).py").path
  let variables = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1", "NO_PROXY": "*"]
  let result = try await Child(
    path: python, arguments: [script] + arguments, environment: variables, input: .bytes(input), deadline: 180
  ).run()
  #expect(result.status == 0, "\(name) \(arguments): \(result.errorText)", sourceLocation: sourceLocation)
  return result.text
}
