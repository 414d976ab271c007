// What `voicebot check` says about lines that do something else than they seem to, and about bookings that a file strands.
// How they are replayed: Support/DeskTranscript.swift.

extension DeskTranscript {
  static let slips = [
    DeskTranscript(
      title: "starts at which nobody works",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30, class, late]}}
        products:
          m30: {name: Massage, duration: 30m}
          class: {name: Class, duration: 1h, starts: {mon: "18:00, 16:00", sat: 10:00, 2026-10-01..: {wed: 16:30}, 2026-09-15: 08:30}}
          late: {name: Late class, duration: 1h, starts: {mon: 20:00}}
        $ voicebot check praxis.yaml
        praxis.yaml:9:68: warning: Nobody who takes "class" works at these starts for the 1h that it takes, so they are never offered: appointments lie within the hours of the business and of their agent. [starts-outside]
         9 |   class: {name: Class, duration: 1h, starts: {mon: "18:00, 16:00", sat: 10:00, 2026-10-01..: {wed: 16:30}, 2026-09…
           |                                                                    ^
        praxis.yaml:9:95: warning: Nobody who takes "class" works at these starts for the 1h that it takes, so they are never offered: appointments lie within the hours of the business and of their agent. [starts-outside]
         9 | …starts: {mon: "18:00, 16:00", sat: 10:00, 2026-10-01..: {wed: 16:30}, 2026-09-15: 08:30}}
           |                                                           ^
        praxis.yaml:9:108: warning: Nobody who takes "class" works at these starts for the 1h that it takes, so they are never offered: appointments lie within the hours of the business and of their agent. [starts-outside]
         9 | … "18:00, 16:00", sat: 10:00, 2026-10-01..: {wed: 16:30}, 2026-09-15: 08:30}}
           |                                                           ^
        praxis.yaml:10:51: warning: Nobody who takes "late" works at these starts for the 1h that it takes, so they are never offered: appointments lie within the hours of the business and of their agent. [starts-outside]
         10 |   late: {name: Late class, duration: 1h, starts: {mon: 20:00}}
            |                                                   ^
        4 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "agents of a product",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}, ben: {name: Ben, hours: {mon: 09:00-10:00}}, carla: {name: Carla}}
        appointmentTypes: {massage: {name: Massage, products: [m30, m90]}}
        products:
          m30: {name: Massage, duration: 30m, agents: [anna]}
          m90: {name: Long massage, duration: 90m, agents: [ben]}
        $ voicebot check praxis.yaml
        praxis.yaml:5:75: warning: No product of an appointment type of "carla" has them among its agents, so nobody can book with them; add them to the "agents" of one. [agent-unused]
         5 | agents: {anna: {name: Anna}, ben: {name: Ben, hours: {mon: 09:00-10:00}}, carla: {name: Carla}}
           |                                                                           ^
        praxis.yaml:9:39: warning: "m90" takes 1h30m, but who takes it never works longer than 1h without a break, so it can never be booked. [product-too-long]
         9 |   m90: {name: Long massage, duration: 90m, agents: [ben]}
           |                                       ^
        2 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "a range that opens what is closed",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents:
          anna: {name: Anna, hours: {mon-wed: 09:00-12:00}, dates: {2026-10-05..2026-10-16: 14:00-16:00}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        dates:
          12-25: closed
          2026-12-20..2027-01-10: 10:00-12:00
          2026-10-10..2026-10-11: 10:00-14:00
          2026-11-01..2026-11-30: {mon-fri: 10:00-12:00}
        $ voicebot check praxis.yaml
        praxis.yaml:6:61: warning: "2026-10-05..2026-10-16" opens every Thursday, every Friday, every Saturday and every Sunday, closed otherwise. If that is not meant, write the weekdays, such as {mon-fri: 14:00-16:00}, and closed holidays after it. [date-opens]
         6 |   anna: {name: Anna, hours: {mon-wed: 09:00-12:00}, dates: {2026-10-05..2026-10-16: 14:00-16:00}}
           |                                                             ^
        praxis.yaml:11:3: warning: "2026-12-20..2027-01-10" opens every Saturday, every Sunday and 2026-12-25, closed otherwise. If that is not meant, write the weekdays, such as {mon-fri: 10:00-12:00}, and closed holidays after it. [date-opens]
         11 |   2026-12-20..2027-01-10: 10:00-12:00
            |   ^
        2 warnings in 1 file.
        """#),
    DeskTranscript(
      title: "a yearly range without February 29th",
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
          11-15..02-28: {mon-fri: 10:00-16:00}
          02-28: closed
        $ voicebot check praxis.yaml
        praxis.yaml:9:3: warning: "11-15..02-28" leaves out February 29th in leap years; end it on 02-29, which is the 28th in all others. [leap-day]
         9 |   11-15..02-28: {mon-fri: 10:00-16:00}
           |   ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a daily limit that counts everything",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30, first, other]}}
        products:
          m30: {name: Massage, duration: 30m}
          first: {name: First visit, duration: 45m, dailyLimit: 2}
          other: {name: Other visit, duration: 45m, maxPerDay: 2}
        $ voicebot check praxis.yaml
        praxis.yaml:9:45: warning: "dailyLimit" counts all sessions of an agent's day, of whatever product: after 2 of any kind "first" is not offered. For at most 2 of "first" a day write "maxPerDay: 2". [daily-limit]
         9 |   first: {name: First visit, duration: 45m, dailyLimit: 2}
           |                                             ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a deadline beyond the horizon",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        booking: {horizon: 10d, changeUntil: 11d}
        $ voicebot check praxis.yaml
        praxis.yaml:8:38: warning: Nothing that is booked could be moved or cancelled by telephone: "changeUntil" is 11d, and "horizon" lets callers book no more than 10d ahead. [change-until]
         8 | booking: {horizon: 10d, changeUntil: 11d}
           |                                      ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "a rota that begins on a weekday without hours",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        rota:
          from: 2026-09-07
          weeks: [{tue-fri: 09:00-17:00}, closed]
        $ voicebot check praxis.yaml
        praxis.yaml:8:9: warning: 2026-09-07 is a Monday, on which none of the weeks has hours. Is that the right week? The first of the weeks is the one that this day lies in, from Monday on. [rota-from]
         8 |   from: 2026-09-07
           |         ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "zones without summer time",
      text: #"""
        == a.yaml
        name: Praxis
        timezone: EST
        country: US
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == b.yaml
        name: Praxis
        timezone: UTC
        country: GB
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == c.yaml
        name: Praxis
        timezone: Etc/GMT+6
        country: US
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check a.yaml b.yaml c.yaml
        a.yaml:2:11: warning: "EST" has no summer time: where clocks are set forward, all appointments of the summer are an hour late. "America/New_York" was probably meant. [fixed-zone]
         2 | timezone: EST
           |           ^
        b.yaml:2:11: warning: "UTC" has no summer time: where clocks are set forward, all appointments of the summer are an hour late. "Europe/London" was probably meant. [fixed-zone]
         2 | timezone: UTC
           |           ^
        c.yaml:2:11: warning: "Etc/GMT+6" has no summer time: where clocks are set forward, all appointments of the summer are an hour late. "America/Chicago" was probably meant. [fixed-zone]
         2 | timezone: Etc/GMT+6
           |           ^
        3 warnings in 3 of 3 files.
        """#),
    DeskTranscript(
      title: "a remark without a blank before it",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m, price: 38 Euro#half an hour, description: "C#"}}
        $ voicebot check praxis.yaml
        praxis.yaml:7:55: warning: "38 Euro#half an hour" is one text: a remark begins with a blank before its "#". If the "#" belongs to the text, put the text in quotes. [no-remark]
         7 | products: {m30: {name: Massage, duration: 30m, price: 38 Euro#half an hour, description: "C#"}}
           |                                                       ^
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "one name in two types",
      text: #"""
        == praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}, ann: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30], agents: [anna]}, other: {name: Other, products: [m30], agents: [ann]}}
        products: {m30: {name: Massage, duration: 30m}}
        $ voicebot check praxis.yaml
        1 file is in order.
        """#),
    DeskTranscript(
      title: "the bookings cannot be looked at",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m}}
        == Data/praxis.jsonl
        nonsense
        $ voicebot check
        Businesses/praxis.yaml: warning: Whether it strands bookings is not known. The bookings file of praxis was refused: its mode 644 lets others in; run chmod go= on it. [bookings-unread]
        1 warning in 1 file.
        """#),
    DeskTranscript(
      title: "bookings that the file would no longer allow",
      text: #"""
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        agents: {anna: {name: Anna}, ben: {name: Ben}}
        appointmentTypes: {massage: {name: Massage, products: [m30, m60]}}
        products: {m30: {name: Massage, duration: 30m}, m60: {name: Long massage, duration: 1h}}
        $ voicebot book praxis m30 2026-09-22T10:00 --agent anna firstname=Eva lastname=Muster phone=0351123456
        Booked: Massage with Anna, Tuesday, 22 September 2026, 10:00–10:30 (bn6hda1r)
        $ voicebot book praxis m60 2026-09-22T09:00 --agent anna firstname=Hans lastname=Meier phone=0351123457
        Booked: Long massage with Anna, Tuesday, 22 September 2026, 09:00–10:00 (bsqjcyz6)
        $ voicebot book praxis m30 2026-09-15T09:00 --agent ben firstname=Otto lastname=Kern phone=0351123458
        Booked: Massage with Ben, Tuesday, 15 September 2026, 09:00–09:30 (bjpswkcd)
        $ voicebot book praxis m60 2026-09-16T09:00 --agent ben firstname=Udo lastname=Kern phone=0351123459
        Booked: Long massage with Ben, Wednesday, 16 September 2026, 09:00–10:00 (b6kbc8am)
        $ voicebot book praxis m30 2026-09-17T09:00 --agent anna firstname=Lea lastname=Kern phone=0351123460
        Booked: Massage with Anna, Thursday, 17 September 2026, 09:00–09:30 (begj605b)
        $ voicebot agenda praxis --stranded
        No booking of Praxis is stranded: today's file allows all that are to come.
        == Businesses/praxis.yaml
        name: Praxis
        timezone: Europe/Berlin
        country: DE
        hours: {mon-fri: 09:00-17:00}
        dates: {2026-09-22: closed}
        agents: {anna: {name: Anna}, bert: {name: Bert}}
        appointmentTypes: {massage: {name: Massage, products: [m30]}}
        products: {m30: {name: Massage, duration: 30m, starts: {mon-fri: 10:00}}}
        $ voicebot check
        Businesses/praxis.yaml: warning: 2026-09-15, Ben, 09:00: Massage for Otto Kern, +49351123458 is booked, but there is no agent “ben” any more. Move the booking or cancel it, and call. [stranded]
        Businesses/praxis.yaml: warning: 2026-09-16, Ben, 09:00: Long massage for Udo Kern, +49351123459 is booked, but “m60” is not offered any more. Move the booking or cancel it, and call. [stranded]
        Businesses/praxis.yaml: warning: 2026-09-17, Anna, 09:00: Massage for Lea Kern, +49351123460 is booked, but “m30” does not start then. Move the booking or cancel it, and call. [stranded]
        Businesses/praxis.yaml: warning: 2026-09-22, Anna, 09:00: Long massage for Hans Meier, +49351123457 is booked, but “m60” is not offered any more. Move the booking or cancel it, and call. [stranded]
        Businesses/praxis.yaml: warning: 2026-09-22, Anna, 10:00: Massage for Eva Muster, +49351123456 is booked, but Anna does not work then. Move the booking or cancel it, and call. [stranded]
        5 warnings in 1 file.
        $ voicebot agenda praxis --stranded
        5 bookings to come that today's file would not allow:

        Tuesday, 15 September 2026
          Ben
            09:00  Massage for Otto Kern, +49351123458 (there is no agent “ben” any more)  bjpswkcd

        Wednesday, 16 September 2026
          Ben
            09:00  Long massage for Udo Kern, +49351123459 (“m60” is not offered any more)  b6kbc8am

        Thursday, 17 September 2026
          Anna
            09:00  Massage for Lea Kern, +49351123460 (“m30” does not start then)  begj605b

        Tuesday, 22 September 2026
          Anna
            09:00  Long massage for Hans Meier, +49351123457 (“m60” is not offered any more)  bsqjcyz6
            10:00  Massage for Eva Muster, +49351123456 (Anna does not work then)  bn6hda1r
        $ voicebot agenda praxis --stranded --agent anna --format json
        [{"id":"praxis.begj605bazat3rm9mj4qt","start":"2026-09-17T09:00:00.000+02:00","agent":"anna","product":"m30","reason":"not-a-start","participant":"Lea Kern","phone":"+49351123460"},{"id":"praxis.bsqjcyz6bvvmb5qysyqr1","start":"2026-09-22T09:00:00.000+02:00","agent":"anna","product":"m60","reason":"product-gone","participant":"Hans Meier","phone":"+49351123457"},{"id":"praxis.bn6hda1rbnqzxcexa27t7","start":"2026-09-22T10:00:00.000+02:00","agent":"anna","product":"m30","reason":"outside-hours","participant":"Eva Muster","phone":"+49351123456"}]
        @ 2026-09-20T08:00:00Z
        $ voicebot agenda praxis --stranded --agent ben
        No booking of Praxis is stranded: today's file allows all that are to come.
        $ voicebot agenda praxis --stranded --html
        ! Error: --stranded is shown as a list or as JSON.
        ! Usage: voicebot agenda [<entity>] [--from <from>] [--days <days>] [--agent <agent>] [--format <format>] [--html] [--verbose] [--stranded]
        !   See 'voicebot agenda --help' for more information.
        [64]
        """#),
  ]
}
