// What `voicebot check` says about what can never, or not soon, be booked.
// How they are replayed: Support/DeskTranscript.swift.

extension DeskTranscript {
  static let offers = [
    DeskTranscript(
      title: "an agent nobody can book",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}, ben: {name: Ben}}
        appointmentTypes: {massage: {name: Massage, products: [m30], agents: [anna]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:5:30: warning: No appointment type has "ben" among its agents, so nobody can book with them; add them to the "agents" of one. [agent-unused]
         5 | agents: {anna: {name: Anna}, ben: {name: Ben}}
           |                              ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "agents who never work",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents:
          anna: {name: Anna}
          ben: {name: Ben, dates: {2026-01-01..2030-12-31: off}}
          clara: {name: Clara, hours: {mon: 09:00-09:20}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:7:3: warning: "ben" never works while the business is open, so nobody can book with them. [agent-unavailable]
         7 |   ben: {name: Ben, dates: {2026-01-01..2030-12-31: off}}
           |   ^
        praxis.yaml:8:3: warning: The hours of "clara" leave no room for any product of "massage", so nobody can book with them. [agent-unavailable]
         8 |   clara: {name: Clara, hours: {mon: 09:00-09:20}}
           |   ^
        2 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "an agent on leave for some months",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents:
          anna: {name: Anna}
          ben: {name: Ben, dates: {2026-09-01..2027-08-31: off}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        1 file is in order.
        """#),
    DeskTranscript(
      title: "a product no type offers",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products:
          m30: {name: Massage, duration: 30m}
          m60: {name: Long massage, duration: 1h}
        $ voicebot check praxis.yaml
        praxis.yaml:9:3: warning: No appointment type offers "m60", so nobody can book it; add it to the "products" of one. [product-unused]
         9 |   m60: {name: Long massage, duration: 1h}
           |   ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a product longer than any window",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: "09:00-12:00, 13:00-17:30"}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30, most, day]}}
        products:
          m30: {name: Massage, duration: 30m}
          most: {name: Afternoon, duration: 4h30m}
          day: {name: Day, duration: 4h31m}
        $ voicebot check praxis.yaml
        praxis.yaml:10:30: warning: "day" takes 4h31m, but who takes it never works longer than 4h30m without a break, so it can never be booked. [product-too-long]
         10 |   day: {name: Day, duration: 4h31m}
            |                              ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a product too long for those who take it",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents:
          anna: {name: Anna}
          ben: {name: Ben, hours: {mon: 09:00-10:00}}
        appointmentTypes:
          massage: {name: Massage, products: [m30]}
          sauna: {name: Sauna, products: [long], agents: [ben]}
        products:
          m30: {name: Massage, duration: 30m}
          long: {name: Long, duration: 2h}
        $ voicebot check praxis.yaml
        praxis.yaml:13:32: warning: "long" takes 2h, but who takes it never works longer than 1h without a break, so it can never be booked. [product-too-long]
         13 |   long: {name: Long, duration: 2h}
            |                                ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a product that fits only past midnight",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon: 20:00-24:00, tue: 00:00-04:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Night, duration: 8h}}
        $ voicebot check praxis.yaml
        1 file is in order.
        """#),
    DeskTranscript(
      title: "only products that are too long",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 1d}}
        $ voicebot check praxis.yaml
        praxis.yaml:7:43: warning: "m30" takes 1d, but who takes it never works longer than 8h without a break, so it can never be booked. [product-too-long]
         7 | products: {m30: {name: Massage, duration: 1d}}
           |                                           ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a type with no bookable hour",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates: {2026-09-01..2026-11-13: closed}
        $ voicebot check praxis.yaml
        praxis.yaml:6:20: warning: "massage" has no bookable hour in the next 60 days (to 2026-11-13): the hours of the business and those of "anna" leave no room for it. [type-unavailable]
         6 | appointmentTypes: {massage: {name: Massage, products: [m30]}}
           |                    ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a type with one bookable hour, on the sixtieth day",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates: {2026-09-01..2026-11-12: closed}
        $ voicebot check praxis.yaml
        1 file is in order.
        """#),
    DeskTranscript(
      title: "a type with no bookable hour because of its agents",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents:
          anna: {name: Anna, hours: {wed: closed}}
          ben: {name: Ben}
        appointmentTypes:
          massage: {name: Massage, products: [m30]}
          sauna: {name: Sauna, products: [m30], agents: [anna]}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:6:3: warning: "anna" never works while the business is open, so nobody can book with them. [agent-unavailable]
         6 |   anna: {name: Anna, hours: {wed: closed}}
           |   ^
        praxis.yaml:10:3: warning: "sauna" has no bookable hour in the next 60 days (to 2026-11-13): the hours of the business and those of "anna" leave no room for it. [type-unavailable]
         10 |   sauna: {name: Sauna, products: [m30], agents: [anna]}
            |   ^
        2 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "notice and horizon do not matter to that",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        booking: {notice: 70d, horizon: 71d}
        $ voicebot check praxis.yaml
        1 file is in order.
        """#),
    DeskTranscript(
      title: "a business that is never open",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {}
        agents: {anna: {name: Anna}, ben: {name: Ben}, c: {name: C}, d: {name: D}, e: {name: E}, f: {name: F}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:6:20: warning: "massage" has no bookable hour in the next 60 days (to 2026-11-13): the hours of the business and those of "anna", "ben", "c", "d" and 2 others leave no room for it. [type-unavailable]
         6 | appointmentTypes: {massage: {name: Massage, products: [m30]}}
           |                    ^
        1 warning in 1 file.
        """#),
  ]
}
