// The contract's section 3, "Slots", once more, minute by minute and as slowly as it likes. It shares nothing with the
// engine but the plain types: not even the zone's conversions, for which it looks at the local clock of every minute,
// nor the calendar (OracleCalendar.swift).

import Business
import CivilTime
import Diary
import Scheduling

/// The minutes around a local day, and what the local clock shows in each.
struct MinuteLine {
  /// The minute numbered 0; three days before the day.
  let start: Instant
  /// What the clock shows at each minute, in minutes after 00:00 of the day; negative before it.
  let clock: [Int]
  let day: LocalDate

  static let daysBefore = 3

  /// The minutes from three days before a day until some days after it. All offsets must be whole minutes.
  init(zone: Zone, day: LocalDate, daysAfter: Int) {
    self.day = day
    let origin = Int64(day.dayNumber) * 1440
    let first = origin - Int64(MinuteLine.daysBefore * 1440)
    start = Instant(seconds: first * 60)
    clock = (0..<(MinuteLine.daysBefore + daysAfter) * 1440).map { index in
      let minute = first + Int64(index)
      return Int(minute - origin) + zone.offset(at: Instant(seconds: minute * 60)) / 60
    }
    var firstShown = Array(repeating: -1, count: clock.count + 10_000)
    var lastShown = firstShown
    for (minute, reading) in clock.enumerated() {
      let index = reading - MinuteLine.earliestReading
      if firstShown[index] < 0 { firstShown[index] = minute }
      lastShown[index] = minute
    }
    self.firstShown = firstShown
    self.lastShown = lastShown
  }

  func instant(_ minute: Int) -> Instant { start.adding(seconds: minute * 60) }

  /// The number of the minute that starts at an instant; it may lie outside the line.
  func minute(_ instant: Instant) -> Int { instant.seconds(since: start) / 60 }

  /// The local day, counted from the line's own, that the clock shows.
  func dayIndex(_ minute: Int) -> Int { (clock[minute] + 14_400) / 1440 - 10 }

  /// The first and the last minute at which the clock shows a reading, or -1.
  private let firstShown: [Int]
  private let lastShown: [Int]
  /// Readings lie at most this far below the day's midnight.
  private static let earliestReading = -7200

  /// The first minute at which the clock shows a reading, and the last; nil where it never does.
  func minutes(showing reading: Int) -> (first: Int, last: Int)? {
    let index = reading - MinuteLine.earliestReading
    guard firstShown.indices.contains(index), firstShown[index] >= 0 else { return nil }
    return (firstShown[index], lastShown[index])
  }

  /// The minute at which the clock jumps over a reading that it never shows.
  func minute(skipping reading: Int) -> Int { clock.firstIndex { $0 > reading } ?? clock.count }
}

/// One agent's working minutes, and the minutes at which the grid has a start.
struct OracleAgent {
  var works: [Bool]
  var isGridStart: [Bool]

  init(_ agent: Agent, _ business: Business, _ product: Product, _ line: MinuteLine) {
    works = Array(repeating: false, count: line.clock.count)
    isGridStart = works
    let step = (product.terms.slotInterval ?? product.duration) / 60
    let days = line.clock.count / 1440 - MinuteLine.daysBefore
    for offset in -MinuteLine.daysBefore..<days {
      let day = line.day.adding(days: offset)
      // Every minute that the opening day has, up to 48 hours after its midnight.
      var open = [Bool](repeating: false, count: 2881)
      for window in OracleCalendar.windows(of: business.hours, on: day) ?? [] {
        for minute in window.start..<window.end { open[minute] = true }
      }
      if let own = agent.hours.flatMap({ OracleCalendar.windows(of: $0, on: day) }) {
        for minute in open.indices where !own.contains(where: { $0.start <= minute && minute < $0.end }) {
          open[minute] = false
        }
      }
      for start in open.indices where open[start] && (start == 0 || !open[start - 1]) {
        let end = open[start...].firstIndex(of: false) ?? 2880
        let midnight = offset * 1440
        let first = line.minutes(showing: midnight + start)?.first ?? line.minute(skipping: midnight + start)
        let last = line.minutes(showing: midnight + end)?.last ?? line.minute(skipping: midnight + end)
        for minute in first..<max(first, last) where works.indices.contains(minute) { works[minute] = true }
        for reading in stride(from: start, to: end, by: step) {
          if let minute = line.minutes(showing: midnight + reading)?.first { isGridStart[minute] = true }
        }
      }
    }
  }
}

/// Answers a question about the days of a line.
struct Oracle {
  let business: Business
  let query: SlotQuery
  let line: MinuteLine
  private let agents: [(agent: Agent, time: OracleAgent)]
  private let taken: [Taken]
  /// The number of the present day where the business is.
  private let today: Int

  /// An occupation, and the minutes it occupies.
  private struct Taken {
    let occupation: Occupation
    let session: SessionKey
    let minutes: Range<Int>
  }

  init(business: Business, occupations: [Occupation], query: SlotQuery, line: MinuteLine) {
    self.business = business
    self.query = query
    self.line = line
    let seconds = Double(query.now.seconds + Int64(business.zone.offset(at: query.now)))
    self.today = Int((seconds / 86_400).rounded(.down))
    self.taken = occupations.filter { $0.product == nil || $0.bookingID != query.ignoredBooking }.map {
      Taken(
        occupation: $0, session: SessionKey($0),
        minutes: line.minute($0.occupiedStart)..<line.minute($0.occupiedEnd))
    }
    self.agents = business.agents.filter { agent in
      query.type.agents.contains(agent.id) && (query.agent == nil || query.agent == agent.id)
    }.map { ($0, OracleAgent($0, business, query.product, line)) }
  }

