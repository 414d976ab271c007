// Puts a diary together from the business file and the bookings.

internal import Diary
internal import Business
internal import CivilTime
internal import Scheduling

extension Agenda {
  /// The diary from one local day through another, both included.
  ///
  /// It has the agents of the business file in their order, then those who are not in it any more but have something
  /// in these days. With `agent`, only that one.
  init<View: DiaryView>(
    of business: Business, from first: LocalDate, through last: LocalDate, agent wanted: String?, in diary: View,
    asOf now: Instant
  ) throws(View.Failure) {
    let offsets = business.zone.offsets(from: first, through: last)
    let range = offsets.startOfDay(first)..<offsets.startOfDay(last.adding(days: 1))
    let contents = try DiaryContents(diary, in: range, business: business)
    var agents = business.agents.map { Named(id: $0.id.text, name: $0.name) }
    for agent in contents.agents where !agents.contains(where: { $0.id == agent.id }) { agents.append(agent) }
    if let wanted { agents.removeAll { $0.id != wanted } }
    let working = agents.map { agent in
      business.agents.first { $0.id.text == agent.id }.map { known in
        Timetable.workingTime(of: known, from: first.adding(days: -2), through: last, in: business).joined()
      }
    }
    self.business = Named(id: business.id.text, name: business.name)
    self.offsets = offsets
    self.asOf = now
    self.types = contents.types
    self.fields = business.fields
    self.days = (first.dayNumber...last.dayNumber).map { number in
      let date = LocalDate(dayNumber: number)
      let time = offsets.startOfDay(date)..<offsets.startOfDay(date.adding(days: 1))
      return AgendaDay(
        date: date, time: time, isClosed: (business.hours.windows(on: date) ?? []).isEmpty,
        agents: zip(agents, working).map { agent, working in
          AgentDay(
            agent: agent, working: (working.map(Array.init) ?? []).map { $0.clamped(to: time) }.filter { !$0.isEmpty },
            entries: contents.entries[agent.id, default: []].filter { $0.occupied.overlaps(time) })
        })
    }
  }
}

/// What stands in some days' diary, by agent.
private struct DiaryContents {
  private(set) var entries: [String: [AgendaEntry]] = [:]
  private(set) var agents: [Named] = []
  private(set) var types: [Named] = []
  private let business: Business

  init<View: DiaryView>(_ diary: View, in range: Range<Instant>, business: Business) throws(View.Failure) {
    self.business = business
    for occupation in try diary.occupations(in: range) {
      if occupation.product == nil {
        guard let block = try diary.block(occupation.bookingID)?.block else { continue }
        guard let agent = block.agent else {
          for agent in business.agents { add(.block(block), occupation, of: agent.id.text) }
          continue
        }
        note(Named(id: agent, name: agent), in: \.agents)
        add(.block(block), occupation, of: agent)
      } else if let booking = try diary.booking(occupation.bookingID) {
        note(booking.agent, in: \.agents)
        note(booking.type, in: \.types)
        add(booking)
      }
    }
    for agent in entries.keys {
      entries[agent]?.sort { ($0.time.lowerBound, $0.time.upperBound) < ($1.time.lowerBound, $1.time.upperBound) }
    }
    let order = business.appointmentTypes.map(\.id.text)
    types.sort { (order.firstIndex(of: $0.id) ?? .max, $0.id) < (order.firstIndex(of: $1.id) ?? .max, $1.id) }
  }

  private mutating func add(_ content: AgendaEntry.Content, _ occupation: Occupation, of agent: String) {
    let pause = occupation.start.adding(seconds: occupation.pauseAfter)
    entries[agent, default: []].append(
      AgendaEntry(
        content: content, time: occupation.start..<occupation.end,
        occupied: occupation.occupiedStart..<occupation.occupiedEnd,
        pause: occupation.pauseLength > 0 ? pause..<pause.adding(seconds: occupation.pauseLength) : nil))
  }

  /// Adds a booking to its session, or a session with it.
  private mutating func add(_ booking: Booking) {
    for (index, entry) in entries[booking.agent.id, default: []].enumerated() {
      guard case .session(var session) = entry.content, session.product.id == booking.product.id,
        entry.time.lowerBound == booking.start
      else { continue }
      let name = AgendaSession.order(booking)
      let later = session.bookings.firstIndex { name < AgendaSession.order($0) }
      session.bookings.insert(booking, at: later ?? session.bookings.count)
      entries[booking.agent.id]?[index].content = .session(session)
      return
    }
    let capacity = Identifier(booking.product.id).flatMap { business.product($0) }?.capacity
    add(
      .session(
        AgendaSession(product: booking.product, type: booking.type, capacity: capacity, bookings: [booking])),
      booking.occupation, of: booking.agent.id)
  }

  /// Adds a name that is not there yet; a later one may be better known than an earlier one.
  private mutating func note(_ named: Named, in list: WritableKeyPath<DiaryContents, [Named]>) {
    if let index = self[keyPath: list].firstIndex(where: { $0.id == named.id }) {
      if named.name != named.id { self[keyPath: list][index] = named }
    } else {
      self[keyPath: list].append(named)
    }
  }
}
