// The web servers of the manual's chapter on the counter, each of which asks for a name and a password.

import Foundation
package import ProgramSupport

/// A kind of web server in front of the counter's page. `dora` comes in with `s3cret`.
package enum CounterServer: String, CaseIterable, ServerKind, CustomStringConvertible {
  case nginx
  case apache
  case lighttpd
  case caddy

  package var description: String { rawValue }
  package var path: String { "/counter" }

  package func commands(_ tree: DeployedTree, port: UInt16) throws -> [[String]] {
    let root = tree.root.path
    let hash = self == .caddy ? Self.caddyHash : ""
    let configuration = try tree.configure("counter-\(rawValue)", port: port) {
      $0.replacing("$2a$14$HASH", with: hash)
    }
    let fcgiwrap = ["/usr/sbin/fcgiwrap", "-f", "-c", "2", "-s", "unix:\(root)/run/fcgiwrap.socket"]
    return switch self {
    case .nginx: [fcgiwrap, ["/usr/sbin/nginx", "-e", "\(root)/run/error.log", "-c", configuration]]
    case .apache: [["/usr/sbin/apache2", "-D", "FOREGROUND", "-f", configuration]]
    case .lighttpd: [["/usr/sbin/lighttpd", "-D", "-f", configuration]]
    case .caddy:
      [
        fcgiwrap,
        [
          "/usr/bin/env", "HOME=\(root)/run", "/usr/bin/caddy", "run", "--config", configuration, "--adapter",
          "caddyfile",
        ],
      ]
    }
  }

  /// What `caddy hash-password` prints for it: a bcrypt hash of the least cost, so that a test waits for nothing.
  private static let caddyHash = "$2y$04$XwtWgqsabatJiftQw48PTevMxPj.XglcU.coNhFW9PSZqD1d35Agq"
}

extension DeployedTree {
  /// A tree with the counter's page, and with the passwords that the recipe's command makes.
  package static func ofCounter() throws -> DeployedTree {
    let tree = try DeployedTree()
    try tree.files.add(business: "gleichgewicht")
    try tree.files.add(business: "haarschnitt")
    try Program.copy(Program.desk, to: tree.root.appending(path: "bin/voicebot-desk"))
    return tree
  }
}
