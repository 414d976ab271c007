// Dates that move, seasons and weeks that take turns (see Tables.swift). Which days a moving date names is in
// MovingDateTests.swift.

extension Tables {
  static let movingDates = """
    case: Easter Monday 2026
    day: 2026-04-05
    days: 3
    open: 09:00-10:00
    dates: {easter+1: closed}
    product: 60m
    expect 2026-04-05: 09:00
    expect 2026-04-07: 09:00

    case: Easter Monday 2027
    day: 2027-03-28
    days: 3
    open: 09:00-10:00
    dates: {easter+1: closed}
    product: 60m
    expect 2027-03-28: 09:00
    expect 2027-03-30: 09:00

    case: from Good Friday to Easter Monday 2026
    day: 2026-04-02
    days: 6
    open: 09:00-10:00
    dates: {easter-2..easter+1: closed}
    product: 60m
    expect 2026-04-02: 09:00
    expect 2026-04-07: 09:00

    case: Orthodox Easter 2026
    zone: Europe/Athens
    day: 2026-04-11
    days: 3
    open: 09:00-10:00
    dates: {orthodox-easter: closed}
    product: 60m
    expect 2026-04-11: 09:00
    expect 2026-04-13: 09:00

    case: Orthodox Easter 2027
    zone: Europe/Athens
    day: 2027-05-01
    days: 3
    open: 09:00-10:00
    dates: {orthodox-easter: closed}
    product: 60m
    expect 2027-05-01: 09:00
    expect 2027-05-03: 09:00

    case: Thanksgiving weekend 2026
    zone: America/New_York
    day: 2026-11-25
    days: 4
    open: 09:00-10:00
    dates: {"nov thu[4]..nov thu[4]+1": closed}
    product: 60m
    expect 2026-11-25: 09:00
    expect 2026-11-28: 09:00

    case: Thanksgiving 2029 is not the last Thursday
    zone: America/New_York
    day: 2029-11-21
    days: 3
    open: 09:00-10:00
    dates: {"nov thu[4]": closed}
    product: 60m
    expect 2029-11-21: 09:00
    expect 2029-11-23: 09:00

    case: Buß- und Bettag 2026, a Wednesday, in a state where nobody works
    day: 2026-11-17
    days: 3
    open: 09:00-10:00
    dates: {"nov thu[-1]-8": closed}
    product: 60m
    expect 2026-11-17: 09:00
    expect 2026-11-19: 09:00

    case: between the moving dates of two kinds: from Easter to the first Monday of May
    day: 2026-04-04
    days: 2
    open: 09:00-10:00
    dates: {"easter..may mon[1]": 14:00-15:00}
    product: 60m
    expect 2026-04-04: 09:00
    expect 2026-04-05: 14:00

    case: its last day
    day: 2026-05-04
    days: 2
    open: 09:00-10:00
    dates: {"easter..may mon[1]": 14:00-15:00}
    product: 60m
    expect 2026-05-04: 14:00
    expect 2026-05-05: 09:00

    case: a range from the second to the fifth Wednesday
    day: 2027-09-07
    days: 2
    open: 09:00-10:00
    dates: {"sep wed[2]..sep wed[5]": closed}
    product: 60m
    expect 2027-09-07: 09:00

    case: a year that lacks one end of a range has none of it
    day: 2028-09-13
    days: 2
    open: 09:00-10:00
    dates: {"sep wed[2]..sep wed[5]": closed}
    product: 60m
    expect 2028-09-13: 09:00
    expect 2028-09-14: 09:00
    """

  static let seasons = """
    case: a season has its weekdays, and the others are closed
    day: 2026-07-03
    days: 4
    open: mon-sat 09:00-10:00
    dates: {06-01..08-31: {mon-fri: 07:00-08:00}}
    product: 60m
    expect 2026-07-03: 07:00
    expect 2026-07-06: 07:00

    case: its first day
    day: 2026-05-30
    days: 3
    open: 09:00-10:00
    dates: {06-01..08-31: {mon-fri: 07:00-08:00}}
    product: 60m
    expect 2026-05-30: 09:00
    expect 2026-05-31: 09:00
    expect 2026-06-01: 07:00

    case: an exception in the season
    day: 2026-07-06
    days: 2
    open: 09:00-10:00
    dates: {06-01..08-31: {mon-fri: 07:00-08:00}, 2026-07-06: closed}
    product: 60m
    expect 2026-07-07: 07:00

    case: a weekday of a season may be closed
    day: 2026-07-06
    days: 2
    open: 09:00-10:00
    dates: {06-01..08-31: {mon: closed, tue: 07:00-08:00}}
    product: 60m
    expect 2026-07-07: 07:00

    case: a season that begins on a clock change
    day: 2026-03-28
    days: 2
    open: 01:00-04:00
    dates: {2026-03-29..: {sun: 01:30-04:30}}
    product: 30m
    expect 2026-03-28: 01:00-03:30 every 30m
    expect 2026-03-29: 01:30, 03:00, 03:30, 04:00

    case: an open range begins
    day: 2027-01-31
    days: 3
    open: 09:00-10:00
    dates of anna: {2027-02-01..: off}
    product: 60m, horizon 300d
    expect 2027-01-31: 09:00

    case: an open range ends
    day: 2026-09-16
    days: 2
    open: 09:00-10:00
    dates: {..2026-09-16: closed}
    product: 60m
    expect 2026-09-17: 09:00

    case: a rota of two weeks over New Year, in a year with a week 53
    day: 2026-12-21
    days: 21
    rota: {from: 2026-12-14, weeks: [{mon: 09:00-10:00}, {tue: 11:00-12:00}]}
    product: 60m
    expect 2026-12-22: 11:00
    expect 2026-12-28: 09:00
    expect 2027-01-05: 11:00

    case: a rota that begins in the middle of a week begins on its Monday
    day: 2026-09-07
    days: 14
    rota: {from: 2026-09-11, weeks: [{mon: 09:00-10:00}, {tue: 11:00-12:00}]}
    product: 60m
    expect 2026-09-07: 09:00
    expect 2026-09-15: 11:00

    case: a rota goes on before its beginning
    day: 2026-09-07
    days: 14
    rota: {from: 2027-01-04, weeks: [{mon: 09:00-10:00}, {tue: 11:00-12:00}, closed]}
    product: 60m
    expect 2026-09-08: 11:00

    case: an agent's rota within the hours of the business
    day: 2026-09-07
    days: 14
    open: mon-fri 09:00-12:00
    rota of anna: {from: 2026-09-07, weeks: [{mon: 08:00-10:00}, {}]}
    product: 60m
    expect 2026-09-07: 09:00

    case: a date wins over the rota
    day: 2026-09-07
    days: 2
    rota: {from: 2026-09-07, weeks: [{mon-tue: 09:00-10:00}]}
    dates: {2026-09-08: 14:00-15:00}
    product: 60m
    expect 2026-09-07: 09:00
    expect 2026-09-08: 14:00

    case: a night of the rota goes on into a week off
    day: 2026-09-13
    days: 2
    rota: {from: 2026-09-07, weeks: [{sun: 22:00-02:00}, closed]}
    product: 60m
    expect 2026-09-13: 22:00, 23:00
    expect 2026-09-14: 00:00, 01:00
    """
}
