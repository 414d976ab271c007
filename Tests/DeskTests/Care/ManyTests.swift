// Commands over many businesses: how far they are stands on a terminal alone, and only what needs attention is named.

import Foundation
import Testing

@Suite struct ManyTests {
  /// So many businesses; one has a booking whose line is damaged, one a booking that is long over.
  private func bench() throws -> DeskBench {
    let bench = try DeskBench(now: "2026-11-20T08:00:00Z")
    for number in 10..<35 { try bench.write(SmallBusiness.yaml, to: "Businesses/p\(number).yaml") }
    for (name, day) in [("p11", "2026-11-24"), ("p12", "2026-11-24")] {
      let booked = bench.run(
        "book \(name) massage-30 \(day)T08:30 --agent anna firstname=E lastname=M phone=0351123456")
      try #require(booked.status == 0, "\(booked.errors)")
    }
    let text = try bench.text(of: "Data/p11.jsonl")
    try bench.write(text.replacing("massage-30", with: "massage-60"), to: "Data/p11.jsonl")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: bench.directory.path + "/Data/p11.jsonl")
    return bench
  }

  @Test func verifyNamesTheDamagedOne() throws {
    let bench = try bench()
    let result = bench.run("verify")
    #expect(result.status == 1)
    #expect(result.errors == "")
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("Data/p11.jsonl") || $0.hasPrefix("25 ") })
    #expect(result.output.hasSuffix("25 businesses: 1 is named above, the others are whole\n"))
    // Whoever names some hears of each.
    #expect(
      bench.run("verify p12 p13").output == "Data/p12.jsonl: 2 lines, all whole\nData/p13.jsonl: no bookings yet\n")
  }

  @Test func backupNamesTheDamagedOneAndCopiesTheOthers() throws {
    let bench = try bench()
    let result = bench.run("backup copies")
    #expect(result.status == 1)
    #expect(result.output == "25 businesses: 1 is named above, the others are copied to copies\n")
    #expect(result.errors.contains("p11.jsonl"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.directory.path + "/copies").count == 26)
  }

  @Test func forgettingNamesThoseWhereSomethingWasDone() throws {
    let bench = try bench()
    #expect(bench.run("repair p11").status == 1)
    #expect(bench.run("forget --expired").output == "25 businesses: all had nobody to forget\n")
    bench.set(now: "2027-03-01T08:00:00Z")
    let result = bench.run("forget --expired")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("p12: everybody forgotten in 1 booking that ended before "))
    #expect(!result.output.contains("p13"))
  }

  @Test func progressIsForTerminalsAlone() throws {
    let bench = try bench()
    for line in ["verify", "backup copies", "forget --expired", "check"] {
      let shown = bench.run(line, isTerminal: true).errors
      #expect(shown.contains(" of 25: "), "\(line)")
      #expect(shown.contains("\r\u{1B}[K"), "\(line)")
      #expect(!bench.run(line).errors.contains(" of 25: "), "\(line)")
      #expect(!bench.run(line).output.contains(" of 25: "), "\(line)")
    }
  }
}
