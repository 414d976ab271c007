// How many of a resource, how many a day, and which agents (see Tables.swift).

extension Tables {
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
    resources: room 3
    wish: ben
    booked: anna 09:00-10:00, as party, uses room 2
    booked: anna 09:00-11:00, as party, uses room 1
    expect: 09:00, 09:30, 10:00, 10:30

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
