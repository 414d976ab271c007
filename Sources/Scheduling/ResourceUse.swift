// How many sessions use a resource at one time (contract, section 3, capacity). Which agent is free is not asked
// here: see AgentCalendar.

internal import Basics
import CivilTime
internal import Diary

/// The sessions, of whichever agents, that use one resource.
struct ResourceUse {
  /// One session's use.
  private struct Use {
    let agent: String?
    let product: String?
    let start: Instant
    var time: TimeSpan

    init(_ occupation: Occupation) {
      agent = occupation.agent
      product = occupation.product
      start = occupation.start
      time = TimeSpan(of: occupation)
    }

    func isOfSession(_ agent: String?, _ product: String, _ start: Instant) -> Bool {
      self.start == start && self.agent == agent && self.product == product
    }
  }

  /// From when on how many sessions use it.
  private struct Level {
    let start: Instant
    var sessions: Int
  }

  /// How many sessions can use it at one time.
  private let count: Int
  private let uses: [Use]
  /// In order; nobody uses it before the first.
  private let levels: [Level]

  /// The use of a resource of which there are `count` by those occupations, among the ones at these places of a list,
  /// that recorded it.
  init(of resource: String, count: Int, by occupations: [Occupation], at places: [Int]) {
    let users = places.filter { occupations[$0].resources.contains(resource) }
    var uses: [Use] = []
    uses.reserveCapacity(users.count)
    let ordered = users.sorted {
      let (one, other) = (occupations[$0], occupations[$1])
      return one.start == other.start ? (one.agent ?? "") < (other.agent ?? "") : one.start < other.start
    }
    for user in ordered {
      let occupation = occupations[user]
      // Sessions of other products may start at the same time; they are few.
      var index = uses.count - 1
      while index >= 0, uses[index].start == occupation.start, uses[index].agent == occupation.agent,
        uses[index].product != occupation.product
      {
        index -= 1
      }
      if let product = occupation.product, index >= 0,
        uses[index].isOfSession(occupation.agent, product, occupation.start)
      {
        uses[index].time.include(TimeSpan(of: occupation))
      } else {
        uses.append(Use(occupation))
      }
    }
    self.count = count
    self.uses = uses
    self.levels = ResourceUse.levels(of: uses)
  }

  /// Whether one more session can use it throughout a time.
  func suffices(throughout time: TimeSpan) -> Bool { ResourceUse.greatest(of: levels, in: time) < count }

  /// Whether it suffices throughout a time for a session that is joined, which counts once.
  func suffices(throughout time: TimeSpan, joining agent: String, _ product: String, at start: Instant) -> Bool {
    let others = uses.filter { $0.time.overlaps(time) && !$0.isOfSession(agent, product, start) }
    return ResourceUse.greatest(of: ResourceUse.levels(of: others), in: time) < count
  }

  private static func levels(of uses: [Use]) -> [Level] {
    var changes: [Level] = []
    changes.reserveCapacity(uses.count * 2)
    for use in uses where !use.time.isEmpty {
      changes.append(Level(start: use.time.start, sessions: 1))
      changes.append(Level(start: use.time.end, sessions: -1))
    }
    changes.sort { $0.start < $1.start }
    var levels: [Level] = []
    levels.reserveCapacity(changes.count)
    var sessions = 0
    for change in changes {
      sessions += change.sessions
      if let last = levels.last, last.start == change.start {
        levels[levels.count - 1].sessions = sessions
      } else {
        levels.append(Level(start: change.start, sessions: sessions))
      }
    }
    return levels
  }

  private static func greatest(of levels: [Level], in time: TimeSpan) -> Int {
    // The first level that starts after the time does; the one before it holds when the time starts.
    var next = levels.indices.firstByHalves { levels[$0].start > time.start }
    var greatest = next > 0 ? levels[next - 1].sessions : 0
    while next < levels.count, levels[next].start < time.end {
      greatest = max(greatest, levels[next].sessions)
      next += 1
    }
    return greatest
  }
}
