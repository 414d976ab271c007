// What is booked and blocked: buffers, resources, limits, moving (see Tables.swift).

extension Tables {
  static let bookings = """
    case: 09:00-17:00, 30 minutes every 15, 15 before and 30 after: nothing between two bookings
    open: 09:00-17:00
    product: 30m every 15m, 15m before, 30m after
    booked: anna 12:30-13:00
    booked: anna 14:30-15:00
    expect: 09:00-11:15 every 15m, 15:45, 16:00, 16:15, 16:30

    case: buffers may reach outside working time
    open: 09:00-10:00
    product: 60m, 30m before, 30m after
    expect: 09:00

    case: a booking occupies half-open time: the next may start when it ends
    open: 09:00-11:00
    product: 30m
    booked: anna 09:30-10:00
    expect: 09:00, 10:00, 10:30

    case: the buffer after the earlier and the buffer before the later both count
    open: 09:00-12:00
    product: 30m every 15m, 15m before
    booked: anna 10:00-10:30, as other, 15m after
    expect: 09:00, 09:15, 09:30, 11:00, 11:15, 11:30

    case: bookings of other products count with the buffers they recorded
    open: 09:00-12:00
    product: 30m
    booked: anna 10:00-10:30, as other, 30m before, 30m after
    expect: 09:00, 11:00, 11:30

    case: a short booking within a long one frees nothing
    open: 09:00-13:00
    product: 30m
    booked: anna 09:00-12:00, as other
    booked: anna 09:30-10:00, as other
    expect: 12:00, 12:30

    case: a buffer that reaches into the next morning meets the booking there
    open: 22:00-24:00
    product: 30m every 30m, 60m after
    booked: anna 00:45-01:15, on 2026-09-17, as other
    expect: 22:00, 22:30, 23:00

    case: a booking keeps the length it was made with
    open: 09:00-12:00
    product: 30m
    booked: anna 09:00-11:00
    expect: 11:00, 11:30

    case: a block occupies the agent, without buffers of its own
    open: 09:00-12:00
    product: 30m, 10m after
    blocked: anna 10:00-11:00
    expect: 09:00, 11:00, 11:30

    case: a block on another agent is nobody else's
    agents: anna, ben
    open: 09:00-10:00
    product: 30m
    blocked: anna 09:00-10:00
    wish: ben
    expect: 09:00, 09:30

    case: a block of all agents is everybody's, whoever is asked for
    agents: anna, ben
    open: 09:00-11:00
    product: 30m
    blocked: all 09:30-10:30
    wish: ben
    expect: 09:00, 10:30

    case: an agent who left the file takes nobody's time
    open: 09:00-10:00
    product: 30m
    booked: carla 09:00-10:00
    expect: 09:00, 09:30

    case: a booking from the evening before reaches into the morning
    open: 00:00-02:00; tue 20:00-24:00
    product: 30m
    booked: anna 23:30-00:30, on 2026-09-15, 30m after
    expect: 01:00, 01:30

    case: moving ignores the booking's own time
    open: 09:00-10:30
    product: 30m
    booked: anna 09:00-09:30, id b1
    booked: anna 10:00-10:30, id b2
    moving: b1
    expect: 09:00, 09:30

    case: moving does not ignore a block that happens to have the booking's id
    open: 09:00-10:30
    product: 30m
    booked: anna 09:00-09:30, id b1
    blocked: anna 10:00-10:30, id b1
    moving: b1
    expect: 09:00, 09:30

    case: moving ignores its own buffers, not those of others
    open: 09:00-11:00
    product: 30m, 30m after
    booked: anna 09:00-09:30, id b1
    booked: anna 10:00-10:30, id b2
    moving: b1
    expect: 09:00

    case: one room for two agents
    agents: anna, ben
    open: 09:00-10:30
    product: 30m, needs room
    resources: room 1
    booked: anna 09:30-10:00
    wish: ben
    expect: 09:00, 10:00

    case: two rooms for three agents
    agents: anna, ben, carla
    open: 09:00-10:30
    product: 30m, needs room
    resources: room 2
    booked: anna 09:30-10:00
    booked: ben 10:00-10:30
    wish: carla
    expect: 09:00, 09:30, 10:00

    case: two rooms, both in use for part of the time
    agents: anna, ben, carla
    open: 09:00-10:30
    product: 60m every 30m, needs room
    resources: room 2
    booked: anna 09:00-10:00
    booked: ben 09:45-10:15
    wish: carla
    expect: none

    case: two rooms used one after the other are one at a time
    agents: anna, ben, carla
    open: 09:00-10:00
    product: 60m, needs room
    resources: room 2
    booked: anna 09:00-09:30
    booked: ben 09:30-10:00
    wish: carla
    expect: 09:00

    case: a room is in use during the buffers too
    agents: anna, ben
    open: 09:00-11:00
    product: 30m, 30m after, needs room
    resources: room 1
    booked: anna 10:00-10:30
    wish: ben
    expect: 09:00

    case: a room in use by whoever has left
    open: 09:00-10:00
    product: 30m, needs room
    resources: room 1
    booked: carla 09:00-09:30, as other, uses room
    expect: 09:30

    case: two resources, each must suffice
    agents: anna, ben
    open: 09:00-10:30
    product: 30m, needs room laser
    resources: room 2, laser 1
    booked: anna 09:30-10:00, as other, uses laser
    wish: ben
    expect: 09:00, 10:00

    case: a product without needs asks for no room
    agents: anna, ben
    open: 09:00-10:00
    product: 30m
    resources: room 1
    booked: anna 09:00-10:00, as other, uses room
    wish: ben
    expect: 09:00, 09:30

    case: moving gives its room back
    agents: anna, ben
    open: 09:00-10:00
    product: 30m, needs room
    resources: room 1
    booked: anna 09:00-09:30, id b1
    wish: ben
    moving: b1
    expect: 09:00, 09:30

    case: at most two sessions a day, of whichever product
    days: 2
    open: 09:00-11:00
    product: 60m, at most 2 a day
    booked: anna 09:00-09:30, as other
    booked: anna 20:00-21:00, as other
    expect 2026-09-17: 09:00, 10:00

    case: the limit counts by agent
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, at most 1 a day
    booked: anna 20:00-21:00
    expect: 09:00 ben, 10:00 ben

    case: blocks are no sessions
    open: 09:00-11:00
    product: 60m, at most 1 a day
    blocked: anna 09:00-10:00
    expect: 10:00

    case: the limit counts by the day of the start
    open: 00:00-03:00
    product: 60m, at most 1 a day
    booked: anna 23:30-00:30, on 2026-09-15
    expect: 01:00, 02:00

    case: moving within a day at its limit
    open: 09:00-11:00
    product: 60m, at most 1 a day
    booked: anna 09:00-10:00, id b1
    moving: b1
    expect: 09:00, 10:00
    """
}
