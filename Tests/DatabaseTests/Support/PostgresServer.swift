// A PostgreSQL of the tests' own, from Debian's package: on a Unix socket and a loopback port, in a temporary directory, run by
// an ordinary user because it refuses root, and ended by the test, by process id.

import Foundation
import Glibc
import ProgramSupport
import ServerSupport

/// A PostgreSQL server.
final class PostgresServer: @unchecked Sendable {
  let directory: URL
  let port: UInt16
  private let lock = NSLock()
  private var running: RunningChild?
  private var settings: [String]

  struct Failed: Error { var reason: String }

  /// Debian's programs: of the newest version that is there.
  static let programs: String = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.max { (Int($0) ?? 0) < (Int($1) ?? 0) } ?? "15"
    return "\(root)/\(newest)/bin"
  }()

  /// A command as the user who may run a server.
  static func asUser(_ words: [String], input: String = "", deadline: Double = 60) -> Child {
    let isRoot = geteuid() == 0
    let prefix = ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    let all = isRoot ? prefix + words : words
    return Child(
      path: all[0], arguments: Array(all.dropFirst()), environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"],
      input: .bytes(Array(input.utf8)), deadline: deadline)
  }

  static func run(_ words: [String]) async throws {
    let result = try await asUser(words).run()
    guard result.status == 0 else { throw Failed(reason: "\(words[0]): \(result.errorText)") }
  }

  /// A directory that the user may write to; its path is short enough for a socket.
  static func directory() throws -> URL {
    let directory = URL(filePath: "/tmp").appending(path: "vb-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    if geteuid() == 0, let user = unsafe getpwnam("postgres") {
      let (id, group) = unsafe (user.pointee.pw_uid, user.pointee.pw_gid)
      _ = unsafe chown(directory.path, id, group)
    }
    return directory
  }

  /// A server with an empty cluster, or with one that is there, that has these settings.
  init(_ settings: [String] = [], directory: URL? = nil) async throws {
    self.settings = settings
    self.directory = try directory ?? Self.directory()
    Leftovers.note(self.directory)
    port = try Loopback.freePort()
    if directory == nil {
      try await Self.run([
        "\(Self.programs)/initdb", "-D", "\(self.directory.path)/data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
        "--locale=C", "--no-sync",
      ])
    }
    try await start()
  }

  deinit {
    Leftovers.end(directory)
  }

  /// Starts it, and waits until it takes connections.
  func start() async throws {
    var words = [
      "\(Self.programs)/postgres", "-D", "\(directory.path)/data", "-k", directory.path, "-c", "port=\(port)", "-c",
      "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-c", "shared_buffers=64MB",
    ]
    for setting in settings { words += ["-c", setting] }
    let child = try Self.asUser(words, deadline: 3600).start()
    lock.withLock { running = child }
    let deadline = ContinuousClock.now + .seconds(30)
    while try await !answers() {
      guard !child.hasEnded, ContinuousClock.now < deadline else {
        child.kill()
        throw Failed(reason: "PostgreSQL does not start: \(await child.result().errorText)")
      }
    }
  }

  /// Whether it takes connections.
  private func answers() async throws -> Bool {
    try await Child(
      path: "\(Self.programs)/pg_isready", arguments: ["-q", "-h", directory.path, "-p", "\(port)"],
      environment: ["PATH": "/usr/bin:/bin"]
    ).run().status == 0
  }

  /// Stops it as a service is stopped: sessions are ended.
  func stop() async throws {
    guard let running = lock.withLock({ running }) else { return }
    if let pid { Glibc.kill(pid, SIGINT) }
    _ = await running.result()
  }

  /// Ends every one of its processes at once, by process id, as a power cut would.
  func kill() async {
    guard let pid, let running = lock.withLock({ running }) else { return }
    Glibc.kill(pid, SIGSTOP)
    for child in Self.children(of: pid) { Glibc.kill(child, SIGKILL) }
    Glibc.kill(pid, SIGKILL)
    _ = await running.result()
  }

  /// Stops, or lets go on, every one of its processes: a host that hangs.
  func freeze(_ isFrozen: Bool) {
    guard let pid else { return }
    for process in [pid] + Self.children(of: pid) { Glibc.kill(process, isFrozen ? SIGSTOP : SIGCONT) }
  }

  private var pid: pid_t? {
    (try? String(contentsOf: directory.appending(path: "data/postmaster.pid"), encoding: .utf8))
      .flatMap { $0.split(separator: "\n").first }.flatMap { pid_t($0) }
  }

  static func children(of pid: pid_t) -> [pid_t] {
    let list = (try? String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)) ?? ""
    return list.split(separator: " ").compactMap { pid_t($0) }
  }

  /// A connection string by the Unix socket.
  func address(_ database: String = "postgres", user: String = "postgres") -> String {
    "host=\(directory.path) port=\(port) user=\(user) dbname=\(database)"
  }

  /// A connection string by the loopback interface.
  func loopback(_ database: String = "postgres", user: String = "postgres", _ more: String = "") -> String {
    "host=127.0.0.1 port=\(port) user=\(user) dbname=\(database) \(more)"
  }

  /// What psql prints for statements: a row a line, columns parted by bars.
  @discardableResult
  func sql(_ statements: String, in database: String = "postgres") async throws -> String {
    let result = try await Child(
      path: "\(Self.programs)/psql",
      arguments: [
        "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", directory.path, "-p", "\(port)", "-U", "postgres", "-d",
        database,
      ], environment: ["PATH": "/usr/bin:/bin"], input: .bytes(Array(statements.utf8))
    ).run()
    guard result.status == 0 else { throw Failed(reason: result.errorText) }
    return result.text.trimmingCharacters(in: .newlines)
  }

  /// A new database with the tables, made by the desk's own command; its name.
  func database() async throws -> String {
    let name = "d" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try await sql("create database \(name)")
    let result = try await Desk.run(["database", "init"], address(name))
    guard result.status == 0 else { throw Failed(reason: result.errorText) }
    return name
  }
}

