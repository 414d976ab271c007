// A PgBouncer of the tests' own, from Debian's package, on a Unix socket in front of a server.

import Foundation
import ProgramSupport
import ServerSupport

/// A PgBouncer.
final class Pooler: @unchecked Sendable {
  let directory: URL
  let port: UInt16
  private let running: RunningChild

  /// A pooler that keeps so many connections to a server, each for one transaction at a time.
  init(_ server: PostgresServer, size: Int = 20, clients: Int = 500) async throws {
    directory = try PostgresServer.directory()
    Leftovers.note(directory)
    port = try Loopback.freePort()
    let configuration = directory.appending(path: "pgbouncer.ini")
    try """
    [databases]
    * = host=\(server.directory.path) port=\(server.port) user=postgres
    [pgbouncer]
    unix_socket_dir = \(directory.path)
    unix_socket_mode = 0777
    listen_addr =
    listen_port = \(port)
    auth_type = any
    pool_mode = transaction
    default_pool_size = \(size)
    max_client_conn = \(clients)
    logfile = \(directory.path)/log
    pidfile = \(directory.path)/pgbouncer.pid
    """.write(to: configuration, atomically: true, encoding: .utf8)
    running = try PostgresServer.asUser(["/usr/sbin/pgbouncer", configuration.path], deadline: 3600).start()
    let deadline = ContinuousClock.now + .seconds(20)
    while !FileManager.default.fileExists(atPath: "\(directory.path)/.s.PGSQL.\(port)") {
      guard !running.hasEnded, ContinuousClock.now < deadline else {
        running.kill()
        throw PostgresServer.Failed(reason: "PgBouncer does not start: \(await running.result().errorText)")
      }
    }
  }

  deinit {
    running.kill()
    Leftovers.end(directory)
  }

  /// A connection string.
  func address(_ database: String) -> String {
    "host=\(directory.path) port=\(port) user=postgres dbname=\(database)"
  }
}
