// The slot engine's one function: which starts are on offer, and with which agents (contract, section 3, slots). Listing asks it
// about days, booking about one start; that is why what is listed can be booked and the other way round.

internal import Basics
import Business
import CivilTime
internal import Diary

/// A question with everything that is needed to answer it worked out once.
struct Openings {
  /// An agent who can take the appointment.
  private struct Seat {
    let agent: Identifier
    let time: WorkingTime
    let calendar: AgentCalendar
  }

  /// One agent's offer of one start.
  private struct Candidate {
    let start: Instant
    let seat: Int
    /// Whether it joins a session that has started to fill.
    let joins: Bool
    let remaining: Int
    /// How many seconds the agent has booked on the day.
    let load: Int
  }

  /// No appointment is longer, in seconds: beyond that there is nothing to offer, and no reason to look day by day.
  static let longest = 366 * 86_400

  private let hours: WorkingHours
  private let days: QueriedDays
  /// The short id of the product.
  private let product: String
  private let lengths: AppointmentLengths
  private let capacity: Int
  private let dailyLimit: Int
  private let seats: [Seat]
  private let resources: [ResourceUse]
  private let sessions: ProductSessions
  private let grid: StartGrid

  /// The question about these days and some of these agents: those of whom `isAsked` says so.
  init(
    _ query: SlotQuery, on days: QueriedDays, business: Business, occupations: [Occupation], among choice: [Agent],
    agents isAsked: (Identifier) -> Bool
  ) {
    let product = query.product
    let grid = StartGrid(of: product)
    let canBe = !days.isEmpty && product.duration > 0 && grid.step > 0
    let agents = canBe ? choice.filter { isAsked($0.id) } : []
    let relevant = agents.isEmpty ? [] : Openings.relevant(occupations, query: query, days: days)
    let chains = Openings.chains(of: agents, relevant, of: occupations)
    let everybody = relevant.filter { occupations[$0].agent == nil }
    self.seats = agents.indices.map { place in
      var taken = everybody
      var link = chains.first[place]
      while link >= 0 {
        taken.append(relevant[link])
        link = chains.next[link]
      }
      return Seat(
        agent: agents[place].id,
        time: WorkingTime(business: business.hours, own: agents[place].hours, offsets: days.offsets),
        calendar: AgentCalendar(occupations, at: taken))
    }
    self.resources = product.needs.compactMap { need in
      business.resources.first { $0.id == need.resource }.map { resource in
        ResourceUse(of: resource, needing: need.units, by: occupations, at: relevant)
      }
    }
    self.sessions = ProductSessions(of: product, among: occupations, at: relevant)
    self.hours = business.hours
    self.days = days
    self.product = product.id.text
    self.lengths = AppointmentLengths(of: product)
    self.capacity = product.capacity
    self.dailyLimit = product.terms.dailyLimit ?? .max
    self.grid = grid
  }

  /// The places of the occupations that can matter to the question.
  private static func relevant(_ occupations: [Occupation], query: SlotQuery, days: QueriedDays) -> [Int] {
    let reach = days.reach(of: query.product)
    return occupations.indices.filter { place in
      reach.overlaps(TimeSpan(of: occupations[place]))
        && (occupations[place].product == nil || occupations[place].bookingID != query.ignoredBooking)
    }
  }

  /// The occupations of each agent as a chain: where it begins, and what follows on each; -1 where nothing does. Both give
  /// places in `relevant`.
  private static func chains(
    of agents: [Agent], _ relevant: [Int], of occupations: [Occupation]
  ) -> (first: [Int], next: [Int]) {
    let order = agents.indices.sorted { agents[$0].id < agents[$1].id }
    let names = order.map { agents[$0].id.text }
    var first = [Int](repeating: -1, count: agents.count)
    var next = [Int](repeating: -1, count: relevant.count)
    // From the last to the first, so that a chain has the order of the list, which is mostly that of time.
    for link in relevant.indices.reversed() {
      guard let agent = occupations[relevant[link]].agent else { continue }
      let place = names.indices.firstByHalves { names[$0] >= agent }
      guard place < names.count, names[place] == agent else { continue }
      next[link] = first[order[place]]
      first[order[place]] = link
    }
    return (first, next)
  }

