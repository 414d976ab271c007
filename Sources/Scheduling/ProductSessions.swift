// How many sessions of a product there are on a day, whoever the agent (contract, section 3, `maxPerDay`). The sessions of
// one agent, whatever the product, are counted in AgentCalendar.swift.

import Business
import CivilTime
internal import Diary

/// The sessions of one product, for its limit of a day.
struct ProductSessions {
  /// Nil where there is no limit; no session is counted then.
  private let limit: Int?
  /// The start of each session.
  private var starts: [Instant] = []

  /// The sessions of a product among the occupations at these places of a list.
  init(of product: Product, among occupations: [Occupation], at places: [Int]) {
    limit = product.maxPerDay
    guard limit != nil else { return }
    let own = places.filter { occupations[$0].product == product.id.text }
    var last: Occupation?
    for place in own.sorted(by: { ProductSessions.isEarlier(occupations[$0], occupations[$1]) }) {
      let occupation = occupations[place]
      if last?.start != occupation.start || last?.agent != occupation.agent { starts.append(occupation.start) }
      last = occupation
    }
  }

  /// Whether one more session may start on a local day.
  func leaveRoom(on day: LocalDate, by offsets: OffsetTable) -> Bool {
    guard let limit else { return true }
    return starts.count { offsets.local($0).date == day } < limit
  }

  private static func isEarlier(_ one: Occupation, _ other: Occupation) -> Bool {
    one.start == other.start ? (one.agent ?? "") < (other.agent ?? "") : one.start < other.start
  }
}
