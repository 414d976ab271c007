// The operator's commands on a diary in a database: what they say is what they say of the same diary in a file.

import FaultSupport
import Foundation
import JSON
import ProgramSupport
import Testing

@Suite("Commands on a diary in a database", .serialized)
struct DatabaseCareTests {
  /// A tree whose business has bookings, moves, cancellations and blocks in its file.
  private func lived() async throws -> FaultScene {
    let scene = try FaultScene()
    for caller in 0..<12 {
      let slot = FaultScene.slot(caller % 2 == 0 ? "ada" : "ben", 8 + caller / 2)
      let reply = try await scene.ask(FaultScene.book(slot, caller: caller / 3))
      let id = try #require(reply["id"])
      if caller == 3 { _ = try await scene.ask(FaultScene.cancel(id, slot)) }
      if caller == 4 { _ = try await scene.ask(FaultScene.move(id, from: slot, to: FaultScene.slot("ben", 20))) }
    }
    for words in [
      ["block", "faults", "ada", "2026-09-15T00:00..02:00", "--reason", "Café"],
      ["block", "faults", "2026-09-20..2026-10-10"],
    ] {
      let result = try await Desk.run(words, nil, in: scene.tree)
      #expect(result.status == 0, "\(result.errorText)")
    }
    return scene
  }

  private func bytes(_ scene: FaultScene) throws -> Data { try Data(contentsOf: scene.bookingsFile) }

  @Test("into the database and back: the file is the same, byte for byte, and fenced meanwhile")
  func roundTrip() async throws {
    let server = try await Shared.server
    let address = server.address(try await server.database())
    let scene = try await lived()
    let before = try bytes(scene)
    let slots = try await scene.ask(FaultScene.list()).ids
    let imported = try await Desk.run(["database", "import"], address, in: scene.tree)
    #expect(imported.status == 0 && imported.text == "faults: 16 events moved into the database\n", "\(imported)")
    // Who still books into the file is refused.
    let fenced = try await scene.child(FaultScene.book(FaultScene.slot("ada", 22), caller: 90)).run()
    #expect(FaultReply(fenced)?.code == "damaged_bookings")
    #expect(fenced.errorText.contains("the bookings were moved into a database; set VOICEBOT_DATABASE"))
    var there = scene
    there.variables["VOICEBOT_DATABASE"] = address
    #expect(try await there.ask(FaultScene.list()).ids == slots)
    let twice = try await Desk.run(["database", "import"], address, in: scene.tree)
    #expect(twice.status == 1)
    #expect(try await Desk.run(["verify"], address, in: scene.tree).text == "database/faults: 16 events, all whole\n")
    let exported = try await Desk.run(["database", "export"], address, in: scene.tree)
    #expect(exported.status == 0 && exported.text == "faults: 16 events moved into the file\n", "\(exported)")
    #expect(try bytes(scene) == before)
    #expect(try await scene.ask(FaultScene.list()).ids == slots)
    #expect(try await Desk.run(["verify"], nil, in: scene.tree).status == 0)
    // Nobody books into the database any more, or reads it.
    for request in [FaultScene.list(), FaultScene.book(FaultScene.slot("ada", 22), caller: 91)] {
      let closed = try await there.child(request).run()
      #expect(FaultReply(closed)?.code == "storage_unavailable")
      #expect(closed.errorText.contains("they were closed by `voicebot database export`"))
    }
    // And in again, where it was closed.
    #expect(try await scene.ask(FaultScene.book(FaultScene.slot("ada", 22), caller: 92)).code == nil)
    let again = try bytes(scene)
    #expect(try await Desk.run(["database", "import"], address, in: scene.tree).status == 0)
    #expect(try await Desk.run(["database", "export", "faults"], address, in: scene.tree).status == 0)
    #expect(try bytes(scene) == again)
  }

  @Test("an import that cannot be whole changes nothing")
  func refusedImport() async throws {
    let server = try await Shared.server
    let database = try await server.database()
    let scene = try await lived()
    var damaged = try String(contentsOf: scene.bookingsFile, encoding: .utf8)
    damaged.replace("Caller", with: "Cellar", maxReplacements: 1)
    try damaged.write(to: scene.bookingsFile, atomically: false, encoding: .utf8)
    let result = try await Desk.run(["database", "import"], server.address(database), in: scene.tree)
    #expect(result.status == 1 && result.errorText.contains("damaged"), "\(result)")
    #expect(try String(contentsOf: scene.bookingsFile, encoding: .utf8) == damaged)
    for table in ["heads", "events", "days", "postings"] {
      #expect(try await server.sql("select count(*) from voicebot_1_\(table)", in: database) == "0")
    }
  }

