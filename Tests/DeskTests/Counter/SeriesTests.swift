// The same time, week after week: all or none.

import Testing

@Suite struct SeriesTests {
  static let transcripts = [
    DeskTranscript(
      title: "all weeks, and the same command again",
      text: #"""
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 3 --agent anna firstname=Eva lastname=Muster phone=0351123456
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 3 --agent anna firstname=Eva lastname=Muster phone=0351123456
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 4 --agent anna firstname=Eva lastname=Muster phone=0351123456
        $ voicebot history praxis
        """#),
    DeskTranscript(
      title: "none, each conflict named, or without those",
      text: #"""
        $ voicebot block praxis anna 2026-12-01T08:00..09:30 --reason Training
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 9 --agent anna firstname=Eva lastname=Muster phone=0351123456
        $ voicebot agenda praxis --from tue --agent anna --format list
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 9 --agent anna firstname=Eva lastname=Muster phone=0351123456 --skip
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 9 --agent anna firstname=Eva lastname=Muster phone=0351123456 --force
        $ voicebot book praxis massage-30 'sun 8:30' --weekly 2 --agent anna firstname=Ida lastname=Klein phone=0351999 --skip
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 2 --agent anna firstname=Eva
        $ voicebot book praxis massage-30 'tue 8:30' --weekly 1 firstname=Eva
        $ voicebot book praxis massage-30 'tue 8:30' --skip firstname=Eva
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
        $ voicebot book praxis visit 2027-03-21T02:30 --weekly 3 firstname=Eva lastname=Muster --skip
        $ voicebot book praxis visit 2027-03-21T03:30 --weekly 3 firstname=Ida lastname=Klein
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
        $ voicebot book praxis visit 'mon 8:00' --weekly 3 firstname=Eva lastname=Muster
        $ voicebot book praxis visit 'mon 9:00' firstname=Eva lastname=Muster
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
