// Everything that can go wrong between the program and the database: the right code, a line in the log that says what to do,
// no secret in either, nothing lost, and the same request once more settles what is not known.

import FaultSupport
import Foundation
import Glibc
import JSON
import ProgramSupport
import ServerSupport
import Testing

@Suite("What can go wrong with a database", .serialized)
struct DatabaseFailureTests {
  @Test("nobody listens, at any server of the list")
  func unreachable() async throws {
    let scene = try FaultScene()
    let (one, two) = (try Loopback.freePort(), try Loopback.freePort())
    try await refused(
      scene, at: "host=127.0.0.1 port=\(one) user=a password=\(Refusal.secret)", "storage_unavailable",
      logged: "server 1 of 1 in VOICEBOT_DATABASE cannot be reached; nothing was changed")
    try await refused(
      scene, at: "postgresql://a:\(Refusal.secret)@127.0.0.1:\(one),127.0.0.1:\(two)/b", "storage_unavailable",
      logged: "of 2 in VOICEBOT_DATABASE cannot be reached")
    try await refused(
      scene, at: "host=\(scene.tree.root.path) user=a", "storage_unavailable", logged: "cannot be reached")
    // Readers fail in the same way: an error is never an empty list.
    try await refused(
      scene, at: "host=127.0.0.1 port=\(one) user=a", asking: FaultScene.list(), "storage_unavailable",
      logged: "cannot be reached")
  }

