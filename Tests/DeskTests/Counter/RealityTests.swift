// What `--force` writes down, blocks of the whole business, who did what, and what callers said with its labels.

import Testing

@Suite struct RealityTests {
  static let transcripts = [
    DeskTranscript(
      title: "what is so although the file does not allow it",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T12:17 --agent anna firstname=Eva lastname=Muster phone=0351123456
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 13:00 with Anna Schmidt, Tue 24 Nov 11:30 with Anna Schmidt, Tue 24 Nov 13:30 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-30 2026-11-24T12:17 --agent anna --force firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 12:17–12:47 (bn6hda1r)
        $ voicebot book praxis massage-30 2026-11-22T12:00 --agent ben --force firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Ben Meyer, Sunday, 22 November 2026, 12:00–12:30 (bbdpjf52)
        $ voicebot book praxis massage-30 2026-11-10T09:00 --force firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 10 November 2026, 09:00–09:30 (bsqjcyz6)
        $ voicebot book praxis back 2026-11-24T10:00 --agent ben firstname=Eva lastname=Muster phone=0351123456
        ! voicebot: ben does not take back: ask clara.
        [1]
        $ voicebot book praxis back 2026-11-24T10:00 --agent ben --force firstname=Eva lastname=Muster phone=0351123456
        Booked: Rückenschule with Ben Meyer, Tuesday, 24 November 2026, 10:00–11:00 (bhs94mdm)
        $ voicebot book praxis massage-30 2026-11-24T12:20 --agent anna --force firstname=Ida lastname=Klein phone=0351999
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 13:00 with Anna Schmidt, Tue 24 Nov 11:30 with Anna Schmidt, Tue 24 Nov 13:30 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-30 2026-11-24T10:30 --agent ben --force firstname=Ida lastname=Klein phone=0351999
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 11:00 with Ben Meyer, Tue 24 Nov 11:30 with Ben Meyer, Tue 24 Nov 09:15 with Ben Meyer.
        [1]
        $ voicebot move praxis bn6h 2026-11-24T19:30 --force
        Moved: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 19:30–20:00 (bn6hda1r)
        $ voicebot move praxis bn6h 2026-11-24T10:00 --agent ben --force
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 09:15 with Ben Meyer, Tue 24 Nov 11:00 with Ben Meyer, Tue 24 Nov 11:30 with Ben Meyer.
        [1]
        $ voicebot agenda praxis --from tue --format list
        Praxis am Park · times in Europe/Berlin

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            19:30–20:00  30 Minuten Massage (+ 10 min)
                         Eva Muster +49351123456 bn6hda1r
          Ben Meyer  09:00–12:00, 13:00–15:00
            10:00–11:00  Rückenschule (1/8)
                         Eva Muster +49351123456 bhs94mdm
          Clara Nowak  08:00–12:00, 13:00–18:00
            nothing
        """#),
    DeskTranscript(
      title: "a whole business is blocked and given back",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bn6hda1r)
        $ voicebot block praxis 2026-11-24 --reason Wasserrohrbruch
        ! voicebot: 1 booking in the way: All agents, Tuesday, 24 November 2026, all day. --force blocks all the same and leaves them.
        !   bn6hda1r  Tuesday, 24 November 2026, 08:30–09:00: 30 Minuten Massage with Anna Schmidt for Eva Muster, +49351123456
        [1]
        $ voicebot block praxis 2026-11-24 --reason Wasserrohrbruch --force
        Blocked: All agents, Tuesday, 24 November 2026, all day (ksqjcyz6): Wasserrohrbruch
        Left as they are: 1 booking.
          bn6hda1r  Tuesday, 24 November 2026, 08:30–09:00: 30 Minuten Massage with Anna Schmidt for Eva Muster, +49351123456
        $ voicebot block praxis 2026-11-24 --force
        Already blocked: All agents, Tuesday, 24 November 2026, all day (ksqjcyz6)
        $ voicebot book praxis massage-30 2026-11-24T09:30 --agent ben --force firstname=Ida lastname=Klein phone=0351999
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Mon 23 Nov 14:30 with Ben Meyer, Mon 23 Nov 14:00 with Ben Meyer, Mon 23 Nov 13:30 with Ben Meyer.
        [1]
        $ voicebot unblock praxis anna 2026-11-24
        Nothing is blocked: Anna Schmidt, Tuesday, 24 November 2026, all day
        All agents are blocked then: give it back with `voicebot unblock` and ksqjcyz6
        $ voicebot unblock praxis 2026-11-24T08:00..12:00
        Given back: All agents, Tuesday, 24 November 2026, 08:00–12:00
        $ voicebot book praxis massage-30 2026-11-24T09:30 --agent ben firstname=Ida lastname=Klein phone=0351999
        Booked: 30 Minuten Massage with Ben Meyer, Tuesday, 24 November 2026, 09:30–10:00 (b3rvcske)
        $ voicebot block praxis anna
        ! voicebot: From when to when? Add it, such as 2026-11-24T09:00..10:00 or 2026-11-24.
        [64]
        $ voicebot block praxis
        ! Error: Missing expected argument '<from..to> ...'
        ! Help:  <from..to>  The agent's id or name, unless all are meant, and from when to when.
        ! Usage: voicebot block <entity> [<agent>] <from..to> [--reason <reason>] [--force]
        !   See 'voicebot block --help' for more information.
        [64]
        $ voicebot block praxis anna ben 2026-11-24
        ! voicebot: Whose time, and from when to when? `voicebot block --help` says how.
        [64]
        $ voicebot unblock praxis 2026-11-25
        Nothing is blocked: All agents, Wednesday, 25 November 2026, all day
        """#),
    DeskTranscript(
      title: "who did what, and when",
      text: #"""
        $ voicebot history praxis
        Nothing has happened yet.
        $ voicebot book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bn6hda1r)
        @ 2026-11-20T09:30:00Z
        $ voicebot move praxis bn6h 2026-11-24T09:15
        Moved: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 09:15–09:45 (bn6hda1r)
        $ voicebot block praxis ben 2026-11-24 --reason krank
        Blocked: Ben Meyer, Tuesday, 24 November 2026, all day (kbdpjf52): krank
        $ voicebot cancel praxis bn6h
        Cancelled: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 09:15–09:45 (bn6hda1r)
        $ voicebot unblock praxis ben 2026-11-24
        Given back: Ben Meyer, Tuesday, 24 November 2026, all day
        $ voicebot history praxis
        Fri 20 Nov 2026 09:00  counter  booked bn6hda1r: Tuesday, 24 November 2026, 08:30–09:00, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 10:30  counter  moved bn6hda1r to Tuesday, 24 November 2026, 09:15–09:45, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 10:30  counter  blocked kbdpjf52: Tuesday, 24 November 2026, all day, Ben Meyer: krank
        Fri 20 Nov 2026 10:30  counter  cancelled bn6hda1r: Tuesday, 24 November 2026, 09:15–09:45, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 10:30  counter  gave back kbdpjf52: Tuesday, 24 November 2026, all day, Ben Meyer: krank
        $ voicebot history praxis bn6h
        Fri 20 Nov 2026 09:00  counter  booked bn6hda1r: Tuesday, 24 November 2026, 08:30–09:00, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 10:30  counter  moved bn6hda1r to Tuesday, 24 November 2026, 09:15–09:45, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 10:30  counter  cancelled bn6hda1r: Tuesday, 24 November 2026, 09:15–09:45, 30 Minuten Massage with Anna Schmidt for Eva Muster
        $ voicebot history praxis k000
        ! voicebot: There is no booking or block “k000”: `voicebot agenda praxis --format list` shows the ids.
        [1]
        $ voicebot history praxis kbdp --json
        [
          {
            "number": 4,
            "at": "2026-11-20T10:30:00.000+01:00",
            "by": "counter",
            "event": "blocked",
            "block": {
              "id": "praxis.kbdpjf52de0my767qbjth",
              "start": "2026-11-24T00:00:00.000+01:00",
              "end": "2026-11-25T00:00:00.000+01:00",
              "agent": "ben",
              "reason": "krank"
            }
          },
          {
            "number": 6,
            "at": "2026-11-20T10:30:00.000+01:00",
            "by": "counter",
            "event": "unblocked",
            "block": {
              "id": "praxis.kbdpjf52de0my767qbjth",
              "start": "2026-11-24T00:00:00.000+01:00",
              "end": "2026-11-25T00:00:00.000+01:00",
              "agent": "ben",
              "reason": "krank"
            }
          }
        ]
        """#),
    DeskTranscript(
      title: "what callers said",
      text: #"""
        == Businesses/labels.yaml
        name: Labels
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 08:00-12:00}
        agents: {anna: {name: Anna Schmidt}}
        appointmentTypes: {cut: {name: Haare, products: [cut]}}
        products: {cut: {name: Schnitt, duration: 30m}}
        requiredInfo: {booker: [firstname, lastname, phone], participant: [firstname, lastname, plate]}
        optionalInfo: {participant: [dateOfBirth, notes]}
        fields: {plate: {type: text, label: Kennzeichen}, notes: {type: text, label: Anmerkung}, code: {type: number}}
        $ voicebot book labels cut 2026-11-23T08:00 firstname=Eva lastname=Muster phone=0351123456
        ! voicebot: This is missing: plate=… (Kennzeichen).
        [64]
        $ voicebot book labels cut 2026-11-23T08:00 booker.firstname=Hans booker.lastname=Muster booker.phone=0351777 participant.firstname=Lina participant.lastname=Muster participant.plate=DD-X1 participant.notes=laut participant.dateOfBirth=1.2.2010
        Booked: Schnitt with Anna Schmidt, Monday, 23 November 2026, 08:00–08:30 (bbdpjf52)
        $ voicebot agenda labels --from mon --format list
        Labels · times in Europe/Berlin

        Monday, 23 November 2026
          Anna Schmidt  08:00–12:00
            08:00–08:30  Schnitt
                         Lina Muster, booked by Hans Muster +49351777 bbdpjf52
                         Kennzeichen: DD-X1
                         Anmerkung: laut
                         Date of birth: 2010-02-01
        $ voicebot agenda labels --from mon --format grid
        Labels · times in Europe/Berlin

        Monday, 23 November 2026

                Anna Schmidt
          08:00 ┏ Schnitt
                ┗ Lina Muster
          08:30
          09:00
          10:00
          11:00
          12:00
        $ voicebot agenda labels --from mon --format grid --verbose
        Labels · times in Europe/Berlin

        Monday, 23 November 2026

                Anna Schmidt
          08:00 ┏ Schnitt
                ┃ Lina Muster
                ┃ +49351777
                ┃ Kennzeichen: DD-X1
                ┃ Anmerkung: laut
                ┗ Date of birth: 2010-02-01
          08:30
          09:00
          10:00
          11:00
          12:00
        $ voicebot agenda labels --from mon --format json
        {"entityId":"labels","name":"Labels","timezone":"Europe/Berlin","days":[{"date":"2026-11-23","closed":false,"agents":[{"id":"anna","name":"Anna Schmidt","working":[{"start":"2026-11-23T08:00:00.000+01:00","end":"2026-11-23T12:00:00.000+01:00"}],"entries":[{"kind":"session","start":"2026-11-23T08:00:00.000+01:00","end":"2026-11-23T08:30:00.000+01:00","appointmentType":{"id":"cut","name":"Haare"},"product":{"id":"cut","name":"Schnitt"},"capacity":1,"bookings":[{"id":"labels.bbdpjf52de0my767qbjth","participant":{"name":"Lina Muster","fields":[{"name":"plate","label":"Kennzeichen","value":"DD-X1"},{"name":"notes","label":"Anmerkung","value":"laut"},{"name":"dateOfBirth","value":"2010-02-01"}]},"booker":{"name":"Hans Muster","phone":"+49351777","fields":[{"name":"phone","value":"+49351777"}]}}]}]}]}]}
        $ voicebot export labels --format csv
        (BOM)booking,status,date,start,end,minutes,agent,appointmentType,product,startsAt,bookedAt,changedAt,participant.firstname,participant.lastname,participant.phone,participant.plate (Kennzeichen),participant.notes (Anmerkung),participant.dateOfBirth,booker.firstname,booker.lastname,booker.phone,booker.plate (Kennzeichen),booker.notes (Anmerkung),booker.dateOfBirth
        labels.bbdpjf52de0my767qbjth,booked,2026-11-23,08:00,08:30,30,Anna Schmidt,Haare,Schnitt,2026-11-23T08:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,Lina,Muster,,DD-X1,laut,2010-02-01,Hans,Muster,+49351777,,,
        $ voicebot history labels
        Fri 20 Nov 2026 09:00  counter  booked bbdpjf52: Monday, 23 November 2026, 08:00–08:30, Schnitt with Anna Schmidt for Lina Muster, booked by Hans Muster
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
