// What one agent has taken on: sessions, the time they occupy, and how much of each day they fill. Bookings of the same
// product and start are one session (contract, section 3, capacity). Working time is elsewhere: see WorkingTime.

import CivilTime

/// The live bookings of one product with one start, all of one agent; or one block.
struct Session {
  /// Nil for a block.
  let product: String?
  let start: Instant
  /// The latest end that its bookings recorded.
  private(set) var end: Instant
  private(set) var occupied: Range<Instant>
  /// How many bookings it has.
  private(set) var bookings = 1

  init(_ occupation: Occupation) {
    product = occupation.product
    start = occupation.start
    end = occupation.end
    occupied = occupation.occupiedTime
  }

  /// Takes in another booking of the same session.
  mutating func join(_ occupation: Occupation) {
    end = max(end, occupation.end)
    // They all contain the start, so that together they have no hole.
    occupied = min(occupied.lowerBound, occupation.occupiedStart)..<max(occupied.upperBound, occupation.occupiedEnd)
    bookings += 1
  }
}

extension Occupation {
  /// What it occupies; nothing where the record has its end before its start.
  var occupiedTime: Range<Instant> { occupiedStart..<max(occupiedStart, occupiedEnd) }
}

/// The sessions of one agent.
struct AgentCalendar {
  /// By start.
  let sessions: [Session]
  /// What they occupy together: by time, none touching another.
  private let busy: [Range<Instant>]

  /// The calendar of an agent whose occupations stand at these places of a list, in any order.
  init(_ occupations: [Occupation], at places: [Int]) {
    var sessions: [Session] = []
    for place in places.sorted(by: { occupations[$0].start < occupations[$1].start }) {
      let occupation = occupations[place]
      // Sessions of other products may start at the same time; they are few.
      var index = sessions.count - 1
      while index >= 0, sessions[index].start == occupation.start, sessions[index].product != occupation.product {
        index -= 1
      }
      if index >= 0, sessions[index].start == occupation.start, occupation.product != nil {
        sessions[index].join(occupation)
      } else {
        sessions.append(Session(occupation))
      }
    }
    var busy: [Range<Instant>] = []
    for time in sessions.map(\.occupied).sorted(by: { $0.lowerBound < $1.lowerBound }) where !time.isEmpty {
      if let last = busy.last, time.lowerBound <= last.upperBound {
        busy[busy.count - 1] = last.lowerBound..<max(last.upperBound, time.upperBound)
      } else {
        busy.append(time)
      }
    }
    self.sessions = sessions
    self.busy = busy
  }

  /// The session of a product that starts at an instant.
  func session(of product: String, at start: Instant) -> Session? {
    var low = 0
    var high = sessions.count
    while low < high {
      let middle = (low + high) / 2
      if sessions[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return sessions[low...].prefix { $0.start == start }.first { $0.product == product }
  }

  /// Whether anything occupies part of a time.
  func isBusy(_ time: Range<Instant>) -> Bool {
    var low = 0
    var high = busy.count
    while low < high {
      let middle = (low + high) / 2
      if busy[middle].upperBound <= time.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < busy.count && busy[low].lowerBound < time.upperBound
  }

  /// Whether anything but one session occupies part of a time.
  func isBusy(_ time: Range<Instant>, apartFrom own: Session) -> Bool {
    sessions.contains { session in
      (session.start != own.start || session.product != own.product) && session.occupied.overlaps(time)
    }
  }

  /// How many sessions start on a local day, and how many seconds they last together. Blocks are no sessions.
  func load(on day: LocalDate, by offsets: OffsetTable) -> (sessions: Int, seconds: Int) {
    var count = 0
    var seconds = 0
    for session in sessions where session.product != nil && offsets.local(session.start).date == day {
      count += 1
      seconds += session.end.seconds(since: session.start)
    }
    return (count, seconds)
  }
}
