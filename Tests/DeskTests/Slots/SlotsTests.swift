// What is free, why the rest is not, and files that are whole or not there.

import Foundation
import JSON
import Testing

@Suite struct SlotsTests {
  static let transcripts = [
    DeskTranscript(
      title: "free times, and why the others are not",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T10:00 --agent Ben firstname=Eva lastname=Muster phone=0351123456
        $ voicebot block praxis ben 2026-11-24T13:00..14:00 --reason Training
        $ voicebot slots praxis massage-30 --from tue --agent ben
        $ voicebot slots praxis massage-30 --from 'tue 14:00' --agent ben
        $ voicebot slots praxis massage-30 --from tue --agent ben --why
        $ voicebot slots praxis massage-30 --at 'tue 10:30'
        $ voicebot slots praxis massage-30 --at 'tue 14:00' --agent ben
        $ voicebot slots praxis back --from mon --days 2 --why
        $ voicebot slots praxis massage-30 --from sat
        $ voicebot slots praxis massage-30 --at 'today 9:30' --agent anna
        $ voicebot slots praxis massage-30 --at 2027-03-01T08:00 --agent anna
        """#),
    DeskTranscript(
      title: "limits, groups and what is in use",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        hours: {mon-fri: "09:00-12:00"}
        agents: {anna: {name: Anna Schmidt}, ben: {name: Ben Meyer}}
        appointmentTypes: {all: {name: Alles, products: [class, laser, visit]}}
        products:
          class: {name: Kurs, duration: 1h, capacity: 2, starts: {tue: "10:00"}, agents: [anna]}
          laser: {name: Laser, duration: 30m, needs: [laser]}
          visit: {name: Besuch, duration: 30m, maxPerDay: 1, dailyLimit: 2}
        resources: {laser: 1}
        requiredInfo: {booker: [firstname, lastname]}
        $ voicebot book praxis class 'tue 10:00' firstname=Ada lastname=Ahrens
        $ voicebot book praxis class 'tue 10:00' firstname=Bea lastname=Berg
        $ voicebot book praxis laser 'tue 9:00' --agent ben firstname=Cora lastname=Conrad
        $ voicebot book praxis visit 'tue 9:30' --agent ben firstname=Dora lastname=Denk
        $ voicebot slots praxis class --from tue --why
        $ voicebot slots praxis laser --at 'tue 9:00' --agent anna
        $ voicebot slots praxis visit --at 'tue 11:00' --agent ben
        $ voicebot slots praxis class --from wed --why
        """#),
    DeskTranscript(
      title: "what cannot be asked",
      text: #"""
        $ voicebot slots praxis yoga
        $ voicebot slots praxis back --agent anna
        $ voicebot slots praxis massage-30 --days 61
        $ voicebot slots praxis massage-30 --from never
        $ voicebot slots praxis massage-30 --at tuesday
        $ voicebot slots praxis massage-30 --at 2027-03-28T02:30
        $ voicebot slots praxis massage-30 --from tue --why --output .
        $ voicebot slots praxis massage-30 --from tue --why --output none/slots.txt
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }

  /// The listing is the webhook's, and every reason is a code, words and ids.
  @Test func otherProgramsReadIt() throws {
    let bench = try DeskBench.withSmallBusiness()
    let booked = bench.run(
      "book praxis massage-30 2026-11-24T10:00 --agent ben firstname=E lastname=M phone=035112345 --json")
    let id = try #require(try JSONValue(parsing: Array(booked.output.utf8)).objectValue?["id"]?.stringValue)
    let free = try JSONValue(parsing: Array(bench.run("slots praxis massage-30 --from tue --json").output.utf8))
    #expect(free.arrayValue?.first?.objectValue?["slotId"] != nil)
    let why = bench.run("slots praxis massage-30 --at '2026-11-24 10:00' --agent ben --json")
    let day = try JSONValue(parsing: Array(why.output.utf8)).objectValue?["days"]?.arrayValue?.first
    let agent = day?.objectValue?["agents"]?.arrayValue?.first
    let stretch = agent?.objectValue?["stretches"]?.arrayValue?.first?.objectValue
    #expect(stretch?["free"] == .bool(false))
    let reasons = stretch?["reasons"]?.arrayValue ?? []
    #expect(reasons.map { $0.objectValue?["code"] } == [.string("taken")])
    #expect(reasons.first?.objectValue?["ids"] == .array([.string(id)]))
  }

  /// What the commands print is the same in a file, which only its owner may read and which takes the place of another.
  @Test(arguments: [
    "slots praxis massage-30 --from tue --why", "agenda praxis --from tue", "agenda praxis --from tue --html",
    "agenda praxis --stranded", "history praxis", "history praxis --json", "export praxis --format csv",
    "export praxis --format ics",
  ])
  func filesAreWholeOrNotThere(_ line: String) throws {
    let bench = try DeskBench.withSmallBusiness()
    _ = bench.run("book praxis massage-30 2026-11-24T10:00 --agent ben firstname=Eva lastname=Muster phone=0351123456")
    let printed = bench.run(line)
    #expect(printed.status == 0)
    try bench.write("old", to: "file.txt")
    let written = bench.run(line + " --output file.txt")
    #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty)
    #expect(try bench.text(of: "file.txt") == printed.output)
    let path = bench.directory.appending(path: "file.txt").path
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    // One that cannot be finished leaves the old one, and nothing beside it.
    try FileManager.default.createDirectory(
      at: bench.directory.appending(path: "full/file.txt"), withIntermediateDirectories: true)
    #expect(bench.run(line + " --output full/file.txt").status == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.directory.path + "/full") == ["file.txt"])
    #expect(bench.run(line.replacing("praxis", with: "nobody") + " --output file.txt").status == 1)
    #expect(try bench.text(of: "file.txt") == printed.output)
  }
}
