// Products with starts of their own, and pauses (see Tables.swift).

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

  static let pauses = """
    case: a pause into which exactly one cut fits
    open: 09:00-11:00
    product: 30m every 15m
    booked: anna 09:00-11:00, as colour, pause 45m for 30m
    expect: 09:45

    case: with its buffers none
    open: 09:00-11:00
    product: 30m every 15m, 5m after
    booked: anna 09:00-11:00, as colour, pause 45m for 30m
    expect: none

    case: a pause that fits the buffers too
    open: 09:00-11:00
    product: 20m every 5m, 5m before, 5m after
    booked: anna 09:00-11:00, as colour, pause 45m for 30m
    expect: 09:50

    case: around what is booked: the appointment's own pause
    open: 09:00-12:00
    product: 2h every 15m, pause 45m for 30m
    booked: anna 10:00-10:30, as cut
    expect: 09:15

    case: a pause in a pause does not help where both work
    open: 09:00-12:00
    product: 2h every 15m, pause 45m for 30m
    booked: anna 09:00-11:00, pause 45m for 30m
    expect: none

    case: two that work in each other's pauses
    open: 09:00-12:00
    product: 90m every 15m, pause 30m for 30m
    booked: anna 09:00-10:30, pause 30m for 30m
    expect: 09:30, 10:30

    case: a pause is no pause of the room
    agents: anna, ben
    open: 09:00-11:00
    product: 30m every 30m, needs room
    resources: room 1
    booked: anna 09:00-11:00, as colour, pause 45m for 30m, uses room
    expect: none

    case: buffers lie outside, around the whole
    open: 09:00-12:00
    product: 30m every 15m
    booked: anna 09:30-11:00, as colour, pause 30m for 30m, 15m before, 15m after
    expect: 10:00, 11:15, 11:30

    case: a block in a pause is like a booking there
    open: 09:00-11:00
    product: 2h, pause 45m for 30m
    blocked: anna 09:45-10:15
    expect: 09:00

    case: a block that reaches out of the pause
    open: 09:00-11:00
    product: 2h, pause 45m for 30m
    blocked: anna 09:45-10:20
    expect: none

    case: a block of all in a pause
    open: 09:00-11:00
    product: 2h, pause 45m for 30m, for 2
    booked: anna 09:00-11:00
    blocked: all 10:00-10:15
    expect: 09:00 anna 1 left

    case: the minutes of the pause do not count where the least booked is proposed
    agents: anna, ben
    open: 09:00-18:00
    product: 30m every 3h
    booked: anna 14:00-16:00, as colour, pause 30m for 60m
    booked: ben 14:00-15:10, as other
    expect: 09:00 anna, 12:00 anna, 15:00 anna

    case: the free time of a group is what all of its bookings leave
    open: 09:00-11:00
    product: 15m every 15m
    booked: anna 09:00-11:00, as colour, pause 30m for 60m
    booked: anna 09:00-11:00, as colour, pause 45m for 60m
    expect: 09:45, 10:00, 10:15
    """

  static let uses = """
    case: two rooms of two taken by one booking
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, needs room
    resources: room 2
    booked: anna 09:00-10:00, as party, uses room 2
    expect: 10:00

    case: two rooms of two are needed, and one is taken
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, needs room 2
    resources: room 2
    booked: anna 09:00-10:00, as other, uses room
    expect: 10:00

    case: two of three are left
    agents: anna, ben
    open: 09:00-10:00
    product: 60m, needs room 2
    resources: room 3
    booked: anna 09:00-10:00, as other, uses room
    expect: 09:00 ben

    case: joining a session takes no further unit
    open: 09:00-10:00
    product: 60m, for 4, needs room 2
    resources: room 2
    booked: anna 09:00-10:00
    expect: 09:00 anna 3 left

    case: joining a session whose bookings recorded another number
    agents: anna, ben
    open: 09:00-10:00
    product: 60m, for 4, needs room 2
    resources: room 2
    booked: anna 09:00-10:00, uses room
    booked: ben 09:00-10:00, as other, uses room
    wish: anna
    expect: none

    case: bookings of one session with other numbers use the greater at each time
    agents: anna, ben
    open: 09:00-11:00
    product: 30m, needs room
    resources: room 2
    wish: ben
    booked: anna 09:00-10:00, as party, uses room 2
    booked: anna 09:00-11:00, as party, uses room 1
    expect: 10:00, 10:30

    case: at most two sessions of the product a day, of all agents together
    agents: anna, ben
    open: 09:00-12:00
    product: 60m, 2 sessions a day
    booked: anna 09:00-10:00
    booked: ben 09:00-10:00
    expect: none

    case: sessions of other products do not count
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, 2 sessions a day
    booked: anna 09:00-10:00
    booked: ben 09:00-10:00, as other
    expect: 10:00 anna

    case: sessions of other days do not count
    open: 09:00-11:00
    product: 60m, 1 sessions a day
    booked: anna 09:00-10:00, on 2026-09-15
    expect: 09:00, 10:00

    case: those of an agent who is gone count
    open: 09:00-11:00
    product: 60m, 1 sessions a day
    booked: zoe 09:00-10:00
    expect: none

    case: a started session may be joined beyond the limit
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, for 4, 1 sessions a day
    booked: anna 09:00-10:00, x2
    expect: 09:00 anna 2 left

    case: two bookings of one session are one towards it
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, for 4, 2 sessions a day
    booked: anna 09:00-10:00, x4
    expect: 09:00 ben 4 left, 10:00

    case: moving the session itself makes room
    open: 09:00-11:00
    product: 60m, 1 sessions a day
    booked: anna 09:00-10:00, id b1
    moving: b1
    expect: 09:00, 10:00

    case: a block is no session
    open: 09:00-11:00
    product: 60m, 1 sessions a day
    blocked: anna 09:00-10:00
    expect: 10:00

    case: only the agents of the product
    agents: anna, ben, carla
    takers: anna, ben
    open: 09:00-10:00
    product: 60m, by ben carla
    expect: 09:00 ben

    case: nobody else, even if wished
    agents: anna, ben
    open: 09:00-10:00
    product: 60m, by ben
    wish: anna
    expect: none
    """
}
