// Parts of appointments in which their agent is free (see Tables.swift).

extension Tables {
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
}
