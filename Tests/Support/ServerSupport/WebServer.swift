// The web servers of the manual, started on free loopback ports in front of a deployed tree, as an unprivileged
// user. Their configurations are in Tests/Servers; what must hold behind each of them is in WebServerTests.swift.

package import Foundation
import Glibc
package import ProgramSupport

/// A web server that can be started in front of a tree.
package protocol ServerKind: Sendable {
  /// The program's address behind it.
  var path: String { get }

  /// What is started in front of a tree, in order; the last one listens on the port.
  func commands(_ tree: DeployedTree, port: UInt16) throws -> [[String]]
}

/// A kind of web server.
package enum WebServer: String, CaseIterable, ServerKind, CustomStringConvertible {
  case nginx
  case apache
  case lighttpd
  case busybox
  case caddy

  package var description: String { rawValue }

  /// The program's address behind this server.
  package var path: String { self == .busybox ? "/cgi-bin/voicebot" : "/voicebot" }

  private func commands(_ tree: DeployedTree, configuration: String) -> [[String]] {
    let run = tree.root.path + "/run"
    // The manual's DAEMON_OPTS, in one word as systemd passes it.
    let fcgiwrap = ["/usr/sbin/fcgiwrap", "-fc4", "-s", "unix:\(run)/fcgiwrap.socket"]
    return switch self {
    case .nginx:
      [
        fcgiwrap,
        ["/usr/sbin/nginx", "-e", "\(run)/error.log", "-c", configuration],
      ]
    case .apache: [["/usr/sbin/apache2", "-D", "FOREGROUND", "-f", configuration]]
    case .lighttpd: [["/usr/sbin/lighttpd", "-D", "-f", configuration]]
    case .caddy:
      [
        fcgiwrap,
        ["/usr/bin/env", "HOME=\(run)", "/usr/bin/caddy", "run", "--config", configuration, "--adapter", "caddyfile"],
      ]
    case .busybox: []
    }
  }

  package func commands(_ tree: DeployedTree, port: UInt16) throws -> [[String]] {
    try commands(tree, port: port, configuration: rawValue)
  }

  /// The same with another configuration of Tests/Servers.
  fileprivate func commands(_ tree: DeployedTree, port: UInt16, configuration: String) throws -> [[String]] {
    if self == .busybox {
      return [["/bin/busybox", "httpd", "-f", "-p", "127.0.0.1:\(port)", "-h", tree.root.path + "/www"]]
    }
    return commands(tree, configuration: try tree.configure(configuration, port: port))
  }
}

/// A web server with variables and a token, as the manual sets them: it asks for `s3cret`, and has both logs.
package struct WebServerWithVariables: ServerKind, CustomStringConvertible {
  private let server: WebServer
  package var description: String { server.description }
  package var path: String { server.path }
  /// The name of its configuration in Tests/Servers.
  package var configuration: String { "variables-\(server.rawValue)" }

  /// Those that the manual has such a recipe for.
  package static let all = WebServer.allCases.filter { $0 != .busybox }.map(WebServerWithVariables.init)

  private init(_ server: WebServer) { self.server = server }

  package func commands(_ tree: DeployedTree, port: UInt16) throws -> [[String]] {
    try server.commands(tree, port: port, configuration: configuration)
  }
}

/// A tree as the manual's recipes deploy it: the program, the businesses, `Data` for the server's user alone, and
/// outside of them what the server needs.
package struct DeployedTree: Sendable {
  package let files: TemporaryTree
  package var root: URL { files.root }

  /// A tree with the program, or with a script in its place; `{root}` in it stands for where the tree is, as servers
  /// start programs by whatever name they like.
  package init(script: String? = nil) throws {
    files = try TemporaryTree()
    for name in ["bin", "run", "www/cgi-bin"] { _ = try files.directory(name) }
    if let script {
      try files.write(script.replacing("{root}", with: files.root.path), to: "bin/voicebot", mode: 0o755)
    } else {
      try Program.copy(to: root.appending(path: "bin/voicebot"))
    }
    try FileManager.default.createSymbolicLink(
      atPath: root.path + "/www/cgi-bin/voicebot", withDestinationPath: "../../bin/voicebot")
    for name in ["Data", "run"] { try ServerUser.give(root.appending(path: name)) }
  }

  /// Writes a configuration of Tests/Servers for this tree and a port, and returns its path.
  func configure(_ name: String, port: UInt16, _ change: (String) -> String = { $0 }) throws -> String {
    let template = Program.checkout.appending(path: "Tests/Servers/\(name).conf")
    let text = try String(contentsOf: template, encoding: .utf8)
      .replacing("/srv/voicebot", with: root.path)
      .replacing("/run/fcgiwrap.socket", with: root.path + "/run/fcgiwrap.socket")
      .replacing("/var/log/voicebot", with: root.path + "/run")
      .replacing("8080", with: "\(port)")
    try files.write(change(text), to: "run/server.conf")
    return root.path + "/run/server.conf"
  }
}

