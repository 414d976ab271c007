// Looking after the bookings: verify, repair, forget. What the storage does is tried in DiaryFileTests; here is what the
// commands say, and that they do it.

import Foundation
import Testing

@Suite struct CareTests {
  static let transcripts = [
    DeskTranscript(
      title: "files that are whole",
      text: #"""
        $ voicebot verify
        Data/praxis.jsonl: no bookings yet
        $ voicebot repair praxis
        ! voicebot: There is no Data/praxis.jsonl.
        [1]
        $ voicebot book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:20 (bn6hda1r)
        $ voicebot verify
        Data/praxis.jsonl: 2 lines, all whole
        $ voicebot verify praxis nobody
        ! voicebot: There is no business “nobody”: there is only praxis.
        [1]
        $ voicebot repair praxis
        Data/praxis.jsonl: 1 event, all whole; nothing was changed
        $ voicebot verify ../etc
        ! voicebot: There is no business “../etc”: there is only praxis.
        [1]
        """#),
    DeskTranscript(
      title: "forgetting a person",
      text: #"""
        $ voicebot book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:20 (bn6hda1r)
        $ voicebot book praxis checkup 2026-11-24T09:30 --agent anna firstname=Ida lastname=Muster phone=0351222
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:30–09:50 (bsqjcyz6)
        $ voicebot forget praxis lastname=Muster phone=0351222
        praxis.ubdpjf52de0my767qbjth  firstname=Ida lastname=Muster phone=+49351222
        Nothing was removed: name the person by the id.
        $ voicebot forget praxis lastname=Muster phone=0351333
        Nobody matches.
        $ voicebot forget praxis praxis.ubdpjf52de0my767qbjth
        ! voicebot: 1 booking still to come: bsqjcyz6. Cancel, or use --force: nobody will know who comes.
        [1]
        $ voicebot forget praxis ubdpjf52de0my767qbjth --force
        Forgotten: 1 booking lost a person.
        $ voicebot forget praxis ubdpjf52de0my767qbjth
        ! voicebot: Nobody has the id praxis.ubdpjf52de0my767qbjth, or not any more. Nothing was removed.
        [1]
        $ voicebot agenda praxis --from 2026-11-24 --agent anna --format list
        Praxis am Park · times in Europe/Berlin

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            09:00–09:20  Kontrolle
                         Eva Muster +49351111 bn6hda1r
            09:30–09:50  Kontrolle
                         (forgotten) bsqjcyz6
        $ voicebot forget praxis lastname=Muster
        ! voicebot: This is missing: firstname=….
        [64]
        $ voicebot forget praxis
        ! Error: Whom? Name the business and the person's id, or use --expired.
        ! Usage: voicebot forget <entity> <user-id> [--force]
        !        voicebot forget <entity> <field=value> ...
        !        voicebot forget --expired [<entity> ...]
        !   See 'voicebot forget --help' for more information.
        [64]
        $ voicebot forget
        ! Error: Whom? Name the business and the person's id, or use --expired.
        ! Usage: voicebot forget <entity> <user-id> [--force]
        !        voicebot forget <entity> <field=value> ...
        !        voicebot forget --expired [<entity> ...]
        !   See 'voicebot forget --help' for more information.
        [64]
        """#),
    DeskTranscript(
      title: "forgetting everybody whose time is over",
      text: #"""
        $ voicebot book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:20 (bn6hda1r)
        $ voicebot book praxis checkup 2026-12-24T09:00 --agent anna firstname=Ida lastname=Muster phone=0351222
        Booked: Kontrolle with Anna Schmidt, Thursday, 24 December 2026, 09:00–09:20 (bsqjcyz6)
        $ voicebot forget --expired
        praxis: everybody forgotten in 0 bookings that ended before Wednesday, 21 October 2026
        @ 2026-12-25T08:00:00Z
        == Businesses/second.yaml
        name: Second
        timezone: Europe/Berlin
        hours: {mon: 08:00-09:00}
        agents: {a: {name: A}}
        appointmentTypes: {t: {name: T, products: [p]}}
        products: {p: {name: P, duration: 30m}}
        == Businesses/third.yaml
        name: Third
        $ voicebot forget --expired
        praxis: everybody forgotten in 1 booking that ended before Wednesday, 25 November 2026
        second: no retention; everything is kept
        ! voicebot: Businesses/third.yaml:1:1: The business has no "agents"; add one, such as "agents: {anna: {name: Anna Schmidt}}". (and 4 more) Run `voicebot check` for all that is wrong.
        [1]
        $ voicebot forget --expired praxis
        praxis: everybody forgotten in 0 bookings that ended before Wednesday, 25 November 2026
        $ voicebot export praxis --format csv
        (BOM)booking,status,date,start,end,minutes,agent,appointmentType,product,startsAt,bookedAt,changedAt,participant.firstname,participant.lastname,participant.phone,booker.firstname,booker.lastname,booker.phone
        praxis.bn6hda1rbnqzxcexa27t7,booked,2026-11-24,09:00,09:20,20,Anna Schmidt,Kontrolle,Kontrolle,2026-11-24T09:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,,,,,,
        praxis.bsqjcyz6bvvmb5qysyqr1,booked,2026-12-24,09:00,09:20,20,Anna Schmidt,Kontrolle,Kontrolle,2026-12-24T09:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,Ida,Muster,+49351222,Ida,Muster,+49351222
        $ voicebot verify
        Data/praxis.jsonl: 4 lines, all whole
        Data/second.jsonl: no bookings yet
        Data/third.jsonl: no bookings yet
        $ voicebot verify second forth
        ! voicebot: There is no business “forth”: there are praxis, second and third.
        [1]
        $ voicebot repair second
        ! voicebot: There is no Data/second.jsonl.
        [1]
        """#),
  ]

  /// The memory of a business's tokens goes along, and none is left behind for a business that is called so later.
  @Test func renamingTakesTheTokensAlong() throws {
    let bench = try DeskBench.withSmallBusiness()
    let hash = String(repeating: "a", count: 64)
    _ = bench.run("book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111")
    try bench.write(hash + "\n", to: "Data/praxis.tokens")
    #expect(bench.run("rename praxis sonne").status == 0)
    #expect(try bench.text(of: "Data/sonne.tokens") == hash + "\n")
    #expect(!FileManager.default.fileExists(atPath: bench.directory.appending(path: "Data/praxis.tokens").path))
    // A business without tokens, which has none to take along.
    try FileManager.default.removeItem(at: bench.directory.appending(path: "Data/sonne.tokens"))
    #expect(bench.run("rename sonne praxis").status == 0)
    #expect(!FileManager.default.fileExists(atPath: bench.directory.appending(path: "Data/praxis.tokens").path))
  }

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }

  /// A byte of the second of three bookings is changed: verify says so, repair keeps the other two and the file as it was.
  @Test func damageIsSaidAndRepaired() throws {
    let bench = try DeskBench.withSmallBusiness()
    for time in ["09:00", "09:30", "10:00"] {
      let line = "book praxis checkup 2026-11-24T\(time) --agent anna firstname=Eva lastname=Muster phone=0351111"
      try #require(bench.run(line).status == 0)
    }
    let name = "Data/praxis.jsonl"
    var bytes = try bench.bytes(of: name)
    let feeds = bytes.indices.filter { bytes[$0] == 10 }
    bytes[feeds[1] + 40] ^= 1
    let handle = try FileHandle(forUpdating: bench.directory.appending(path: name))
    try handle.write(contentsOf: Data(bytes))
    try handle.close()

    let verified = bench.run("verify")
    #expect(verified.status == 1)
    #expect(
      verified.output == """
        Data/praxis.jsonl:3: the line is damaged: its checksum is wrong or missing
        Data/praxis.jsonl: run `voicebot repair praxis`

        """)
    let refused = bench.run("agenda praxis --from 2026-11-24")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("Run `voicebot repair praxis`."))

    let repaired = bench.run("repair praxis")
    #expect(repaired.status == 1 && repaired.errors == "")
    #expect(
      repaired.output.contains(
        "Data/praxis.jsonl:3: lost: an event, Tuesday, 24 November 2026, 09:30–09:50, agent anna, Eva Muster +49351111\n"
          + "  its time is blocked, to be settled: agent anna, Tuesday, 24 November 2026, 09:30–09:50 (praxis.k"))
    #expect(repaired.output.contains("Data/praxis.jsonl: whole again, with 2 events\n"))
    let kept = try #require(repaired.output.firstMatch(of: /what was there before is in (Data\/.*)\n/)).1
    #expect(try bench.bytes(of: String(kept)) == bytes)
    #expect(
      bench.run("verify").output.hasPrefix("Data/praxis.jsonl: 4 lines, all whole\nData/praxis.jsonl: kept aside: "))
    #expect(bench.run("agenda praxis --from 2026-11-24").status == 0)
  }

  /// A renamed business has its bookings under the new id, and the old id has nothing.
  @Test func renaming() throws {
    let bench = try DeskBench.withSmallBusiness()
    let line = "book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111"
    try #require(bench.run(line).status == 0)
    let nobody = bench.run("rename nobody sonne")
    #expect(nobody.status == 1 && nobody.errors == "voicebot: There is no business “nobody”: there is only praxis.\n")
    #expect(bench.run("rename praxis praxis").status == 64 && bench.run("rename praxis ../x").status == 64)
    let done = bench.run("rename praxis sonne")
    #expect(done.status == 0 && done.output == "praxis is now sonne.\nData/sonne.jsonl: 1 event of praxis\n")
    #expect(bench.run("verify").output == "Data/sonne.jsonl: 2 lines, all whole\n")
    let list = bench.run("agenda sonne --from 2026-11-24 --agent anna --format list").output
    let id = try #require(list.firstMatch(of: /0351111 (\w+)/) ?? list.firstMatch(of: /49351111 (\w+)/)).1
    #expect(bench.run("cancel sonne \(id)").status == 0)
    #expect(bench.run("rename praxis sonne").output == "praxis is sonne already.\n")
    #expect(bench.run("agenda praxis").status == 1)
  }

  /// What a crash left at the end is no reason to call anybody.
  @Test func aTornEndIsNoDamage() throws {
    let bench = try DeskBench.withSmallBusiness()
    let line = "book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111"
    try #require(bench.run(line).status == 0)
    let handle = try FileHandle(forUpdating: bench.directory.appending(path: "Data/praxis.jsonl"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"n\":3,\"at\":\"2026".utf8))
    try handle.close()
    let verified = bench.run("verify praxis")
    #expect(verified.status == 0)
    #expect(
      verified.output == """
        Data/praxis.jsonl:3: 17 bytes of an append that was cut short; no note vouches for it
        Data/praxis.jsonl: otherwise whole; the next booking puts this right by itself

        """)
  }
}
