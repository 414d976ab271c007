// How many sessions use a resource at one time (contract, section 3, capacity). Which agent is free is not asked
// here: see AgentCalendar.

import CivilTime

/// The sessions, of whichever agents, that use one resource.
struct ResourceUse {
  /// One session's use.
  private struct Use {
    let agent: String
    let product: String?
    let start: Instant
    var time: Range<Instant>
  }

  /// How many sessions can use it at one time.
  private let count: Int
  private let uses: [Use]
  /// The instants at which the number of concurrent uses changes, in order, and the number from then on.
  private let levels: [(start: Instant, sessions: Int)]

  /// The use of a resource of which there are `count` by those occupations, among the ones at these places of a list,
  /// that recorded it.
  init(of resource: String, count: Int, by occupations: [Occupation], at candidates: [Int]) {
    var uses: [Use] = []
    var places: [SessionKey: Int] = [:]
    for candidate in candidates where occupations[candidate].resources.contains(resource) {
      let occupation = occupations[candidate]
      let time = occupation.occupiedTime
      let key = SessionKey(agent: occupation.agent, product: occupation.product, start: occupation.start)
      if occupation.product != nil, let place = places[key] {
        let all = uses[place].time
        uses[place].time = min(all.lowerBound, time.lowerBound)..<max(all.upperBound, time.upperBound)
      } else {
        places[key] = uses.count
        uses.append(
          Use(agent: occupation.agent, product: occupation.product, start: occupation.start, time: time))
      }
    }
    var changes: [(at: Instant, by: Int)] = []
    for use in uses where !use.time.isEmpty {
      changes.append((use.time.lowerBound, 1))
      changes.append((use.time.upperBound, -1))
    }
    self.count = count
    self.uses = uses
    self.levels = ResourceUse.levels(changes)
  }

  /// Whether one more session can use it throughout a time.
  func suffices(throughout time: Range<Instant>) -> Bool { ResourceUse.greatest(in: levels, time) < count }

  /// Whether it suffices throughout a time for a session that is joined, which counts once.
  func suffices(throughout time: Range<Instant>, joining agent: String, _ product: String, at start: Instant) -> Bool {
    var changes: [(at: Instant, by: Int)] = []
    for use in uses where use.time.overlaps(time) {
      if use.start == start, use.agent == agent, use.product == product { continue }
      changes.append((use.time.lowerBound, 1))
      changes.append((use.time.upperBound, -1))
    }
    return ResourceUse.greatest(in: ResourceUse.levels(changes), time) < count
  }

  private struct SessionKey: Hashable {
    let agent: String
    let product: String?
    let start: Instant
  }

  private static func levels(_ changes: [(at: Instant, by: Int)]) -> [(start: Instant, sessions: Int)] {
    var levels: [(start: Instant, sessions: Int)] = []
    var sessions = 0
    for change in changes.sorted(by: { $0.at < $1.at }) {
      sessions += change.by
      if let last = levels.last, last.start == change.at {
        levels[levels.count - 1].sessions = sessions
      } else {
        levels.append((change.at, sessions))
      }
    }
    return levels
  }

  private static func greatest(in levels: [(start: Instant, sessions: Int)], _ time: Range<Instant>) -> Int {
    // The first level that starts after the time does; the one before it holds when the time starts.
    var low = 0
    var high = levels.count
    while low < high {
      let middle = (low + high) / 2
      if levels[middle].start <= time.lowerBound { low = middle + 1 } else { high = middle }
    }
    var greatest = low > 0 ? levels[low - 1].sessions : 0
    while low < levels.count, levels[low].start < time.upperBound {
      greatest = max(greatest, levels[low].sessions)
      low += 1
    }
    return greatest
  }
}
