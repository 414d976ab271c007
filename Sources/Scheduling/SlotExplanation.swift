// Why starts are not on offer, for people at a counter. The engine that lists slots runs over all that is asked about,
// what notice and horizon exclude too, and over all agents; this file hears what stands against each start (SlotWatch)
// and adds what keeps a start from being looked at at all: hours, grid, period, and who takes the product.

package import Business
package import CivilTime
internal import Diary

extension Timetable {
  /// Which occupations it takes to explain the answer to a question, as `reach(of:in:)` says it of the answer.
  package static func explanationReach(of query: SlotQuery, in business: Business) -> Range<Instant> {
    let period = BookingPeriod.all(of: query, zone: business.zone)
    let reach = QueriedDays(query, zone: business.zone, within: period).reach(of: query.product)
    return reach.start..<reach.end
  }

  /// The starts within the query's instants and everything that stands against them, of each agent of the business (of the
  /// one wished, where one is): those in the grid and, where nobody works, each quarter of an hour; or, where `starts`
  /// are given, these alone.
  package func explanation(of query: SlotQuery, at starts: [Instant]? = nil) -> SlotExplanation {
    let zone = business.zone
    let days = QueriedDays(query, zone: zone, within: BookingPeriod.all(of: query, zone: zone))
    let watch = ExplainingWatch(self, query, starts: starts)
    let slots = Openings(
      query, on: days, business: business, occupations: occupations, among: business.agents,
      agents: { query.agent == nil || query.agent == $0 }
    ).slots(limit: .max, watch: watch)
    let order = business.agents.map(\.id)
    let explained = order.flatMap { agent in watch.explained.filter { $0.agent == agent } }
    return SlotExplanation(starts: explained, slots: slots)
  }
}

/// Hears of everything that stands against each start.
private final class ExplainingWatch: SlotWatch {
  private let timetable: Timetable
  private let query: SlotQuery
  private let period: BookingPeriod
  private let lengths: AppointmentLengths
  /// The starts to explain; nil for all that are worth it.
  private let wanted: [Instant]?
  /// What counts of the occupations, by start; and what of that can be in the way on the day that is looked at.
  private let occupations: [Occupation]
  private var nearby: [Occupation] = []
  private(set) var explained: [ExplainedStart] = []
  private var hindrances: [Hindrance] = []
  private var agent = ""
  private var start = Instant.distantPast

  /// Where nobody works there is no grid: so many minutes lie between two starts that are explained there.
  private static let raster = 15

  init(_ timetable: Timetable, _ query: SlotQuery, starts: [Instant]?) {
    self.timetable = timetable
    self.query = query
    period = BookingPeriod(terms: query.product.terms, now: query.now, zone: timetable.business.zone)
    lengths = AppointmentLengths(of: query.product)
    wanted = starts?.sorted()
    occupations = timetable.occupations.filter { $0.product == nil || $0.bookingID != query.ignoredBooking }
      .sorted { ($0.start, $0.bookingID) < ($1.start, $1.bookingID) }
  }

  var isOpen: Bool { hindrances.isEmpty }

  func forEachStart(
    of grid: StartGrid, of agent: Identifier, in time: WorkingTime, on day: AskedDay, _ body: (Instant) -> Void
  ) {
    var inGrid: [Instant] = day.ownStarts ?? []
    if grid.starts == nil { time.forEachStart(of: grid.withoutDuration, on: day) { inGrid.append($0) } }
    inGrid.sort()
    let worked = WorkStretches(of: time, on: day)
    let starts = wanted?.filter { day.from <= $0 && $0 < day.until } ?? self.starts(inGrid, worked, grid, time, on: day)
    let takes = query.type.isTaken(by: agent, for: query.product)
    self.agent = agent.text
    let reach = TimeSpan(
      lengths.occupiedTime(startingAt: day.from).start, lengths.occupiedTime(startingAt: day.until).end)
    nearby = occupations.filter { TimeSpan(of: $0).overlaps(reach) }
    var last: Instant?
    for start in starts where start != last {
      self.start = start
      last = start
      hindrances = takes ? [] : [.notTaking]
      noteTerms(start, time.offsets)
      noteHours(start, inGrid, worked, grid)
      body(start)
      explained.append(ExplainedStart(agent: agent, start: start, hindrances: hindrances))
    }
  }

