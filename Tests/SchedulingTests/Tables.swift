// What a receptionist would expect, case by case: here the grid of starts. The form of a case is told in
// CaseReader.swift; further tables are in Tables+*.swift.

enum Tables {
  static let grid = """
    case: the step is the duration unless it is set
    open: 09:00-12:00
    product: 45m
    expect: 09:00, 09:45, 10:30, 11:15

    case: a step shorter than the duration; the last start is the last that fits
    open: 09:00-11:00
    product: 45m every 15m
    expect: 09:00-10:15 every 15m

    case: a step longer than the duration
    open: 09:00-11:00
    product: 15m every 40m
    expect: 09:00, 09:40, 10:20

    case: each window has its own grid
    open: 09:00-10:30, 13:20-15:00
    product: 30m every 30m
    expect: 09:00, 09:30, 10:00, 13:20, 13:50, 14:20

    case: windows that touch are one window with one grid
    open: 09:00-10:10, 10:10-12:00
    product: 30m
    expect: 09:00-11:30 every 30m

    case: windows that overlap are one, whatever their order
    open: 10:00-12:00, 09:00-10:30
    product: 60m
    expect: 09:00, 10:00, 11:00

    case: overlapping windows 11:00-12:00 and 11:20-12:40, 20 minutes every 20
    open: 11:00-12:00, 11:20-12:40
    product: 20m every 20m
    expect: 11:00-12:20 every 20m

    case: a window inside another changes nothing
    open: 09:00-12:00, 10:15-10:45
    product: 60m
    expect: 09:00, 10:00, 11:00

    case: 00:00-23:45, 20 minutes every 20
    open: 00:00-23:45
    product: 20m every 20m
    expect: 00:00-23:20 every 20m

    case: open for 24 hours, 60 minutes every 60
    open: 00:00-24:00
    product: 60m every 60m
    expect: 00:00-23:00 every 60m

    case: open until 24:00, closed the next day
    open: wed 22:00-24:00
    product: 60m every 30m
    expect: 22:00, 22:30, 23:00

    case: open until 24:00 and again from 00:00; the appointment fits across midnight
    open: wed 22:00-24:00; thu 00:00-06:00
    product: 90m every 30m
    expect: 22:00-23:30 every 30m

    case: an appointment longer than a day fits where work never stops
    open: 00:00-24:00
    product: 1500m every 360m
    expect: 00:00-18:00 every 360m

    case: an appointment longer than a day does not fit before a day that is closed
    open: mon-thu 00:00-24:00
    product: 1500m every 360m
    expect: 00:00-18:00 every 360m

    case: the same on the last day before it
    day: 2026-09-17
    open: mon-thu 00:00-24:00
    product: 1500m every 360m
    expect: none

    case: bookings do not move the grid
    open: 09:00-11:00
    product: 30m
    booked: anna 09:10-09:40, as other
    expect: 10:00, 10:30

    case: nothing fits
    open: 09:00-09:20
    product: 30m
    expect: none
    """
}
