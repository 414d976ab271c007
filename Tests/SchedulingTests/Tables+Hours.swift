// Opening hours, dates, and the hours of agents within them (see Tables.swift).

extension Tables {
  static let hours = """
    case: weekdays
    days: 7
    open: mon-thu 09:00-10:00; fri 08:00-09:00
    product: 30m
    expect: 09:00, 09:30
    expect 2026-09-17: 09:00, 09:30
    expect 2026-09-18: 08:00, 08:30
    expect 2026-09-21: 09:00, 09:30
    expect 2026-09-22: 09:00, 09:30

    case: weekdays that wrap
    days: 7
    open: sat-mon 09:00-10:00
    product: 60m
    expect 2026-09-19: 09:00
    expect 2026-09-20: 09:00
    expect 2026-09-21: 09:00

    case: a date instead of the weekday
    open: 09:00-18:00
    dates: 2026-09-16 10:00-11:00
    product: 30m
    expect: 10:00, 10:30

    case: the last date that matches wins
    open: 09:00-18:00
    dates: 2026-09-16 10:00-11:00; 2026-09-01..2026-09-30 closed; 09-16 14:00-15:00
    product: 30m
    expect: 14:00, 14:30

    case: an earlier date does not win, however exact
    open: 09:00-18:00
    dates: 2026-09-16 10:00-11:00; 2026-09-01..2026-09-30 closed
    product: 30m
    expect: none

    case: the first and the last day of a range belong to it
    day: 2026-12-23
    now: 2026-12-01 12:00
    days: 11
    open: 09:00-10:00
    dates: 2026-12-24..2027-01-01 closed
    product: 60m
    expect: 09:00
    expect 2027-01-02: 09:00

    case: a yearly date
    day: 2031-12-25
    open: 09:00-10:00
    dates: 12-25 closed
    product: 60m
    expect: none

    case: a yearly range that wraps around the new year
    day: 2026-12-23
    now: 2026-12-01 12:00
    days: 11
    open: 09:00-10:00
    dates: 12-24..01-01 closed
    product: 60m
    expect: 09:00
    expect 2027-01-02: 09:00

    case: February 29th, in a leap year only
    day: 2028-02-28
    days: 3
    open: closed
    dates: 02-29 09:00-10:00
    product: 60m
    expect 2028-02-29: 09:00

    case: there is none in 2100
    day: 2100-02-28
    days: 3
    open: closed
    dates: 02-29 09:00-10:00
    product: 60m
    expect: none

    case: past midnight; a slot counts to the day it starts on
    days: 2
    open: wed 22:00-02:00
    product: 60m
    expect: 22:00, 23:00
    expect 2026-09-17: 00:00, 01:00

    case: past midnight, asked about the second day alone
    day: 2026-09-17
    open: wed 22:00-02:00
    product: 60m every 45m
    expect: 00:15, 01:00

    case: past midnight into a day with hours of its own; each has its grid, and work goes on
    day: 2026-09-17
    open: wed 22:00-02:00; thu 01:30-04:00
    product: 60m
    expect: 00:00, 01:00, 01:30, 02:30

    case: a start in the night's window and in the day's is offered once
    day: 2026-09-17
    open: wed 22:00-02:00; thu 00:00-04:00
    product: 60m
    expect: 00:00, 01:00, 02:00, 03:00

    case: a date closes the day that opens, not the night before
    day: 2026-09-17
    open: 22:00-02:00
    dates: 2026-09-17 closed
    product: 60m
    expect: 00:00, 01:00

    case: past midnight on the last day of the year
    day: 2026-12-31
    now: 2026-12-01 12:00
    days: 2
    open: closed
    dates: 12-31 22:30-01:30
    product: 60m
    expect: 22:30, 23:30
    expect 2027-01-01: 00:30

    case: an agent's hours lie within the business's
    open: 08:00-12:00, 13:00-18:00
    hours of anna: 11:00-14:00
    product: 30m
    expect: 11:00, 11:30, 13:00, 13:30

    case: the grid starts with the agent's own window
    open: 08:00-12:00
    hours of anna: 08:20-12:00
    product: 60m
    expect: 08:20, 09:20, 10:20

    case: an agent off on a weekday
    open: 08:00-12:00
    hours of anna: mon-tue 08:00-12:00; thu-sun 08:00-12:00
    product: 60m
    expect: none

    case: an agent on holiday
    open: 08:00-10:00
    dates of anna: 2026-09-14..2026-09-16 off
    product: 60m
    days: 2
    expect 2026-09-17: 08:00, 09:00

    case: an agent with dates alone works whole days otherwise, past midnight too
    days: 2
    open: wed 23:00-01:00
    dates of anna: 2026-09-20 off
    product: 60m
    expect: 23:00
    expect 2026-09-17: 00:00

    case: an agent's night belongs to the day it opens
    days: 2
    open: wed 22:00-02:00
    hours of anna: wed 23:00-03:00; thu 09:00-17:00
    product: 60m
    expect: 23:00
    expect 2026-09-17: 00:00, 01:00

    case: an agent whose day ends at midnight leaves the night
    days: 2
    open: wed 22:00-02:00
    hours of anna: wed 20:00-24:00; thu 00:00-24:00
    product: 60m
    expect: 22:00, 23:00

    case: a night shift in a house that never closes, as two windows of each day
    open: 00:00-24:00
    hours of anna: 00:00-06:00, 22:00-24:00
    product: 90m
    expect: 00:00-04:30 every 90m, 22:00, 23:30

    case: of a night that is one window only what lies in the same day's windows counts
    open: 00:00-24:00
    hours of anna: 22:00-06:00
    product: 90m
    expect: 22:00

    case: an agent does not open a business that is closed
    open: mon 08:00-10:00
    hours of anna: 08:00-18:00
    product: 60m
    expect: none
    """
}