  func passes(_ holds: Bool, _ obstacle: @autoclosure () -> Obstacle) -> Bool {
    if holds { return true }
    switch obstacle() {
    case .full(let session): hindrances.append(.full(bookings: session.bookings))
    case .occupied(let time, apartFrom: let own): hindrances += occupants(of: time, apartFrom: own)
    case .resource(let place, let time, apartFrom: let own): note(resource: place, time, apartFrom: own)
    case .limits(let load):
      if !load.agentMayBegin, let limit = query.product.terms.dailyLimit { hindrances.append(.dailyLimit(limit)) }
      if !load.productMayBegin, let limit = query.product.maxPerDay { hindrances.append(.maxPerDay(limit)) }
    }
    return true
  }

  /// The grid's starts and, where nobody works, each quarter of an hour; of a product with starts of its own only those.
  private func starts(
    _ inGrid: [Instant], _ worked: WorkStretches, _ grid: StartGrid, _ time: WorkingTime, on day: AskedDay
  ) -> [Instant] {
    if grid.starts != nil { return inGrid }
    let idle = stride(from: 0, to: 1440, by: Self.raster).compactMap { minute in
      time.offsets.resolve(LocalDateTime(date: day.own.day, minute: minute)).appointmentStart
    }.filter { day.from <= $0 && $0 < day.until && worked.both.end(from: $0, until: $0) == nil }
    return (inGrid + idle).sorted()
  }

  /// What notice and horizon say to a start, and to an appointment that is too long.
  private func noteTerms(_ start: Instant, _ offsets: OffsetTable) {
    if lengths.duration > Openings.longest { hindrances.append(.tooLong) }
    if start < period.earliest {
      hindrances.append(start < query.now ? .past : .notice(earliest: period.earliest))
    }
    if offsets.local(start).date > period.lastDay { hindrances.append(.horizon(lastDay: period.lastDay)) }
  }

  /// What hours and grid say to a start.
  private func noteHours(_ start: Instant, _ inGrid: [Instant], _ worked: WorkStretches, _ grid: StartGrid) {
    let finish = start.adding(seconds: min(lengths.duration, Openings.longest))
    let business = worked.business.end(from: start, until: finish)
    let agent = worked.agent.end(from: start, until: finish)
    let both = worked.both.end(from: start, until: finish)
    let count = hindrances.count
    if let business {
      if business < finish { hindrances.append(.closing(at: business)) }
    } else {
      hindrances.append(.closed)
    }
    if let agent {
      if agent < finish { hindrances.append(.leaving(at: agent)) }
    } else {
      hindrances.append(.off)
    }
    // The agent's hours of a day are within those that the business opens on that day.
    if hindrances.count == count, both.map({ $0 < finish }) ?? true { hindrances.append(.off) }
    let isFirst = worked.offsets.resolve(worked.offsets.local(start)).appointmentStart == start
    if !inGrid.contains(start), !isFirst || grid.starts != nil || both != nil { hindrances.append(.notAStart) }
  }

  /// What takes part of the agent's time, but one session.
  private func occupants(of time: AgentTime, apartFrom own: Session?) -> [Hindrance] {
    let appointment = TimeSpan(start, start.adding(seconds: lengths.duration))
    return nearby.compactMap { occupation in
      guard occupation.agent == nil || occupation.agent == agent else { return nil }
      if own != nil, isOfSession(occupation) { return nil }
      var session = SessionTime(AgentTime(of: occupation))
      guard session.overlaps(time) else { return nil }
      if occupation.product == nil { return .block(occupation.bookingID) }
      session = SessionTime(AgentTime(of: occupation.withoutBuffers))
      let overlaps = session.overlaps(AgentTime(of: lengths.withoutBuffers, startingAt: start))
      return overlaps && appointment.overlaps(TimeSpan(occupation.start, occupation.end))
        ? .taken(by: occupation.bookingID) : .buffer(of: occupation.bookingID)
    }
  }

  private func note(resource place: Int, _ time: TimeSpan, apartFrom own: Session?) {
    let known = query.product.needs.filter { need in
      timetable.business.resources.contains { $0.id == need.resource }
    }
    let resource = known[place].resource
    let users = nearby.filter { occupation in
      occupation.resources.contains { $0.id == resource.text } && TimeSpan(of: occupation).overlaps(time)
        && !(own != nil && isOfSession(occupation) && occupation.agent == agent)
    }
    hindrances.append(.resource(resource, usedBy: users.map(\.bookingID)))
  }

  /// Whether an occupation of the agent's is one of the session that the appointment would join.
  private func isOfSession(_ occupation: Occupation) -> Bool {
    occupation.product == query.product.id.text && occupation.start == start
  }
}

extension Occupation {
  fileprivate var withoutBuffers: Occupation {
    var occupation = self
    (occupation.occupiedStart, occupation.occupiedEnd) = (start, end)
    return occupation
  }
}