  @Test("a server that never answers is left for the next of the list")
  func silent() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    let (listener, port) = try Loopback.listen()
    defer { close(listener) }
    try await refused(
      scene.scene, at: "host=127.0.0.1 port=\(port) user=postgres", "storage_unavailable", logged: "does not answer")
    var other = scene.scene
    other.variables["VOICEBOT_DATABASE"] =
      "host=127.0.0.1,127.0.0.1 port=\(port),\(server.port) user=postgres dbname=\(scene.database)"
    #expect(try await other.ask(Refusal.booking).code == nil)
  }

  @Test("a server that stops answering in the middle of a conversation", arguments: ["select 0, number", "update"])
  func silentLater(_ words: String) async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    #expect(try await scene.scene.ask(FaultScene.book(FaultScene.slot("ben", 9), caller: 9)).code == nil)
    let proxy = try Proxy(to: server.port, at: words, .silentBefore)
    let address = "host=127.0.0.1 port=\(proxy.port) user=postgres dbname=\(scene.database)"
    try await refused(
      scene.scene, at: address, "storage_unavailable",
      logged: words == "update" ? "not known" : "did not answer in time")
    proxy.stop()
    #expect(try await scene.scene.ask(Refusal.booking).code == nil)
    #expect(try await scene.ledger().events.count == 2)
  }

  @Test("an address that cannot be read")
  func unreadable() async throws {
    let scene = try FaultScene()
    for address in ["host=a \(Refusal.secret)", "postgresql://a:\(Refusal.secret)@b:c:d/e", "host=a,b port=1,2,3"] {
      try await refused(scene, at: address, "internal", logged: "VOICEBOT_DATABASE cannot be read")
    }
  }

  @Test("the default build refuses, and never takes the file instead")
  func withoutTheEngine() async throws {
    let scene = try FaultScene()
    let program = Program.checkout.appending(path: ".build/voicebot").path
    var child = scene.child(Refusal.booking)
    child.path = program
    child.environment["VOICEBOT_DATABASE"] = "host=127.0.0.1 password=\(Refusal.secret)"
    let result = try await child.run()
    let reply = try #require(FaultReply(result))
    #expect(reply.code == "internal" && reply.problemStatus == 500)
    #expect(result.errorText.contains("this program was built without PostgreSQL"))
    #expect(!result.errorText.contains(Refusal.secret))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scene.dataDirectory.path).isEmpty)
  }

  @Test("role, password and database that are not right")
  func login() async throws {
    let server = try await PostgresServer(["password_encryption=scram-sha-256"])
    let scene = try await DatabaseScene(server)
    try await server.sql(
      "create role app login password '\(Refusal.secret)'; grant select, insert, update, delete on all tables in schema public "
        + "to app", in: scene.database)
    try "local all postgres trust\nhost all all 127.0.0.1/32 scram-sha-256\n".write(
      toFile: "\(server.directory.path)/data/pg_hba.conf", atomically: false, encoding: .utf8)
    try await server.sql("select pg_reload_conf()")
    let place = "host=127.0.0.1 port=\(server.port) dbname=\(scene.database)"
    let advice = "role, password or database in VOICEBOT_DATABASE are not right"
    try await refused(
      scene.scene, at: "\(place) user=app password=x\(Refusal.secret)", "storage_unavailable", logged: advice)
    try await refused(scene.scene, at: "\(place) user=app", "storage_unavailable", logged: "asks for a password")
    try await refused(
      scene.scene, at: "host=\(server.directory.path) port=\(server.port) user=postgres dbname=none",
      "storage_unavailable",
      logged: "SQLSTATE 3D000")
    // With the right one, SCRAM lets it in.
    var good = scene.scene
    good.variables["VOICEBOT_DATABASE"] = "\(place) user=app password=\(Refusal.secret)"
    #expect(try await good.ask(Refusal.booking).code == nil)
    try await server.sql("alter role app connection limit 0")
    try await refused(
      scene.scene, at: "\(place) user=app password=\(Refusal.secret)", "busy",
      logged: "no connection to the database was free")
    try await server.sql(
      "alter role app connection limit -1; revoke insert on voicebot_1_events from app", in: scene.database)
    try await refused(
      scene.scene, at: "\(place) user=app password=\(Refusal.secret)",
      asking: FaultScene.book(FaultScene.slot("ada", 10), caller: 2), "storage_unavailable", logged: "SQLSTATE 42501")
    try await server.stop()
  }

  @Test("tables that are missing")
  func tables() async throws {
    let server = try await Shared.server
    let scene = try FaultScene()
    try await refused(scene, at: server.address(), "storage_unavailable", logged: "run `voicebot database init`")
    try await refused(
      scene, at: server.address(), asking: FaultScene.list(), "storage_unavailable",
      logged: "run `voicebot database init`")
  }

  @Test("a server that only reads")
  func readOnly() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    try await server.sql("alter database \(scene.database) set default_transaction_read_only = on")
    try await refused(
      scene.scene, at: server.address(scene.database), "storage_unavailable", logged: "this server only reads")
    #expect(try await scene.scene.ask(FaultScene.list()).code == nil)
    try await refused(
      scene.scene, at: "\(server.address(scene.database)) target_session_attrs=read-write", "storage_unavailable",
      logged: "only reads")
  }

  @Test("the server behind a pooler is gone, or the pooler has no connection left")
  func pooler() async throws {
    let server = try await PostgresServer()
    let scene = try await DatabaseScene(server)
    let pooler = try await Pooler(server, clients: 1)
    var pooled = scene.scene
    pooled.variables["VOICEBOT_DATABASE"] = pooler.address(scene.database)
    #expect(try await pooled.ask(Refusal.booking).code == nil)
    server.freeze(true)
    try await refused(
      scene.scene, at: pooler.address(scene.database), asking: FaultScene.list(), "storage_unavailable",
      logged: "did not answer in time")
    server.freeze(false)
    let held = try #require(UnixConnection(to: "\(pooler.directory.path)/.s.PGSQL.\(pooler.port)"))
    try await refused(
      scene.scene, at: pooler.address(scene.database), asking: FaultScene.list(), "storage_unavailable",
      logged: "VOICEBOT_DATABASE")
    held.end()
    await server.kill()
    try await refused(
      scene.scene, at: pooler.address(scene.database), asking: FaultScene.list(), "storage_unavailable",
      logged: "faults: ")
  }

  @Test("a server that starts while it is asked")
  func starting() async throws {
    let server = try await PostgresServer()
    let scene = try await DatabaseScene(server)
    try await server.stop()
    let asking = try scene.scene.child(Refusal.booking).start()
    try await server.start()
    let reply = try #require(FaultReply(await asking.result()))
    // It may have come too late; then it says so, and the same request is done now.
    #expect(reply.code == nil || reply.code == "storage_unavailable")
    #expect(try await scene.scene.ask(Refusal.booking).code == nil)
    #expect(try await scene.ledger().events.count == 1)
    try await server.stop()
  }
}

/// A connection to a Unix socket that says nothing.
private final class UnixConnection {
  private let descriptor: Int32

  init?(to path: String) {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard connected else { return nil }
  }

  func end() { close(descriptor) }
}
