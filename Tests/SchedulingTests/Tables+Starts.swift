// Products with starts of their own (see Tables.swift).

extension Tables {
  static let starts = """
    case: a class at 18:00 with capacity
    open: 08:00-20:00
    starts: {wed: 18:00}
    product: 60m, for 8
    booked: anna 18:00-19:00, x3
    expect: 18:00 anna 5 left

    case: on its weekday alone
    days: 7
    open: 08:00-20:00
    starts: {mon: 17:00, thu: "15:30, 17:00"}
    product: 60m
    expect 2026-09-17: 15:30, 17:00
    expect 2026-09-21: 17:00

    case: it does not move the working time
    open: 08:00-18:00
    starts: {wed: 18:00}
    product: 60m
    expect: none

    case: first visits from 8 to 10: the end is no start
    open: 07:00-20:00
    starts: {wed: 08:00-10:00}
    product: 45m
    expect: 08:00, 08:45, 09:30

    case: the interval is the product's
    open: 07:00-20:00
    starts: {wed: 08:00-09:00}
    product: 45m every 15m
    expect: 08:00-08:45 every 15m

    case: its grid begins where its window does, not where work does
    open: 08:20-20:00
    starts: {wed: 08:00-10:00}
    product: 30m
    expect: 08:30, 09:00, 09:30

    case: windows of starts that touch are one
    open: 07:00-20:00
    starts: {wed: "08:00-09:00, 09:00-10:00"}
    product: 40m
    expect: 08:00, 08:40, 09:20

    case: a single time at the end of a window, and one inside it, have grids of their own
    open: 07:00-20:00
    starts: {wed: "08:00-09:00, 09:00, 08:10"}
    product: 40m
    expect: 08:00, 08:10, 08:40, 09:00

    case: a time given twice is offered once
    open: 07:00-20:00
    starts: {wed: "09:00, 09:00, 08:00-10:00"}
    product: 60m
    expect: 08:00, 09:00

    case: a workshop on one date
    day: 2026-11-14
    days: 2
    open: 08:00-20:00
    starts: {2026-11-14: 10:00}
    product: 4h, for 12
    expect 2026-11-14: 10:00

    case: a date wins over the weekdays
    open: 08:00-20:00
    starts: {wed: 18:00, 2026-09-16: 11:00}
    product: 60m
    expect: 11:00

    case: closed on a date
    open: 08:00-20:00
    starts: {wed: 18:00, 2026-09-16: closed}
    product: 60m
    expect: none

    case: a course of one season: a weekly map under a range
    day: 2026-09-30
    days: 9
    open: 08:00-20:00
    starts: {2026-10-01..2026-12-31: {wed: 18:00}}
    product: 60m
    expect 2026-10-07: 18:00

    case: the last date that matches wins, whatever stands between
    open: 08:00-20:00
    starts: {2026-09-16: 11:00, wed: 18:00, 09-01..09-30: 12:00}
    product: 60m
    expect: 12:00

    case: a start past midnight belongs to the day on which its window opens
    days: 2
    open: 00:00-24:00
    starts: {wed: 23:00-02:00}
    product: 60m
    expect: 23:00
    expect 2026-09-17: 00:00, 01:00

    case: at 02:30 on the night without 02:30
    day: 2026-03-28
    days: 3
    open: 00:00-24:00
    starts: {mon-sun: 02:30}
    product: 30m
    expect 2026-03-28: 02:30
    expect 2026-03-30: 02:30

    case: at 02:30 on the night that has it twice, the first time
    day: 2026-10-25
    open: 00:00-24:00
    starts: {mon-sun: 02:30}
    product: 30m
    expect: 02:30

    case: a start at which the day before still works
    days: 2
    open: wed 20:00-24:00; thu 00:00-00:30
    starts: {wed: 23:30}
    product: 60m
    expect: 23:30

    case: a block over a started class
    open: 08:00-20:00
    starts: {wed: 18:00}
    product: 60m, for 8
    booked: anna 18:00-19:00, x3
    blocked: anna 18:30-18:45
    expect: none

    case: a block beside a started class
    open: 08:00-20:00
    starts: {wed: 18:00}
    product: 60m, for 8, 15m after
    booked: anna 18:00-19:00, x3
    blocked: anna 19:15-19:45
    expect: 18:00 anna 5 left

    case: another agent takes the class while one is blocked
    agents: anna, ben
    open: 08:00-20:00
    starts: {wed: 18:00}
    product: 60m, for 8
    blocked: anna 17:00-20:00
    expect: 18:00 ben 8 left
    """
}
