// What goes wrong while something is appended, or read: nothing is lost, and the same request once more settles what is not
// known.

import FaultSupport
import Foundation
import JSON
import ProgramSupport
import Testing

@Suite("What can go wrong while a database appends", .serialized)
struct DatabaseAppendFailureTests {
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
    #expect(try await scene.scene.ask(Refusal.booking).code == nil)
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
    let again = try await scene.scene.ask(Refusal.booking)
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
    #expect(try await scene.scene.ask(Refusal.booking).code == nil)
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
    let reply = try await other.ask(Refusal.booking)
    #expect(reply.code == nil, "\(reply.value)")
    #expect(try await scene.ledger().events.map(\.booking) == [reply["id"]])
    #expect(try await scene.scene.ask(Refusal.booking)["id"] == reply["id"])
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
    let again = try await scene.scene.ask(Refusal.booking)
    #expect(again.code == nil)
    #expect(try await scene.ledger().events.map(\.booking) == [again["id"]])
  }

  @Test("a line that does not prove itself")
  func damaged() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    let reply = try await scene.scene.ask(Refusal.booking)
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
    let request = Refusal.booking.replacing("Caller", with: "Łukasz")
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
