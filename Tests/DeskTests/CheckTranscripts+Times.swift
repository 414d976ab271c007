// What `voicebot check` says about hours and dates.
// How they are replayed: Support/DeskTranscript.swift.

extension DeskTranscript {
  static let times = [
    DeskTranscript(
      title: "windows that overlap",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours:
          mon-thu: 08:00-12:00, 11:00-18:00
          fri: [08:00-12:00, 12:00-13:00]
        agents: {anna: {name: Anna, hours: {sat-tue: "13:00-17:00, 09:00-14:00"}}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates: {2026-12-23: "09:00-12:00, 10:00-11:00"}
        $ voicebot check praxis.yaml
        praxis.yaml:5:12: warning: 08:00-12:00 and 11:00-18:00 overlap; they are read as one window. [windows-overlap]
         5 |   mon-thu: 08:00-12:00, 11:00-18:00
           |            ^
        praxis.yaml:7:46: warning: 09:00-14:00 and 13:00-17:00 overlap; they are read as one window. [windows-overlap]
         7 | agents: {anna: {name: Anna, hours: {sat-tue: "13:00-17:00, 09:00-14:00"}}}
           |                                              ^
        praxis.yaml:10:21: warning: 09:00-12:00 and 10:00-11:00 overlap; they are read as one window. [windows-overlap]
         10 | dates: {2026-12-23: "09:00-12:00, 10:00-11:00"}
            |                     ^
        3 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "a window that is almost a day",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours:
          mon: 13:00-12:00
          tue: 18:00-10:00
          wed-sun: 00:00-24:00
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        praxis.yaml:5:8: warning: 13:00-12:00 ends on the next day, 23h later; if that is meant, it is clearer to write both days. [window-too-long]
         5 |   mon: 13:00-12:00
           |        ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "hours of an agent while it is closed",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents:
          anna:
            name: Anna
            hours: {mon: 17:00-19:00, wed-fri: 16:00-20:00, sat: 09:00-12:00, sun: 09:00-12:00}
            dates: {12-25: 09:00-12:00, 2026-10-31: 10:00-11:00, 2026-11-03: 18:00-19:00, 2026-11-08: off}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates:
          2026-10-31: 09:00-13:00
          12-25: closed
        $ voicebot check praxis.yaml
        praxis.yaml:8:13: warning: The business is closed at these hours of "anna", so they have no effect: an agent works within the hours of the business. [hours-outside]
         8 |     hours: {mon: 17:00-19:00, wed-fri: 16:00-20:00, sat: 09:00-12:00, sun: 09:00-12:00}
           |             ^
        praxis.yaml:8:53: warning: The business is closed at these hours of "anna", so they have no effect: an agent works within the hours of the business. [hours-outside]
         8 |     hours: {mon: 17:00-19:00, wed-fri: 16:00-20:00, sat: 09:00-12:00, sun: 09:00-12:00}
           |                                                     ^
        praxis.yaml:8:71: warning: The business is closed at these hours of "anna", so they have no effect: an agent works within the hours of the business. [hours-outside]
         8 |     hours: {mon: 17:00-19:00, wed-fri: 16:00-20:00, sat: 09:00-12:00, sun: 09:00-12:00}
           |                                                                       ^
        praxis.yaml:9:13: warning: The business is closed at these hours of "anna", so they have no effect: an agent works within the hours of the business. [hours-outside]
         9 |     dates: {12-25: 09:00-12:00, 2026-10-31: 10:00-11:00, 2026-11-03: 18:00-19:00, 2026-11-08: off}
           |             ^
        praxis.yaml:9:58: warning: The business is closed at these hours of "anna", so they have no effect: an agent works within the hours of the business. [hours-outside]
         9 |     dates: {12-25: 09:00-12:00, 2026-10-31: 10:00-11:00, 2026-11-03: 18:00-19:00, 2026-11-08: off}
           |                                                          ^
        5 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "dates that are over",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna, dates: {2025-01-01..2025-01-01: off}}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates:
          2026-09-13: closed
          2026-09-14: closed
          2026-08-01..2026-09-13: closed
          2026-09-01..2026-09-14: 10:00-12:00
          01-01: closed
        $ voicebot check praxis.yaml
        praxis.yaml:5:37: warning: "2025-01-01..2025-01-01" is over; the entry can go. [date-past]
         5 | agents: {anna: {name: Anna, dates: {2025-01-01..2025-01-01: off}}}
           |                                     ^
        praxis.yaml:9:3: warning: "2026-09-13" is over; the entry can go. [date-past]
         9 |   2026-09-13: closed
           |   ^
        praxis.yaml:10:3: warning: "2026-09-14" has no effect: later entries win, and "2026-09-01..2026-09-14" in line 12 holds for the same days. Write the exception after the rule. [date-overridden]
         10 |   2026-09-14: closed
            |   ^
        praxis.yaml:11:3: warning: "2026-08-01..2026-09-13" is over; the entry can go. [date-past]
         11 |   2026-08-01..2026-09-13: closed
            |   ^
        4 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "the day begins where the business is",
      text: #"""
        == auckland.yaml
        name: Praxis
        timezone: Pacific/Auckland
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates: {2026-09-13: closed}
        == honolulu.yaml
        name: Praxis
        timezone: Pacific/Honolulu
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates: {2026-09-13: closed}
        $ voicebot check .
        ./auckland.yaml:8:9: warning: "2026-09-13" is over; the entry can go. [date-past]
         8 | dates: {2026-09-13: closed}
           |         ^
        1 warning in 1 of 2 files.
        """#),
    DeskTranscript(
      title: "dates that later entries override",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates:
          12-25: 10:00-12:00
          2026-12-25: 09:00-12:00
          2026-12-31: closed
          2026-12-24..2027-01-01: closed
          01-06: 10:00-12:00
          12-20..01-10: 14:00-15:00
          2026-12-26: 10:00-11:00
          2027-01-02..2028-01-02: closed
          02-29: closed
          02-01..02-28: 10:00-11:00
        $ voicebot check praxis.yaml
        praxis.yaml:9:3: warning: "12-25" has no effect: later entries win, and "12-20..01-10" in line 14 holds for the same days. Write the exception after the rule. [date-overridden]
         9 |   12-25: 10:00-12:00
           |   ^
        praxis.yaml:10:3: warning: "2026-12-25" has no effect: later entries win, and "2026-12-24..2027-01-01" in line 12 holds for the same days. Write the exception after the rule. [date-overridden]
         10 |   2026-12-25: 09:00-12:00
            |   ^
        praxis.yaml:12:3: warning: "2026-12-24..2027-01-01" has no effect: later entries win, and "12-20..01-10" in line 14 holds for the same days. Write the exception after the rule. [date-overridden]
         12 |   2026-12-24..2027-01-01: closed
            |   ^
        praxis.yaml:13:3: warning: "01-06" has no effect: later entries win, and "12-20..01-10" in line 14 holds for the same days. Write the exception after the rule. [date-overridden]
         13 |   01-06: 10:00-12:00
            |   ^
        praxis.yaml:14:3: warning: "12-20..01-10" opens every Sunday, 2026-12-24, 2026-12-25, 2026-12-27 and 5 more days, closed otherwise. If that is not meant, write the weekdays, such as {mon-fri: 14:00-15:00}, and closed holidays after it. [date-opens]
         14 |   12-20..01-10: 14:00-15:00
            |   ^
        5 warnings in 1 file.
        """#),
  ]
}
