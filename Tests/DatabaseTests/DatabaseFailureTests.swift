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
  private static let secret = "geheimnis7"
  private static let booking = FaultScene.book(FaultScene.slot("ada", 9), caller: 1)

  /// Asks with the bookings at an address, and checks code, status and log of the refusal.
  private func refused(
    _ scene: FaultScene, at address: String, asking request: String = booking, _ code: String, logged words: String
  ) async throws {
    var scene = scene
    scene.variables["VOICEBOT_DATABASE"] = address
    let result = try await scene.child(request).run()
    let reply = try #require(FaultReply(result), "no reply: \(result)")
    #expect(reply.code == code, "\(reply.value)")
    #expect(result.errorText.contains(words), "\(result.errorText)")
    #expect(result.errorText.split(separator: "\n").count == 1)
    for text in [result.text, result.errorText] { #expect(!text.contains(Self.secret) && !text.contains("127.0.0.1")) }
    #expect(!result.text.contains("server"))
  }

  @Test("nobody listens, at any server of the list")
  func unreachable() async throws {
    let scene = try FaultScene()
    let (one, two) = (try Loopback.freePort(), try Loopback.freePort())
    try await refused(
      scene, at: "host=127.0.0.1 port=\(one) user=a password=\(Self.secret)", "storage_unavailable",
      logged: "server 1 of 1 in VOICEBOT_DATABASE cannot be reached; nothing was changed")
    try await refused(
      scene, at: "postgresql://a:\(Self.secret)@127.0.0.1:\(one),127.0.0.1:\(two)/b", "storage_unavailable",
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
    #expect(try await other.ask(Self.booking).code == nil)
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
    #expect(try await scene.scene.ask(Self.booking).code == nil)
    #expect(try await scene.ledger().events.count == 2)
  }

  @Test("an address that cannot be read")
  func unreadable() async throws {
    let scene = try FaultScene()
    for address in ["host=a \(Self.secret)", "postgresql://a:\(Self.secret)@b:c:d/e", "host=a,b port=1,2,3"] {
      try await refused(scene, at: address, "internal", logged: "VOICEBOT_DATABASE cannot be read")
    }
  }

  @Test("the default build refuses, and never takes the file instead")
  func withoutTheEngine() async throws {
    let scene = try FaultScene()
    let program = Program.checkout.appending(path: ".build/voicebot").path
    var child = scene.child(Self.booking)
    child.path = program
    child.environment["VOICEBOT_DATABASE"] = "host=127.0.0.1 password=\(Self.secret)"
    let result = try await child.run()
    let reply = try #require(FaultReply(result))
    #expect(reply.code == "internal" && reply.problemStatus == 500)
    #expect(result.errorText.contains("this program was built without PostgreSQL"))
    #expect(!result.errorText.contains(Self.secret))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scene.dataDirectory.path).isEmpty)
  }

  @Test("role, password and database that are not right")
  func login() async throws {
    let server = try await PostgresServer(["password_encryption=scram-sha-256"])
    let scene = try await DatabaseScene(server)
    try await server.sql(
      "create role app login password '\(Self.secret)'; grant select, insert, update, delete on all tables in schema public "
        + "to app", in: scene.database)
    try "local all postgres trust\nhost all all 127.0.0.1/32 scram-sha-256\n".write(
      toFile: "\(server.directory.path)/data/pg_hba.conf", atomically: false, encoding: .utf8)
    try await server.sql("select pg_reload_conf()")
    let place = "host=127.0.0.1 port=\(server.port) dbname=\(scene.database)"
    let advice = "role, password or database in VOICEBOT_DATABASE are not right"
    try await refused(
      scene.scene, at: "\(place) user=app password=x\(Self.secret)", "storage_unavailable", logged: advice)
    try await refused(scene.scene, at: "\(place) user=app", "storage_unavailable", logged: "asks for a password")
    try await refused(
      scene.scene, at: "host=\(server.directory.path) port=\(server.port) user=postgres dbname=none",
      "storage_unavailable",
      logged: "SQLSTATE 3D000")
    // With the right one, SCRAM lets it in.
    var good = scene.scene
    good.variables["VOICEBOT_DATABASE"] = "\(place) user=app password=\(Self.secret)"
    #expect(try await good.ask(Self.booking).code == nil)
    try await server.sql("alter role app connection limit 0")
    try await refused(
      scene.scene, at: "\(place) user=app password=\(Self.secret)", "busy",
      logged: "no connection to the database was free")
    try await server.sql(
      "alter role app connection limit -1; revoke insert on voicebot_1_events from app", in: scene.database)
    try await refused(
      scene.scene, at: "\(place) user=app password=\(Self.secret)",
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

  /// Refusals of the server while it appends, as a trigger makes them.
  @Test(
    "a server that refuses to append",
    arguments: [
      ("53100", "storage_full", "free disk space on the server"), ("53200", "storage_unavailable", "SQLSTATE 53200"),
      ("58030", "storage_unavailable", "SQLSTATE 58030"), ("XX000", "storage_unavailable", "SQLSTATE XX000"),
      ("25006", "storage_unavailable", "this server only reads"), ("40001", "busy", "other writers"),
      ("40P01", "busy", "other writers"), ("23505", "busy", "other writers"), ("55P03", "busy", "other writers"),
      ("22021", "internal", "characters that the database cannot hold"),
    ])
  func refusal(_ state: String, _ code: String, _ words: String) async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    try await scene.trigger("raise exception 'no' using errcode = '\(state)'")
    try await refused(scene.scene, at: server.address(scene.database), code, logged: words)
    try await server.sql("drop trigger trouble on voicebot_1_events", in: scene.database)
    #expect(try await scene.ledger().events.isEmpty)
    #expect(try await scene.scene.ask(Self.booking).code == nil)
    #expect(try await scene.ledger().events.count == 1)
    try await scene.verify()
  }

  @Test("a warning on an append is an unknown outcome, and the same request settles it")
  func warning() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    try await scene.trigger("raise warning 'the wait was cancelled'; return new")
    try await refused(
      scene.scene, at: server.address(scene.database), "storage_unavailable", logged: "the database warned")
    let again = try await scene.scene.ask(Self.booking)
    #expect(again.code == nil && again.value.objectValue?["repeated"] == .bool(true))
    #expect(try await scene.ledger().events.count == 1)
  }

  @Test("somebody holds the business's row")
  func held() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    #expect(try await scene.scene.ask(FaultScene.book(FaultScene.slot("ben", 9), caller: 9)).code == nil)
    let holder = try Child(
      path: "\(PostgresServer.programs)/psql",
      arguments: [
        "-X", "-q", "-h", server.directory.path, "-p", "\(server.port)", "-U", "postgres", "-d", scene.database, "-c",
        "begin; update voicebot_1_heads set number = number; select pg_sleep(600)",
      ], environment: ["PATH": "/usr/bin:/bin"]
    ).start()
    let deadline = ContinuousClock.now + .seconds(20)
    while try await server.sql(
      "select count(*) from pg_stat_activity where datname = '\(scene.database)' and wait_event = 'PgSleep'") != "1",
      ContinuousClock.now < deadline
    {}
    try await refused(scene.scene, at: server.address(scene.database), "storage_unavailable", logged: "not known")
    // Who reads waits for nobody.
    #expect(try await scene.scene.ask(FaultScene.list()).code == nil)
    holder.kill()
    _ = await holder.result()
    try await server.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(scene.database)' and pid <> pg_backend_pid()"
    )
    #expect(try await scene.scene.ask(Self.booking).code == nil)
    #expect(try await scene.ledger().events.count == 2)
  }

  @Test("the connection is cut while appending", arguments: [Proxy.Trouble.cutBehind, .cutBefore])
  func cut(_ trouble: Proxy.Trouble) async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    let proxy = try Proxy(to: server.port, at: "insert into voicebot_1_events", trouble)
    var other = scene.scene
    other.variables["VOICEBOT_DATABASE"] = "host=127.0.0.1 port=\(proxy.port) user=postgres dbname=\(scene.database)"
    // The program connects again and finds out by itself.
    let reply = try await other.ask(Self.booking)
    #expect(reply.code == nil, "\(reply.value)")
    #expect(try await scene.ledger().events.map(\.booking) == [reply["id"]])
    #expect(try await scene.scene.ask(Self.booking)["id"] == reply["id"])
    proxy.stop()
  }

  @Test("the server's answer to an append never comes")
  func muted() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    let proxy = try Proxy(to: server.port, at: "insert into voicebot_1_events", .silentBehind)
    try await refused(
      scene.scene, at: "host=127.0.0.1 port=\(proxy.port) user=postgres dbname=\(scene.database)",
      "storage_unavailable",
      logged: "the same request once more finds out")
    proxy.stop()
    let again = try await scene.scene.ask(Self.booking)
    #expect(again.code == nil)
    #expect(try await scene.ledger().events.map(\.booking) == [again["id"]])
  }

  @Test("the server behind a pooler is gone, or the pooler has no connection left")
  func pooler() async throws {
    let server = try await PostgresServer()
    let scene = try await DatabaseScene(server)
    let pooler = try await Pooler(server, clients: 1)
    var pooled = scene.scene
    pooled.variables["VOICEBOT_DATABASE"] = pooler.address(scene.database)
    #expect(try await pooled.ask(Self.booking).code == nil)
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
    let asking = try scene.scene.child(Self.booking).start()
    try await server.start()
    let reply = try #require(FaultReply(await asking.result()))
    // It may have come too late; then it says so, and the same request is done now.
    #expect(reply.code == nil || reply.code == "storage_unavailable")
    #expect(try await scene.scene.ask(Self.booking).code == nil)
    #expect(try await scene.ledger().events.count == 1)
    try await server.stop()
  }

  @Test("a line that does not prove itself")
  func damaged() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    let reply = try await scene.scene.ask(Self.booking)
    try await server.sql("update voicebot_1_events set line = replace(line, 'Caller', 'Cellar')", in: scene.database)
    let request = FaultScene.bookings(of: try #require(reply.participant))
    try await refused(
      scene.scene, at: server.address(scene.database), asking: request, "damaged_bookings",
      logged: "event 2 does not prove itself or is gone; run `voicebot repair faults`")
  }

  @Test("a database of another encoding that lacks a letter")
  func encoding() async throws {
    let server = try await Shared.server
    let name = "d" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try await server.sql("create database \(name) encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C'")
    #expect(try await Desk.run(["database", "init"], server.address(name)).status == 0)
    let request = Self.booking.replacing("Caller", with: "Łukasz")
    try await refused(
      try FaultScene(), at: "\(server.address(name)) client_encoding=UTF8", asking: request, "internal",
      logged: "make it with the encoding UTF8")
  }
}

extension DatabaseScene {
  /// Makes every append run into trouble.
  fileprivate func trigger(_ body: String) async throws {
    try await server.sql(
      """
      create or replace function trouble() returns trigger language plpgsql as $$ begin \(body); end $$;
      create trigger trouble before insert on voicebot_1_events for each row execute function trouble()
      """, in: database)
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
