// Whether everything in the file can be booked: agents, products and appointment types. Working time is the slot engine's
// own; bookings, notice and horizon say when to book, not whether there is anything to book, and are left aside.

internal import Business
internal import CivilTime
internal import Scheduling

/// How long somebody works at most without a break, in seconds: an appointment of that length can be booked, and no longer
/// one, because the first time on offer is the start of a window.
struct LongestWork {
  /// In the next 60 days; 0 where there is no working time in them.
  var soon = 0
  /// In the next year or so, for businesses with seasons.
  var ever = 0

  /// How many days ahead an appointment type must have something to book.
  static let soonDays = 60
  static let everDays = 370

  init() {}

  /// The agent's, from a day on.
  init(of agent: Agent, from today: LocalDate, in business: Business) {
    let last = today.adding(days: LongestWork.everDays)
    let days = Timetable.workingTime(of: agent, from: today, through: last, in: business)
    let soonEnd = business.zone.startOfDay(today.adding(days: LongestWork.soonDays + 1))
    var stretch: Range<Instant>?
    for span in days.joined().sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let open = stretch, span.lowerBound <= open.upperBound {
        stretch = open.lowerBound..<max(open.upperBound, span.upperBound)
      } else {
        stretch = span
      }
      guard let stretch else { continue }
      let seconds = stretch.upperBound.seconds(since: stretch.lowerBound)
      ever = max(ever, seconds)
      if stretch.lowerBound < soonEnd { soon = max(soon, seconds) }
    }
  }

  /// The longer ones of both.
  func merged(with other: LongestWork) -> LongestWork {
    var longest = self
    longest.soon = max(soon, other.soon)
    longest.ever = max(ever, other.ever)
    return longest
  }
}

/// Whether a product of an appointment type can be booked, were nothing taken.
private struct Chance {
  let product: Product
  /// The working time of those who take it.
  let work: LongestWork
  /// Whether it can be in the next 60 days, and in the next year or so.
  let soon: Bool
  let ever: Bool

  init(_ product: Product, _ work: LongestWork, startsFit: (Int) -> Bool) {
    self.product = product
    self.work = work
    soon = product.duration <= work.soon && (product.starts == nil || startsFit(LongestWork.soonDays))
    ever = product.duration <= work.ever && (product.starts == nil || startsFit(LongestWork.everDays))
  }
}

extension Inspection {
  mutating func inspectOffers() {
    let work = Dictionary(
      business.agents.map { ($0.id, LongestWork(of: $0, from: today, in: business)) }, uniquingKeysWith: { $1 })
    let products = Dictionary(business.products.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let types = business.appointmentTypes.map { type in
      (
        type: type,
        chances: type.products.compactMap { products[$0] }.map { product in
          let takers = type.agents.filter { type.isTaken(by: $0, for: product) }
          return Chance(product, takers.compactMap { work[$0] }.reduce(LongestWork()) { $0.merged(with: $1) }) {
            starts(of: product, in: type, fitWithin: $0)
          }
        }
      )
    }
    let chances = Dictionary(grouping: types.flatMap(\.chances), by: \.product.id)
    for product in business.products { inspect(product, chances[product.id] ?? []) }
    for (type, chances) in types { inspect(type, chances) }
    // Where nobody ever works, the appointment types tell.
    let isAnybodyThere = work.values.contains { $0.ever > 0 }
    for agent in business.agents {
      let types = types.map { type, chances in
        (type: type, products: chances.map(\.product).filter { type.isTaken(by: agent.id, for: $0) })
      }.filter { !$0.products.isEmpty }
      let longest = work[agent.id]?.ever ?? 0
      let isTooShort = types.allSatisfy { _, products in
        products.allSatisfy { product in
          product.duration > longest && chances[product.id]?.contains { $0.product.duration <= $0.work.ever } ?? false
        }
      }
      if types.isEmpty {
        let isInType = business.appointmentTypes.contains { $0.agents.contains(agent.id) }
        warn(
          .agentUnused, at: ["agents", agent.id.text],
          isInType
            ? "No product of an appointment type of \(Words.quoted(agent.id)) has them among its agents, so nobody can book "
              + "with them; add them to the \"agents\" of one."
            : "No appointment type has \(Words.quoted(agent.id)) among its agents, so nobody can book with them; add them to "
              + "the \"agents\" of one.")
      } else if isAnybodyThere, longest == 0 || isTooShort {
        warn(
          .agentUnavailable, at: ["agents", agent.id.text],
          longest == 0
            ? "\(Words.quoted(agent.id)) never works while the business is open, so nobody can book with them."
            : "The hours of \(Words.quoted(agent.id)) leave no room for any product of "
              + "\(Words.list(types.map(\.type.id))), so nobody can book with them.")
      }
    }
  }

  /// A product that no type offers, that is too long to be booked, or whose starts never fit.
  private mutating func inspect(_ product: Product, _ chances: [Chance]) {
    guard !chances.isEmpty else {
      warn(
        .productUnused, at: ["products", product.id.text],
        "No appointment type offers \(Words.quoted(product.id)), so nobody can book it; add it to the \"products\" of "
          + "one.")
      return
    }
    let longest = chances.map(\.work.ever).max() ?? 0
    if longest > 0, product.duration > longest {
      warn(
        .productTooLong, atValueOf: ["products", product.id.text, "duration"],
        "\(Words.quoted(product.id)) takes \(Words.duration(seconds: product.duration)), but who takes it never works "
          + "longer than \(Words.duration(seconds: longest)) without a break, so it can never be booked.")
    } else if longest > 0, let starts = product.starts {
      inspect(starts, of: product)
    }
  }

  private mutating func inspect(_ type: AppointmentType, _ chances: [Chance]) {
    let isTooLong = chances.allSatisfy { $0.work.ever > 0 && $0.product.duration > $0.work.ever }
    let neverStarts = chances.allSatisfy { $0.product.starts != nil && !$0.ever }
    guard !isTooLong, !neverStarts, !chances.contains(where: \.soon) else { return }
    warn(
      .typeUnavailable, at: ["appointmentTypes", type.id.text],
      "\(Words.quoted(type.id)) has no bookable hour in the next \(LongestWork.soonDays) days (to "
        + "\(today.adding(days: LongestWork.soonDays).text)): the hours of the business and those of "
        + "\(Words.list(type.agents)) leave no room for it.")
  }
}
