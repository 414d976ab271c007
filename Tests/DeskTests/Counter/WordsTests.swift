// Slips at the counter that are named: fields that the business does not know, people with one first name, what `--force`
// cannot do. And the diary's own order and days.

import Testing

@Suite struct WordsTests {
  static let transcripts = [
    DeskTranscript(
      title: "fields that are not known here",
      text: #"""
        $ voicebot book praxis massage-30 'tue 8:30' fristname=Eva lastname=Muster phone=0351123456
        ! voicebot: There is no field “fristname” here. “firstname” was probably meant.
        [64]
        $ voicebot book praxis massage-30 'tue 8:30' booker.phnoe=0351123456 lastname=Muster
        ! voicebot: There is no field “booker.phnoe” here. “booker.phone” was probably meant.
        [64]
        $ voicebot book praxis massage-30 'tue 8:30' firstname=Eva lastname=Muster phone=0351123456 shoesize=38
        ! voicebot: There is no field “shoesize” here. There are firstname, lastname, dateOfBirth, phone, email and address.
        [64]
        $ voicebot forget praxis lastnam=Muster
        ! voicebot: There is no field “lastnam” here. “lastname” was probably meant.
        [64]
        """#),
    DeskTranscript(
      title: "agents by first name",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        hours: {mon-fri: "08:00-12:00"}
        agents: {a1: {name: Anna Schmidt}, a2: {name: Anna Weiß}, b: {name: Ben Meyer}}
        appointmentTypes: {all: {name: Alles, products: [visit]}}
        products: {visit: {name: Besuch, duration: 30m}}
        requiredInfo: {booker: [firstname, lastname]}
        $ voicebot book praxis visit 'mon 8:00' --agent ben firstname=Eva lastname=Muster
        Booked: Besuch with Ben Meyer, Monday, 23 November 2026, 08:00–08:30 (bn6hda1r)
        $ voicebot book praxis visit 'mon 9:00' --agent Anna firstname=Ida lastname=Klein
        ! voicebot: Several are called “Anna”: write a1 or a2.
        [64]
        $ voicebot block praxis BEN 2026-11-24
        Blocked: Ben Meyer, Tuesday, 24 November 2026, all day (kbdpjf52)
        $ voicebot agenda praxis --from mon --agent Ben --format list
        Praxis · times in Europe/Berlin

        Monday, 23 November 2026
          Ben Meyer  08:00–12:00
            08:00–08:30  Besuch
                         Eva Muster bn6hda1r
        $ voicebot agenda praxis --from mon --agent anna
        ! voicebot: Several are called “anna”: write a1 or a2.
        [64]
        $ voicebot export praxis --format csv --agent ben
        (BOM)booking,status,date,start,end,minutes,agent,appointmentType,product,startsAt,bookedAt,changedAt,participant.firstname,participant.lastname,participant.phone,booker.firstname,booker.lastname,booker.phone
        praxis.bn6hda1rbnqzxcexa27t7,booked,2026-11-23,08:00,08:30,30,Ben Meyer,Alles,Besuch,2026-11-23T08:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,2026-11-20T09:00:00.000+01:00,Eva,Muster,,Eva,Muster,
        $ voicebot unblock praxis Ben 2026-11-24
        Given back: Ben Meyer, Tuesday, 24 November 2026, all day
        """#),
    DeskTranscript(
      title: "what --force cannot do it does not offer",
      text: #"""
        $ voicebot book praxis massage-30 'tue 8:30' --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00 (bn6hda1r)
        $ voicebot book praxis massage-30 'tue 8:30' --agent anna firstname=Ida lastname=Klein phone=0351999 --force
        ! voicebot: This time is taken: the agent, or something that is needed, is not free then, and --force does not change that. Free instead: Tue 24 Nov 09:15 with Anna Schmidt, Tue 24 Nov 09:45 with Anna Schmidt, Tue 24 Nov 10:15 with Anna Schmidt.
        [1]
        $ voicebot book praxis massage-30 2040-11-24T08:30 --agent anna firstname=Ida lastname=Klein phone=0351999
        ! voicebot: This day is beyond the horizon. With --force it is booked all the same.
        [1]
        $ voicebot book praxis massage-30 2040-11-24T08:30 --agent anna firstname=Ida lastname=Klein phone=0351999 --force
        ! voicebot: This day is beyond the horizon.
        [1]
        """#),
    DeskTranscript(
      title: "groups by name, weeks from Monday on, and the last closed day",
      text: #"""
        $ voicebot book praxis back 'tue 14:00' firstname=Zoe lastname=Adam phone=0351111
        Booked: Rückenschule with Clara Nowak, Tuesday, 24 November 2026, 14:00–15:00 (bn6hda1r)
        $ voicebot book praxis back 'tue 14:00' firstname=anton lastname=Zander phone=0351222
        Booked: Rückenschule with Clara Nowak, Tuesday, 24 November 2026, 14:00–15:00 (bsqjcyz6)
        $ voicebot book praxis back 'tue 14:00' firstname=Maria lastname=Klein phone=0351333
        Booked: Rückenschule with Clara Nowak, Tuesday, 24 November 2026, 14:00–15:00 (bjpswkcd)
        $ voicebot agenda praxis --from tue --agent clara --format list
        Praxis am Park · times in Europe/Berlin

        Tuesday, 24 November 2026
          Clara Nowak  08:00–12:00, 13:00–18:00
            14:00–15:00  Rückenschule (3/8)
                         anton Zander +49351222 bsqjcyz6
                         Maria Klein +49351333 bjpswkcd
                         Zoe Adam +49351111 bn6hda1r
        # columns 60
        $ voicebot agenda praxis --from tue --week --agent clara
        Praxis am Park · times in Europe/Berlin

        Clara Nowak · 23 – 29 November 2026 · closed: Sat 28 Nov, Sun 29 Nov

                Mon 23 Nov (off)          Tue 24 Nov
          08:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          09:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          10:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          11:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          12:00 ░░░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░░░
          13:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          14:00 ░░░░░░░░░░░░░░░░░░░░░░░░░ ┏ Rückenschule (3/8)
                ░░░░░░░░░░░░░░░░░░░░░░░░░ ┃ anton Zander,
                ░░░░░░░░░░░░░░░░░░░░░░░░░ ┗ Maria Klein, Zoe Adam
          15:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          16:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          17:00 ░░░░░░░░░░░░░░░░░░░░░░░░░
          18:00
        $ voicebot agenda praxis --from 2026-11-24 --days 5 --week
        ! Error: --week and --days contradict.
        ! Usage: voicebot agenda [<entity>] [--from <from>] [--days <days>] [--week] [--agent <agent>] [--format <format>] [--html] [--verbose] [--stranded] [--output <output>]
        !   See 'voicebot agenda --help' for more information.
        [64]
        $ voicebot agenda praxis --from 2026-11-24 --days 5 --agent clara
        Praxis am Park · times in Europe/Berlin

        Clara Nowak · 24 – 28 November 2026 · closed: Sat 28 Nov

                Tue 24 Nov                Wed 25 Nov (off)
          08:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          09:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          10:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          11:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          12:00 ░░░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░░░
          13:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          14:00 ┏ Rückenschule (3/8)      ░░░░░░░░░░░░░░░░░░░░░░░░░
                ┃ anton Zander,           ░░░░░░░░░░░░░░░░░░░░░░░░░
                ┗ Maria Klein, Zoe Adam   ░░░░░░░░░░░░░░░░░░░░░░░░░
          15:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          16:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          17:00                           ░░░░░░░░░░░░░░░░░░░░░░░░░
          18:00
        $ voicebot agenda praxis --from 2026-11-20 --days 3 --agent anna
        Praxis am Park · times in Europe/Berlin

        Anna Schmidt · 20 – 22 November 2026 · closed: Sat 21 Nov, Sun 22 Nov

                Fri 20 Nov
          08:00
          09:00
          10:00
          11:00
          12:00
        """#),
    DeskTranscript(
      title: "the last closed day of a range",
      text: #"""
        == Businesses/praxis.yaml
        name: Salon
        timezone: Europe/Berlin
        hours: {tue-sat: "09:00-10:00"}
        agents: {anna: {name: Anna Schmidt}}
        appointmentTypes: {all: {name: Alles, products: [visit]}}
        products: {visit: {name: Besuch, duration: 30m}}
        # columns 100
        $ voicebot agenda praxis --from tue --days 7
        Salon · times in Europe/Berlin

        Anna Schmidt · 24 – 29 November 2026 · closed: Sun 29 Nov

                Tue 24 Nov                     Wed 25 Nov                     Thu 26 Nov
          09:00
          10:00

        Anna Schmidt · 24 – 29 November 2026 · closed: Sun 29 Nov

                Fri 27 Nov                               Sat 28 Nov
          09:00
          10:00

        Closed: Mon 30 Nov
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
