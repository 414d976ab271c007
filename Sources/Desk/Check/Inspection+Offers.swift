// Whether everything in the file can be booked: agents, products and appointment types. Asked of the slot engine, so that
// the answer is the one callers get.

internal import Business
internal import CivilTime
internal import Scheduling

extension Inspection {
  /// How many days ahead an appointment type must have something to book.
  private static let soon = 60
  /// How many days ahead something must be possible at all: a year, for businesses with seasons.
  private static let ever = 370

  mutating func inspectOffers() {
    let tooLong = inspectProducts()
    inspectTypes(tooLong: tooLong)
    inspectAgents(tooLong: tooLong)
  }

  /// Products that no type offers and products too long to be booked; returns the latter.
  private mutating func inspectProducts() -> Set<Identifier> {
    var tooLong: Set<Identifier> = []
    for product in business.products {
      let path = ["products", product.id.text]
      let types = business.appointmentTypes.filter { $0.products.contains(product.id) }
      if types.isEmpty {
        warn(
          .productUnused, at: path,
          "No appointment type offers \(Words.quoted(product.id)), so nobody can book it; add it to the \"products\" of one."
        )
      } else if !types.contains(where: { fits(product, $0, days: Inspection.ever) }),
        let longest = types.compactMap({ longestTime(product, $0) }).max()
      {
        tooLong.insert(product.id)
        warn(
          .productTooLong, atValueOf: path + ["duration"],
          "\(Words.quoted(product.id)) takes \(Words.duration(seconds: product.duration)), but who takes it never works longer "
            + "than \(Words.duration(seconds: longest)) without a break, so it can never be booked.")
      }
    }
    return tooLong
  }

  private mutating func inspectTypes(tooLong: Set<Identifier>) {
    for type in business.appointmentTypes where !type.products.allSatisfy(tooLong.contains) {
      let products = business.products.filter { type.products.contains($0.id) }
      if products.contains(where: { fits($0, type, days: Inspection.soon) }) { continue }
      let last = today.adding(days: Inspection.soon).text
      warn(
        .typeUnavailable, at: ["appointmentTypes", type.id.text],
        "\(Words.quoted(type.id)) has no bookable hour in the next \(Inspection.soon) days (to \(last)): the hours of the business "
          + "and those of \(Words.list(type.agents)) leave no room for it.")
    }
  }

  private mutating func inspectAgents(tooLong: Set<Identifier>) {
    let isAnybodyThere = business.agents.contains { works($0) }
    for agent in business.agents {
      let types = business.appointmentTypes.filter { $0.agents.contains(agent.id) }
      guard !types.isEmpty else {
        warn(
          .agentUnused, at: ["agents", agent.id.text],
          "No appointment type has \(Words.quoted(agent.id)) among its agents, so nobody can book with them; add them to the "
            + "\"agents\" of one.")
        continue
      }
      // Where nobody ever works, the appointment types tell.
      guard isAnybodyThere else { continue }
      let isBookable = types.contains { type in
        business.products.contains { product in
          type.products.contains(product.id)
            && (tooLong.contains(product.id) || fits(product, type, agent: agent.id, days: Inspection.ever))
        }
      }
      if !isBookable {
        warn(
          .agentUnavailable, at: ["agents", agent.id.text],
          works(agent)
            ? "The hours of \(Words.quoted(agent.id)) leave no room for any product of \(Words.list(types.map(\.id))), so nobody "
              + "can book with them."
            : "\(Words.quoted(agent.id)) never works while the business is open, so nobody can book with them.")
      }
    }
  }

  /// Whether an agent has any working time in the next year.
  private func works(_ agent: Agent) -> Bool {
    let last = today.adding(days: Inspection.ever)
    return Timetable.workingTime(of: agent, from: today, through: last, in: business).contains { !$0.isEmpty }
  }

  /// The longest appointment, in seconds, that could be booked in the next year in place of a product; nil where there
  /// is no working time at all. Exact to the minute.
  private func longestTime(_ product: Product, _ type: AppointmentType) -> Int? {
    var (low, high) = (0, product.duration / 60)
    while high - low > 1 {
      let middle = (low + high) / 2
      var other = product
      other.duration = middle * 60
      if fits(other, type, days: Inspection.ever) { low = middle } else { high = middle }
    }
    return low == 0 ? nil : low * 60
  }

  /// Whether working time has room for a product within so many days from today. Notice, horizon and bookings are left
  /// aside: they say when to book, not whether there is anything to book.
  private func fits(_ product: Product, _ type: AppointmentType, agent: Identifier? = nil, days: Int) -> Bool {
    var product = product
    // The first start of each window is enough: none has more room after it.
    product.terms = BookingTerms(slotInterval: 172_800, horizonDays: days)
    let timetable = Timetable(business: business, occupations: [])
    let midnight = business.zone.startOfDay(today)
    // Mostly a week is enough, and much less work.
    for days in [min(7, days), days] {
      let query = SlotQuery(
        type: type, product: product, agent: agent, from: midnight,
        until: business.zone.startOfDay(today.adding(days: days + 1)), now: midnight)
      if !timetable.slots(query, limit: 1).isEmpty { return true }
    }
    return false
  }
}
