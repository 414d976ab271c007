// The diary on terminals of several widths, as a list, and as JSON.

import Testing

@Suite struct AgendaTests {
  static let transcripts = [
    DeskTranscript(
      title: "a day, wide",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T08:00 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:00–08:30 (bn6hda1r)
        $ voicebot book praxis massage-60 2026-11-24T09:15 --agent anna booker.firstname=Hans booker.lastname=Muster booker.phone=0351777 participant.firstname=Lina participant.lastname=Muster
        Booked: 60 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 09:15–10:15 (bhs94mdm)
        $ voicebot book praxis checkup 2026-11-24T11:00 --agent ben firstname=Jürgen lastname=Großmüller-Winterfeld phone=0351999
        Booked: Kontrolle with Ben Meyer, Tuesday, 24 November 2026, 11:00–11:20 (bnst54x7)
        $ voicebot book praxis checkup 2026-11-24T11:20 --agent ben firstname=太郎 lastname=田中 phone=0351888
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 11:30 with Ben Meyer, Tue 24 Nov 10:30 with Ben Meyer, Tue 24 Nov 10:00 with Ben Meyer.
        [1]
        $ voicebot book praxis checkup 2026-11-24T11:30 --agent ben firstname=太郎 lastname=田中 phone=0351888
        Booked: Kontrolle with Ben Meyer, Tuesday, 24 November 2026, 11:30–11:50 (b3rvcske)
        $ voicebot book praxis back 2026-11-24T14:00 firstname=Anna lastname=Test phone=0351001
        Booked: Rückenschule with Clara Nowak, Tuesday, 24 November 2026, 14:00–15:00 (br2w4qac)
        $ voicebot book praxis back 2026-11-24T14:00 firstname=Berta lastname=Test phone=0351002
        Booked: Rückenschule with Clara Nowak, Tuesday, 24 November 2026, 14:00–15:00 (bxe9pby3)
        $ voicebot block praxis anna 2026-11-24T15:00..17:00 --reason 'Fortbildung Manuelle Therapie'
        Blocked: Anna Schmidt, Tuesday, 24 November 2026, 15:00–17:00 (ktk4d11r): Fortbildung Manuelle Therapie
        $ voicebot block praxis ben 2026-11-24..2026-11-30 --force
        Blocked: Ben Meyer, 24 – 30 November 2026, all day (k8276nd8)
        Left as they are: 2 bookings.
          bnst54x7  Tuesday, 24 November 2026, 11:00–11:20: Kontrolle with Ben Meyer for Jürgen Großmüller-Winterfeld, +49351999
          b3rvcske  Tuesday, 24 November 2026, 11:30–11:50: Kontrolle with Ben Meyer for 太郎 田中, +49351888
        $ voicebot agenda praxis --from 2026-11-24
        Praxis am Park · times in Europe/Berlin

        Tuesday, 24 November 2026

                Anna Schmidt            Ben Meyer               Clara Nowak
          08:00 ┏ 30 Minuten Massage    ▓ Blocked
                ┗ Eva Muster            ▓
          08:30 ┊                       ▓
          08:40                         ▓
          09:00                         ▓
          09:10 ┊                       ▓
          09:15 ┏ 60 Minuten Massage    ▓
          10:00 ┗ Lina Muster           ▓
          10:15 ┊                       ▓
          10:25                         ▓
          11:00                         ▓           ┏ Kontrolle
                                        ▓           ┃ Jürgen
                                        ▓           ┗ Großmüll…
          11:20                         ▓
          11:30                         ▓           ┏ Kontrolle
                                        ▓           ┗ 太郎 田中
          11:50                         ▓
          12:00 ░░░░░░░░░░░░░░░░░░░░░░░ ▓                       ░░░░░░░░░░░░░░░░░░░░░░░
          13:00                         ▓
          14:00                         ▓                       ┏ Rückenschule (2/8)
                                        ▓                       ┗ Anna Test, Berta Test
          15:00 ▓ Fortbildung Manuelle  ▓
          16:00 ▓ Therapie              ▓
          17:00                         ▓
          18:00
        # columns 50
        $ voicebot agenda praxis --from 2026-11-24
        Praxis am Park

        Tuesday, 24 November 2026

                Anna Schmidt         Ben Meyer
          08:00 ┏ 30 Minuten Massage ▓ Blocked
                ┗ Eva Muster         ▓
          08:30 ┊                    ▓
          08:40                      ▓
          09:00                      ▓
          09:10 ┊                    ▓
          09:15 ┏ 60 Minuten Massage ▓
          10:00 ┗ Lina Muster        ▓
          10:15 ┊                    ▓
          10:25                      ▓
          11:00                      ▓         ┏ Kontro…
                                     ▓         ┃ Jürgen
                                     ▓         ┗ Großmü…
          11:20                      ▓
          11:30                      ▓         ┏ Kontro…
                                     ▓         ┃ 太郎
                                     ▓         ┗ 田中
          11:50                      ▓
          12:00 ░░░░░░░░░░░░░░░░░░░░ ▓
          13:00                      ▓
          14:00                      ▓
          15:00 ▓ Fortbildung        ▓
          16:00 ▓ Manuelle Therapie  ▓
          17:00                      ▓
          18:00

        Tuesday, 24 November 2026

                Clara Nowak
          08:00
          09:00
          10:00
          11:00
          12:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          13:00
          14:00 ┏ Rückenschule (2/8)
                ┗ Anna Test, Berta Test
          15:00
          16:00
          17:00
          18:00
        # columns 40
        $ voicebot agenda praxis --from 2026-11-24
        Praxis am Park

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            08:00–08:30  30 Minuten Massage (+
                         10 min)
                         Eva Muster +49351123456
                         bn6hda1r
            09:15–10:15  60 Minuten Massage (5
                         min before, + 10 min)
                         Lina Muster, booked by
                         Hans Muster +49351777
                         bhs94mdm
            15:00–17:00  Fortbildung Manuelle
                         Therapie
                         unblock with ktk4d11r
          Ben Meyer  09:00–12:00, 13:00–15:00
            all day  Blocked
                     unblock with k8276nd8
            11:00–11:20  Kontrolle
                         Jürgen
                         Großmüller-Winterfeld
                         +49351999 bnst54x7
            11:30–11:50  Kontrolle
                         太郎 田中 +49351888
                         b3rvcske
          Clara Nowak  08:00–12:00, 13:00–18:00
            14:00–15:00  Rückenschule (2/8)
                         Anna Test +49351001
                         br2w4qac
                         Berta Test +49351002
                         bxe9pby3
        # columns 100
        $ voicebot agenda praxis --from mon --days 7 --agent 'Anna Schmidt'
        Praxis am Park · times in Europe/Berlin

        Anna Schmidt · 23 – 29 November 2026 · closed: Sat 28 Nov, Sun 29 Nov

                Mon 23 Nov                     Tue 24 Nov                     Wed 25 Nov
          08:00                                ┏ 30 Minuten Massage
                                               ┗ Eva Muster
          08:30                                ┊
          08:40
          09:00
          09:10                                ┊
          09:15                                ┏ 60 Minuten Massage
          10:00                                ┗ Lina Muster
          10:15                                ┊
          10:25
          11:00
          12:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          13:00
          14:00
          15:00                                ▓ Fortbildung Manuelle
          16:00                                ▓ Therapie
          17:00
          18:00

        Anna Schmidt · 23 – 29 November 2026 · closed: Sat 28 Nov, Sun 29 Nov

                Thu 26 Nov                               Fri 27 Nov
          08:00
          09:00
          10:00
          11:00
          12:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          13:00                                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          14:00                                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          15:00                                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          16:00                                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          17:00                                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          18:00
        $ voicebot agenda praxis --from 2026-11-28 --days 3 --agent ben
        Praxis am Park · times in Europe/Berlin

        Ben Meyer · 30 November 2026

                Mon 30 Nov
          09:00 ▓ Blocked
          10:00 ▓
          11:00 ▓
          12:00 ▓
          13:00 ▓
          14:00 ▓
          15:00
        $ voicebot agenda praxis --from 2026-11-29
        Praxis am Park · times in Europe/Berlin

        Sunday, 29 November 2026 · closed

                Anna Schmidt (closed)          Ben Meyer (closed)             Clara Nowak (closed)
          00:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ ▓ Blocked                      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          24:00
        $ voicebot agenda --from sat
        Praxis am Park · times in Europe/Berlin

          Saturday, 21 November 2026: closed
        $ voicebot agenda --from sat --days 2 --agent clara
        Praxis am Park · times in Europe/Berlin

          Saturday, 21 November 2026: closed
          Sunday, 22 November 2026: closed
        $ voicebot agenda --from wed --agent clara
        Praxis am Park · times in Europe/Berlin

          Wednesday, 25 November 2026: nobody works
        $ voicebot agenda --from wed --agent clara --format list
        Praxis am Park · times in Europe/Berlin

        Wednesday, 25 November 2026
          nobody works
        """#),
    DeskTranscript(
      title: "what crosses midnight, days that are 23 and 25 hours long",
      text: #"""
        == Businesses/praxis.yaml
        name: Nachtdienst
        timezone: Europe/Berlin
        hours: {mon-sun: 22:00-06:00}
        agents: {nora: {name: Nora Nacht}}
        appointmentTypes: {visit: {name: Besuch, products: [visit]}}
        products: {visit: {name: Besuch, duration: 1h, bufferBefore: 10m}}
        booking: {horizon: 365d}
        $ voicebot book praxis visit 2026-11-24T23:00 lastname=Muster firstname=Eva phone=0351123456
        Booked: Besuch with Nora Nacht, Tuesday, 24 November 2026, 23:00–24:00 (bn6hda1r)
        $ voicebot book praxis visit 2026-11-25T00:30 lastname=Muster firstname=Ida phone=0351123456
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Wed 25 Nov 01:00 with Nora Nacht, Wed 25 Nov 02:00 with Nora Nacht, Wed 25 Nov 03:00 with Nora Nacht.
        [1]
        $ voicebot book praxis visit 2026-11-26T00:00 lastname=Muster firstname=Lea phone=0351123456
        Booked: Besuch with Nora Nacht, Thursday, 26 November 2026, 00:00–01:00 (bsqjcyz6)
        $ voicebot agenda --from 2026-11-24 --days 3
        Nachtdienst · times in Europe/Berlin

        Nora Nacht · 24 – 26 November 2026

                Tue 24 Nov              Wed 25 Nov              Thu 26 Nov
          00:00                                                 ┏ Besuch
                                                                ┗ Lea Muster
          01:00
          02:00
          03:00
          04:00
          05:00
          06:00 ░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░
          22:00
          22:50 ┊
          23:00 ┏ Besuch
          23:50 ┗ Eva Muster            ┊
          24:00
        $ voicebot book praxis visit 2027-03-28T01:00 lastname=Muster firstname=Eva phone=0351123456
        Booked: Besuch with Nora Nacht, Sunday, 28 March 2027, 01:00–03:00 (bhs94mdm)
        $ voicebot book praxis visit 2027-03-28T03:00 lastname=Muster firstname=Ida phone=0351123456
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Sun 28 Mar 04:00 with Nora Nacht, Sun 28 Mar 05:00 with Nora Nacht, Sun 28 Mar 22:00 with Nora Nacht.
        [1]
        $ voicebot agenda --from 2027-03-27 --days 2
        Nachtdienst · times in Europe/Berlin

        Nora Nacht · 27 – 28 March 2027

                Sat 27 Mar
          00:00
          01:00
          02:00
          03:00
          04:00
          05:00
          06:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          22:00
          23:00
          24:00

        Nora Nacht · 27 – 28 March 2027

                Sun 28 Mar
          00:00
          00:50 ┊
          01:00 ┏ Besuch
                ┗ Eva Muster
          03:00
          04:00
          05:00
          06:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          22:00
          23:00
          24:00
        $ voicebot book praxis visit 2026-11-20T23:59 lastname=Muster firstname=Eva phone=0351123456
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Fri 20 Nov 23:00 with Nora Nacht, Fri 20 Nov 22:00 with Nora Nacht, Sat 21 Nov 00:00 with Nora Nacht.
        [1]
        @ 2026-10-01T08:00:00Z
        $ voicebot book praxis visit 2026-10-25T02:00 lastname=Muster firstname=Eva phone=0351123456
        Booked: Besuch with Nora Nacht, Sunday, 25 October 2026, 02:00–02:00² (bjpswkcd)
        $ voicebot block praxis nora 2026-10-25T02:30+01:00..2026-10-25T04:00+01:00
        Blocked: Nora Nacht, Sunday, 25 October 2026, 02:30²–04:00 (knst54x7)
        $ voicebot agenda --from 2026-10-25
        Nachtdienst · times in Europe/Berlin

        Sunday, 25 October 2026

                Nora Nacht
          00:00
          01:00
          01:50 ┊
          02:00 ┏ Besuch
                ┗ Eva Muster
          02:00²
          02:30²▓ Blocked
          03:00 ▓
          04:00
          05:00
          06:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          22:00
          23:00
          24:00
        $ voicebot agenda --from 2026-10-25 --format list
        Nachtdienst · times in Europe/Berlin

        Sunday, 25 October 2026
          Nora Nacht  00:00–06:00, 22:00–24:00
            02:00–02:00²  Besuch (10 min before)
                          Eva Muster 0351123456 bjpswkcd
            02:30²–04:00  Blocked
                          unblock with knst54x7
        """#),
    DeskTranscript(
      title: "JSON",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T08:00 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:00–08:30 (bn6hda1r)
        $ voicebot book praxis back 2026-11-24T14:00 booker.firstname=Hans booker.lastname=Muster booker.phone=0351777 participant.firstname=Lina participant.lastname=Muster
        Booked: Rückenschule with Clara Nowak, Tuesday, 24 November 2026, 14:00–15:00 (bhs94mdm)
        $ voicebot block praxis anna 2026-11-24T15:00..17:00 --reason Fortbildung
        Blocked: Anna Schmidt, Tuesday, 24 November 2026, 15:00–17:00 (kjpswkcd): Fortbildung
        $ voicebot agenda praxis --from 2026-11-24 --format json
        {"entityId":"praxis","name":"Praxis am Park","timezone":"Europe/Berlin","days":[{"date":"2026-11-24","closed":false,"agents":[{"id":"anna","name":"Anna Schmidt","working":[{"start":"2026-11-24T08:00:00.000+01:00","end":"2026-11-24T12:00:00.000+01:00"},{"start":"2026-11-24T13:00:00.000+01:00","end":"2026-11-24T18:00:00.000+01:00"}],"entries":[{"kind":"session","start":"2026-11-24T08:00:00.000+01:00","end":"2026-11-24T08:30:00.000+01:00","occupiedStart":"2026-11-24T08:00:00.000+01:00","occupiedEnd":"2026-11-24T08:40:00.000+01:00","appointmentType":{"id":"massage","name":"Massage"},"product":{"id":"massage-30","name":"30 Minuten Massage"},"capacity":1,"bookings":[{"id":"praxis.bn6hda1rbnqzxcexa27t7","participant":{"name":"Eva Muster","phone":"+49351123456","fields":[{"name":"phone","value":"+49351123456"}]}}]},{"kind":"block","start":"2026-11-24T15:00:00.000+01:00","end":"2026-11-24T17:00:00.000+01:00","id":"praxis.kjpswkcd2dhqhgd38gad3","reason":"Fortbildung"}]},{"id":"ben","name":"Ben Meyer","working":[{"start":"2026-11-24T09:00:00.000+01:00","end":"2026-11-24T12:00:00.000+01:00"},{"start":"2026-11-24T13:00:00.000+01:00","end":"2026-11-24T15:00:00.000+01:00"}],"entries":[]},{"id":"clara","name":"Clara Nowak","working":[{"start":"2026-11-24T08:00:00.000+01:00","end":"2026-11-24T12:00:00.000+01:00"},{"start":"2026-11-24T13:00:00.000+01:00","end":"2026-11-24T18:00:00.000+01:00"}],"entries":[{"kind":"session","start":"2026-11-24T14:00:00.000+01:00","end":"2026-11-24T15:00:00.000+01:00","appointmentType":{"id":"course","name":"Kurs"},"product":{"id":"back","name":"Rückenschule"},"capacity":8,"bookings":[{"id":"praxis.bhs94mdmr45cb2t4n8xrj","participant":{"name":"Lina Muster","fields":[]},"booker":{"name":"Hans Muster","phone":"+49351777","fields":[{"name":"phone","value":"+49351777"}]}}]}]}]}]}
        $ voicebot agenda praxis --from 2026-11-28 --agent clara --format json
        {"entityId":"praxis","name":"Praxis am Park","timezone":"Europe/Berlin","days":[{"date":"2026-11-28","closed":true,"agents":[{"id":"clara","name":"Clara Nowak","working":[],"entries":[]}]}]}
        """#),
    DeskTranscript(
      title: "command lines that cannot be understood",
      text: #"""
        $ voicebot agenda praxis --from someday
        ! voicebot: “someday” is no day: write a date like 2026-11-24, today, tomorrow, a weekday, +3 or -30.
        [64]
        $ voicebot agenda praxis --days 0
        ! Error: --days must be from 1 to 366.
        ! Usage: voicebot agenda [<entity>] [--from <from>] [--days <days>] [--agent <agent>] [--format <format>] [--html] [--verbose] [--stranded]
        !   See 'voicebot agenda --help' for more information.
        [64]
        $ voicebot agenda praxis --html --format json
        ! Error: --html and --format json contradict.
        ! Usage: voicebot agenda [<entity>] [--from <from>] [--days <days>] [--agent <agent>] [--format <format>] [--html] [--verbose] [--stranded]
        !   See 'voicebot agenda --help' for more information.
        [64]
        $ voicebot agenda praxis --agent dora
        ! voicebot: There is no agent “dora”: there are anna, ben and clara.
        [1]
        """#),
  ]

  /// What callers' systems write is shown, not obeyed.
  @Test(arguments: ["--format grid", "--format list", "--html"])
  func controlsReachNoTerminal(_ format: String) throws {
    let bench = try DeskBench.withSmallBusiness()
    let name = "'firstname=\u{1B}]0;x\u{7}Eva' 'lastname=\u{202E}Muster' phone=0351123456"
    try #require(bench.run("book praxis checkup 2026-11-24T09:00 --agent anna \(name)").status == 0)
    try #require(bench.run("block praxis anna 2026-11-24T10:00..11:00 --reason '\u{9B}2J'").status == 0)
    let shown = bench.run("agenda praxis --from 2026-11-24 \(format)").output
    #expect(shown.contains("\u{FFFD}]0;x\u{FFFD}Eva \u{FFFD}Muster"))
    #expect(!shown.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"].contains($0) })
  }

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