/// The user that servers run as where the tests are root's; otherwise the tests' own.
package struct ServerUser: Sendable {
  package var id: uid_t
  package var group: gid_t

  package static let current: ServerUser? = {
    guard getuid() == 0, let entry = unsafe getpwnam("www-data") else { return nil }
    return unsafe ServerUser(id: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
  }()

  /// Gives a directory and the files in it to this user.
  package static func give(_ directory: URL) throws {
    guard let current else { return }
    for name in try [""] + FileManager.default.contentsOfDirectory(atPath: directory.path).map({ "/" + $0 }) {
      _ = unsafe chown(directory.path + name, current.id, current.group)
    }
  }

  /// A command as this user.
  package static func command(_ words: [String]) -> [String] {
    guard let current else { return words }
    return ["/usr/bin/setpriv", "--reuid=\(current.id)", "--regid=\(current.group)", "--clear-groups"] + words
  }
}

/// A web server that runs in front of a tree until it is stopped.
package struct RunningServer: Sendable {
  package let kind: any ServerKind
  package let port: UInt16
  private let processes: [RunningChild]

  package struct DidNotStart: Error { var reason: String }

  /// Starts a server and waits until it listens.
  package init(_ kind: some ServerKind, in tree: DeployedTree) async throws {
    self.kind = kind
    var reason = ""
    // A port that was free may be taken by another program before the server takes it.
    for _ in 1...5 {
      let port = try Loopback.freePort()
      let processes = try kind.commands(tree, port: port).map { command in
        let words = ServerUser.command(command)
        return try Child(
          path: words[0], arguments: Array(words.dropFirst()), directory: "/", input: .stalled([]), deadline: 300
        ).start()
      }
      while !Loopback.isListening(port), !processes.contains(where: \.hasEnded) {
        try await Task.sleep(for: .milliseconds(10))
      }
      if !processes.contains(where: \.hasEnded) {
        self.port = port
        self.processes = processes
        return
      }
      for process in processes { reason += await process.stop().errorText }
      reason += (try? String(contentsOf: tree.root.appending(path: "run/error.log"), encoding: .utf8)) ?? ""
    }
    throw DidNotStart(reason: "\(kind): \(reason)")
  }

  /// Ends the server and all of its processes.
  package func stop() async {
    for process in processes.reversed() { _ = await process.stop() }
  }

  /// Runs a body in front of a server, which is ended whatever comes of it.
  package static func with<R: Sendable>(
    _ kind: some ServerKind, in tree: DeployedTree, _ body: @Sendable (RunningServer) async throws -> R
  ) async throws -> R {
    let server = try await RunningServer(kind, in: tree)
    do {
      let result = try await body(server)
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }

  /// Sends a request by curl and returns its reply; `path` is what follows the program's address.
  package func send(
    _ body: [UInt8]?, path: String = "", headers: [String] = [], options: [String] = []
  ) async throws -> HTTPResponse {
    var arguments = ["--silent", "--show-error", "--include", "--max-time", "30", "--noproxy", "*"]
    let type = headers.contains { $0.hasPrefix("Content-Type:") } ? [] : ["Content-Type: application/json"]
    for header in ["Expect:"] + type + headers { arguments += ["--header", header] }
    if body != nil { arguments += ["--data-binary", "@-"] }
    arguments += options + ["http://127.0.0.1:\(port)\(kind.path)\(path)"]
    let result = try await Child(path: "/usr/bin/curl", arguments: arguments, input: .bytes(body ?? [])).run()
    guard let response = HTTPResponse(result.output) else {
      throw DidNotStart(reason: "no reply: \(result.errorText)\(result.text)")
    }
    return response
  }
}
