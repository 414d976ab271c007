// Business files that the reader and the schema must agree about, and those about which they cannot.

import Testing

/// One line of the corpus: what is different from the file that it begins with, and what becomes of it.
struct SchemaCase: CustomTestStringConvertible, Sendable {
  enum Verdict: String {
    /// Both take it.
    case ok
    /// Both refuse it.
    case no
    /// Only the reader refuses it.
    case reader
    /// Only the schema refuses it.
    case schema
  }

  var verdict: Verdict
  /// `key: value` in the place of that key, or `-key`.
  var change: String
  var testDescription: String { "\(verdict.rawValue) \(change)" }

  /// The file.
  var yaml: String {
    var entries = SchemaCase.entries
    let key = change.hasPrefix("-") ? String(change.dropFirst()) : String(change.prefix { $0 != ":" })
    entries.removeAll { $0.hasPrefix(key + ":") }
    if !change.hasPrefix("-") { entries.append(change) }
    return entries.joined(separator: "\n") + "\n"
  }

  /// The file that every case begins with.
  private static let entries = [
    "name: Praxis", "timezone: Europe/Berlin", "hours: {mon-fri: 09:00-17:00}",
    "agents: {anna: {name: Anna}, ben: {name: Ben}}",
    "appointmentTypes: {massage: {name: Massage, products: [m30]}}",
    "products: {m30: {name: Massage, duration: 30m}}",
    "resources: {room: 2}", "fields: {insurance: {label: Insurance}}",
  ]

