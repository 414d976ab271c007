// `voicebot backup` and `restore`: what they say, and that the copies are what was there. That they can be killed anywhere is
// tried in FaultTests.

import Foundation
import Testing

@Suite struct BackupTests {
  private func booked(_ bench: DeskBench, _ time: String, _ name: String, _ phone: String) throws -> String {
    let line = "book praxis checkup 2026-11-24T\(time) --agent anna firstname=\(name) lastname=Muster phone=\(phone)"
    let result = bench.run(line)
    try #require(result.status == 0)
    return String(result.output.suffix(10).prefix(8))
  }

  /// Bookings made after the backup are in the copy kept aside; who was forgotten after it stays forgotten.
  @Test func aBackupIsRestored() throws {
    let bench = try DeskBench.withSmallBusiness()
    _ = try booked(bench, "09:00", "Eva", "0351111")
    _ = try booked(bench, "09:30", "Ida", "0351222")
    let saved = bench.run("backup copies/today")
    #expect(saved.output == "praxis: praxis.jsonl (2 events), praxis.yaml\n" && saved.status == 0)
    #expect(try bench.bytes(of: "copies/today/praxis.jsonl") == bench.bytes(of: "Data/praxis.jsonl"))
    #expect(try bench.bytes(of: "copies/today/praxis.yaml") == bench.bytes(of: "Businesses/praxis.yaml"))

    let found = bench.run("forget praxis lastname=Muster phone=0351222").output
    let user = try #require(found.split(separator: " ").first)
    try #require(bench.run("forget praxis \(user) --force").status == 0)
    _ = try booked(bench, "10:00", "Uwe", "0351333")
    let restored = bench.run("restore praxis copies/today/praxis.jsonl")
    #expect(restored.status == 0)
    #expect(
      restored.output == """
        Data/praxis.jsonl: 2 events, as in the backup
        Data/praxis.jsonl: forgotten since, and again: people of 1 booking
        Data/praxis.jsonl: what was there before is in Data/praxis.aside-1
        Data/praxis.jsonl: 1 booking made since the backup is only there

        """)
    let agenda = bench.run("agenda praxis --from 2026-11-24 --agent anna --format list").output
    #expect(agenda.contains("Eva Muster") && agenda.contains("(forgotten)"))
    #expect(!agenda.contains("Ida") && !agenda.contains("Uwe"))
    let present = try String(decoding: bench.bytes(of: "Data/praxis.jsonl"), as: UTF8.self)
    #expect(!present.contains("Ida") && !present.contains(user))
    #expect(bench.run("verify").status == 0)
    // The copy kept aside still names somebody whom no booking names: forgetting reaches it.
    let aside = try String(decoding: bench.bytes(of: "Data/praxis.aside-1"), as: UTF8.self)
    let uwe = try #require(aside.split(separator: "\"").last { $0.hasPrefix("praxis.u") })
    let unsearched = bench.run("forget praxis lastname=Adler firstname=Uwe phone=0351333").output
    #expect(unsearched.contains("Kept aside") && unsearched.contains("praxis.aside-1"))
    let forgotten = bench.run("forget praxis \(uwe)")
    #expect(forgotten.output == "No booking names \(uwe). Deleted, because it did: praxis.aside-1.\n")
    #expect(throws: (any Error).self) { try bench.bytes(of: "Data/praxis.aside-1") }
  }

  @Test func whatIsNoBackupIsNotRestored() throws {
    let bench = try DeskBench.withSmallBusiness()
    _ = try booked(bench, "09:00", "Eva", "0351111")
    let before = try bench.bytes(of: "Data/praxis.jsonl")
    let refused = bench.run("restore praxis Businesses/praxis.yaml")
    #expect(refused.status == 1 && refused.errors.contains("Businesses/praxis.yaml:1: "))
    #expect(bench.run("restore praxis nowhere.jsonl").status == 1)
    #expect(bench.run("restore second Data/praxis.jsonl").errors.contains("the bookings of praxis, not of second"))
    #expect(try bench.bytes(of: "Data/praxis.jsonl") == before)
    #expect(bench.run("backup Data").errors == "voicebot: Data is the deployment's own directory: name another one.\n")
  }

  /// A damaged file is not copied over the copy of the night before, and keeps no other business from being copied.
  @Test func damageIsNotBackedUp() throws {
    let bench = try DeskBench.withSmallBusiness()
    _ = try booked(bench, "09:00", "Eva", "0351111")
    _ = try booked(bench, "09:30", "Ida", "0351222")
    try #require(bench.run("backup copies").status == 0)
    let good = try bench.bytes(of: "copies/praxis.jsonl")
    var bytes = try bench.bytes(of: "Data/praxis.jsonl")
    let feeds = bytes.indices.filter { bytes[$0] == 10 }
    bytes[feeds[0] + 40] ^= 1
    let handle = try FileHandle(forUpdating: bench.directory.appending(path: "Data/praxis.jsonl"))
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
    let failed = bench.run("backup copies")
    #expect(failed.status == 1 && failed.errors.contains("voicebot repair praxis"))
    #expect(try bench.bytes(of: "copies/praxis.jsonl") == good)
  }
}
