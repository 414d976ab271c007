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
        Booked: 30 Minuten Massage with Ben Meyer, Tuesday, 24 November 2026, 10:00–10:30 (bn6hda1r)
        $ voicebot block praxis ben 2026-11-24T13:00..14:00 --reason Training
        Blocked: Ben Meyer, Tuesday, 24 November 2026, 13:00–14:00 (kbdpjf52): Training
        $ voicebot slots praxis massage-30 --from tue --agent ben
        Tuesday, 24 November 2026
          09:00  Ben Meyer
          09:15  Ben Meyer
          10:45  Ben Meyer
          11:00  Ben Meyer
          11:15  Ben Meyer
          11:30  Ben Meyer
          14:00  Ben Meyer
          14:15  Ben Meyer
          14:30  Ben Meyer
        $ voicebot slots praxis massage-30 --from 'tue 14:00' --agent ben
        Tuesday, 24 November 2026
          14:00  Ben Meyer
          14:15  Ben Meyer
          14:30  Ben Meyer
        $ voicebot slots praxis massage-30 --from tue --agent ben --why
        30 Minuten Massage · times in Europe/Berlin

        Tuesday, 24 November 2026
          Ben Meyer
            00:00–07:45   closed
                          does not work
            08:00–08:45   does not work
            free          09:00 09:15
            09:30         buffer: Eva Muster, 10:00–10:30 (bn6hda1r)
            09:45–10:15   taken: Eva Muster, 10:00–10:30 (bn6hda1r)
            10:30         buffer: Eva Muster, 10:00–10:30 (bn6hda1r)
            free          10:45 11:00 11:15 11:30
            11:45         does not fit: closed from 12:00
            12:00–12:15   closed
            12:30–12:45   closed
                          blocked: Training, 13:00–14:00 (kbdpjf52)
            13:00–13:45   blocked: Training, 13:00–14:00 (kbdpjf52)
            free          14:00 14:15 14:30
            14:45         does not fit: works until 15:00
            15:00–17:30   does not work
            17:45         does not fit: closed from 18:00
                          does not work
            18:00–23:45   closed
                          does not work
        $ voicebot slots praxis massage-30 --at 'tue 10:30'
        30 Minuten Massage · times in Europe/Berlin

        Tuesday, 24 November 2026, 10:30–11:00
          Anna Schmidt  free
          Ben Meyer  buffer: Eva Muster, 10:00–10:30 (bn6hda1r)
          Clara Nowak  does not take 30 Minuten Massage
        $ voicebot slots praxis massage-30 --at 'tue 14:00' --agent ben
        30 Minuten Massage · times in Europe/Berlin

        Tuesday, 24 November 2026, 14:00–14:30
          Ben Meyer  free
        $ voicebot slots praxis back --from mon --days 2 --why
        Rückenschule · times in Europe/Berlin

        Monday, 23 November 2026
          Anna Schmidt
            does not take Rückenschule
          Ben Meyer
            does not take Rückenschule
          Clara Nowak
            all day       does not work
            00:00–07:45   closed
            11:15–11:45   does not fit: closed from 12:00
            12:00–12:45   closed
            17:15–17:45   does not fit: closed from 18:00
            18:00–23:45   closed

        Tuesday, 24 November 2026
          Anna Schmidt
            does not take Rückenschule
          Ben Meyer
            does not take Rückenschule
          Clara Nowak
            00:00–07:45   closed
                          does not work
            free          08:00 08:15 08:30 08:45 09:00 09:15 09:30 09:45
                          10:00 10:15 10:30 10:45 11:00
            11:15–11:45   does not fit: closed from 12:00
            12:00–12:45   closed
            free          13:00 13:15 13:30 13:45 14:00 14:15 14:30 14:45
                          15:00 15:15 15:30 15:45 16:00 16:15 16:30 16:45
                          17:00
            17:15–17:45   does not fit: closed from 18:00
                          does not fit: works until 18:00
            18:00–23:45   closed
                          does not work
        $ voicebot slots praxis massage-30 --from sat
        Nothing is free that day: `voicebot slots praxis massage-30 --why` and the same days say why.
        $ voicebot slots praxis massage-30 --at 'today 9:30' --agent anna
        30 Minuten Massage · times in Europe/Berlin

        Friday, 20 November 2026, 09:30–10:00
          Anna Schmidt  too soon: bookable from Fri 20 Nov 11:00 on
        $ voicebot slots praxis massage-30 --at 2027-03-01T08:00 --agent anna
        30 Minuten Massage · times in Europe/Berlin

        Monday, 1 March 2027, 08:00–08:30
          Anna Schmidt  too far ahead: bookable until Tuesday, 19 January 2027
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
        Booked: Kurs with Anna Schmidt, Tuesday, 24 November 2026, 10:00–11:00 (bn6hda1r)
        $ voicebot book praxis class 'tue 10:00' firstname=Bea lastname=Berg
        Booked: Kurs with Anna Schmidt, Tuesday, 24 November 2026, 10:00–11:00 (bsqjcyz6)
        $ voicebot book praxis laser 'tue 9:00' --agent ben firstname=Cora lastname=Conrad
        Booked: Laser with Ben Meyer, Tuesday, 24 November 2026, 09:00–09:30 (bjpswkcd)
        $ voicebot book praxis visit 'tue 9:30' --agent ben firstname=Dora lastname=Denk
        Booked: Besuch with Ben Meyer, Tuesday, 24 November 2026, 09:30–10:00 (b6kbc8am)
        $ voicebot slots praxis class --from tue --why
        Kurs · times in Europe/Berlin

        Tuesday, 24 November 2026
          Anna Schmidt
            all day       full: 2 of 2
          Ben Meyer
            does not take Kurs
        $ voicebot slots praxis laser --at 'tue 9:00' --agent anna
        Laser · times in Europe/Berlin

        Tuesday, 24 November 2026, 09:00–09:30
          Anna Schmidt  laser in use: Cora Conrad with Ben Meyer, 09:00–09:30 (bjpswkcd)
        $ voicebot slots praxis visit --at 'tue 11:00' --agent ben
        Besuch · times in Europe/Berlin

        Tuesday, 24 November 2026, 11:00–11:30
          Ben Meyer  has 2 that day, the most there may be
                     1 Besuch that day, the most there may be
        $ voicebot slots praxis class --from wed --why
        Kurs · times in Europe/Berlin

        Wednesday, 25 November 2026
          Anna Schmidt
            no start that day
          Ben Meyer
            no start that day
        """#),
    DeskTranscript(
      title: "what cannot be asked",
      text: #"""
        $ voicebot slots praxis yoga
        ! voicebot: There is no product “yoga”: there are massage-30, massage-60, back and checkup.
        [64]
        $ voicebot slots praxis back --agent anna
        ! voicebot: anna does not take back: ask clara.
        [1]
        $ voicebot slots praxis massage-30 --days 61
        ! Error: --days must be from 1 to 60.
        ! Usage: voicebot slots <entity> <product> [--agent <agent>] [--from <from>] [--days <days>] [--type <type>] [--why] [--at <at>] [--json] [--output <output>]
        !   See 'voicebot slots --help' for more information.
        [64]
        $ voicebot slots praxis massage-30 --from never
        ! voicebot: “never” is no day: write a date like 2026-11-24, today, tomorrow, a weekday, +3 or -30.
        [64]
        $ voicebot slots praxis massage-30 --at tuesday
        ! voicebot: “tuesday” is no time there is: write it like 2026-11-24T08:30 or 'tomorrow 8:30'.
        [64]
        $ voicebot slots praxis massage-30 --at 2027-03-28T02:30
        ! voicebot: “2027-03-28T02:30” is no time there is: write it like 2026-11-24T08:30 or 'tomorrow 8:30'.
        [64]
        $ voicebot slots praxis massage-30 --from tue --why --output .
        ! voicebot: . is a directory: name a file in it.
        [74]
        $ voicebot slots praxis massage-30 --from tue --why --output none/slots.txt
        ! voicebot: none/slots.txt cannot be written: No such file or directory.
        [74]
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