  /// Every case of the table; a line that begins with `#` tells why reader and schema differ in those that follow.
  static let all: [SchemaCase] = table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let verdict = Verdict(rawValue: parts[0]) else { return nil }
    return SchemaCase(verdict: verdict, change: parts[1].trimmingPrefix(while: { $0 == " " }).description)
  }

  static let table = #"""
    ok      name: Praxis Dr. Müller & Töchter 東京
    ok      name: 24
    ok      name: 1.5
    ok      name: true
    ok      name: "  in the middle of blanks \n"
    ok      name: "null"
    no      -name
    no      name:
    no      name: ""
    no      name: "  "
    no      name: "two\nlines"
    no      name: "a\tb"
    no      name: "bell \a"
    no      name: "delete \x7F"
    no      name: "next \N line"
    no      name: "line \L separator"
    no      name: [Praxis]
    no      name: {de: Praxis}
    ok      name: "…200 characters…"
    no      name: "…201 characters…"
    no      Name: Praxis
    no      names: Praxis
    no      "": x

    no      -timezone
    no      timezone:
    no      timezone: 1
    no      timezone: [Europe/Berlin]
    no      timezone: Europe Berlin
    no      timezone: ../../etc/passwd
    no      timezone: a/b/c/d
    no      timezone: /Europe/Berlin

    ok      country: DE
    ok      country: NO
    no      country: de
    no      country: UK
    no      country: DEU
    no      country: 49
    no      country:
    no      country: [DE]

    ok      language: de
    ok      language: EN-gb
    ok      language: no
    ok      language: es-419
    ok      language: zh-cmn-Hans-CN-1996-rozaj-a-ext1-u-co-phonebk-x-a-privat1
    ok      language: de-x-a
    no      language: d
    no      language: german
    no      language: de_DE
    no      language: de-
    no      language: -de
    no      language: de--AT
    no      language: zh-TW-Hant
    no      language: de-a
    no      language: de-u-a
    no      language: de-x
    no      language: de-x-privately1
    no      language: de-ab1
    no      language: "de "
    no      language: ""
    no      language:
    no      language: 49
    no      language: [de]

    ok      sipIds: []
    ok      sipIds: [phoneSipId12345678, "+49 351 1234567", 4711]
    no      sipIds: phoneSipId12345678
    no      sipIds:
    no      sipIds: [a, a]
    no      sipIds: [""]
    no      sipIds: [[a]]

    no      -hours
    no      hours:
    no      hours: 09:00-17:00
    no      hours: [mon]
    ok      hours: {}
    ok      hours: {mon: closed, tue: off, wed: 00:00-24:00, sat-sun: "09:00-12:00, 13:00-17:00"}
    ok      hours: {sun-mon: 22:00-06:00}
    ok      hours: {mon: " 09:00-12:00 ,13:00-17:00"}
    ok      hours: {mon: [09:00-12:00, 13:00-17:00]}
    ok      hours: {mon: [09:00-12:00]}
    ok      hours: {mon: "09:00-12:00,\n  13:00-17:00"}
    no      hours: {mon: []}
    no      hours: {mon: [closed]}
    no      hours: {mon: [" 09:00-12:00"]}
    no      hours: {mon: ["09:00-12:00, 13:00-17:00"]}
    no      hours: {mon: [9]}
    no      hours: {mon: [[09:00-12:00]]}
    no      hours: {mon: }
    no      hours: {mon: ""}
    no      hours: {mon: 8}
    no      hours: {mon: 9:00-17:00}
    no      hours: {mon: 09:00-17:60}
    no      hours: {mon: 09:00-25:00}
    no      hours: {mon: 24:00-01:00}
    no      hours: {mon: 09:00-24:30}
    no      hours: {mon: 09:00 - 17:00}
    no      hours: {mon: "09:00-12:00,"}
    no      hours: {mon: "09:00-12:00, closed"}
    no      hours: {mon: " closed"}
    no      hours: {mon: Closed}
    no      hours: {mon: {from: 09:00}}
    no      hours: {mon: 09:00-12:00, 13:00-17:00}
    no      hours: {Mon: 09:00-17:00}
    no      hours: {monday: 09:00-17:00}
    no      hours: {mon-: 09:00-17:00}
    no      hours: {mon-fri-sat: 09:00-17:00}
    no      hours: {"mon,tue": 09:00-17:00}
    no      hours: {2026-01-01: closed}

    ok      dates: {}
    ok      dates: {2026-12-24: closed, 12-25: off, 2026-12-24..2027-01-01: 09:00-12:00, 12-20..01-10: closed}
    ok      dates: {02-29: closed, 2028-02-29: closed, 0001-01-01: closed, 9999-12-31: closed}
    ok      dates: {2026-12-24: ["09:00-10:00"]}
    no      dates:
    no      dates: 2026-12-24
    no      dates: {2026-12-24: }
    no      dates: {2026-13-01: closed}
    no      dates: {2026-00-01: closed}
    no      dates: {2026-04-31: closed}
    no      dates: {2026-02-30: closed}
    no      dates: {02-30: closed}
    no      dates: {0000-01-01: closed}
    no      dates: {24.12.2026: closed}
    no      dates: {2026-1-5: closed}
    ok      dates: {2026-12-24..: closed, ..2026-12-24: closed}
    no      dates: {12-24..: closed}
    no      dates: {..12-24: closed}
    no      dates: {"..": closed}
    ok      dates: {easter: closed, easter+1: closed, easter-80: closed, easter-2..easter+1: closed, orthodox-easter+50: off}
    ok      dates: {"nov thu[4]": closed, "nov thu[4]+1": closed, "may mon[-1]": off, "jan sun[5]-80..jan sun[5]": closed}
    ok      dates: {easter..orthodox-easter: closed}
    no      dates: {Easter: closed}
    no      dates: {easter+81: closed}
    no      dates: {easter + 1: closed}
    no      dates: {easter+01: closed}
    no      dates: {easter..: closed}
    no      dates: {easter..2026-12-24: closed}
    no      dates: {easter..12-24: closed}
    no      dates: {"nov thu[6]": closed}
    no      dates: {"nov thu[0]": closed}
    no      dates: {"nov thu": closed}
    no      dates: {"nov  thu[1]": closed}
    no      dates: {"nov thu[1] ": closed}
    no      dates: {"november thu[1]": closed}
    ok      dates: {06-01..08-31: {mon-fri: 07:00-14:00, sat: closed}, 2026-12-24: {}}
    no      dates: {06-01..08-31: {12-25: 07:00-14:00}}
    no      dates: {06-01..08-31: {mon: {mon: 07:00-14:00}}}
    no      dates: {06-01..08-31: {mon: 18:00}}

    ok      agents: {anna: {name: Anna, rota: {from: 2026-09-07, weeks: [{mon: 09:00-10:00}, closed, off, {}]}}}
    no      agents: {anna: {name: Anna, hours: {}, rota: {from: 2026-09-07, weeks: [{}]}}}
    no      agents: {anna: {name: Anna, rota: {from: 2026-09-07, weeks: []}}}
    no      agents: {anna: {name: Anna, rota: {from: 2026-09-07}}}
    no      agents: {anna: {name: Anna, rota: {weeks: [{}]}}}
    no      agents: {anna: {name: Anna, rota: {from: 09-07, weeks: [{}]}}}
    no      agents: {anna: {name: Anna, rota: {from: 2026-09-07, weeks: [open]}}}
    no      agents: {anna: {name: Anna, rota: {from: 2026-09-07, weeks: {mon: 09:00-10:00}}}}
    no      agents: {anna: {name: Anna, rota: [{mon: 09:00-10:00}]}}
    no      rota: {from: 2026-09-07, weeks: [{mon: 09:00-10:00}]}

    ok      products: {m30: {name: M, duration: 30m, starts: {mon: 18:00, tue-wed: "08:00-10:00, 18:00", thu: [18:00, 08:00-24:00], fri: closed}}}
    ok      products: {m30: {name: M, duration: 30m, starts: {2026-11-14: 10:00, 10-01..12-31: {wed: 18:00}, easter: off, "nov thu[4]": 09:00}}}
    ok      products: {m30: {name: M, duration: 30m, starts: {}}}
    no      products: {m30: {name: M, duration: 30m, starts: {mon: 24:00}}}
    no      products: {m30: {name: M, duration: 30m, starts: {mon: 6pm}}}
    no      products: {m30: {name: M, duration: 30m, starts: {mon: {mon: 18:00}}}}
    no      products: {m30: {name: M, duration: 30m, starts: {12-24: {12-24: 18:00}}}}
    no      products: {m30: {name: M, duration: 30m, starts: {mondays: 18:00}}}
    no      products: {m30: {name: M, duration: 30m, starts: 18:00}}
    no      products: {m30: {name: M, duration: 30m, starts: {mon: []}}}
    no      products: {m30: {name: M, duration: 30m, starts: {mon: }}}
    ok      products: {m30: {name: M, duration: 2h, pause: {after: 45m, for: 30m}}}
    no      products: {m30: {name: M, duration: 2h, pause: {after: 45m}}}
    no      products: {m30: {name: M, duration: 2h, pause: {after: 45m, for: 0m}}}
    no      products: {m30: {name: M, duration: 2h, pause: 30m}}
    no      products: {m30: {name: M, duration: 2h, pause: {after: 45m, length: 30m}}}
    ok      products: {m30: {name: M, duration: 30m, maxPerDay: 2}}
    no      products: {m30: {name: M, duration: 30m, maxPerDay: 0}}
    no      booking: {maxPerDay: 2}
    ok      products: {m30: {name: M, duration: 30m, needs: {room: 2}}}
    ok      products: {m30: {name: M, duration: 30m, needs: {}}}
    no      products: {m30: {name: M, duration: 30m, needs: {room: 0}}}
    no      products: {m30: {name: M, duration: 30m, needs: {room: }}}
    no      products: {m30: {name: M, duration: 30m, needs: [{room: 2}]}}
    ok      products: {m30: {name: M, duration: 30m, agents: [anna]}}
    no      products: {m30: {name: M, duration: 30m, agents: []}}
    no      products: {m30: {name: M, duration: 30m, agents: [anna, anna]}}
    no      products: {m30: {name: M, duration: 30m, agents: anna}}

    no      dates: {2026-12-24..2026-12-25..2026-12-26: closed}
    no      dates: {2026-12-24..12-26: closed}
    no      dates: {12-24..2026-12-26: closed}
    no      dates: {mon: closed}

    no      -agents
    no      agents:
    no      agents: {}
    no      agents: [anna]
    no      agents: {anna: }
    no      agents: {anna: Anna}
    no      agents: {anna: {}}
    no      agents: {anna: {name: }}
    no      agents: {anna: {name: Anna, age: 30}}
    no      agents: {"anna s": {name: Anna}}
    no      agents: {-anna: {name: Anna}}
    no      agents: {änna: {name: Anna}}
    no      agents: {"": {name: Anna}}
    ok      agents: {1: {name: Anna}, A_b-3: {name: Ben}, true: {name: Clara}}
    ok      agents: {…64 characters…: {name: Anna}}
    no      agents: {…65 characters…: {name: Anna}}
    ok      agents: {anna: {name: Anna, hours: {mon: 09:00-10:00}, dates: {12-25: off}}}
    no      agents: {anna: {name: Anna, hours: {mon: 9}}}
    no      agents: {anna: {name: Anna, dates: {mon: off}}}

    no      -appointmentTypes
    no      appointmentTypes: {}
    no      appointmentTypes: {massage: {products: [m30]}}
    no      appointmentTypes: {massage: {name: Massage}}
    no      appointmentTypes: {massage: {name: Massage, products: []}}
    no      appointmentTypes: {massage: {name: Massage, products: m30}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30, m30]}}
    no      appointmentTypes: {massage: {name: Massage, products: [[m30]]}}
    no      appointmentTypes: {massage: {name: Massage, products: ["m 30"]}}
    no      appointmentTypes: {massage: {name: Massage, products: [-30]}}
    no      appointmentTypes: {massage: {name: Massage, products: [30.5]}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30], agents: []}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30], agents: [anna, anna]}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30], duration: 30m}}
    ok      appointmentTypes: {massage: {name: Massage, products: [m30], agents: [ben, anna], description: "Two\nlines"}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30], description: ""}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30], description: "a\rb"}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30], description: [a]}}
    ok      appointmentTypes: {massage: {name: Massage, products: [m30], description: "…2000 characters…"}}
    no      appointmentTypes: {massage: {name: Massage, products: [m30], description: "…2001 characters…"}}

    no      -products
    no      products: {}
    no      products: {m30: {name: Massage}}
    no      products: {m30: {duration: 30m}}
    no      products: {m30: 30m}
    ok      products: {m30: {name: Massage, duration: 1h30m}}
    ok      products: {m30: {name: Massage, duration: 1d2h3m}}
    ok      products: {m30: {name: Massage, duration: 000030m}}
    no      products: {m30: {name: Massage, duration: 30}}
    no      products: {m30: {name: Massage, duration: "30 m"}}
    no      products: {m30: {name: Massage, duration: 30m1h}}
    no      products: {m30: {name: Massage, duration: 30m30m}}
    no      products: {m30: {name: Massage, duration: 0000030m}}
    no      products: {m30: {name: Massage, duration: 0m}}
    no      products: {m30: {name: Massage, duration: 0h0m}}
    no      products: {m30: {name: Massage, duration: -30m}}
    no      products: {m30: {name: Massage, duration: m}}
    no      products: {m30: {name: Massage, duration: ""}}
    no      products: {m30: {name: Massage, duration: 1w}}
    no      products: {m30: {name: Massage, duration: [30m]}}
    ok      products: {m30: {name: Massage, duration: 30m, price: 38 Euro, description: x, capacity: 8, needs: [room]}}
    ok      products: {m30: {name: Massage, duration: 30m, price: 38, needs: []}}
    no      products: {m30: {name: Massage, duration: 30m, price: }}
    ok      products: {m30: {name: Massage, duration: 30m, capacity: "8"}}
    ok      products: {m30: {name: Massage, duration: 30m, capacity: 10000}}
    no      products: {m30: {name: Massage, duration: 30m, capacity: 10001}}
    no      products: {m30: {name: Massage, duration: 30m, capacity: "10001"}}
    no      products: {m30: {name: Massage, duration: 30m, capacity: 0}}
    no      products: {m30: {name: Massage, duration: 30m, capacity: -1}}
    no      products: {m30: {name: Massage, duration: 30m, capacity: 1.5}}
    no      products: {m30: {name: Massage, duration: 30m, capacity: "08"}}
    no      products: {m30: {name: Massage, duration: 30m, capacity: many}}
    no      products: {m30: {name: Massage, duration: 30m, needs: room}}
    no      products: {m30: {name: Massage, duration: 30m, needs: [room, room]}}
    ok      products: {m30: {name: M, duration: 30m, requiredInfo: {booker: [phone], participant: []}}}
    ok      products: {m30: {name: M, duration: 30m, slotInterval: 15m, notice: 2h, horizon: 60d, changeUntil: 1d}}
    ok      products: {m30: {name: M, duration: 30m, bufferBefore: 5m, bufferAfter: 10m, dailyLimit: 4}}
    no      products: {m30: {name: M, duration: 30m, retention: 30d}}

    ok      resources: {}
    ok      resources: {room: 10000, "2": "3"}
    no      resources:
    no      resources: [room]
    no      resources: {room: 0}
    no      resources: {room: }
    no      resources: {room: two}
    no      resources: {big room: 2}

    ok      requiredInfo: {}
    ok      requiredInfo: {booker: [], participant: [firstname, lastname, dateOfBirth, phone, email, address, insurance]}
    no      requiredInfo:
    no      requiredInfo: [phone]
    no      requiredInfo: {booker: phone}
    no      requiredInfo: {booker: [phone, phone]}
    no      requiredInfo: {booker: }
    no      requiredInfo: {booker: ["date of birth"]}
    no      requiredInfo: {both: [phone]}

    ok      optionalInfo: {}
    ok      optionalInfo: {booker: [email, phone], participant: []}
    ok      products: {m30: {name: M, duration: 30m, optionalInfo: {booker: [email], participant: [insurance]}}}
    no      optionalInfo:
    no      optionalInfo: [phone]
    no      optionalInfo: {booker: phone}
    no      optionalInfo: {participant: [phone, phone]}
    no      optionalInfo: {booker: ["date of birth"]}
    no      optionalInfo: {both: [phone]}

    ok      fields: {}
    ok      fields: {insurance: {identifies: true}, notes: {identifies: false}, member: {identifies: "true"}}
    no      fields: {insurance: {identifies: yes}}
    no      fields: {insurance: {identifies: 1}}
    no      fields: {insurance: {identifies: }}
    no      fields: {insurance: {identifies: ""}}
    no      fields: {insurance: {identifies: [true]}}
    ok      fields: {insurance: {}}
    ok      fields: {insurance: {type: text, pattern: "[A-Z][0-9]{9}", label: Versichertennummer}}
    ok      fields: {a: {type: date}, b: {type: phone}, c: {type: email}, d: {type: number}, e: {pattern: 12}}
    no      fields: {insurance: }
    no      fields: {insurance: text}
    no      fields: {insurance: {type: string}}
    no      fields: {insurance: {type: }}
    no      fields: {insurance: {pattern: }}
    no      fields: {insurance: {pattern: ""}}
    no      fields: {insurance: {label: ""}}
    no      fields: {insurance: {required: true}}
    no      fields: {phone: {type: phone}}
    no      fields: {id: {type: text}}
    no      fields: {insurance number: {type: text}}

    ok      booking: {}
    ok      booking: {slotInterval: 15m, notice: 0m, horizon: 0d, changeUntil: 366d, bufferBefore: 7d, bufferAfter: 0h}
    no      booking:
    no      booking: 15m
    no      booking: {slotInterval: 0m}
    no      booking: {slotInterval: }
    no      booking: {notice: 2}
    ok      booking: {horizon: 3660d}
    ok      booking: {horizon: 000060d}
    no      booking: {horizon: 3661d}
    no      booking: {horizon: 9999d}
    no      booking: {horizon: 0000060d}
    no      booking: {horizon: 60}
    no      booking: {horizon: 24h}
    no      booking: {horizon: 1d2h}
    no      booking: {horizon: 2h1d}
    no      booking: {dailyLimit: 0}
    no      booking: {dailyLimit: none}
    ok      booking: {maxOpen: 1}
    ok      booking: {maxOpen: "10000"}
    ok      products: {m30: {name: M, duration: 30m, maxOpen: 2}}
    no      booking: {maxOpen: 0}
    no      booking: {maxOpen: 10001}
    no      booking: {maxOpen: none}
    no      products: {m30: {name: M, duration: 30m, maxOpen: 0}}
    no      booking: {duration: 30m}

    ok      tokens: [9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08]
    ok      tokens: [9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08]
    no      tokens: []
    no      tokens:
    no      tokens: [secret]
    no      tokens: [9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0]
    no      tokens: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

    ok      retention: 365d
    no      retention: 0d
    no      retention: forever
    no      retention:

    # The schema does not know what else the file defines.
    reader  appointmentTypes: {massage: {name: Massage, products: [m31]}}
    reader  appointmentTypes: {massage: {name: Massage, products: [m30], agents: [carl]}}
    reader  products: {m30: {name: Massage, duration: 30m, needs: [chair]}}
    reader  requiredInfo: {booker: [doctor]}
    reader  optionalInfo: {booker: [doctor]}
    # It knows no time zones.
    reader  timezone: Europe/Nowhere
    # It cannot compare one key with another.
    reader  hours: {mon-wed: 09:00-17:00, tue: closed}
    reader  booking: {notice: 90d, horizon: 30d}
    # It cannot compare the two ends of a range.
    reader  hours: {mon: 09:00-09:00}
    reader  dates: {2026-12-24..2026-12-20: closed}
    reader  dates: {easter+1..easter-2: closed}
    reader  dates: {"nov thu[4]..nov thu[1]": closed}
    reader  products: {m30: {name: Massage, duration: 30m, starts: {mon: 09:00-09:00}}}
    # It cannot compare one number with another.
    reader  products: {m30: {name: Massage, duration: 30m, needs: {room: 3}}}
    reader  products: {m30: {name: Massage, duration: 30m, pause: {after: 15m, for: 15m}}}
    reader  products: {m30: {name: Massage, duration: 30m, needs: {chair: 1}}}
    reader  products: {m30: {name: Massage, duration: 30m, agents: [carl]}}
    # It knows no leap years.
    reader  dates: {2026-02-29: closed}
    # It cannot add days, hours and minutes up.
    reader  products: {m30: {name: Massage, duration: 8d}}
    reader  products: {m30: {name: Massage, duration: 10081m}}
    reader  booking: {slotInterval: 25h}
    reader  booking: {notice: 367d}
    reader  booking: {changeUntil: 367d}
    reader  booking: {bufferBefore: 8d}
    reader  booking: {bufferAfter: 8d}
    reader  retention: 23h
    reader  retention: 36601d
    # It knows another kind of regular expressions.
    reader  fields: {insurance: {pattern: "(?:a)"}}
    reader  fields: {insurance: {pattern: "[a"}}
    # Letters of a hash are small or capital; it compares them as they are.
    reader  tokens: [9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, 9F86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08]
    # It sees a number where the reader sees the text that writes it.
    reader  products: {m30: {name: Massage, duration: 30m, capacity: 8.0}}
    reader  products: {m30: {name: Massage, duration: 30m, capacity: 007}}
    reader  resources: {room: 1e3}
    reader  fields: {insurance: {identifies: TRUE}}
    reader  sipIds: [4711, "4711"]
    schema  sipIds: [4711, 4711.0]
    schema  name: null
    schema  name: ~
    schema  sipIds: [~, a]
    """#
}
