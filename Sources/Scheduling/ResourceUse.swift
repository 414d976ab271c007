// How many units of a resource are in use at one time (contract, section 3, capacity). Which agent is free is not asked
// here: see AgentCalendar.

internal import Basics
import Business
import CivilTime
internal import Diary

/// The sessions, of whichever agents, that use one resource.
struct ResourceUse {
  /// What one session uses throughout a time.
  private struct Use {
    let agent: String?
    let product: String?
    let start: Instant
    let units: Int
    var time: TimeSpan

    init(_ occupation: Occupation, units: Int) {
      agent = occupation.agent
      product = occupation.product
      start = occupation.start
      self.units = units
      time = TimeSpan(of: occupation)
    }

    func isOfSession(_ agent: String?, _ product: String?, _ start: Instant) -> Bool {
      self.start == start && self.agent == agent && self.product == product
    }
  }

  /// From when on how many units are in use.
  private struct Level {
    let start: Instant
    var units: Int
  }

  /// How many units there are.
  private let count: Int
  /// How many of them the appointment that is asked about needs.
  private let needed: Int
  private var uses: [Use] = []
  /// In order; nobody uses it before the first.
  private let levels: [Level]

  /// The use of a resource by those occupations, among the ones at these places of a list, that recorded it.
  init(of resource: Resource, needing units: Int, by occupations: [Occupation], at places: [Int]) {
    let id = resource.id.text
    let users = places.filter { place in occupations[place].resources.contains { $0.id == id } }
    var uses: [Use] = []
    uses.reserveCapacity(users.count)
    let ordered = users.sorted {
      let (one, other) = (occupations[$0], occupations[$1])
      return one.start == other.start ? (one.agent ?? "") < (other.agent ?? "") : one.start < other.start
    }
    for user in ordered {
      let occupation = occupations[user]
      let units = occupation.resources.first { $0.id == id }?.units ?? 1
      // Sessions of other products may start at the same time; they are few.
      var index = uses.count - 1
      while index >= 0, uses[index].start == occupation.start, uses[index].agent == occupation.agent,
        uses[index].product != occupation.product || uses[index].units != units
      {
        index -= 1
      }
      if let product = occupation.product, index >= 0,
        uses[index].isOfSession(occupation.agent, product, occupation.start)
      {
        uses[index].time.include(TimeSpan(of: occupation))
      } else {
        uses.append(Use(occupation, units: units))
      }
    }
    count = resource.count
    needed = units
    self.uses = ResourceUse.apart(uses)
    levels = ResourceUse.levels(of: self.uses)
  }

  /// The same uses where no two of one session are at one time. Bookings of one session that recorded other numbers of
  /// units, as when the business file changed between them, use the greatest number at each time. Their times all
  /// contain the start, so what one of fewer units adds lies before and after those of more.
  private static func apart(_ uses: [Use]) -> [Use] {
    guard uses.contains(where: { $0.units != uses[0].units }) else { return uses }
    var apart: [Use] = []
    for use in uses.sorted(by: { $0.units > $1.units }) {
      let taken = apart.filter { use.product != nil && $0.isOfSession(use.agent, use.product, use.start) }
      guard let first = taken.map({ $0.time.start }).min(), let last = taken.map({ $0.time.end }).max() else {
        apart.append(use)
        continue
      }
      for time in [
        TimeSpan(use.time.start, min(first, use.time.end)), TimeSpan(max(last, use.time.start), use.time.end),
      ]
      where !time.isEmpty {
        var part = use
        part.time = time
        apart.append(part)
      }
    }
    return apart
  }

  /// Whether one more session can use it throughout a time.
  func suffices(throughout time: TimeSpan) -> Bool { needed <= count - ResourceUse.greatest(of: levels, in: time) }

  /// Whether it suffices throughout a time for a session that is joined, which counts once.
  func suffices(throughout time: TimeSpan, joining agent: String, _ product: String, at start: Instant) -> Bool {
    let others = uses.filter { $0.time.overlaps(time) && !$0.isOfSession(agent, product, start) }
    return needed <= count - ResourceUse.greatest(of: ResourceUse.levels(of: others), in: time)
  }

  private static func levels(of uses: [Use]) -> [Level] {
    var changes: [Level] = []
    changes.reserveCapacity(uses.count * 2)
    for use in uses where !use.time.isEmpty {
      changes.append(Level(start: use.time.start, units: use.units))
      changes.append(Level(start: use.time.end, units: -use.units))
    }
    changes.sort { $0.start < $1.start }
    var levels: [Level] = []
    levels.reserveCapacity(changes.count)
    var units = 0
    for change in changes {
      units += change.units
      if let last = levels.last, last.start == change.start {
        levels[levels.count - 1].units = units
      } else {
        levels.append(Level(start: change.start, units: units))
      }
    }
    return levels
  }

  private static func greatest(of levels: [Level], in time: TimeSpan) -> Int {
    // The first level that starts after the time does; the one before it holds when the time starts.
    var next = levels.indices.firstByHalves { levels[$0].start > time.start }
    var greatest = next > 0 ? levels[next - 1].units : 0
    while next < levels.count, levels[next].start < time.end {
      greatest = max(greatest, levels[next].units)
      next += 1
    }
    return greatest
  }
}
