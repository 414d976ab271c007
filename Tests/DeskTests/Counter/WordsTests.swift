// Slips at the counter that are named: fields that the business does not know, people with one first name, what `--force`
// cannot do. And the diary's own order and days.

import Testing

@Suite struct WordsTests {
  static let transcripts = [
    DeskTranscript(
      title: "fields that are not known here",
      text: #"""
        $ voicebot book praxis massage-30 'tue 8:30' fristname=Eva lastname=Muster phone=0351123456
        $ voicebot book praxis massage-30 'tue 8:30' booker.phnoe=0351123456 lastname=Muster
        $ voicebot book praxis massage-30 'tue 8:30' firstname=Eva lastname=Muster phone=0351123456 shoesize=38
        $ voicebot forget praxis lastnam=Muster
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
        $ voicebot book praxis visit 'mon 9:00' --agent Anna firstname=Ida lastname=Klein
        $ voicebot block praxis BEN 2026-11-24
        $ voicebot agenda praxis --from mon --agent Ben --format list
        $ voicebot agenda praxis --from mon --agent anna
        $ voicebot export praxis --format csv --agent ben
        $ voicebot unblock praxis Ben 2026-11-24
        """#),
    DeskTranscript(
      title: "what --force cannot do it does not offer",
      text: #"""
        $ voicebot book praxis massage-30 'tue 8:30' --agent anna firstname=Eva lastname=Muster phone=0351123456
        $ voicebot book praxis massage-30 'tue 8:30' --agent anna firstname=Ida lastname=Klein phone=0351999 --force
        $ voicebot book praxis massage-30 2040-11-24T08:30 --agent anna firstname=Ida lastname=Klein phone=0351999
        $ voicebot book praxis massage-30 2040-11-24T08:30 --agent anna firstname=Ida lastname=Klein phone=0351999 --force
        """#),
    DeskTranscript(
      title: "groups by name, weeks from Monday on, and the last closed day",
      text: #"""
        $ voicebot book praxis back 'tue 14:00' firstname=Zoe lastname=Adam phone=0351111
        $ voicebot book praxis back 'tue 14:00' firstname=anton lastname=Zander phone=0351222
        $ voicebot book praxis back 'tue 14:00' firstname=Maria lastname=Klein phone=0351333
        $ voicebot agenda praxis --from tue --agent clara --format list
        # columns 60
        $ voicebot agenda praxis --from tue --week --agent clara
        $ voicebot agenda praxis --from 2026-11-24 --days 5 --week
        $ voicebot agenda praxis --from 2026-11-24 --days 5 --agent clara
        $ voicebot agenda praxis --from 2026-11-20 --days 3 --agent anna
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
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }
}
