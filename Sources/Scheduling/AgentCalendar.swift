// What one agent has taken on: sessions, the time they occupy, and how much of each day they fill. When the agent works
// is not known here: see WorkingTime.

internal import Basics
import CivilTime
internal import Diary

/// The sessions of one agent.
struct AgentCalendar {
  /// By start.
  private let sessions: [Session]
  /// What they occupy together: by time, none touching another.
  private let busy: [TimeSpan]

  /// The calendar of an agent whose occupations stand at these places of a list, in any order.
  init(_ occupations: [Occupation], at places: [Int]) {
    var sessions: [Session] = []
    sessions.reserveCapacity(places.count)
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
    var times: [TimeSpan] = []
    times.reserveCapacity(sessions.count)
    for session in sessions { session.time.append(to: &times) }
    self.sessions = sessions
    self.busy = TimeSpan.merged(times)
  }

  /// The session of a product that starts at an instant.
  func session(of product: String, at start: Instant) -> Session? {
    var index = firstSession(from: start)
    while index < sessions.count, sessions[index].start == start {
      if sessions[index].product == product { return sessions[index] }
      index += 1
    }
    return nil
  }

  /// Whether anything occupies part of a time.
  func isBusy(_ time: AgentTime) -> Bool {
    time.contains { part in
      let next = busy.indices.firstByHalves { busy[$0].end > part.start }
      return next < busy.count && busy[next].start < part.end
    }
  }

  /// Whether anything but one session occupies part of a time.
  func isBusy(_ time: AgentTime, apartFrom own: Session) -> Bool {
    sessions.contains { session in
      (session.start != own.start || session.product != own.product) && session.time.overlaps(time)
    }
  }

  /// How many sessions start on a local day, and how many seconds they last together. Blocks are no sessions.
  func load(on day: LocalDate, by offsets: OffsetTable) -> DayLoad {
    var load = DayLoad()
    let end = offsets.resolve(LocalDateTime(date: day.adding(days: 1), millisecondOfDay: 0)).windowEnd
    var index = firstSession(from: offsets.startOfDay(day))
    while index < sessions.count, sessions[index].start < end {
      let session = sessions[index]
      // Where clocks are set back over midnight, both days are shown in turn.
      if session.product != nil, offsets.local(session.start).date == day {
        load.sessions += 1
        load.seconds += session.seconds
      }
      index += 1
    }
    return load
  }

  /// The place of the first session that starts at an instant or later.
  private func firstSession(from start: Instant) -> Int {
    sessions.indices.firstByHalves { sessions[$0].start >= start }
  }
}
