// Booking, moving, cancelling and blocking at the counter.

import Testing

@Suite struct CounterTests {
  static let transcripts = [
    DeskTranscript(
      title: "book, move, cancel",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bn6hda1r)
        $ voicebot book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bn6hda1r)
        $ voicebot book praxis '30 minuten massage' 'tue 9:00' --agent 'anna schmidt' firstname=Ida lastname=Klein phone=0351999
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 09:15 with Anna Schmidt, Tue 24 Nov 09:45 with Anna Schmidt, Tue 24 Nov 10:15 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-60 'next tuesday 10:00' booker.firstname=Hans booker.lastname=Muster booker.phone=0351777 participant.firstname=Lina participant.lastname=Muster
        Booked: 60 Minuten Massage with Ben Meyer, Tuesday, 24 November 2026, 10:00–11:00 (bhs94mdm)
        $ voicebot agenda praxis --from tue --format list
        Praxis am Park · times in Europe/Berlin

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            08:30–09:00  30 Minuten Massage (+ 10 min)
                         Eva Muster +49351123456 bn6hda1r
          Ben Meyer  09:00–12:00, 13:00–15:00
            10:00–11:00  60 Minuten Massage (5 min before, + 10 min)
                         Lina Muster, booked by Hans Muster +49351777 bhs94mdm
          Clara Nowak  08:00–12:00, 13:00–18:00
            nothing
        $ voicebot move praxis bn6h 2026-11-24T09:15
        Moved: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 09:15–09:45 (bn6hda1r)
        $ voicebot cancel praxis bn6h
        Cancelled: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 09:15–09:45 (bn6hda1r)
        """#),
    DeskTranscript(
      title: "what cannot be booked",
      text: #"""
        $ voicebot book praxis massage-30 2026-11-24T08:00 firstname=Eva
        ! voicebot: This is missing: lastname=… and phone=….
        [64]
        $ voicebot book praxis massage-30 2026-11-24T08:00 booker.firstname=Hans participant.firstname=Eva lastname=Muster
        ! voicebot: This is missing: booker.phone=….
        [64]
        $ voicebot book praxis massage-30 2026-11-24T08:00 firstname=Eva lastname=Muster phone=none
        ! voicebot: This cannot be read: phone.
        [64]
        $ voicebot book praxis massage-30 2026-11-24T08:07 --agent anna firstname=Eva lastname=Muster phone=0351123456
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 08:00 with Anna Schmidt, Tue 24 Nov 08:30 with Anna Schmidt, Tue 24 Nov 09:00 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-30 2026-11-24T07:00 --force firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 07:00–07:30 (bn6hda1r)
        $ voicebot book praxis yoga 2026-11-24T08:00
        ! voicebot: There is no product “yoga”: there are massage-30, massage-60, back and checkup.
        [64]
        $ voicebot book praxis back 2026-11-24T08:00 --agent ANNA
        ! voicebot: anna does not take back: ask clara.
        [1]
        $ voicebot book praxis massage-30 2026-11-24T08:00 --agent dora
        ! voicebot: There is no agent “dora”: there are anna, ben and clara.
        [64]
        $ voicebot book praxis massage-30 2026-11-24T08:00 Eva
        ! voicebot: “Eva” is no FIELD=VALUE, such as firstname=Eva.
        [64]
        $ voicebot book praxis massage-30 2026-11-24T08:00 firstname=Eva booker.firstname=Ida
        ! voicebot: firstname is given twice for the same person.
        [64]
        $ voicebot book praxis massage-30 tuesday firstname=Eva
        ! voicebot: “tuesday” is no time there is: write it like 2026-11-24T08:30 or 'tomorrow 8:30'.
        [64]
        $ voicebot book praxis massage-30 2027-03-28T02:30 firstname=Eva
        ! voicebot: “2027-03-28T02:30” is no time there is: write it like 2026-11-24T08:30 or 'tomorrow 8:30'.
        [64]
        $ voicebot book nobody massage-30 2026-11-24T08:00
        ! voicebot: There is no business “nobody” in Businesses: there is only praxis.
        [1]
        $ voicebot move praxis b123 2026-11-24T08:00
        ! voicebot: There is no booking “b123”: `voicebot agenda praxis --format list` shows the ids.
        [1]
        $ voicebot cancel praxis b1234567
        ! voicebot: There is no booking “b1234567”: `voicebot agenda praxis --format list` shows the ids.
        [1]
        """#),
    DeskTranscript(
      title: "what the receptionist may overrule, and what nobody may",
      text: #"""
        @ 2026-11-24T08:50:00Z
        $ voicebot book praxis massage-30 2026-11-24T10:00 --agent anna firstname=Eva lastname=Muster phone=0351123456
        ! voicebot: This time is past, or nearer than the notice allows. With --force it is booked all the same.
        [1]
        $ voicebot book praxis massage-30 2026-11-24T10:00 --agent anna firstname=Eva lastname=Muster phone=0351123456 --force
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 10:00–10:30 (bn6hda1r)
        $ voicebot book praxis massage-30 2026-11-24T09:30 --agent anna firstname=Ida lastname=Klein phone=0351999 --force
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 09:15 with Anna Schmidt, Tue 24 Nov 08:45 with Anna Schmidt, Tue 24 Nov 08:15 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-30 2026-11-24T08:30 --agent anna firstname=Ida lastname=Klein phone=0351999 --force
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bsqjcyz6)
        $ voicebot book praxis massage-30 2027-11-24T08:30 --agent anna firstname=Ida lastname=Klein phone=0351999
        ! voicebot: This day is beyond the horizon. With --force it is booked all the same.
        [1]
        $ voicebot book praxis massage-30 2027-11-24T08:30 --agent anna firstname=Ida lastname=Klein phone=0351999 --force
        Booked: 30 Minuten Massage with Anna Schmidt, Wednesday, 24 November 2027, 08:30–09:00 (bhs94mdm)
        $ voicebot agenda praxis --from 2026-11-24 --format list --agent anna
        Praxis am Park · times in Europe/Berlin

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            08:30–09:00  30 Minuten Massage (+ 10 min)
                         Ida Klein +49351999 bsqjcyz6
            10:00–10:30  30 Minuten Massage (+ 10 min)
                         Eva Muster +49351123456 bn6hda1r
        $ voicebot move praxis bn6h 2026-11-25T09:00
        ! voicebot: It is too late to change this booking. With --force it is changed all the same.
        [1]
        $ voicebot move praxis bn6h 2026-11-25T09:00 --force
        Moved: 30 Minuten Massage with Anna Schmidt, Wednesday, 25 November 2026, 09:00–09:30 (bn6hda1r)
        $ voicebot cancel praxis bn6h --force --json
        {"id":"praxis.bn6hda1rbnqzxcexa27t7","bookingId":"praxis.bn6hda1rbnqzxcexa27t7","slotId":"praxis.massage.massage-30.anna.20261125T080000Z","start":"2026-11-25T09:00:00.000+01:00","end":"2026-11-25T09:30:00.000+01:00","weekday":"wednesday","status":"cancelled","appointmentType":{"id":"praxis.massage","appointmentTypeId":"praxis.massage","name":"Massage"},"product":{"id":"praxis.massage-30","productId":"praxis.massage-30","name":"30 Minuten Massage"},"agent":{"id":"praxis.anna","agentId":"praxis.anna","name":"Anna Schmidt"},"booker":{"id":"praxis.uhmhkmswp0vv3x9eds31n","firstname":"Eva","lastname":"Muster"},"participant":{"id":"praxis.uhmhkmswp0vv3x9eds31n","firstname":"Eva","lastname":"Muster"}}
        """#),
    DeskTranscript(
      title: "blocks",
      text: #"""
        $ voicebot block praxis anna 2026-11-24T08:00..10:00 --reason Fortbildung
        Blocked: Anna Schmidt, Tuesday, 24 November 2026, 08:00–10:00 (khmhkmsw): Fortbildung
        $ voicebot block praxis anna 2026-11-24T08:00..10:00
        Already blocked: Anna Schmidt, Tuesday, 24 November 2026, 08:00–10:00 (khmhkmsw)
        $ voicebot book praxis massage-30 2026-11-24T09:30 --agent anna firstname=Eva lastname=Muster phone=0351123456
        ! voicebot: This time is not on offer: it is taken, or not a time at which one can start. Free instead: Tue 24 Nov 10:00 with Anna Schmidt, Tue 24 Nov 10:30 with Anna Schmidt, Tue 24 Nov 11:00 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-30 2026-11-24T10:00 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 10:00–10:30 (bsqjcyz6)
        $ voicebot block praxis anna 2026-11-24T10:35..12:00
        ! voicebot: 1 booking in the way: Anna Schmidt, Tuesday, 24 November 2026, 10:35–12:00. --force blocks all the same and leaves them.
        !   bsqjcyz6  Tuesday, 24 November 2026, 10:00–10:30: 30 Minuten Massage with Anna Schmidt for Eva Muster, +49351123456
        [1]
        $ voicebot block praxis anna 2026-11-24T10:40..12:00
        Blocked: Anna Schmidt, Tuesday, 24 November 2026, 10:40–12:00 (kjpswkcd)
        $ voicebot block praxis 'Anna Schmidt' 2026-11-23..2026-11-25
        ! voicebot: 1 booking in the way: Anna Schmidt, 23 – 25 November 2026, all day. --force blocks all the same and leaves them.
        !   bsqjcyz6  Tuesday, 24 November 2026, 10:00–10:30: 30 Minuten Massage with Anna Schmidt for Eva Muster, +49351123456
        [1]
        $ voicebot block praxis anna 2026-11-23..2026-11-25 --force --reason krank
        Blocked: Anna Schmidt, 23 – 25 November 2026, all day (k6kbc8am): krank
        Left as they are: 1 booking.
          bsqjcyz6  Tuesday, 24 November 2026, 10:00–10:30: 30 Minuten Massage with Anna Schmidt for Eva Muster, +49351123456
        $ voicebot agenda praxis --from mon --days 3 --agent anna --format list
        Praxis am Park · times in Europe/Berlin

        Monday, 23 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            all day  krank
                     unblock with k6kbc8am

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            all day  krank
                     unblock with k6kbc8am
            08:00–10:00  Fortbildung
                         unblock with khmhkmsw
            10:00–10:30  30 Minuten Massage (+ 10 min)
                         Eva Muster +49351123456 bsqjcyz6
            10:40–12:00  Blocked
                         unblock with kjpswkcd

        Wednesday, 25 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            all day  krank
                     unblock with k6kbc8am
        $ voicebot unblock praxis anna 2026-11-24T09:00..09:30
        Given back: Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:30
        Given back: Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:30
        $ voicebot unblock praxis anna 2026-11-24T09:00..09:30
        Nothing is blocked: Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:30
        $ voicebot agenda praxis --from mon --days 3 --agent anna --format list
        Praxis am Park · times in Europe/Berlin

        Monday, 23 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            all day  krank
                     unblock with k3rvcske

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            until 09:00  krank
                         unblock with k3rvcske
            08:00–09:00  Fortbildung
                         unblock with kr2w4qac
            09:30–10:00  Fortbildung
                         unblock with ka6d5qe6
            from 09:30  krank
                        unblock with kegj605b
            10:00–10:30  30 Minuten Massage (+ 10 min)
                         Eva Muster +49351123456 bsqjcyz6
            10:40–12:00  Blocked
                         unblock with kjpswkcd

        Wednesday, 25 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            all day  krank
                     unblock with kegj605b
        $ voicebot unblock praxis kjps
        Given back: Anna Schmidt, Tuesday, 24 November 2026, 10:40–12:00
        $ voicebot unblock praxis kjps
        Already given back: Anna Schmidt, Tuesday, 24 November 2026, 10:40–12:00
        $ voicebot block praxis anna 2026-11-24T10:00..09:00
        ! voicebot: “2026-11-24T10:00..09:00” is no stretch of time: write it like 2026-11-24T08:00..10:00 or 2026-11-24..2026-11-26, the end after the start.
        [64]
        $ voicebot block praxis dora today
        ! voicebot: There is no agent “dora”: there are anna, ben and clara.
        [64]
        $ voicebot unblock praxis anna
        ! voicebot: From when to when? Add it, such as 2026-11-24T09:00..10:00 or 2026-11-24.
        [64]
        $ voicebot unblock praxis k000
        ! voicebot: There is no block “k000”: `voicebot agenda praxis --format list` shows the ids.
        [1]
        """#),
    DeskTranscript(
      title: "days on which clocks are set",
      text: #"""
        @ 2026-10-20T08:00:00Z
        $ voicebot block praxis anna 2026-10-25
        Blocked: Anna Schmidt, Sunday, 25 October 2026, all day (khmhkmsw)
        $ voicebot block praxis anna 2026-10-25T02:00..02:30
        Blocked: Anna Schmidt, Sunday, 25 October 2026, 02:00–02:30² (kn6hda1r)
        $ voicebot block praxis ben 2026-10-25T02:00..02:30
        Blocked: Ben Meyer, Sunday, 25 October 2026, 02:00–02:30² (kbdpjf52)
        $ voicebot block praxis ben 2027-03-28T01:30..02:30
        Blocked: Ben Meyer, Sunday, 28 March 2027, 01:30–03:00 (ksqjcyz6)
        $ voicebot block praxis ben 2027-03-28T02:00..02:30
        ! voicebot: “2027-03-28T02:00..02:30” is no stretch of time: write it like 2026-11-24T08:00..10:00 or 2026-11-24..2026-11-26, the end after the start.
        [64]
        $ voicebot agenda praxis --from 2026-10-25 --agent ben
        Praxis am Park · times in Europe/Berlin

        Sunday, 25 October 2026 · closed

                Ben Meyer (closed)
          02:00 ▓ Blocked
          02:30²░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          03:00
        $ voicebot agenda praxis --from 2027-03-28 --agent ben
        Praxis am Park · times in Europe/Berlin

        Sunday, 28 March 2027 · closed

                Ben Meyer (closed)
          01:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          01:30 ▓ Blocked
          03:00
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
