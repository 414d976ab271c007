// Whole calls, as they read on a terminal.

import Testing

@Suite struct CallTests {
  static let transcripts = [
    DeskTranscript(
      title: "a booking, a move, a cancellation",
      text: #"""
        == answers.txt
        # books
        1
        massage
        ben
        30
        sunday
        24.11.
        15:00
        11:00
        Eva
        Muster
        0351 123456
        yes
        move
        Eva
        Muster
        25.11.
        10:30
        yes
        cancel
        eva
        muster
        no
        3
        EVA
        MUSTER
        yes
        4
        $ voicebot call --script answers.txt
        Bot   Hello, this is Praxis am Park. What can I do for you?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   1
        Bot   What kind of appointment?
                1  Massage
                2  Kurs
                3  Kontrolle
        You   massage
        Bot   With whom?
                1  Anna Schmidt
                2  Ben Meyer
                3  Anyone
        You   ben
        Bot   Which one?
                1  30 Minuten Massage, 38 Euro
                2  60 Minuten Massage
        You   30
        Bot   30 Minuten Massage takes 30 minutes and costs 38 Euro.
        Bot   On which day? Say for example tomorrow, Monday or 24.11., or “none” to
              leave it.
        You   sunday
        Bot   Sunday, 22 November 2026: nothing is free. The next free day is Monday, 23
              November 2026. Which day?
        You   24.11.
        Bot   Tuesday, 24 November 2026: at what time?
                 1  09:00          2  09:15          3  09:30          4  09:45
                 5  10:00          6  10:15          7  10:30          8  10:45
                 9  11:00         10  11:15         11  11:30         12  13:00
                13  13:15         14  13:30         15  13:45         16  14:00
                17  14:15         18  14:30         19  Another day
        You   15:00
        Bot   15:00 is not free. The number of one of these will do.
        You   11:00
        Bot   What is your first name?
        You   Eva
        Bot   What is your last name?
        You   Muster
        Bot   What is your phone number?
        You   0351 123456
        Bot   Is the appointment for yourself?
        You   yes
        Bot   Done: 30 Minuten Massage with Ben Meyer, Tuesday, 24 November 2026,
              11:00–11:30. Thank you, Eva!
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   move
        Bot   What is your first name?
        You   Eva
        Bot   What is your last name?
        You   Muster
        Bot   It is about 30 Minuten Massage with Ben Meyer, Tuesday, 24 November 2026,
              11:00–11:30.
        Bot   On which day? Say for example tomorrow, Monday or 24.11., or “none” to
              leave it.
        You   25.11.
        Bot   Wednesday, 25 November 2026: at what time?
                 1  08:00          2  08:15          3  08:30          4  08:45
                 5  09:00          6  09:15          7  09:30          8  09:45
                 9  10:00         10  10:15         11  10:30         12  10:45
                13  11:00         14  11:15         15  11:30         16  13:00
                17  13:15         18  13:30         19  13:45         20  14:00
                21  14:15         22  14:30         23  14:45         24  15:00
                25  15:15         26  15:30         27  15:45         28  16:00
                29  16:15         30  16:30         31  16:45         32  17:00
                33  17:15         34  17:30         35  Another day
        You   10:30
        Bot   Shall I move it to Wednesday, 25 November 2026, 10:30–11:00, with Anna
              Schmidt?
        You   yes
        Bot   Done: 30 Minuten Massage with Anna Schmidt, Wednesday, 25 November 2026,
              10:30–11:00.
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   cancel
        Bot   What is your first name?
        You   eva
        Bot   What is your last name?
        You   muster
        Bot   Shall I cancel 30 Minuten Massage with Anna Schmidt, Wednesday, 25
              November 2026, 10:30–11:00?
        You   no
        Bot   All right, it stays.
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   3
        Bot   What is your first name?
        You   EVA
        Bot   What is your last name?
        You   MUSTER
        Bot   Shall I cancel 30 Minuten Massage with Anna Schmidt, Wednesday, 25
              November 2026, 10:30–11:00?
        You   yes
        Bot   It is cancelled.
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   4
        Bot   Goodbye!
        $ voicebot agenda --from 2026-11-24 --days 2 --agent ben
        Praxis am Park · times in Europe/Berlin

        Ben Meyer · 24 – 25 November 2026

                Tue 24 Nov                          Wed 25 Nov
          09:00
          10:00
          11:00
          12:00 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
          13:00
          14:00
          15:00
        """#),
    DeskTranscript(
      title: "one type, one agent, one product; for somebody else; the requests shown",
      text: #"""
        == Businesses/praxis.yaml
        name: Fahrschule
        timezone: Europe/Berlin
        hours: {mon-fri: 08:00-10:00}
        agents: {tom: {name: Tom}}
        appointmentTypes: {lesson: {name: Fahrstunde, products: [lesson]}}
        products:
          lesson:
            name: Fahrstunde
            duration: 45m
            requiredInfo: {booker: [lastname, phone], participant: [firstname, lastname, licenceNumber]}
        fields: {licenceNumber: {type: text, pattern: "[A-Z][0-9]{3}"}}
        == answers.txt
        book
        someday
        monday
        1
        Muster
        0351123456
        no
        Lina
        Muster
        123
        A123
        goodbye
        $ voicebot call praxis --show-json --script answers.txt
          →   {"action":"getBusinessName","entityId":"praxis"}
          ←   200 {"name":"Fahrschule","timezone":"Europe/Berlin","now":"2026-11-20T09:00:00.000+01:00","weekday":"friday"}
        Bot   Hello, this is Fahrschule. What can I do for you?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   book
          →   {"action":"getAppointmentTypes","entityId":"praxis"}
          ←   200 [{"id":"praxis.lesson","appointmentTypeId":"praxis.lesson","name":"Fahrstunde"}]
          →   {"action":"getAgents","entityId":"praxis","appointmentTypeId":"praxis.lesson"}
          ←   200 [{"id":"praxis.tom","agentId":"praxis.tom","name":"Tom"}]
          →   {"action":"getProducts","appointmentTypeId":"praxis.lesson"}
          ←   200 [{"id":"praxis.lesson","productId":"praxis.lesson","name":"Fahrstunde","duration":45}]
        Bot   Fahrstunde takes 45 minutes.
        Bot   On which day? Say for example tomorrow, Monday or 24.11., or “none” to
              leave it.
        You   someday
        Bot   Sorry, which day is that? Say for example tomorrow, Monday or 24.11.
        You   monday
          →   {"action":"getSlots","appointmentTypeId":"praxis.lesson","agentId":null,"productId":"praxis.lesson","dateTime":"2026-11-23","timezone":"Europe/Berlin"}
          ←   200 [{"id":"praxis.lesson.lesson._.20261123T070000Z","slotId":"praxis.lesson.lesson._.20261123T070000Z","agentId":"praxis.tom","agentName":"Tom","start":"2026-11-23T08:00:00.000+01:00","end":"2026-11-23T08:45:00.000+01:00","weekday":"monday"},{"id":"praxis.lesson.lesson._.20261123T074500Z","slotId":"praxis.lesson.lesson._.20261123T074500Z","agentId":"praxis.tom","agentName":"Tom","start":"2026-11-23T08:45:00.000+01:00","end":"2026-11-23T09:30:00.000+01:00","weekday":"monday"}]
        Bot   Monday, 23 November 2026: at what time?
                1  08:00
                2  08:45
                3  Another day
        You   1
          →   {"action":"getRequiredInfo","productId":"praxis.lesson"}
          ←   200 {"bookerInfo":["lastname","phone"],"participantInfo":["firstname","lastname","licenceNumber"],"bookerOptionalInfo":[],"participantOptionalInfo":[],"fields":[{"name":"lastname","label":"last name","type":"text"},{"name":"phone","label":"phone number","type":"phone"},{"name":"firstname","label":"first name","type":"text"},{"name":"licenceNumber","label":"licence number","type":"text"}]}
        Bot   What is your last name?
        You   Muster
        Bot   What is your phone number?
        You   0351123456
        Bot   Is the appointment for yourself?
        You   no
        Bot   What is the participant's first name?
        You   Lina
        Bot   What is the participant's last name?
        You   Muster
        Bot   What is the participant's licence number?
        You   123
          →   {"action":"bookAppointment","appointmentTypeId":"praxis.lesson","productId":"praxis.lesson","slotId":"praxis.lesson.lesson._.20261123T070000Z","start":"2026-11-23T08:00:00.000+01:00","booker":{"lastname":"Muster","phone":"0351123456"},"participant":{"firstname":"Lina","lastname":"Muster","licenceNumber":"123"}}
          ←   422 {"type":"about:blank","title":"Something cannot be understood","status":422,"detail":"Ask the caller again for: participant.licenceNumber.","code":"invalid_information","fields":["participant.licenceNumber"]}
        Bot   I can make nothing of “123”.
        Bot   What is the participant's licence number?
        You   A123
          →   {"action":"bookAppointment","appointmentTypeId":"praxis.lesson","productId":"praxis.lesson","slotId":"praxis.lesson.lesson._.20261123T070000Z","start":"2026-11-23T08:00:00.000+01:00","booker":{"lastname":"Muster","phone":"0351123456"},"participant":{"firstname":"Lina","lastname":"Muster","licenceNumber":"A123"}}
          ←   200 {"id":"praxis.bbdpjf52de0my767qbjth","bookingId":"praxis.bbdpjf52de0my767qbjth","slotId":"praxis.lesson.lesson.tom.20261123T070000Z","start":"2026-11-23T08:00:00.000+01:00","end":"2026-11-23T08:45:00.000+01:00","weekday":"monday","status":"booked","appointmentType":{"id":"praxis.lesson","appointmentTypeId":"praxis.lesson","name":"Fahrstunde"},"product":{"id":"praxis.lesson","productId":"praxis.lesson","name":"Fahrstunde"},"agent":{"id":"praxis.tom","agentId":"praxis.tom","name":"Tom"},"booker":{"id":"praxis.uhmhkmswp0vv3x9eds31n","lastname":"Muster","phone":"0351123456"},"participant":{"id":"praxis.un6hda1rbnqzxcexa27t7","firstname":"Lina","lastname":"Muster","licenceNumber":"A123"}}
        Bot   Done: Fahrstunde with Tom, Monday, 23 November 2026, 08:00–08:45. Thank
              you, Lina!
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   goodbye
        Bot   Goodbye!
        """#),
    DeskTranscript(
      title: "labels, and what need not be said",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis Sonne
        timezone: Europe/Berlin
        country: DE
        language: de
        hours: {mon-fri: 08:00-10:00}
        agents: {tom: {name: Tom}}
        appointmentTypes: {visit: {name: Besuch, products: [visit]}}
        products: {visit: {name: Besuch, duration: 1h}}
        requiredInfo: {booker: [lastname, phone], participant: [firstname, lastname, insuranceNumber]}
        optionalInfo: {booker: [email, notes], participant: [dateOfBirth, notes]}
        fields:
          insuranceNumber: {label: Versichertennummer, identifies: true}
          notes: {label: "Möchten Sie uns noch etwas sagen?"}
        == answers.txt
        book
        monday 8:00
        Muster
        0351123456
        none
        Knie links
        yes
        Lina
        A123
        no
        goodbye
        $ voicebot call praxis --script answers.txt
        Bot   Hello, this is Praxis Sonne. What can I do for you?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   book
        Bot   Besuch takes 60 minutes.
        Bot   On which day? Say for example tomorrow, Monday or 24.11., or “none” to
              leave it.
        You   monday 8:00
        Bot   Monday, 23 November 2026, 08:00–09:00 is free.
        Bot   What is your last name?
        You   Muster
        Bot   What is your phone number?
        You   0351123456
        Bot   What is your e-mail address? Or “none”.
        You   none
        Bot   Möchten Sie uns noch etwas sagen? Or “none”.
        You   Knie links
        Bot   Is the appointment for yourself?
        You   yes
        Bot   What is your first name?
        You   Lina
        Bot   What is your Versichertennummer?
        You   A123
        Bot   What is your date of birth, like 15.3.1980? Or “none”.
        You   no
        Bot   Done: Besuch with Tom, Monday, 23 November 2026, 08:00–09:00. Thank you,
              Lina!
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   goodbye
        Bot   Goodbye!
        """#),
    DeskTranscript(
      title: "which Muster? and a caller who hangs up",
      text: #"""
        $ voicebot book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111 dateOfBirth=1980-03-15
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:20 (bn6hda1r)
        $ voicebot book praxis checkup 2026-11-24T09:30 --agent anna firstname=Eva lastname=Muster phone=0351222 dateOfBirth=1990-01-01
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:30–09:50 (bsqjcyz6)
        $ voicebot book praxis checkup 2026-11-24T10:00 --agent anna firstname=Eva lastname=Muster phone=0351111 dateOfBirth=1980-03-15
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 10:00–10:20 (bhs94mdm)
        == answers.txt
        cancel
        Eva
        Muster
        15.3.1980
        2
        yes
        cancel
        Nobody
        Known
        3
        Eva
        $ voicebot call praxis --script answers.txt
        Bot   Hello, this is Praxis am Park. What can I do for you?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   cancel
        Bot   What is your first name?
        You   Eva
        Bot   What is your last name?
        You   Muster
        Bot   To be sure that it is you: What is your date of birth, like 15.3.1980?
        You   15.3.1980
        Bot   Which one?
                1  Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:20
                2  Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 10:00–10:20
        You   2
        Bot   Shall I cancel Kontrolle with Anna Schmidt, Tuesday, 24 November 2026,
              10:00–10:20?
        You   yes
        Bot   It is cancelled.
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   cancel
        Bot   What is your first name?
        You   Nobody
        Bot   What is your last name?
        You   Known
        Bot   I am sorry, I know nobody of that name with an appointment.
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   3
        Bot   What is your first name?
        You   Eva
        Bot   What is your last name?
        You   
        Bot   You have hung up. Goodbye!
        """#),
    DeskTranscript(
      title: "too late, and nothing free",
      text: #"""
        $ voicebot book praxis checkup 2026-11-24T09:00 --agent anna firstname=Eva lastname=Muster phone=0351111
        Booked: Kontrolle with Anna Schmidt, Tuesday, 24 November 2026, 09:00–09:20 (bn6hda1r)
        $ voicebot block praxis clara 2026-11-01..2027-02-28
        Blocked: Clara Nowak, 1 November 2026 – 28 February 2027, all day (kbdpjf52)
        @ 2026-11-24T07:00:00Z
        == answers.txt
        cancel
        Eva
        Muster
        yes
        book
        kurs
        tomorrow
        none
        $ voicebot call praxis --script answers.txt
        Bot   Hello, this is Praxis am Park. What can I do for you?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   cancel
        Bot   What is your first name?
        You   Eva
        Bot   What is your last name?
        You   Muster
        Bot   Shall I cancel Kontrolle with Anna Schmidt, Tuesday, 24 November 2026,
              09:00–09:20?
        You   yes
        Bot   I am sorry, it is too late to change this. Please talk to somebody at the
              counter.
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   book
        Bot   What kind of appointment?
                1  Massage
                2  Kurs
                3  Kontrolle
        You   kurs
        Bot   Rückenschule takes 60 minutes.
        Bot   On which day? Say for example tomorrow, Monday or 24.11., or “none” to
              leave it.
        You   tomorrow
        Bot   Wednesday, 25 November 2026: nothing is free then, nor in the weeks after.
              Which other day?
        You   none
        Bot   All right.
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   
        Bot   You have hung up. Goodbye!
        """#),
    DeskTranscript(
      title: "odd answers",
      text: #"""
        == answers.txt
        what?
        book
        k
        kurs
        next week
        tue at 25
        30.11.2026 um 8 Uhr
        24.11. 8:07 am
        maybe
        10 past 1
        another
        tuesday at 1:30 pm
        Eva
        Muster
        none
        maybe
        ja
        +49 351 123456
        5
        cancel
        Eva
        Muster
        perhaps
        bye
        $ voicebot call --script answers.txt
        Bot   Hello, this is Praxis am Park. What can I do for you?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   what?
        Bot   Sorry, which one? A number from 1 to 4 will do.
        You   book
        Bot   What kind of appointment?
                1  Massage
                2  Kurs
                3  Kontrolle
        You   k
        Bot   That could be more than one. Please say the number.
        You   kurs
        Bot   Rückenschule takes 60 minutes.
        Bot   On which day? Say for example tomorrow, Monday or 24.11., or “none” to
              leave it.
        You   next week
        Bot   Sorry, which day is that? Say for example tomorrow, Monday or 24.11.
        You   tue at 25
        Bot   Sorry, which day is that? Say for example tomorrow, Monday or 24.11.
        You   30.11.2026 um 8 Uhr
        Bot   Monday, 30 November 2026: nothing is free. The next free day is Tuesday, 1
              December 2026. Which day?
        You   24.11. 8:07 am
        Bot   Tuesday, 24 November 2026: 08:07 is not free. At what time?
                 1  08:00, 8 places left    2  08:15, 8 places left
                 3  08:30, 8 places left    4  08:45, 8 places left
                 5  09:00, 8 places left    6  09:15, 8 places left
                 7  09:30, 8 places left    8  09:45, 8 places left
                 9  10:00, 8 places left   10  10:15, 8 places left
                11  10:30, 8 places left   12  10:45, 8 places left
                13  11:00, 8 places left   14  13:00, 8 places left
                15  13:15, 8 places left   16  13:30, 8 places left
                17  13:45, 8 places left   18  14:00, 8 places left
                19  14:15, 8 places left   20  14:30, 8 places left
                21  14:45, 8 places left   22  15:00, 8 places left
                23  15:15, 8 places left   24  15:30, 8 places left
                25  15:45, 8 places left   26  16:00, 8 places left
                27  16:15, 8 places left   28  16:30, 8 places left
                29  16:45, 8 places left   30  17:00, 8 places left
                31  Another day
        You   maybe
        Bot   Sorry, which one? Say its number, or a time like 08:00.
        You   10 past 1
        Bot   Sorry, which one? Say its number, or a time like 08:00.
        You   another
        Bot   On which day then?
        You   tuesday at 1:30 pm
        Bot   Tuesday, 24 November 2026, 13:30–14:30 is free.
        Bot   What is your first name?
        You   Eva
        Bot   What is your last name?
        You   Muster
        Bot   What is your phone number?
        You   none
        Bot   Is the appointment for yourself?
        You   maybe
        Bot   Yes or no?
        You   ja
        Bot   I can make nothing of “none”.
        Bot   What is your phone number?
        You   +49 351 123456
        Bot   Done: Rückenschule with Clara Nowak, Tuesday, 24 November 2026,
              13:30–14:30. Thank you, Eva!
        Bot   Is there anything else?
                1  Book an appointment
                2  Move an appointment
                3  Cancel an appointment
                4  Nothing, goodbye
        You   5
        Bot   Sorry, which one? A number from 1 to 4 will do.
        You   cancel
        Bot   What is your first name?
        You   Eva
        Bot   What is your last name?
        You   Muster
        Bot   Shall I cancel Rückenschule with Clara Nowak, Tuesday, 24 November 2026,
              13:30–14:30?
        You   perhaps
        Bot   Yes or no?
        You   bye
        Bot   You have hung up. Goodbye!
        """#),
    DeskTranscript(
      title: "no business, no script",
      text: #"""
        $ voicebot call nobody
        ! voicebot: There is no business “nobody” in Businesses: there is only praxis.
        [1]
        $ voicebot call --script missing.txt
        ! voicebot: missing.txt: No such file or directory.
        [1]
        == Businesses/second.yaml
        name: Second
        $ voicebot call
        ! voicebot: Which business? Name one: there are praxis and second.
        [64]
        """#),
  ]

  @Test(arguments: transcripts)
  func replay(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: .withSmallBusiness())
    #expect(replayed == transcript.text)
  }

  @Test func whoComesSecondIsOfferedWhatIsLeft() throws {
    let bench = try DeskBench.withSmallBusiness()
    let other = DeskBench(beside: bench)
    bench.type(["book", "massage", "anna", "30", "24.11. 9:00", "Eva", "Klein", "0351111", "yes", "2", "4"]) { answer in
      if answer == "Eva" {
        let line = "book praxis massage-30 2026-11-24T09:00 --agent anna firstname=Ida lastname=Blau phone=0351999"
        #expect(other.run(line).status == 0)
      }
    }
    let result = bench.run("call praxis")
    #expect(
      result.output.contains(
        """
        Bot   I am sorry, somebody was faster.
        Bot   What about one of these?
                1  Tuesday, 24 November 2026, 08:15–08:45 with Anna Schmidt
                2  Tuesday, 24 November 2026, 09:45–10:15 with Anna Schmidt
                3  Tuesday, 24 November 2026, 10:15–10:45 with Anna Schmidt
                4  Another day
        You   2
        Bot   Done: 30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026,
              09:45–10:15. Thank you, Eva!
        """), "\(result.output)")
  }

  @Test func whoSitsAtATerminalIsToldHowToTalk() throws {
    let bench = try DeskBench.withSmallBusiness()
    bench.type(["exit"])
    let result = bench.run("call praxis", isTerminal: true)
    #expect(result.output.hasPrefix("Answer with a number or in words. Ctrl-D hangs up.\n\nBot   Hello"))
    #expect(result.output.hasSuffix("You   Bot   You have hung up. Goodbye!\n"))
    #expect(!bench.run("call praxis").output.contains("Ctrl-D"))
  }

  @Test func whatIsTypedIsHeard() throws {
    let bench = try DeskBench.withSmallBusiness()
    bench.type(["", "  ", "what?", "4"])
    let result = bench.run("call praxis")
    #expect(result.status == 0)
    #expect(result.output.contains("Sorry, which one? A number from 1 to 4 will do."))
    #expect(result.output.hasSuffix("You   4\nBot   Goodbye!\n"))
  }
}
