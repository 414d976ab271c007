// The exit statuses of the commands are those that the manual has a table of, and each of them is met here.

import Foundation
import Glibc
import Testing

@Suite struct ExitStatusTests {
  static let lines: [(status: Int32, line: String)] = [
    (0, "book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Eva lastname=Muster phone=0351123456"),
    (0, "agenda praxis"), (0, "slots praxis massage-30 --from tue"), (0, "--help"), (0, "verify"), (0, "check"),
    (1, "book praxis massage-30 2026-11-20T09:30 firstname=Eva lastname=Muster phone=0351123456"),
    (1, "book praxis massage-30 'tue 8:31' --weekly 2 firstname=Eva lastname=Muster phone=0351123456"),
    (1, "move praxis b123 2026-11-24T08:00"), (1, "agenda nobody"), (1, "restore praxis none.jsonl"),
    (1, "cancel praxis b123"), (1, "forget praxis praxis.u123"), (1, "repair praxis"),
    (2, "check none.yaml"), (2, "check none"),
    (64, "book praxis massage-30 2026-11-24T08:30 firstname=Eva"), (64, "book praxis yoga 2026-11-24T08:30"),
    (64, "book praxis massage-30 2026-11-24T08:30 fristname=Eva"), (64, "agenda praxis --days 0"),
    (64, "slots praxis massage-30 --days 61"), (64, "agenda praxis --from never"), (64, "chekc"), (64, "forget praxis"),
    (64, "block praxis anna never"), (64, "agenda --colour"), (64, "export praxis"),
    (74, "agenda praxis --output none/agenda.txt"), (74, "history praxis --output ."),
  ]

  @Test(arguments: lines)
  func eachEndsWithItsStatus(_ status: Int32, _ line: String) throws {
    let bench = try DeskBench.withSmallBusiness()
    let result = bench.run(line)
    #expect(result.status == status, "\(result.output)\(result.errors)")
    // Whoever fails says why on the standard error stream.
    #expect((result.status == 0) == result.errors.isEmpty || line.hasPrefix("check"), "\(result.errors)")
  }

  @Test func whoeverHoldsTheLockForLongIsWaitedForAndThenTold() throws {
    let bench = try DeskBench.withSmallBusiness()
    let line = "book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Eva lastname=Muster phone=0351123456"
    #expect(bench.run(line).status == 0)
    let descriptor = unsafe open(bench.directory.path + "/Data/praxis.lock", O_RDONLY)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX) == 0)
    #expect(bench.run("block praxis anna 2026-11-25").status == 75)
    #expect(bench.run(line.replacing("08:30", with: "09:15")).status == 75)
  }

  /// 75 is met above; 127 is the request program's own, which DeskProgramTests meet.
  @Test func theManualHasThemAll() throws {
    let chapter = SchemaDocuments.checkout.appending(path: "Sources/Manual/operating.md")
    let text = try String(contentsOf: chapter, encoding: .utf8)
    let told = Set(text.matches(of: /(?m)^\| (\d+) \|/).compactMap { Int32($0.1) })
    #expect(told == Set(Self.lines.map(\.status)).union([75, 127]))
  }
}
