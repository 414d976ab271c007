// Who is proposed where no agent is wished, and the times that notice and horizon allow (see Tables.swift).

extension Tables {
  static let agents = """
    case: one of two is busy: still offered
    agents: anna, ben
    open: 09:00-10:00
    product: 60m
    booked: anna 09:00-10:00
    expect: 09:00 ben

    case: both are busy
    agents: anna, ben
    open: 09:00-10:00
    product: 60m
    booked: anna 09:00-10:00
    booked: ben 09:30-10:30
    expect: none

    case: one slot for each start; ties go by the order of the file
    agents: ben, anna
    open: 09:00-11:00
    product: 60m
    expect: 09:00 ben, 10:00 ben

    case: whoever has the fewest minutes booked that day
    agents: anna, ben, carla
    open: 09:00-12:00
    product: 60m
    booked: anna 09:00-10:00
    booked: ben 09:00-09:30
    booked: carla 09:00-09:45
    expect: 10:00 ben, 11:00 ben

    case: minutes of other days do not count
    agents: anna, ben
    open: 09:00-12:00
    product: 60m
    booked: anna 09:00-12:00, on 2026-09-15
    booked: ben 09:00-10:00
    expect: 09:00 anna, 10:00 anna, 11:00 anna

    case: minutes count without buffers
    agents: anna, ben
    open: 09:00-13:00
    product: 60m
    booked: anna 09:00-09:30, as other, 90m after
    booked: ben 09:00-10:00, as other
    expect: 10:00 ben, 11:00 anna, 12:00 anna

    case: blocks are no booked minutes
    agents: anna, ben
    open: 09:00-11:00
    product: 60m
    blocked: anna 14:00-18:00
    expect: 09:00 anna, 10:00 anna

    case: a group's minutes count once
    agents: anna, ben
    open: 09:00-12:00
    product: 60m, for 3
    booked: anna 09:00-10:00, x3
    booked: ben 09:00-10:30, as other
    expect: 10:00 anna, 11:00 anna

    case: a group's minutes are those of the longest of its bookings
    agents: anna, ben
    open: 09:00-13:00
    product: 30m, for 3
    booked: anna 09:00-09:30
    booked: anna 09:00-10:30
    booked: ben 09:00-10:00, as other
    expect: 09:00 anna, 10:00 ben, 10:30 ben, 11:00 ben, 11:30 ben, 12:00 ben, 12:30 ben

    case: a started group with room first, whatever its agent has booked
    agents: anna, ben
    open: 09:00-11:00
    product: 60m, for 3
    booked: ben 09:00-10:00
    booked: ben 14:00-18:00, as other
    expect: 09:00 ben 2 left, 10:00 anna 3 left

    case: a full group is not preferred
    agents: anna, ben
    open: 09:00-10:00
    product: 60m, for 2
    booked: ben 09:00-10:00, x2
    expect: 09:00 anna 2 left

    case: two started groups: the agent with fewer minutes
    agents: anna, ben
    open: 09:00-10:00
    product: 60m, for 3
    booked: anna 09:00-10:00
    booked: anna 14:00-15:00, as other
    booked: ben 09:00-10:00
    expect: 09:00 ben 2 left

    case: the moved booking's own minutes do not count
    agents: anna, ben
    open: 09:00-10:00
    product: 60m
    booked: anna 14:00-15:00, id b1
    moving: b1
    expect: 09:00 anna

    case: agents with different hours share a list, each start once
    agents: anna, ben
    open: 08:00-12:00
    hours of anna: 08:00-10:00
    hours of ben: 09:00-11:30
    product: 60m
    expect: 08:00 anna, 09:00 anna, 10:00 ben

    case: who does not take the type is not asked
    agents: anna, ben
    takers: ben
    open: 09:00-10:00
    product: 60m
    expect: 09:00 ben

    case: nor if wished
    agents: anna, ben
    takers: ben
    open: 09:00-10:00
    product: 60m
    wish: anna
    expect: none

    case: the first of several days
    open: 09:00-11:00
    days: 3
    product: 60m
    limit: 3
    expect: 09:00, 10:00
    expect 2026-09-17: 09:00

    case: a wish for somebody who is off
    agents: anna, ben
    open: 08:00-10:00
    hours of ben: thu 08:00-10:00
    product: 60m
    wish: ben
    expect: none
    """

  static let terms = """
    case: notice exactly reached
    now: 2026-09-16 09:00
    open: 09:00-13:00
    product: 30m, notice 2h
    expect: 11:00-12:30 every 30m

    case: notice missed by a second
    now: 2026-09-16 09:00:01
    open: 09:00-13:00
    product: 30m, notice 2h
    expect: 11:30, 12:00, 12:30

    case: notice missed by a thousandth of a second
    now: 2026-09-16 09:00:00.001
    open: 09:00-13:00
    product: 30m, notice 2h
    expect: 11:30, 12:00, 12:30

    case: without notice the present is the first start
    now: 2026-09-16 09:30
    open: 09:00-11:00
    product: 30m
    expect: 09:30, 10:00, 10:30

    case: notice is elapsed time, over the short night too
    day: 2026-03-29
    now: 2026-03-28 12:00
    open: 10:00-14:00
    product: 60m, notice 24h
    expect: 13:00

    case: a day in the past
    now: 2026-09-17 00:00
    open: 09:00-11:00
    product: 30m
    expect: none

    case: the horizon's last day
    now: 2026-09-09 23:59
    days: 3
    open: 09:00-24:00
    product: 450m, horizon 7d
    expect: 09:00, 16:30

    case: beyond the horizon
    now: 2026-09-08 23:59
    open: 09:00-24:00
    product: 30m, horizon 7d
    expect: none

    case: a horizon of no days is today
    days: 2
    now: 2026-09-16 08:00
    open: 09:00-10:00
    product: 30m, horizon 0d
    expect: 09:00, 09:30

    case: the horizon counts days where the business is, not in UTC
    zone: Pacific/Kiritimati
    now: 2026-09-15 00:30
    days: 2
    open: 09:00-10:00
    product: 60m, horizon 1d
    expect: 09:00

    case: the last day's night belongs to the next day, and is beyond the horizon
    now: 2026-09-16 08:00
    days: 2
    open: 22:00-02:00
    product: 60m, horizon 0d
    expect: 22:00, 23:00
    """
}
