// The contract's section 3, "Slots", once more, minute by minute and as slowly as it likes. It shares nothing with the
// engine but the plain types: not even the zone's conversions, for which it looks at the local clock of every minute,
// nor the calendar (OracleCalendar.swift).

import Business
import CivilTime
import Diary
import Scheduling

/// Answers a question about the days of a line.
struct Oracle {
  let business: Business
  let query: SlotQuery
  let line: MinuteLine
  private let agents: [(agent: Agent, time: OracleAgent)]
  private let taken: [Taken]
  /// The number of the present day where the business is.
  private let today: Int

  /// An occupation, and the minutes it occupies; in those of its pause the agent is free.
  private struct Taken {
    let occupation: Occupation
    let session: SessionKey
    let minutes: Range<Int>
    let pause: Range<Int>

    init(_ occupation: Occupation, _ line: MinuteLine) {
      self.occupation = occupation
      session = SessionKey(occupation)
      minutes = line.minute(occupation.occupiedStart)..<line.minute(occupation.occupiedEnd)
      let start = line.minute(occupation.start) + occupation.pauseAfter / 60
      pause = start..<start + occupation.pauseLength / 60
    }
  }

  init(business: Business, occupations: [Occupation], query: SlotQuery, line: MinuteLine) {
    self.business = business
    self.query = query
    self.line = line
    let seconds = Double(query.now.seconds + Int64(business.zone.offset(at: query.now)))
    self.today = Int((seconds / 86_400).rounded(.down))
    self.taken = occupations.filter { $0.product == nil || $0.bookingID != query.ignoredBooking }.map {
      Taken($0, line)
    }
    self.agents = business.agents.filter { agent in
      query.type.agents.contains(agent.id) && (query.product.agents ?? [agent.id]).contains(agent.id)
        && (query.agent == nil || query.agent == agent.id)
    }.map { ($0, OracleAgent($0, business, query.product, line)) }
  }

  /// All slots that start within the query's instants.
  func slots() -> [Slot] {
    line.clock.indices.compactMap { minute in
      let start = line.instant(minute)
      return query.from <= start && start < query.until ? slot(at: start) : nil
    }
  }

  /// All other slots of the query's instants in the order in which to propose them instead of a start, without those that
  /// take time of one before them.
  func alternatives(to start: Instant, occupations: [Occupation]) -> [Slot] {
    var others: [Slot] = []
    if let wished = query.agent {
      var query = query
      query.agent = nil
      query.type.agents.removeAll { $0 == wished }
      others = Oracle(business: business, occupations: occupations, query: query, line: line).slots()
    }
    let day = line.dayIndex(line.minute(start))
    let ranked = [slots(), others].flatMap { slots in
      let sameDay = slots.filter { line.dayIndex(line.minute($0.start)) == day }
      let otherDays = slots.filter { line.dayIndex(line.minute($0.start)) != day }
      return [sameDay, otherDays].flatMap { slots in
        slots.sorted {
          let (one, other) = ($0.start.milliseconds - start.milliseconds, $1.start.milliseconds - start.milliseconds)
          return (one.magnitude, one) < (other.magnitude, other)
        }
      }
    }
    var chosen: [Slot] = []
    for slot in ranked where !chosen.contains(where: { ($0.start..<$0.end).overlaps(slot.start..<slot.end) }) {
      chosen.append(slot)
    }
    return chosen
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
      let seconds = sessions(onDayOf: minute, where: { $0.agent == agent.id.text }).values.reduce(0, +)
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
      guard sessions(onDayOf: minute, where: { $0.agent == agent.id.text }).count + 1 <= limit else { return nil }
    }
    if let limit = product.maxPerDay, booked == 0 {
      guard sessions(onDayOf: minute, where: { $0.product == product.id.text }).count + 1 <= limit else { return nil }
    }
    let time =
      minute - product.terms.bufferBefore / 60..<minute + (product.duration + product.terms.bufferAfter) / 60
    let pause = product.pause.map { minute + $0.after / 60..<minute + ($0.after + $0.length) / 60 } ?? 0..<0
    let others = taken.filter { $0.session != own && $0.minutes.overlaps(time) }
    for occupied in others.isEmpty ? 0..<0 : time {
      let present = others.filter { $0.minutes.contains(occupied) }
      if !pause.contains(occupied),
        present.contains(where: {
          $0.occupation.agent ?? agent.id.text == agent.id.text && !$0.pause.contains(occupied)
        })
      {
        return nil
      }
      for need in product.needs {
        guard let resource = business.resources.first(where: { $0.id == need.resource }) else { continue }
        var units: [SessionKey: Int] = [:]
        for user in present {
          for held in user.occupation.resources where held.id == resource.id.text {
            units[user.session] = max(units[user.session] ?? 0, held.units)
          }
        }
        if units.values.reduce(0, +) + need.units > resource.count { return nil }
      }
    }
    return product.capacity - booked
  }

  /// The seconds of each session of some kind that starts on the local day of a minute, without those of its pause.
  private func sessions(onDayOf minute: Int, where isMeant: (SessionKey) -> Bool) -> [SessionKey: Int] {
    var sessions: [SessionKey: Int] = [:]
    for booking in taken where booking.session.product != nil && isMeant(booking.session) {
      let start = line.minute(booking.session.start)
      guard line.clock.indices.contains(start), line.dayIndex(start) == line.dayIndex(minute) else { continue }
      let seconds = booking.occupation.end.seconds(since: booking.session.start) - booking.occupation.pauseLength
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
