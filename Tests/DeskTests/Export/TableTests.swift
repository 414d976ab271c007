// The diary as a table, and cells that no spreadsheet takes for formulas.

import Desk
import JSON
import Testing

@Suite struct TableTests {
  @Test(arguments: [
    ("Eva", "Eva"), ("", ""), ("Eva, die Erste", "\"Eva, die Erste\""), ("say \"hello\"", "\"say \"\"hello\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("+49351123456", "+49351123456"),
    ("+49 (0)351 123-45", "+49 (0)351 123-45"), ("-5", "-5"), ("+1.5", "+1.5"), ("-1.234,50", "\"-1.234,50\""),
    ("-5+3", "'-5+3"), ("-5-3", "'-5-3"), ("+1-1", "'+1-1"), ("+49351*2+1", "'+49351*2+1"), ("-", "'-"), ("+", "'+"),
    ("+A1", "'+A1"), ("-A1", "'-A1"), (" +49351123456", "' +49351123456"),
    ("+49351123456\t=1", "'+49351123456\t=1"),
    ("+49351123456!A1", "'+49351123456!A1"), ("+４９３５１１", "'+４９３５１１"), ("＋49351123456", "'＋49351123456"),
    ("@SUM(A1)", "'@SUM(A1)"), ("  =1+1", "'  =1+1"), ("\t=1", "'\t=1"), ("\r\n=1", "\"'\r\n=1\""),
    ("＝1", "'＝1"), ("a=b", "a=b"), ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
    (" blank", "\" blank\""), ("semi;colon", "semi;colon"),
  ])
  func cell(_ text: String, _ expected: String) {
    #expect(Array(Table.cell(text, separator: ",").utf8) == Array(expected.utf8))
  }

  @Test func separatorsAreQuoted() {
    #expect(Table.cell("a;b", separator: ";") == "\"a;b\"")
    #expect(Table.cell("a,b", separator: ";") == "a,b")
    #expect(Table.cell("a\tb", separator: "\t") == "\"a\tb\"")
  }

  /// On a terminal nothing commands it, and JSON stays JSON; a file gets what there is.
  @Test func terminalsGetNoCommands() throws {
    let bench = try DeskBench.withSmallBusiness()
    let name = "E\u{1B}[2Jva\u{7F}\u{9B}31m\u{202E}\u{200F}\u{61C}x\ty"
    let booked = bench.run([
      "book", "praxis", "massage-30", "2026-11-24T08:30", "--agent", "anna", "firstname=\(name)", "lastname=Klein",
      "phone=0351123456",
    ])
    #expect(booked.status == 0)
    let commands = [
      ["export", "praxis", "--format", "csv"], ["export", "praxis", "--format", "ics"],
      ["agenda", "praxis", "--from", "2026-11-24", "--format", "json"],
      ["agenda", "praxis", "--from", "2026-11-24", "--format", "list"],
      ["agenda", "praxis", "--from", "2026-11-24", "--format", "grid"],
    ]
    for command in commands {
      let shown = bench.run(command, isTerminal: true).output
      #expect(shown.contains("va"), "\(command)")
      #expect(!shown.unicodeScalars.contains(where: Self.commands), "\(command)")
      let piped = bench.run(command).output
      guard command.contains("json") else { continue }
      let (left, right) = (try JSONValue(parsing: Array(shown.utf8)), try JSONValue(parsing: Array(piped.utf8)))
      #expect(left == right)
      #expect(piped.unicodeScalars.contains("\u{202E}"))
    }
    #expect(bench.run(commands[0]).output.contains(name))
    #expect(
      bench.run(commands[0], isTerminal: true).output.contains(
        "E\\u001B[2Jva\\u007F\\u009B31m\\u202E\\u200F\\u061Cx\ty"))
  }

  private static func commands(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" || scalar == "\r" || scalar == "\t" { return false }
    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || "\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"
        .unicodeScalars.contains(scalar)
  }

  static let transcripts = [
    DeskTranscript(
      title: "a table",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Eva 'lastname=Muster, geb. Klein' phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bn6hda1r)
        $ voicebot book praxis checkup 2026-11-24T11:00 --agent ben booker.firstname=Hans booker.lastname=Muster booker.phone=0351777 'participant.firstname==1+1' participant.lastname=Muster participant.email=lina@example.org
        Booked: Kontrolle with Ben Meyer, Tuesday, 24 November 2026, 11:00–11:20 (bhs94mdm)
        $ voicebot block praxis anna 2026-11-25
        Blocked: Anna Schmidt, Wednesday, 25 November 2026, all day (kjpswkcd)
        @ 2026-11-20T09:00:00Z
        $ voicebot cancel praxis bn6h
        Cancelled: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bn6hda1r)
        $ voicebot export praxis --format csv
        (BOM)booking,status,date,start,end,minutes,agent,appointmentType,product,startsAt,bookedAt,changedAt,participant.firstname,participant.lastname,participant.phone,participant.email,booker.firstname,booker.lastname,booker.phone,booker.email
        praxis.bn6hda1rbnqzxcexa27t7,cancelled,2026-11-24,08:30,09:00,30,Anna Schmidt,Massage,30 Minuten Massage,2026-11-24T08:30:00.000+01:00,2026-11-20T09:00:00.000+01:00,2026-11-20T10:00:00.000+01:00,Eva,"Muster, geb. Klein",+49351123456,,Eva,"Muster, geb. Klein",+49351123456,
        praxis.bhs94mdmr45cb2t4n8xrj,booked,2026-11-24,11:00,11:20,20,Ben Meyer,Kontrolle,Kontrolle,2026-11-24T11:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,'=1+1,Muster,,lina@example.org,Hans,Muster,+49351777,
        $ voicebot export praxis --format csv --separator semicolon --agent ben
        (BOM)booking;status;date;start;end;minutes;agent;appointmentType;product;startsAt;bookedAt;changedAt;participant.firstname;participant.lastname;participant.phone;participant.email;booker.firstname;booker.lastname;booker.phone;booker.email
        praxis.bhs94mdmr45cb2t4n8xrj;booked;2026-11-24;11:00;11:20;20;Ben Meyer;Kontrolle;Kontrolle;2026-11-24T11:00:00.000+01:00;2026-11-20T09:00:00.000+01:00;2026-11-20T09:00:00.000+01:00;'=1+1;Muster;;lina@example.org;Hans;Muster;+49351777;
        $ voicebot export praxis --format csv --from 2026-11-25 --days 1
        (BOM)booking,status,date,start,end,minutes,agent,appointmentType,product,startsAt,bookedAt,changedAt,participant.firstname,participant.lastname,participant.phone,booker.firstname,booker.lastname,booker.phone
        $ voicebot export praxis --format csv --agent dora
        ! voicebot: There is no agent “dora”: there are anna, ben and clara.
        [1]
        $ voicebot export praxis --format csv --days 3
        ! Error: --days needs --from: the day from which to count.
        ! Usage: voicebot export [<entity>] --format <format> [--agent <agent>] [--from <from>] [--days <days>] [--separator <separator>] [--output <output>]
        !   See 'voicebot export --help' for more information.
        [64]
        $ voicebot export praxis --format csv --from someday
        ! voicebot: “someday” is no day: write a date like 2026-11-24, today, tomorrow, a weekday, +3 or -30.
        [64]
        """#)
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    // Rows end with CRLF, which is one Character and so one end of a line here.
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
