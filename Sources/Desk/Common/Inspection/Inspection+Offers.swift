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
  private static let everDays = 370

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

extension Inspection {
  mutating func inspectOffers() {
    let work = Dictionary(
      business.agents.map { ($0.id, LongestWork(of: $0, from: today, in: business)) }, uniquingKeysWith: { $1 })
    let types = business.appointmentTypes.map { type in
      (type: type, work: type.agents.compactMap { work[$0] }.reduce(LongestWork()) { $0.merged(with: $1) })
    }
    let tooLong = inspectProducts(types)
    for (type, work) in types { inspect(type, work, tooLong: tooLong) }
    // Where nobody ever works, the appointment types tell.
    let isAnybodyThere = work.values.contains { $0.ever > 0 }
    let bookable = business.appointmentTypes.map { type in
      (type: type, shortest: type.products.compactMap { tooLong.contains($0) ? 0 : durations[$0] }.min() ?? 0)
    }
    for agent in business.agents {
      let types = bookable.filter { $0.type.agents.contains(agent.id) }
      let longest = work[agent.id]?.ever ?? 0
      if types.isEmpty {
        warn(
          .agentUnused, at: ["agents", agent.id.text],
          "No appointment type has \(Words.quoted(agent.id)) among its agents, so nobody can book with them; add them to "
            + "the \"agents\" of one.")
      } else if isAnybodyThere, types.allSatisfy({ $0.shortest > longest || longest == 0 }) {
        warn(
          .agentUnavailable, at: ["agents", agent.id.text],
          longest == 0
            ? "\(Words.quoted(agent.id)) never works while the business is open, so nobody can book with them."
            : "The hours of \(Words.quoted(agent.id)) leave no room for any product of "
              + "\(Words.list(types.map(\.type.id))), so nobody can book with them.")
      }
    }
  }

  /// Products that no type offers and products too long to be booked; returns the latter.
  private mutating func inspectProducts(_ types: [(type: AppointmentType, work: LongestWork)]) -> Set<Identifier> {
    var offered: [Identifier: LongestWork] = [:]
    for (type, work) in types {
      for product in type.products { offered[product] = work.merged(with: offered[product] ?? LongestWork()) }
    }
    var tooLong: Set<Identifier> = []
    for product in business.products {
      guard let longest = offered[product.id]?.ever else {
        warn(
          .productUnused, at: ["products", product.id.text],
          "No appointment type offers \(Words.quoted(product.id)), so nobody can book it; add it to the \"products\" of "
            + "one.")
        continue
      }
      guard longest > 0, product.duration > longest else { continue }
      tooLong.insert(product.id)
      warn(
        .productTooLong, atValueOf: ["products", product.id.text, "duration"],
        "\(Words.quoted(product.id)) takes \(Words.duration(seconds: product.duration)), but who takes it never works "
          + "longer than \(Words.duration(seconds: longest)) without a break, so it can never be booked.")
    }
    return tooLong
  }

  private mutating func inspect(_ type: AppointmentType, _ work: LongestWork, tooLong: Set<Identifier>) {
    guard !type.products.allSatisfy(tooLong.contains),
      !type.products.contains(where: { durations[$0, default: .max] <= work.soon })
    else { return }
    warn(
      .typeUnavailable, at: ["appointmentTypes", type.id.text],
      "\(Words.quoted(type.id)) has no bookable hour in the next \(LongestWork.soonDays) days (to "
        + "\(today.adding(days: LongestWork.soonDays).text)): the hours of the business and those of "
        + "\(Words.list(type.agents)) leave no room for it.")
  }
}