  @Test("every command says the same on either engine")
  func same() async throws {
    let server = try await Shared.server
    let address = server.address(try await server.database())
    let file = try await lived()
    let twin = try FaultScene()
    try Data(contentsOf: file.bookingsFile).write(to: twin.bookingsFile)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: twin.bookingsFile.path)
    #expect(try await Desk.run(["database", "import"], address, in: twin.tree).status == 0)
    let user = try #require(try await file.ask(FaultScene.book(FaultScene.slot("ada", 8), caller: 0)).participant)
    for words in [
      ["agenda", "faults", "--from", "2026-09-15"], ["agenda", "faults", "--from", "2026-09-15", "--format", "list"],
      ["history", "faults"], ["export", "faults", "--format", "csv"], ["export", "faults", "--format", "ics"],
      ["block", "faults", "ben", "2026-09-15T00:00..24:00"], ["forget", "faults", user],
      ["forget", "faults", "faults.u00000000000000000000"], ["cancel", "faults", "zzz"],
    ] {
      let one = try await Desk.run(words, nil, in: file.tree)
      let other = try await Desk.run(words, address, in: twin.tree)
      #expect(one.text == other.text && one.status == other.status, "\(words): \(one.text)\(other.text)")
      #expect(one.errorText == other.errorText, "\(words): \(one.errorText)\(other.errorText)")
      #expect(!one.text.isEmpty || one.status != 0, "\(words)")
    }
    let copy = try file.tree.directory("one")
    let other = try twin.tree.directory("one")
    #expect(try await Desk.run(["backup", copy.path], nil, in: file.tree).status == 0)
    #expect(try await Desk.run(["backup", other.path], address, in: twin.tree).status == 0)
    let name = "faults.jsonl"
    #expect(try Data(contentsOf: copy.appending(path: name)) == Data(contentsOf: other.appending(path: name)))
  }

  @Test("the counter's day: booked, moved, cancelled, blocked, unblocked")
  func counter() async throws {
    let scene = try await DatabaseScene(try await Shared.server)
    let address = scene.server.address(scene.database)
    func run(_ words: [String]) async throws -> String {
      let result = try await Desk.run(words, address, in: scene.scene.tree)
      #expect(result.status == 0, "\(words): \(result.errorText)")
      return result.text
    }
    let booked = try await run(
      [
        "book", "faults", "hour", "2026-09-15T09:00", "--agent", "ada", "firstname=Ida", "lastname=Ott",
        "phone=0351 123456",
      ])
    let id = try #require(booked.firstMatch(of: /\((b[0-9a-z]+)\)/)).output.1
    _ = try await run(["move", "faults", String(id), "2026-09-15T11:00"])
    let block = try await run(["block", "faults", "ben", "2026-09-15T09:00..10:00"])
    let blocked = try #require(block.firstMatch(of: /\((k[0-9a-z]+)\)/)).output.1
    _ = try await run(["unblock", "faults", String(blocked)])
    _ = try await run(["cancel", "faults", String(id)])
    #expect(try await scene.lines().count == 5)
    try await scene.verify()
  }

  @Test("a person who is forgotten is nowhere")
  func forgetting() async throws {
    let scene = try await DatabaseScene(try await Shared.server)
    let address = scene.server.address(scene.database)
    let first = try await scene.scene.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 7))
    _ = try await scene.scene.ask(FaultScene.book(FaultScene.slot("ben", 9), caller: 8))
    let user = try #require(first.participant)
    let result = try await Desk.run(["forget", "faults", user, "--force"], address, in: scene.scene.tree)
    #expect(result.status == 0, "\(result.errorText)")
    let all = try await scene.server.sql(
      "select line from voicebot_1_events; select * from voicebot_1_days; select * from voicebot_1_postings",
      in: scene.database)
    for text in [user, "100007", "No 7"] { #expect(!all.contains(text)) }
    #expect(all.contains("100008"))
    #expect(try await scene.scene.ask(FaultScene.bookings(of: user)).code == "unknown_user")
    #expect(try await scene.ledger().holders.count == 2)
    try await scene.verify()
    // As in a file: the bookings are there, and nobody's.
    #expect(try await scene.scene.ask(FaultScene.list("ada")).ids.count == 23)
  }

  @Test(
    "damage is found, and repaired",
    arguments: [
      ("update voicebot_1_events set line = replace(line, 'Caller', 'Cellar') where number = 3", 1),
      ("delete from voicebot_1_events where number = 3", 1),
      ("update voicebot_1_events set line = (select line from voicebot_1_events where number = 2) where number = 3", 1),
      ("delete from voicebot_1_postings where number = 3", 0),
      ("update voicebot_1_days set held = false where number = 2", 0),
      ("update voicebot_1_days set occupied_until = occupied_until + 1 where number = 2", 0),
      ("delete from voicebot_1_days where number = 2", 0),
      ("insert into voicebot_1_events values ('faults', 99, 'x')", 0),
    ])
  func damage(_ statement: String, _ lost: Int) async throws {
    let scene = try await DatabaseScene(try await Shared.server)
    let address = scene.server.address(scene.database)
    for hour in 9..<13 { _ = try await scene.scene.ask(FaultScene.book(FaultScene.slot("ada", hour), caller: hour)) }
    let free = try await scene.scene.ask(FaultScene.list("ada")).ids
    try await scene.server.sql(statement, in: scene.database)
    let found = try await Desk.run(["verify"], address, in: scene.scene.tree)
    #expect(found.status == 1 && found.text.contains("run `voicebot repair faults`"), "\(found)")
    let repaired = try await Desk.run(["repair", "faults"], address, in: scene.scene.tree)
    #expect((repaired.status == 0) == (lost == 0), "\(repaired)")
    #expect(repaired.text.contains("whole again"), "\(repaired)")
    try await scene.verify()
    // What a lost event held stays held.
    #expect(try await scene.scene.ask(FaultScene.list("ada")).ids == free)
    #expect(try await scene.scene.ask(FaultScene.book(FaultScene.slot("ada", 20), caller: 20)).code == nil)
  }

  @Test("another id for a business")
  func renaming() async throws {
    let scene = try await DatabaseScene(try await Shared.server)
    let address = scene.server.address(scene.database)
    for hour in 9..<13 { _ = try await scene.scene.ask(FaultScene.book(FaultScene.slot("ada", hour), caller: hour)) }
    let result = try await Desk.run(["rename", "faults", "sonne"], address, in: scene.scene.tree)
    #expect(result.status == 0, "\(result.errorText)")
    let verified = try await Desk.run(["verify"], address, in: scene.scene.tree)
    #expect(verified.text == "database/sonne: 4 events, all whole\n", "\(verified)")
    let free = try await scene.scene.ask(FaultScene.list("ada").replacing("faults.", with: "sonne."))
    #expect(free.ids.count == 20)
  }

  @Test("what the database is, in words")
  func status() async throws {
    let server = try await PostgresServer(["synchronous_commit=off"])
    let bare = try await Desk.run(["database", "status"], server.address())
    #expect(bare.status == 1 && bare.text.contains("run `voicebot database init`"))
    let database = try await server.database()
    let status = try await Desk.run(["database", "status"], server.address(database))
    #expect(status.status == 0)
    for words in [
      "Server: PostgreSQL ", "not encrypted", "Round trip: ", " ms apart", "UTF8, C\n",
      "0 events of 0 businesses", "a failover may lose acknowledged bookings", "synchronous_commit is off",
    ] { #expect(status.text.contains(words), "\(words): \(status.text)") }
    #expect(try await Desk.run(["database", "status", "--strict"], server.address(database)).status == 1)
    #expect(try await Desk.run(["database", "status"], nil).status == 64)
    try await server.stop()
  }

  @Test("one round trip to read, one to append; a command asks for many things at once")
  func roundTrips() async throws {
    let server = try await Shared.server
    let scene = try await DatabaseScene(server)
    let proxy = try Proxy(to: server.port)
    var counted = scene.scene
    counted.variables["VOICEBOT_DATABASE"] = "host=127.0.0.1 port=\(proxy.port) user=postgres dbname=\(scene.database)"
    func trips(_ request: String) async throws -> (Int, FaultReply) {
      _ = proxy.takeRoundTrips()
      let reply = try await counted.ask(request)
      #expect(reply.code == nil, "\(reply.value)")
      return (proxy.takeRoundTrips(), reply)
    }
    let slot = FaultScene.slot("ada", 9)
    let (first, booked) = try await trips(FaultScene.book(slot, caller: 1))
    let id = try #require(booked["id"])
    let user = try #require(booked.participant)
    #expect(first == 2)
    #expect(try await trips(FaultScene.book(slot, caller: 1)).0 == 1)
    #expect(try await trips(FaultScene.book(FaultScene.slot("ada", 10), caller: 1)).0 == 2)
    #expect(try await trips(FaultScene.list()).0 == 1)
    #expect(try await trips(FaultScene.bookings(of: user)).0 == 1)
    let search = #"{"action":"findExistingUser","participant":{"lastname":"No 1","phone":"0351 100001"}}"#
    #expect(try await trips(search).0 == 1)
    #expect(try await trips(FaultScene.move(id, from: slot, to: FaultScene.slot("ben", 12))).0 == 2)
    #expect(try await trips(FaultScene.cancel(id, FaultScene.slot("ben", 12))).0 == 2)
    for hour in 13..<23 { _ = try await scene.scene.ask(FaultScene.book(FaultScene.slot("ada", hour), caller: hour)) }
    _ = proxy.takeRoundTrips()
    let agenda = try await Desk.run(
      ["agenda", "faults", "--from", "2026-09-15"], counted.variables["VOICEBOT_DATABASE"], in: counted.tree)
    #expect(agenda.status == 0)
    #expect(proxy.takeRoundTrips() < 8)
    proxy.stop()
  }
}
