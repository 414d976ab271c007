// The release program and the deployed trees that the tests run it in: a directory with `Businesses` and `Data`,
// removed with everything in it. How a process is run is Child.swift's.

package import Foundation

/// The program under test.
package enum Program {
  /// The checkout these tests belong to.
  package static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The built program: `VOICEBOT_PROGRAM`, else what bin/build leaves in the checkout.
  package static let path =
    ProcessInfo.processInfo.environment["VOICEBOT_PROGRAM"] ?? checkout.appending(path: ".build/voicebot").path

  /// The operator's program, beside it.
  package static let desk = URL(filePath: path).deletingLastPathComponent().appending(path: "voicebot-desk").path

  /// Puts a copy of the program, or of another, at a path.
  package static func copy(_ program: String = path, to url: URL) throws {
    try Child.starting.withLock { try FileManager.default.copyItem(atPath: program, toPath: url.path) }
  }

  /// The memory within which the program answers whatever it is sent, its own code included.
  package static let addressSpaceKiB = 65_536

  /// A run of the program with nothing in its environment but this.
  package static func child(_ environment: [String: String] = [:], input: Child.Input = .bytes([])) -> Child {
    Child(path: path, environment: environment, input: input)
  }

  /// The variables with which a web server passes on a request of this body.
  package static func cgi(
    _ body: [UInt8], method: String = "POST", _ more: [String: String] = [:]
  ) -> [String: String] {
    [
      "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": method, "CONTENT_LENGTH": "\(body.count)",
    ].merging(more) { $1 }
  }
}

/// A directory for one test, removed with everything in it when the test lets go of it. `VOICEBOT_KEEP=1` keeps it and
/// prints where it is.
package final class TemporaryTree: Sendable {
  package let root: URL

  package init(in directory: URL = FileManager.default.temporaryDirectory) throws {
    root = directory.appending(path: "voicebot-\(UUID().uuidString)")
    for name in ["Businesses", "Data"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true,
        attributes: [.posixPermissions: name == "Data" ? 0o700 : 0o755])
    }
  }

  deinit {
    if ProcessInfo.processInfo.environment["VOICEBOT_KEEP"] == "1" {
      print("kept: \(root.path)")
    } else {
      try? FileManager.default.removeItem(at: root)
    }
  }

  /// Writes a file at a path below the tree, in place of what it has or behind it.
  package func write(_ text: String, to path: String, append: Bool = false, mode: Int? = nil) throws {
    let url = root.appending(path: path)
    let before = append ? (try? Data(contentsOf: url)) ?? Data() : Data()
    try Child.starting.withLock { try (before + Data(text.utf8)).write(to: url) }
    // Bookings that others may read are refused.
    guard let mode = mode ?? (path.hasPrefix("Data/") ? 0o600 : nil) else { return }
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
  }

  /// Makes a directory at a path below the tree and returns where it is.
  package func directory(_ path: String) throws -> URL {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// Puts one of the repository's businesses into the tree.
  package func add(business name: String) throws {
    let source = Program.checkout.appending(path: "Businesses/\(name).yaml")
    try write(String(contentsOf: source, encoding: .utf8), to: "Businesses/\(name).yaml")
  }
}
