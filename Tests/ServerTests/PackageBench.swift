// A checkout with bin/package and businesses of its own, and the tree that it makes and updates. The programs are two
// versions: the release programs, and the same with a byte behind their end.

import Foundation
import ProgramSupport

/// What bin/package works with, in a directory whose name has a blank.
struct PackageBench {
  private let holder: TemporaryTree
  /// The checkout, with the examples, the schema, and no program.
  let checkout: URL
  /// The tree to deploy; nothing is there yet.
  let tree: URL
  static let programs = ["voicebot", "voicebot-desk"]

  init() throws {
    holder = try TemporaryTree()
    checkout = try holder.directory("check out")
    tree = holder.root.appending(path: "the tree")
    for path in ["bin/package", "bin/bootstrap"] {
      try copy(Program.checkout.appending(path: path), to: checkout.appending(path: path))
    }
    let businesses = Program.checkout.appending(path: "Businesses")
    for name in try FileManager.default.contentsOfDirectory(atPath: businesses.path) {
      try copy(businesses.appending(path: name), to: checkout.appending(path: "Businesses/\(name)"))
    }
    for (version, tail) in [("old", ""), ("new", "\n")] {
      try copy(
        URL(filePath: Program.path).deletingLastPathComponent().appending(path: "THIRD-PARTY"),
        to: holder.root.appending(path: version).appending(path: "THIRD-PARTY"))
      for (name, path) in zip(Self.programs, [Program.path, Program.desk]) {
        _ = try holder.directory(version)
        let target = program(name, version: version)
        try Program.copy(path, to: target)
        try Child.starting.withLock {
          let file = try FileHandle(forWritingTo: target)
          defer { try? file.close() }
          try file.seekToEnd()
          try file.write(contentsOf: Data(tail.utf8))
        }
      }
    }
  }

  private func copy(_ source: URL, to target: URL) throws {
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Program.copy(source.path, to: target)
  }

  /// Writes a file of the checkout or of the tree.
  func write(_ text: String, to url: URL) throws {
    try Child.starting.withLock { try Data(text.utf8).write(to: url) }
  }

  /// A business of one's own, in the checkout or in the tree: the example under another name, with more at its end.
  func add(_ name: String, to place: URL, ending: String = "") throws {
    try write(try example() + ending, to: place.appending(path: "Businesses/\(name).yaml"))
  }

  /// The example, without the numbers that call it.
  func example() throws -> String {
    let file = checkout.appending(path: "Businesses/gleichgewicht.yaml")
    return try String(contentsOf: file, encoding: .utf8).replacing(/(?m)^sipIds:.*\n/, with: "")
  }

  /// A run of bin/package with the programs of a version.
  private func child(_ arguments: [String], _ version: String) throws -> Child {
    Child(
      path: checkout.path + "/bin/package", arguments: arguments,
      environment: [
        "VOICEBOT_PROGRAM": holder.root.path + "/\(version)/voicebot", "PATH": "/usr/bin:/bin",
        "TMPDIR": try holder.directory("temporary").path,
      ], directory: holder.root.path)
  }

  /// Runs bin/package with the programs of a version, to its end.
  func package(_ arguments: [String], version: String = "old") async throws -> Child.Result {
    try await child(arguments, version).run()
  }

  func package(_ arguments: String..., version: String = "old") async throws -> Child.Result {
    try await package(arguments, version: version)
  }

  /// Starts an update to a version, or, without one, the way back.
  func startUpdate(to version: String?) throws -> RunningChild {
    try child(["tree", tree.path] + (version == nil ? ["--back"] : []), version ?? "old").start()
  }

  /// Where a program of a version lies.
  func program(_ name: String, version: String) -> URL { holder.root.appending(path: version).appending(path: name) }

  /// Which version each program of a directory is; "none" where there is none, "other" where it is neither.
  func versions(in directory: String = "bin") -> [String] {
    let fileManager = FileManager.default
    return Self.programs.map { name in
      let path = tree.appending(path: directory).appending(path: name).path
      if !fileManager.fileExists(atPath: path) { return "none" }
      return ["old", "new"].first {
        fileManager.contentsEqual(atPath: program(name, version: $0).path, andPath: path)
      } ?? "other"
    }
  }

  /// Everything in the tree: paths, and what the files hold.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: tree.path) {
      contents[path] = FileManager.default.contents(atPath: tree.path + "/" + path) ?? Data()
    }
    return contents
  }

  /// What is left in the directory for temporary files.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: holder.directory("temporary").path)
  }

  /// A file of the tree as text; nil where there is none.
  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: tree.appending(path: path).path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Answers a request, or runs a command, with a program of the tree.
  func run(_ name: String = "voicebot", _ arguments: [String] = [], input: [UInt8] = []) async throws -> Child.Result {
    try await Child(
      path: tree.path + "/bin/\(name)", arguments: arguments, directory: "/", input: .bytes(input)
    ).run()
  }
}