/// The operator's program with the engine.
enum Desk {
  /// A command in a tree, with the bookings in a database.
  static func run(_ words: [String], _ address: String?, in tree: TemporaryTree? = nil, now: String? = nil) async throws
    -> Child.Result
  {
    let somewhere = try tree ?? TemporaryTree()
    var environment = [
      "VOICEBOT_ROOT": somewhere.root.path, "VOICEBOT_NOW": now ?? "2026-09-14T00:00:00Z", "LC_ALL": "C.UTF-8",
    ]
    environment["VOICEBOT_DATABASE"] = address
    return try await Child(path: Program.desk, arguments: words, environment: environment).run()
  }
}

/// Directories of servers, which are ended when the tests are over at the latest: nobody lets go of the one that most tests
/// share.
enum Leftovers {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var directories: [URL] = []
  private static let registered: Void = { _ = atexit { Leftovers.endAll() } }()

  /// Notes that a server is started in a directory.
  static func note(_ directory: URL) {
    _ = registered
    lock.withLock { unsafe directories.append(directory) }
  }

  /// Ends the server in a directory, by process id, with all of its processes, and removes the directory.
  static func end(_ directory: URL) {
    lock.withLock { unsafe directories.removeAll { $0 == directory } }
    for name in ["data/postmaster.pid", "pgbouncer.pid"] {
      let text = (try? String(contentsOf: directory.appending(path: name), encoding: .utf8)) ?? ""
      guard let pid = text.split(separator: "\n").first.flatMap({ pid_t($0) }), pid > 1 else { continue }
      // The id may be another process's by now.
      let words = (try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8)) ?? ""
      guard words.contains(directory.path) else { continue }
      Glibc.kill(pid, SIGSTOP)
      for child in PostgresServer.children(of: pid) { Glibc.kill(child, SIGKILL) }
      Glibc.kill(pid, SIGKILL)
    }
    try? FileManager.default.removeItem(at: directory)
  }

  private static func endAll() {
    for directory in lock.withLock({ unsafe directories }) { end(directory) }
  }
}

/// The server that most tests share; the tests that disturb one have their own.
enum Shared {
  private static let starting = Task { try await PostgresServer() }
  static var server: PostgresServer { get async throws { try await starting.value } }
}
