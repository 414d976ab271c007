// The release program and the deployed trees that the tests run it in: a directory with `Businesses` and `Data`,
// removed with everything in it. How a process is run is Child.swift's.

import Foundation

/// The program under test.
enum Program {
  /// The checkout these tests belong to.
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The built program: `VOICEBOT_PROGRAM`, else what bin/build leaves in the checkout.
  static let path =
    ProcessInfo.processInfo.environment["VOICEBOT_PROGRAM"] ?? checkout.appending(path: ".build/voicebot").path

  /// Puts a copy of the program at a path.
  static func copy(to url: URL) throws {
    try Child.starting.withLock { try FileManager.default.copyItem(atPath: path, toPath: url.path) }
  }

  /// The memory within which the program answers whatever it is sent, its own code included.
  static let addressSpaceKiB = 65_536

  /// A run of the program with nothing in its environment but this.
  static func child(_ environment: [String: String] = [:], input: Child.Input = .bytes([])) -> Child {
    Child(path: path, environment: environment, input: input)
  }

  /// The variables with which a web server passes on a request of this body.
  static func cgi(
    _ body: [UInt8], method: String = "POST", _ more: [String: String] = [:]
  ) -> [String: String] {
    [
      "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": method, "CONTENT_LENGTH": "\(body.count)",
    ].merging(more) { $1 }
  }
}

/// A directory for one test, removed with everything in it when the test lets go of it.
final class TemporaryTree: Sendable {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "voicebot-\(UUID().uuidString)")
    for name in ["Businesses", "Data"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true,
        attributes: [.posixPermissions: name == "Data" ? 0o700 : 0o755])
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Writes a file at a path below the tree, in place of what it has or behind it.
  func write(_ text: String, to path: String, append: Bool = false, mode: Int? = nil) throws {
    let url = root.appending(path: path)
    let before = append ? (try? Data(contentsOf: url)) ?? Data() : Data()
    try Child.starting.withLock { try (before + Data(text.utf8)).write(to: url) }
    // Bookings that others may read are refused.
    guard let mode = mode ?? (path.hasPrefix("Data/") ? 0o600 : nil) else { return }
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
  }

  /// Makes a directory at a path below the tree and returns where it is.
  func directory(_ path: String) throws -> URL {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// Puts one of the repository's businesses into the tree.
  func add(business name: String) throws {
    let source = Program.checkout.appending(path: "Businesses/\(name).yaml")
    try write(String(contentsOf: source, encoding: .utf8), to: "Businesses/\(name).yaml")
  }
}
