// The slot engine's one function: which starts are on offer, and with whom (contract, section 3, slots). Listing asks it
// about days, booking about one start; that is why what is listed can be booked and the other way round.

import Business
import CivilTime

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

  private let days: QueriedDays
  private let product: Product
  private let seats: [Seat]
  private let resources: [ResourceUse]
  private let step: Int

  /// No appointment is longer than a year: beyond that there is nothing to offer, and no reason to look day by day.
  private static let longest = 366 * 86_400

  /// Nil where nothing can be on offer. `isAsked` says which of the type's agents the question is about.
  init?(
    _ query: SlotQuery, business: Business, occupations: [Occupation], agents isAsked: (Identifier) -> Bool
  ) {
    let product = query.product
    let step = product.terms.slotInterval ?? product.duration
    guard product.duration > 0, product.duration <= Openings.longest, step > 0,
      let days = QueriedDays(query, zone: business.zone)
    else { return nil }
    let agents = business.agents.filter { query.type.agents.contains($0.id) && isAsked($0.id) }
    let places = Dictionary(
      agents.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })

    let reach = days.reach(of: product)
    var relevant: [Int] = []
    var perAgent = [[Int]](repeating: [], count: agents.count)
    for (index, occupation) in occupations.enumerated()
    where occupation.occupiedStart < reach.upperBound && reach.lowerBound < occupation.occupiedEnd {
      if occupation.product != nil, occupation.bookingID == query.ignoredBooking { continue }
      relevant.append(index)
      if let place = places[occupation.agent] { perAgent[place].append(index) }
    }

    let opening = OpeningHours(
      business.hours, offsets: days.offsets, from: days.first.adding(days: -1), through: days.last)
    self.seats = agents.enumerated().map { place, agent in
      Seat(
        agent: agent.id, time: WorkingTime(opening: opening, hours: agent.hours),
        calendar: AgentCalendar(occupations, at: perAgent[place]))
    }
    self.resources = business.resources.filter { product.needs.contains($0.id) }.map { resource in
      ResourceUse(of: resource.id.text, count: resource.count, by: occupations, at: relevant)
    }
    self.days = days
    self.product = product
    // No window is longer than 48 hours: a longer step offers its start alone, as this one does.
    self.step = min(step, 172_800)
  }

  /// The slots by start, at most `limit`; one for each start.
  func slots(limit: Int) -> [Slot] {
    var slots: [Slot] = []
    var day = days.first
    while day <= days.last, slots.count < limit {
      let from = max(days.from, days.offsets.startOfDay(day))
      let until = min(days.until, days.offsets.startOfDay(day.adding(days: 1)))
      if from < until {
        var best: [Candidate] = []
        for place in seats.indices { best = merge(best, candidates(of: place, on: day, from: from, until: until)) }
        slots += best.prefix(limit - slots.count).map(slot)
      }
      day = day.adding(days: 1)
    }
    return slots
  }

  private func slot(_ candidate: Candidate) -> Slot {
    Slot(
      start: candidate.start, end: candidate.start.adding(seconds: product.duration),
      agent: seats[candidate.seat].agent, remaining: product.capacity > 1 ? candidate.remaining : nil)
  }

  /// What one agent offers on one local day, by start.
  private func candidates(of place: Int, on day: LocalDate, from: Instant, until: Instant) -> [Candidate] {
    let seat = seats[place]
    var starts: [Instant] = []
    for opened in [day.adding(days: -1), day] {
      for span in seat.time.spans(of: opened) where opened == day || span.window.end > 1440 {
        seat.time.starts(in: span, step: step, duration: product.duration, from: from, until: until) {
          starts.append($0)
        }
      }
    }
    guard !starts.isEmpty else { return [] }
    // Windows past midnight lie among those of the next day.
    if zip(starts, starts.dropFirst()).contains(where: { $0 >= $1 }) { starts = Set(starts).sorted() }
    let load = seat.calendar.load(on: day, by: days.offsets)
    return starts.compactMap { candidate($0, place: place, calendar: seat.calendar, load: load) }
  }

  /// The agent's offer of a start that lies in the grid and fits in working time, unless something stands against it.
  private func candidate(
    _ start: Instant, place: Int, calendar: AgentCalendar, load: (sessions: Int, seconds: Int)
  ) -> Candidate? {
    let time = product.occupiedTime(startingAt: start)
    let limit = product.terms.dailyLimit ?? .max
    guard let own = calendar.session(of: product.id.text, at: start) else {
      guard load.sessions < limit, !calendar.isBusy(time),
        resources.allSatisfy({ $0.suffices(throughout: time) })
      else { return nil }
      return Candidate(start: start, seat: place, joins: false, remaining: product.capacity, load: load.seconds)
    }
    // The session counts already, towards the limit and as a use of its resources.
    guard own.bookings < product.capacity, load.sessions <= limit, !calendar.isBusy(time, apartFrom: own),
      resources.allSatisfy({
        $0.suffices(throughout: time, joining: seats[place].agent.text, product.id.text, at: start)
      })
    else { return nil }
    return Candidate(
      start: start, seat: place, joins: true, remaining: product.capacity - own.bookings, load: load.seconds)
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
