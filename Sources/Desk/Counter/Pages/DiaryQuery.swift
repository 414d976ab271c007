// What part of the diary is looked at, and the addresses of others.

internal import Business
internal import CivilTime

/// A view of the diary.
struct DiaryQuery {
  /// The first day.
  var first: LocalDate
  /// Whether a week is shown, or a day.
  var isWeek: Bool
  /// Whose; nil for all.
  var agent: Identifier?
  /// What is to be booked; nil where that is not chosen yet.
  var offered: Offered?
  /// The id of who is to come, where that is known already.
  var person: String?
  /// The whole id of the booking that is to be moved.
  var moving: String?

  /// What the query of an address asks for.
  init(_ desk: CounterDesk) throws(PageFailure) {
    let query = desk.query
    let day = try desk.day("day")
    isWeek = day == nil
    let week = try desk.day("from")
    let wished = day ?? week ?? desk.today
    first = day ?? Self.monday(of: wished)
    agent = try desk.agent()
    if let text = query["product"] {
      guard let offered = Offered(text, of: desk.business) else { throw PageFailure(404, \.noSuchProduct) }
      self.offered = offered
    }
    person = query["for"]
  }

  /// The Monday of a day's week.
  static func monday(of day: LocalDate) -> LocalDate { day.adding(days: -day.weekday.rawValue) }

  var last: LocalDate { first.adding(days: isWeek ? 6 : 0) }

  /// The same view some weeks, or days, later.
  func later(_ steps: Int) -> DiaryQuery { on(first.adding(days: isWeek ? 7 * steps : steps)) }

  /// The same view of the week of a day, or of the day.
  func on(_ day: LocalDate) -> DiaryQuery {
    var query = self
    query.first = isWeek ? Self.monday(of: day) : day
    return query
  }

  /// The same with other members.
  func with(_ change: (inout DiaryQuery) -> Void) -> DiaryQuery {
    var query = self
    change(&query)
    return query
  }

  /// The parameters that are carried on, without the day.
  var carried: [(name: String, value: String)] {
    let short = moving.flatMap { $0.split(separator: ".").last.map(String.init) }
    return [("move", short), ("for", person)].compactMap { name, value in value.map { (name, $0) } }
  }

  /// The parameters of its address.
  var parameters: [(name: String, value: String)] {
    var parameters = carried + [(isWeek ? "from" : "day", first.text)]
    if let agent { parameters.append(("agent", agent.text)) }
    if let offered, moving == nil { parameters.append(("product", offered.text)) }
    return parameters
  }
}