  /// All slots that start within the query's instants.
  func slots() -> [Slot] {
    line.clock.indices.compactMap { minute in
      let start = line.instant(minute)
      return query.from <= start && start < query.until ? slot(at: start) : nil
    }
  }

  /// All other slots of the query's instants in the order in which to propose them instead of a start.
  func alternatives(to start: Instant, occupations: [Occupation]) -> [Slot] {
    var others: [Slot] = []
    if let wished = query.agent {
      var query = query
      query.agent = nil
      query.type.agents.removeAll { $0 == wished }
      others = Oracle(business: business, occupations: occupations, query: query, line: line).slots()
    }
    let day = line.dayIndex(line.minute(start))
    return [slots(), others].flatMap { slots in
      let sameDay = slots.filter { line.dayIndex(line.minute($0.start)) == day }
      let otherDays = slots.filter { line.dayIndex(line.minute($0.start)) != day }
      return [sameDay, otherDays].flatMap { slots in
        slots.sorted {
          let (one, other) = ($0.start.milliseconds - start.milliseconds, $1.start.milliseconds - start.milliseconds)
          return (one.magnitude, one) < (other.magnitude, other)
        }
      }
    }
  }

  /// Why a start that is no slot is refused.
  func refusal(of start: Instant) -> Offer {
    if isTooSoon(start) { return .tooSoon(earliest: query.now.adding(seconds: query.product.terms.notice)) }
    if isTooFar(line.minute(start)) {
      return .tooFar(lastDay: LocalDate(dayNumber: today + query.product.terms.horizonDays))
    }
    return .closed
  }

  /// The slot with this start, whichever instants the query is about.
  func slot(at start: Instant) -> Slot? {
    let minute = line.minute(start)
    guard line.instant(minute) == start, agents.contains(where: { $0.time.isGridStart[minute] }), !isTooSoon(start),
      !isTooFar(minute)
    else { return nil }
    var best: (slot: Slot, joins: Bool, seconds: Int)?
    for (agent, time) in agents {
      guard time.isGridStart[minute], let joined = places(agent, time, minute) else { continue }
      let seconds = sessions(of: agent, onDayOf: minute).values.reduce(0, +)
      let joins = joined < query.product.capacity
      if let best, best.joins && !joins || best.joins == joins && best.seconds <= seconds { continue }
      let slot = Slot(
        start: start, end: start.adding(seconds: query.product.duration), agent: agent.id,
        remaining: query.product.capacity > 1 ? joined : nil)
      best = (slot, joins, seconds)
    }
    return best?.slot
  }

  private func isTooSoon(_ start: Instant) -> Bool {
    start.milliseconds - query.now.milliseconds < Int64(query.product.terms.notice) * 1000
  }

  private func isTooFar(_ minute: Int) -> Bool {
    line.day.dayNumber + line.dayIndex(minute) - today > query.product.terms.horizonDays
  }

  /// How many places an agent has left in a session with this start; nil where there can be none.
  private func places(_ agent: Agent, _ time: OracleAgent, _ minute: Int) -> Int? {
    let product = query.product
    let own = SessionKey(agent.id.text, product.id.text, line.instant(minute))
    let booked = taken.filter { $0.session == own }.count
    guard booked < product.capacity else { return nil }
    for worked in minute..<minute + product.duration / 60 where !time.works[worked] { return nil }
    // A group that has started is no further session.
    if let limit = product.terms.dailyLimit, booked == 0 {
      guard sessions(of: agent, onDayOf: minute).count + 1 <= limit else { return nil }
    }
    let time =
      minute - product.terms.bufferBefore / 60..<minute + (product.duration + product.terms.bufferAfter) / 60
    let others = taken.filter { $0.session != own && $0.minutes.overlaps(time) }
    for occupied in others.isEmpty ? 0..<0 : time {
      let present = others.filter { $0.minutes.contains(occupied) }
      if present.contains(where: { $0.occupation.agent ?? agent.id.text == agent.id.text }) { return nil }
      for resource in business.resources where product.needs.contains(resource.id) {
        let users = Set(present.filter { $0.occupation.resources.contains(resource.id.text) }.map(\.session))
        if users.count + 1 > resource.count { return nil }
      }
    }
    return product.capacity - booked
  }

  /// The seconds of each session of an agent that starts on the local day of a minute.
  private func sessions(of agent: Agent, onDayOf minute: Int) -> [SessionKey: Int] {
    var sessions: [SessionKey: Int] = [:]
    for booking in taken where booking.session.agent == agent.id.text && booking.session.product != nil {
      let start = line.minute(booking.session.start)
      guard line.clock.indices.contains(start), line.dayIndex(start) == line.dayIndex(minute) else { continue }
      let seconds = booking.occupation.end.seconds(since: booking.session.start)
      sessions[booking.session] = max(sessions[booking.session] ?? 0, seconds)
    }
    return sessions
  }

  /// Bookings with the same key are one session.
  private struct SessionKey: Hashable {
    let agent: String?
    let product: String?
    let start: Instant

    init(_ agent: String?, _ product: String?, _ start: Instant) {
      self.agent = agent
      self.product = product
      self.start = start
    }

    init(_ occupation: Occupation) { self.init(occupation.agent, occupation.product, occupation.start) }
  }
}
