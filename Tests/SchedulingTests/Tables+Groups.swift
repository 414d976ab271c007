// Products that several people book together (see Tables.swift).

extension Tables {
  static let groups = """
    case: places left
    open: 09:00-11:00
    product: 60m, for 8
    booked: anna 09:00-10:00, x3
    expect: 09:00 anna 5 left, 10:00 anna 8 left

    case: a full group
    open: 09:00-11:00
    product: 60m, for 3
    booked: anna 09:00-10:00, x3
    expect: 10:00 anna 3 left

    case: a group occupies its time once, for other starts
    open: 09:00-11:00
    product: 60m every 30m, for 8
    booked: anna 09:30-10:30, x2
    expect: 09:30 anna 6 left

    case: another product at the same time is another session
    open: 09:00-11:00
    product: 60m, for 8
    booked: anna 09:00-10:00, as yoga
    expect: 10:00 anna 8 left

    case: a group is one towards the limit
    open: 09:00-12:00
    product: 60m, for 8, at most 2 a day
    booked: anna 09:00-10:00, x5
    expect: 09:00 anna 3 left, 10:00 anna 8 left, 11:00 anna 8 left

    case: two products at the same time are two sessions towards the limit
    open: 09:00-12:00
    product: 60m, at most 2 a day
    booked: anna 09:00-10:00, as yoga
    booked: anna 09:00-10:00, as pilates
    expect: none

    case: a started group may be joined on a day beyond its limit: that is no further session
    open: 09:00-11:00
    product: 60m, for 8, at most 1 a day
    booked: anna 09:00-10:00, x5
    booked: anna 14:00-15:00, as other
    expect: 09:00 anna 3 left

    case: a started group may be joined on a day at its limit
    open: 09:00-11:00
    product: 60m, for 8, at most 1 a day
    booked: anna 09:00-10:00, x5
    expect: 09:00 anna 3 left

    case: a group uses one room
    agents: anna, ben
    open: 09:00-10:00
    product: 60m, for 8, needs room
    resources: room 2
    booked: anna 09:00-10:00, x5
    wish: ben
    expect: 09:00 ben 8 left

    case: joining a group takes no further room
    agents: anna, ben
    open: 09:00-10:00
    product: 60m, for 8, needs room
    resources: room 1
    booked: anna 09:00-10:00, x5
    expect: 09:00 anna 3 left

    case: joining a group takes what it did not need when it started
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, for 8, needs room laser
    resources: room 2, laser 1
    booked: anna 09:00-10:00, uses room
    booked: ben 09:30-10:00, as other, uses laser
    wish: anna
    expect: 10:00 anna 8 left

    case: a group lasts as long as the longest of its bookings
    open: 09:00-12:00
    product: 60m every 30m, for 8
    booked: anna 09:00-10:00
    booked: anna 09:00-10:30
    expect: 09:00 anna 6 left, 10:30 anna 8 left, 11:00 anna 8 left

    case: joining a group next to a booking that starts when it ends, with a longer buffer today
    open: 09:00-11:00
    product: 60m, 15m after, for 8
    booked: anna 09:00-10:00, x2, 0m after
    booked: anna 10:00-11:00, as other
    expect: none

    case: moving one of a full group opens one place
    open: 09:00-10:00
    product: 60m, for 3
    booked: anna 09:00-10:00, x3, id b1
    moving: b1
    expect: 09:00 anna 1 left

    case: moving the only one of a group
    open: 09:00-10:00
    product: 60m, for 3
    booked: anna 09:00-10:00, id b1
    moving: b1
    expect: 09:00 anna 3 left
    """
}
