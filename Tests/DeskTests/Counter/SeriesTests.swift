// The same time, week after week: all or none.

import Testing

@Suite struct SeriesTests {
  static let transcripts = [
    DeskTranscript(
      title: "all weeks, and the same command again",
      text: #"""
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 3 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked, all 3 weeks: 30 Minuten Massage
          Tuesday, 24 November 2026, 08:30–09:00 with Anna Schmidt (bn6hda1r)
          Tuesday, 1 December 2026, 08:30–09:00 with Anna Schmidt (bbdpjf52)
          Tuesday, 8 December 2026, 08:30–09:00 with Anna Schmidt (bsqjcyz6)
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 3 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked, all 3 weeks: 30 Minuten Massage
          Tuesday, 24 November 2026, 08:30–09:00 with Anna Schmidt (bn6hda1r)
          Tuesday, 1 December 2026, 08:30–09:00 with Anna Schmidt (bbdpjf52)
          Tuesday, 8 December 2026, 08:30–09:00 with Anna Schmidt (bsqjcyz6)
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 4 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked, all 4 weeks: 30 Minuten Massage
          Tuesday, 24 November 2026, 08:30–09:00 with Anna Schmidt (bn6hda1r)
          Tuesday, 1 December 2026, 08:30–09:00 with Anna Schmidt (bbdpjf52)
          Tuesday, 8 December 2026, 08:30–09:00 with Anna Schmidt (bsqjcyz6)
          Tuesday, 15 December 2026, 08:30–09:00 with Anna Schmidt (bhs94mdm)
        $ voicebot history praxis
        Fri 20 Nov 2026 09:00  counter  booked bn6hda1r: Tuesday, 24 November 2026, 08:30–09:00, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 09:00  counter  booked bbdpjf52: Tuesday, 1 December 2026, 08:30–09:00, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 09:00  counter  booked bsqjcyz6: Tuesday, 8 December 2026, 08:30–09:00, 30 Minuten Massage with Anna Schmidt for Eva Muster
        Fri 20 Nov 2026 09:00  counter  booked bhs94mdm: Tuesday, 15 December 2026, 08:30–09:00, 30 Minuten Massage with Anna Schmidt for Eva Muster
        """#),
    DeskTranscript(
      title: "none, each conflict named, or without those",
      text: #"""
        $ voicebot block praxis anna 2026-12-01T08:00..09:30 --reason Training
        Blocked: Anna Schmidt, Tuesday, 1 December 2026, 08:00–09:30 (khmhkmsw): Training
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 9 --agent anna firstname=Eva lastname=Muster phone=0351123456
        ! voicebot: Nothing was booked: 1 of 9 weeks cannot be.
        !   Tue 24 Nov 08:30: free
        !   Tue 1 Dec 08:30: not on offer. Free instead: Tue 1 Dec 09:30 with Anna Schmidt.
        !   Tue 8 Dec 08:30: free
        !   Tue 15 Dec 08:30: free
        !   Tue 22 Dec 08:30: free
        !   Tue 29 Dec 08:30: free
        !   Tue 5 Jan 08:30: free
        !   Tue 12 Jan 08:30: free
        !   Tue 19 Jan 08:30: free
        ! With --skip the other 8 weeks are booked.
        [1]
        $ voicebot agenda praxis --from tue --agent anna --format list
        Praxis am Park · times in Europe/Berlin

        Tuesday, 24 November 2026
          Anna Schmidt  08:00–12:00, 13:00–18:00
            nothing
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 9 --agent anna firstname=Eva lastname=Muster phone=0351123456 --skip
        Booked, 8 of 9 weeks: 30 Minuten Massage
          Tuesday, 24 November 2026, 08:30–09:00 with Anna Schmidt (ba6d5qe6)
          Tue 1 Dec 08:30: not on offer. Free instead: Tue 1 Dec 09:30 with Anna Schmidt.
          Tuesday, 8 December 2026, 08:30–09:00 with Anna Schmidt (bxe9pby3)
          Tuesday, 15 December 2026, 08:30–09:00 with Anna Schmidt (btk4d11r)
          Tuesday, 22 December 2026, 08:30–09:00 with Anna Schmidt (b8276nd8)
          Tuesday, 29 December 2026, 08:30–09:00 with Anna Schmidt (bwn54k36)
          Tuesday, 5 January 2027, 08:30–09:00 with Anna Schmidt (bb0sh9f3)
          Tuesday, 12 January 2027, 08:30–09:00 with Anna Schmidt (b056t872)
          Tuesday, 19 January 2027, 08:30–09:00 with Anna Schmidt (bp74t114)
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 9 --agent anna firstname=Eva lastname=Muster phone=0351123456 --force
        ! voicebot: Nothing was booked: 1 of 9 weeks cannot be.
        !   Tue 24 Nov 08:30: free
        !   Tue 1 Dec 08:30: not on offer. Free instead: Tue 1 Dec 09:30 with Anna Schmidt.
        !   Tue 8 Dec 08:30: free
        !   Tue 15 Dec 08:30: free
        !   Tue 22 Dec 08:30: free
        !   Tue 29 Dec 08:30: free
        !   Tue 5 Jan 08:30: free
        !   Tue 12 Jan 08:30: free
        !   Tue 19 Jan 08:30: free
        ! With --skip the other 8 weeks are booked.
        [1]
        $ voicebot book praxis massage-30 'sun 8:30' --weekly 2 --agent anna firstname=Ida lastname=Klein phone=0351999 --skip
        ! voicebot: Nothing was booked: 2 of 2 weeks cannot be.
        !   Sun 22 Nov 08:30: not on offer. Free instead: Mon 23 Nov 08:00 with Anna Schmidt.
        !   Sun 29 Nov 08:30: not on offer. Free instead: Mon 30 Nov 08:00 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 2 --agent anna firstname=Eva
        ! voicebot: This is missing: lastname=… and phone=….
        [64]
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 1 firstname=Eva
        ! Error: --weekly must be from 2 to 52.
        ! Usage: voicebot book <entity> <product> <start> [<fields> ...] [--agent <agent>] [--type <type>] [--weekly <weekly>] [--skip] [--force] [--json]
        !   See 'voicebot book --help' for more information.
        [64]
        $ voicebot book praxis massage-30 'tue 8:30' --skip firstname=Eva
        ! Error: --skip goes with --weekly: it leaves out weeks.
        ! Usage: voicebot book <entity> <product> <start> [<fields> ...] [--agent <agent>] [--type <type>] [--weekly <weekly>] [--skip] [--force] [--json]
        !   See 'voicebot book --help' for more information.
        [64]
        """#),
    DeskTranscript(
      title: "the time of day stays when clocks are set",
      text: #"""
        == Businesses/praxis.yaml
        name: Nachtdienst
        timezone: Europe/Berlin
        hours: {mon-sun: "00:00-24:00"}
        agents: {anna: {name: Anna Schmidt}}
        appointmentTypes: {all: {name: Alles, products: [visit]}}
        products: {visit: {name: Besuch, duration: 30m}}
        requiredInfo: {booker: [firstname, lastname]}
        @ 2027-03-20T08:00:00Z
        $ voicebot book praxis visit 2027-03-21T02:30 --weekly 3 firstname=Eva lastname=Muster
        ! voicebot: Nothing was booked: 1 of 3 weeks cannot be.
        !   Sun 21 Mar 02:30: free
        !   Sun 28 Mar: clocks skip 02:30.
        !   Sun 4 Apr 02:30: free
        ! With --skip the other 2 weeks are booked.
        [1]
        $ voicebot book praxis visit 2027-03-21T02:30 --weekly 3 firstname=Eva lastname=Muster --skip
        Booked, 2 of 3 weeks: Besuch
          Sunday, 21 March 2027, 02:30–03:00 with Anna Schmidt (bhs94mdm)
          Sun 28 Mar: clocks skip 02:30.
          Sunday, 4 April 2027, 02:30–03:00 with Anna Schmidt (bjpswkcd)
        $ voicebot book praxis visit 2027-03-21T03:30 --weekly 3 firstname=Ida lastname=Klein
        Booked, all 3 weeks: Besuch
          Sunday, 21 March 2027, 03:30–04:00 with Anna Schmidt (b6kbc8am)
          Sunday, 28 March 2027, 03:30–04:00 with Anna Schmidt (b3rvcske)
          Sunday, 4 April 2027, 03:30–04:00 with Anna Schmidt (begj605b)
        """#),
    DeskTranscript(
      title: "how many somebody may have counts for the series",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        hours: {mon-fri: "08:00-12:00"}
        agents: {anna: {name: Anna Schmidt}}
        appointmentTypes: {all: {name: Alles, products: [visit]}}
        products: {visit: {name: Besuch, duration: 30m}}
        requiredInfo: {booker: [firstname, lastname]}
        booking: {maxOpen: 3}
        $ voicebot book praxis visit 'mon 8:00' --weekly 4 firstname=Eva lastname=Muster
        ! voicebot: Whoever comes has as many appointments to come as the business allows. With --force it is booked all the same.
        [1]
        $ voicebot book praxis visit 'mon 8:00' --weekly 3 firstname=Eva lastname=Muster
        Booked, all 3 weeks: Besuch
          Monday, 23 November 2026, 08:00–08:30 with Anna Schmidt (bjpswkcd)
          Monday, 30 November 2026, 08:00–08:30 with Anna Schmidt (bnst54x7)
          Monday, 7 December 2026, 08:00–08:30 with Anna Schmidt (b6kbc8am)
        $ voicebot book praxis visit 'mon 9:00' firstname=Eva lastname=Muster
        ! voicebot: Whoever comes has as many appointments to come as the business allows. With --force it is booked all the same.
        [1]
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
