// Days on which clocks are changed, zones with odd offsets and odd rules (see Tables.swift).

extension Tables {
  static let clocks = """
    case: Berlin's short day, open for 24 hours: 23 slots
    day: 2026-03-29
    open: 00:00-24:00
    product: 60m every 60m
    expect: 00:00, 01:00, 03:00-23:00 every 60m

    case: Berlin's long day, open for 24 hours: 24 slots, the first of the repeated hour only
    day: 2026-10-25
    open: 00:00-24:00
    product: 60m every 60m
    expect: 00:00-23:00 every 60m

    case: Berlin's short day: elapsed time must fit, so 01:30 ends at 03:30
    day: 2026-03-29
    open: 01:00-04:00
    product: 60m every 30m
    expect: 01:00, 01:30, 03:00

    case: Berlin's long day: 02:30 ends at the second 02:30
    day: 2026-10-25
    open: 01:00-02:30
    product: 60m every 30m
    expect: 01:00, 01:30, 02:00

    case: a window that ends in the repeated hour ends the second time
    day: 2026-10-25
    open: 02:00-02:30
    product: 90m every 30m
    expect: 02:00

    case: a window that starts in the repeated hour starts the first time
    day: 2026-10-25
    open: 02:30-03:00
    product: 60m every 15m
    expect: 02:30, 02:45

    case: a window that ends where the repeated hour begins ends the second time
    day: 2026-10-25
    open: 01:00-02:00
    product: 60m every 30m
    expect: 01:00, 01:30

    case: a window that starts in the skipped hour starts after it, on its own grid
    day: 2026-03-29
    open: 02:15-04:00
    product: 30m every 30m
    expect: 03:15

    case: a window that ends in the skipped hour ends before it
    day: 2026-03-29
    open: 01:00-02:45
    product: 30m every 30m
    expect: 01:00, 01:30

    case: touching an hour that is skipped, two windows are worked through
    day: 2026-03-29
    open: 01:00-02:15, 02:45-04:00
    product: 60m every 15m
    expect: 01:00, 01:15, 01:30, 01:45, 03:00

    case: New York 2026-03-08, 02:00-02:30: none
    zone: America/New_York
    day: 2026-03-08
    open: 02:00-02:30
    product: 30m
    expect: none

    case: New York's long day
    zone: America/New_York
    day: 2026-11-01
    open: 00:30-02:30
    product: 30m
    expect: 00:30, 01:00, 01:30, 02:00

    case: Lord Howe skips half an hour
    zone: Australia/Lord_Howe
    day: 2026-10-04
    open: 01:00-04:00
    product: 30m
    expect: 01:00, 01:30, 02:30, 03:00, 03:30

    case: Lord Howe repeats half an hour
    zone: Australia/Lord_Howe
    day: 2026-04-05
    open: 01:00-03:00
    product: 60m every 30m
    expect: 01:00, 01:30, 02:00

    case: Kathmandu, 5 hours 45 minutes ahead
    zone: Asia/Kathmandu
    day: 2024-02-29
    open: 00:00-02:00
    product: 60m
    expect: 00:00, 01:00

    case: Kathmandu skipped a quarter of an hour into 1986
    zone: Asia/Kathmandu
    day: 1986-01-01
    open: 00:00-01:00
    product: 15m
    expect: 00:15, 00:30, 00:45

    case: St John's set its clocks back over midnight, from 00:01 to 23:01
    zone: America/St_Johns
    day: 2006-10-28
    days: 2
    open: 22:00-24:00
    product: 30m
    expect: 22:00-23:30 every 30m
    expect 2006-10-29: 22:00-23:30 every 30m

    case: St John's, open around the clock: midnight is offered the first time
    zone: America/St_Johns
    day: 2006-10-29
    open: 00:00-24:00
    product: 60m every 360m
    expect: 00:00, 06:00, 12:00, 18:00

    case: St John's, what starts at the first midnight counts to the new day, though the old one comes back
    zone: America/St_Johns
    day: 2006-10-28
    open: 12:00-13:00
    product: 60m, at most 1 a day
    booked: anna 00:00-00:15, on 2006-10-29, as other
    expect: 12:00

    case: Casablanca, clocks go back for Ramadan
    zone: Africa/Casablanca
    day: 2026-02-15
    open: 01:00-05:00
    product: 60m
    expect: 01:00, 02:00, 03:00, 04:00

    case: Casablanca, and forward after it
    zone: Africa/Casablanca
    day: 2026-03-22
    open: 01:00-05:00
    product: 60m
    expect: 01:00, 03:00, 04:00

    case: Apia never had 2011-12-30
    zone: Pacific/Apia
    day: 2011-12-29
    days: 3
    open: 09:00-11:00
    product: 60m
    expect: 09:00, 10:00
    expect 2011-12-31: 09:00, 10:00

    case: Apia, a night into the day that never was ends at midnight
    zone: Pacific/Apia
    day: 2011-12-29
    days: 3
    open: closed
    dates: 2011-12-29 22:00-02:00
    product: 60m
    expect: 22:00, 23:00

    case: Apia, work around the clock goes on from the 29th to the 31st
    zone: Pacific/Apia
    day: 2011-12-29
    days: 3
    open: 00:00-24:00
    product: 240m every 660m
    expect: 00:00, 11:00, 22:00
    expect 2011-12-31: 00:00, 11:00, 22:00

    case: Gaza, clocks go forward on a Saturday
    zone: Asia/Gaza
    day: 2026-03-28
    open: 01:00-04:00
    product: 60m every 30m
    expect: 01:00, 01:30, 03:00

    case: Havana skips midnight
    zone: America/Havana
    day: 2026-03-08
    open: 00:00-03:00
    product: 60m every 30m
    expect: 01:00, 01:30, 02:00

    case: Cairo skips midnight, and the night before works through
    zone: Africa/Cairo
    day: 2026-04-23
    days: 2
    open: closed
    dates: 2026-04-23 22:00-02:00
    product: 60m
    expect: 22:00, 23:00
    expect 2026-04-24: 01:00

    case: the first days of 1970
    zone: America/New_York
    day: 1970-01-01
    open: 09:00-10:00
    product: 60m
    expect: 09:00

    case: the last days of 2099
    day: 2099-12-31
    open: 09:00-10:00
    product: 60m
    expect: 09:00
    """
}
