// Running the program as somebody who is not root, whoever runs the tests.

import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

/// Somebody who is not root: where the tests run as root, `nobody`; else who runs the tests.
struct OtherUser {
  /// Who they are.
  static let nobody: uid_t = 65534
  var id: uid_t { getuid() == 0 ? OtherUser.nobody : getuid() }
  private let program: String

  init(_ scene: FaultScene) throws {
    let copy = scene.tree.root.appending(path: "voicebot")
    try Program.copy(to: copy)
    program = copy.path
  }

  /// Gives a directory, with all in it, to them.
  func own(_ directory: URL) throws {
    guard getuid() == 0 else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      try give(directory.appending(path: name).path)
    }
    try give(directory.path)
  }

  private func give(_ path: String) throws {
    let result = unsafe chown(path, Self.nobody, Self.nobody)
    try #require(result == 0)
  }

  func run(_ scene: FaultScene, _ request: String) async throws -> Child.Result {
    var child = scene.child(request)
    child.path = program
    if getuid() == 0 {
      child.path = "/usr/bin/setpriv"
      child.arguments = ["--reuid=\(Self.nobody)", "--regid=\(Self.nobody)", "--clear-groups", program]
    }
    return try await child.run()
  }
}
