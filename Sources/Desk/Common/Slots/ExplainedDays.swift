// Why times are free or not, day by day and agent by agent, for whoever shows it: `voicebot slots --why`, and the counter's
// page behind a closed time. Starts that follow one another and have the same reasons are one stretch.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import Scheduling

/// Some starts of one agent that follow one another and of which the same is to be said.
struct ExplainedStretch: Equatable {
  /// In order; at least one.
  var starts: [Instant]
  /// Everything that stands against each of them; nothing where they are free.
  let reasons: [SlotReason]

  var isFree: Bool { reasons.isEmpty }
}

/// What is to be said of an agent's day.
struct ExplainedAgentDay {
  let agent: Named
  let stretches: [ExplainedStretch]

  /// The reasons that all starts of the day have.
  var commonReasons: [SlotReason] {
    guard let first = stretches.first else { return [] }
    return first.reasons.filter { reason in stretches.allSatisfy { $0.reasons.contains(reason) } }
  }
}

/// What is to be said of a day.
struct ExplainedDay {
  let date: LocalDate
  /// In the order of the business's agents.
  let agents: [ExplainedAgentDay]
}

/// Asks the slot engine why.
struct SlotExplainer {
  let counter: Counter
  let type: AppointmentType
  let product: Product
  /// Only this agent; nil for all.
  let agent: Identifier?
  /// A booking that is left out of account.
  var ignoring: String?
  /// In which the reasons are told.
  var language = CounterLanguage.english

  /// An explainer of a product, which has to be one of the type's.
  init(
    _ counter: Counter, type: Identifier, product: Identifier, agent: Identifier?
  ) throws(DeskFailure) {
    guard let type = counter.business.appointmentType(type), let product = counter.business.product(product),
      type.products.contains(product.id)
    else { throw DeskFailure("The appointment type \(type.text) does not offer \(product.text).") }
    self.counter = counter
    self.type = type
    self.product = product
    self.agent = agent
  }

  /// What is to be said of one start, by agent.
  func start(_ start: Instant) throws(DeskFailure) -> [ExplainedAgentDay] {
    try days(from: start, until: start.adding(milliseconds: 1), at: [start]).first?.agents ?? []
  }

  /// What is to be said of the starts from one instant until another; of `starts` alone where they are given.
  func days(from: Instant, until: Instant, at starts: [Instant]? = nil) throws(DeskFailure) -> [ExplainedDay] {
    let business = counter.business
    let query = SlotQuery(
      type: type, product: product, agent: agent, from: from, until: until, ignoredBooking: ignoring,
      now: counter.premises.now)
    let last = business.zone.local(until.adding(milliseconds: -1)).date
    let offsets = business.zone.offsets(from: business.zone.local(from).date, through: last)
    let (explained, words) = try counter.premises.diary(of: business.id) { store throws(DiaryError) in
      let diary = try store.read()
      let occupations = try diary.occupations(in: Timetable.explanationReach(of: query, in: business))
      let explained = Timetable(business: business, occupations: occupations).explanation(of: query, at: starts).starts
      let words = try SlotReasonWords(
        Set(explained.flatMap(\.hindrances)), of: product, in: business, offsets, language: language, diary: diary)
      return (explained, words)
    }
    var days: [LocalDate: [Identifier: [ExplainedStretch]]] = [:]
    for start in explained {
      let reasons = start.hindrances.map(words.reason)
      let day = offsets.local(start.start).date
      var stretches = days[day]?[start.agent] ?? []
      if let last = stretches.indices.last, stretches[last].reasons == reasons {
        stretches[last].starts.append(start.start)
      } else {
        stretches.append(ExplainedStretch(starts: [start.start], reasons: reasons))
      }
      days[day, default: [:]][start.agent] = stretches
    }
    let agents = business.agents.filter { agent == nil || agent == $0.id }
    let first = offsets.local(from).date
    return stride(from: first.dayNumber, through: max(first, last).dayNumber, by: 1).map { number in
      let date = LocalDate(dayNumber: number)
      return ExplainedDay(
        date: date,
        agents: agents.map { agent in
          ExplainedAgentDay(
            agent: Named(id: agent.id.text, name: agent.name), stretches: days[date]?[agent.id] ?? [])
        })
    }
  }
}
