// When agents can take a product: what callers would be offered, agent by agent, for the diary to show.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import JSON
internal import Scheduling

/// A product of an appointment type.
struct Offered {
  let type: AppointmentType
  let product: Product

  /// As a parameter has it: `massage.massage-30`.
  var text: String { type.id.text + "." + product.id.text }

  /// The product that a parameter names; nil where there is none, or no such type offers it.
  init?(_ text: String, of business: Business) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let type = Identifier(parts[0]).flatMap(business.appointmentType),
      let product = Identifier(parts[1]).flatMap(business.product), type.products.contains(product.id)
    else { return nil }
    self.init(type, product)
  }

  init(_ type: AppointmentType, _ product: Product) {
    self.type = type
    self.product = product
  }

  /// All that a business offers, in the order of its file.
  static func all(of business: Business) -> [Offered] {
    business.appointmentTypes.flatMap { type in
      type.products.compactMap { business.product($0).map { Offered(type, $0) } }
    }
  }
}

/// Free times of a product.
struct FreeTimes {
  let offered: Offered
  /// By agent, and each agent's by start.
  private let slots: [String: [Slot]]

  /// The times that start between two instants, of one agent or of all, where a booking that is to be moved is not there.
  init<View: DiaryView>(
    of offered: Offered, agent: Identifier?, from: Instant, until: Instant, ignoring booking: String? = nil,
    in diary: View, at desk: CounterDesk
  ) throws(View.Failure) {
    self.offered = offered
    let business = desk.business
    var query = SlotQuery(
      type: offered.type, product: offered.product, from: from, until: until, ignoredBooking: booking, now: desk.now)
    let occupations = try diary.occupations(in: Timetable.reach(of: query, in: business))
    let timetable = Timetable(business: business, occupations: occupations)
    var slots: [String: [Slot]] = [:]
    for taker in business.takers(of: offered.product, in: offered.type) where agent == nil || agent == taker.id {
      query.agent = taker.id
      slots[taker.id.text] = timetable.slots(query)
    }
    self.slots = slots
  }

  /// Whether nothing is free.
  var isEmpty: Bool { slots.values.allSatisfy(\.isEmpty) }

  /// An agent's times that start in a stretch of time.
  func slots(of agent: String, in time: Range<Instant>) -> ArraySlice<Slot> {
    let all = slots[agent] ?? []
    // By halves: a page asks once for each gap.
    func first(from instant: Instant) -> Int {
      var (low, high) = (0, all.count)
      while low < high {
        let middle = (low + high) / 2
        if all[middle].start < instant { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return all[first(from: time.lowerBound)..<first(from: time.upperBound)]
  }
}

extension CounterDesk {
  /// The id of a slot.
  func slotID(_ offered: Offered, _ agent: Identifier?, _ start: Instant) -> String {
    counter.slotID(offered.type.id, offered.product.id, agent, start).stringValue ?? ""
  }

  /// The first times from today on at which a product is free, with whichever agent.
  func nextFree(
    _ offered: Offered, agent: Identifier?, from day: LocalDate, limit: Int, ignoring booking: String? = nil,
    in view: DiaryFileView
  ) throws(DiaryError) -> [Slot] {
    let first = max(day, today)
    let query = SlotQuery(
      type: offered.type, product: offered.product, agent: agent, from: zone.startOfDay(first),
      until: zone.startOfDay(first.adding(days: 60)), ignoredBooking: booking, now: now)
    let occupations = try view.occupations(in: Timetable.reach(of: query, in: business))
    return Timetable(business: business, occupations: occupations).slots(query, limit: limit)
  }
}
