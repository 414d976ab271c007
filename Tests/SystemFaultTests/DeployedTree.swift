// A deployed tree of business files and bookings, and requests to it that run in this process, through Host, on a rigged
// system. RequestCase.swift says which requests; SystemFaultTests.swift makes the system fail.

import Foundation
import Host
import ProgramSupport
import SystemSupport
import Testing

/// A deployed tree, as `bin/voicebot` finds it from where it lies.
struct DeployedTree {
  private let tree: TemporaryTree
  /// Later than every time in the tree, so that a cache of its files believes them.
  private let time: Int64

  private var data: URL { tree.root.appending(path: "Data") }
  private var log: URL { tree.root.appending(path: "faults.log") }

  /// A tree with these business files, by name, and an empty data directory.
  init(businesses: [String: String]) throws {
    // In memory where Linux offers it: the files are made anew for each fault.
    let memory = "/dev/shm"
    let hasMemory = FileManager.default.isWritableFile(atPath: memory)
    tree = try hasMemory ? TemporaryTree(in: URL(filePath: memory)) : TemporaryTree()
    for (name, text) in businesses { try tree.write(text, to: "Businesses/\(name).yaml") }
    // The mount table of a function's instance whose root is a network file system.
    try tree.write("1 0 0:1 / / rw - nfs4 storage:/ rw\n", to: "mounts")
    time = Int64(Date().timeIntervalSince1970 + 3600) * 1_000_000_000
  }

  /// Sends one request; `seed` is what its random bytes follow from.
  func send(
    _ request: String, at entry: Entry, _ variables: [String: String] = [:], seed: UInt64 = 1,
    instead rig: @escaping @Sendable (SystemSupport.Call, Int) -> RiggedCalls.Fault? = { _, _ in nil }
  ) -> Run {
    let (input, doorVariables) = entry.input(request)
    var host = RiggedHost()
    host.input = input
    host.executable = tree.root.appending(path: "bin/voicebot").path
    host.replacements = ["/proc/self/mountinfo": tree.root.appending(path: "mounts").path]
    host.seed = seed
    host.time = time
    host.tick = 500_000_000
    let all = ["VOICEBOT_NOW": "2026-09-14T00:00:00Z"].merging(doorVariables) { $1 }.merging(variables) { $1 }
    let calls = RiggedCalls(
      host: host,
      instead: { call, number in rig(call, number) ?? (call == .syncData || call == .sync ? .nothing : nil) })
    let status = Host.serve(
      Variables(all.map { (name: $0.key, value: $0.value.replacing("TREE", with: tree.root.path)) }), calls: calls)
    return Run(status: status, calls: calls, entry: entry)
  }

  /// What is in the data directory; nil where there is none.
  func files() throws -> [String: Data]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: data.path) else { return nil }
    var files: [String: Data] = [:]
    for name in names { files[name] = try Data(contentsOf: data.appending(path: name)) }
    return files
  }

  /// Makes the data directory hold these files and no others, and forgets the log.
  func restore(_ files: [String: Data]?) throws {
    let manager = FileManager.default
    try? manager.removeItem(at: log)
    try? manager.removeItem(at: data)
    guard let files else { return }
    try manager.createDirectory(
      at: data, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    for (name, content) in files {
      let path = data.appending(path: name).path
      try #require(manager.createFile(atPath: path, contents: content, attributes: [.posixPermissions: 0o600]))
    }
  }

  /// What happened to which place, in the order of the whole lines of the bookings file; read without the program.
  func history() throws -> [String] {
    guard let content = try? Data(contentsOf: data.appending(path: "faults.jsonl")) else { return [] }
    let end = content.lastIndex(of: UInt8(ascii: "\n")) ?? content.startIndex
    return try content[..<end].split(separator: UInt8(ascii: "\n")).dropFirst().enumerated().map { index, line in
      let event = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      try #require(event["n"] as? Int == index + 2)
      let agent = (event["agent"] as? [String: Any])?["id"]
      return "\(event["event"] ?? "") \(agent ?? "") \(event["start"] ?? "")"
    }
  }

  /// The lines of the log file.
  func logged() -> Int { (try? Data(contentsOf: log))?.count { $0 == UInt8(ascii: "\n") } ?? 0 }
}

/// What came of one request.
struct Run {
  let status: Int32
  let calls: RiggedCalls
  let entry: Entry

  /// The reply; nil where it is not exactly one whole one.
  var reply: WholeReply? { WholeReply(calls.reply, at: entry) }
  /// The lines on the standard error stream.
  var complaints: Int { calls.complaints.count { $0 == UInt8(ascii: "\n") } }
}