  /// The slots by start, at most `limit`; one for each start. What stands against the others is told to `watch`.
  func slots<Watch: SlotWatch>(limit: Int, watch: Watch) -> [Slot] {
    var slots: [Slot] = []
    var day = days.first
    var before = DayWindows(of: hours, on: day.adding(days: -1))
    while day <= days.last, slots.count < limit {
      let next = day.adding(days: 1)
      let from = max(days.from, days.offsets.startOfDay(day))
      let until = min(days.until, days.offsets.startOfDay(next))
      let asked = AskedDay(
        before: before, own: DayWindows(of: hours, on: day), from: from, until: until,
        ownStarts: grid.ownStarts(on: day, from: from, until: until, by: days.offsets))
      if from < until {
        let hasRoom = sessions.leaveRoom(on: day, by: days.offsets)
        var best: [Candidate] = []
        for place in seats.indices {
          best = merge(best, candidates(of: place, on: asked, mayBegin: hasRoom, watch: watch))
        }
        slots += best.prefix(limit - slots.count).map(slot)
      }
      before = asked.own
      day = next
    }
    return slots
  }

  private func slot(_ candidate: Candidate) -> Slot {
    Slot(
      start: candidate.start, end: candidate.start.adding(seconds: lengths.duration),
      agent: seats[candidate.seat].agent, remaining: capacity > 1 ? candidate.remaining : nil)
  }

  /// What one agent offers on one local day, by start. `mayBegin` says whether the product may have one more session.
  private func candidates<Watch: SlotWatch>(
    of place: Int, on day: AskedDay, mayBegin: Bool, watch: Watch
  ) -> [Candidate] {
    let seat = seats[place]
    var load = seat.calendar.load(on: day.own.day, by: days.offsets)
    load.productMayBegin = mayBegin
    load.agentMayBegin = load.sessions < dailyLimit
    var candidates: [Candidate] = []
    watch.forEachStart(of: grid, of: seat.agent, in: seat.time, on: day) { start in
      if let candidate = candidate(start, place: place, calendar: seat.calendar, load: load, watch: watch) {
        candidates.append(candidate)
      }
    }
    // Windows past midnight lie among those of the next day.
    let isOrdered = candidates.indices.dropFirst().allSatisfy { candidates[$0 - 1].start < candidates[$0].start }
    return isOrdered ? candidates : ordered(candidates)
  }

  /// Candidates of one agent by start, each start once.
  private func ordered(_ candidates: [Candidate]) -> [Candidate] {
    var ordered: [Candidate] = []
    for candidate in candidates.sorted(by: { $0.start < $1.start }) where ordered.last?.start != candidate.start {
      ordered.append(candidate)
    }
    return ordered
  }

  /// The agent's offer of a start that lies in the grid and fits in working time, unless something stands against it. A
  /// watch that wants to hear of everything lets each check pass and says at the end whether there was anything.
  private func candidate<Watch: SlotWatch>(
    _ start: Instant, place: Int, calendar: AgentCalendar, load: DayLoad, watch: Watch
  ) -> Candidate? {
    let time = AgentTime(of: lengths, startingAt: start)
    if calendar.isBusy(time) {
      if capacity > 1, let own = calendar.session(of: product, at: start) {
        // The session counts already, towards the limits and as a use of its resources.
        guard watch.passes(own.bookings < capacity, .full(own)),
          watch.passes(!calendar.isBusy(time, apartFrom: own), .occupied(time, apartFrom: own)),
          resources.indices.allSatisfy({ index in
            watch.passes(
              resources[index].suffices(throughout: time.whole, joining: seats[place].agent.text, product, at: start),
              .resource(index, time.whole, apartFrom: own))
          }), watch.isOpen
        else { return nil }
        return Candidate(
          start: start, seat: place, joins: true, remaining: capacity - own.bookings, load: load.seconds)
      }
      guard watch.passes(false, .occupied(time, apartFrom: nil)) else { return nil }
    }
    guard watch.passes(load.mayGrow, .limits(load)),
      resources.indices.allSatisfy({ index in
        watch.passes(
          resources[index].suffices(throughout: time.whole), .resource(index, time.whole, apartFrom: nil))
      }), watch.isOpen
    else { return nil }
    return Candidate(start: start, seat: place, joins: false, remaining: capacity, load: load.seconds)
  }

  /// One candidate for each start: one that fills a started session, else the agent with the least booked that day, else
  /// the earlier agent of the file, whose candidates stand in `earlier`. Both lists are by start.
  private func merge(_ earlier: [Candidate], _ later: [Candidate]) -> [Candidate] {
    if earlier.isEmpty { return later }
    if later.isEmpty { return earlier }
    var merged: [Candidate] = []
    merged.reserveCapacity(max(earlier.count, later.count))
    var left = 0
    var right = 0
    while left < earlier.count, right < later.count {
      let one = earlier[left]
      let other = later[right]
      if one.start < other.start {
        merged.append(one)
        left += 1
      } else if other.start < one.start {
        merged.append(other)
        right += 1
      } else {
        let isBetter = other.joins == one.joins ? other.load < one.load : other.joins
        merged.append(isBetter ? other : one)
        left += 1
        right += 1
      }
    }
    return merged + earlier[left...] + later[right...]
  }
}
