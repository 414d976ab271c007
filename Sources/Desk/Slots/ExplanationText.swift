// What `voicebot slots --why` prints: a line for each stretch of starts, for people, or JSON.

internal import Business
internal import CivilTime
internal import Diary
internal import JSON

/// Words and JSON for explained starts.
struct ExplanationText {
  private let business: Business
  private let product: Product
  private let isJSON: Bool

  init(_ explainer: SlotExplainer, _ isJSON: Bool) {
    business = explainer.counter.business
    product = explainer.product
    self.isJSON = isJSON
  }

  /// Of days what is free and why the rest is not.
  func days(_ days: [ExplainedDay]) -> String {
    if isJSON { return json(days) }
    return ([heading] + days.flatMap { ["", Wording.day($0.date)] + $0.agents.flatMap(lines) })
      .map { TerminalText.harmless($0) + "\n" }.joined()
  }

  /// Of one start what stands against it, by agent.
  func start(_ start: Instant, _ agents: [ExplainedAgentDay]) -> String {
    let day = business.zone.local(start).date
    if isJSON { return json([ExplainedDay(date: day, agents: agents)]) }
    let end = start.adding(seconds: product.duration)
    let title = Wording.span(start, end, offsets(start))
    let lines = agents.flatMap { agent -> [String] in
      let reasons = agent.stretches.flatMap(\.reasons).map(\.words)
      let indent = String(repeating: " ", count: TextWidth.columns(of: agent.agent.name) + 4)
      let texts = reasons.isEmpty ? ["free"] : reasons
      return ["  \(agent.agent.name)  \(texts[0])"] + texts.dropFirst().map { indent + $0 }
    }
    return ([heading, "", title] + lines).map { TerminalText.harmless($0) + "\n" }.joined()
  }

  private var heading: String { "\(product.name) · times in \(business.zone.name)" }

  private func lines(_ agent: ExplainedAgentDay) -> [String] {
    let name = "  " + agent.agent.name
    guard !agent.stretches.isEmpty else { return [name, "    no start that day"] }
    let common = agent.commonReasons
    // Whoever does not take the product has nothing else to say.
    if let taking = common.first(where: { $0.code == "not-taking" }) { return [name, "    " + taking.words] }
    let rests = agent.stretches.map { stretch in stretch.reasons.filter { !common.contains($0) } }
    if rests.allSatisfy(\.isEmpty), !common.isEmpty {
      return [name] + common.map { "    all day       \($0.words)" }
    }
    return [name] + common.map { "    all day       \($0.words)" }
      + zip(agent.stretches, rests).flatMap { stretch, rest -> [String] in
        if stretch.isFree { return free(stretch) }
        let words = rest.map(\.words)
        guard let first = words.first else { return [] }
        return ["    \(span(stretch.starts).fitted(to: 12))  \(first)"]
          + words.dropFirst().map { String(repeating: " ", count: 18) + $0 }
      }
  }

  /// Free starts one by one, eight a line.
  private func free(_ stretch: ExplainedStretch) -> [String] {
    let clocks = stretch.starts.map { Wording.clock($0, offsets($0)) }
    return stride(from: 0, to: clocks.count, by: 8).map { first in
      let part = clocks[first..<min(first + 8, clocks.count)].joined(separator: " ")
      return "    " + (first == 0 ? "free" : "").fitted(to: 12) + "  " + part
    }
  }

  private func span(_ starts: [Instant]) -> String {
    guard let first = starts.first, let last = starts.last else { return "" }
    let from = Wording.clock(first, offsets(first))
    return first == last ? from : from + "–" + Wording.clock(last, offsets(last))
  }

  private func json(_ days: [ExplainedDay]) -> String {
    let values = days.map { day in
      JSONValue.members([
        ("date", .string(day.date.text)),
        (
          "agents",
          .array(
            day.agents.map { agent in
              JSONValue.members([
                ("id", .string(agent.agent.id)), ("name", .string(agent.agent.name)),
                ("stretches", .array(agent.stretches.map(json))),
              ])
            })
        ),
      ])
    }
    return JSONValue.members([
      ("entityId", .string(business.id.text)), ("productId", .string(product.id.text)),
      ("timezone", .string(business.zone.name)), ("days", .array(values)),
    ]).text + "\n"
  }

  private func json(_ stretch: ExplainedStretch) -> JSONValue {
    .members([
      ("free", .bool(stretch.isFree)), ("starts", .array(stretch.starts.map { time($0) })),
      (
        "reasons",
        .array(
          stretch.reasons.map { reason in
            JSONValue.members([
              ("code", .string(reason.code)), ("text", .string(reason.words)),
              ("ids", .array(reason.items.map(JSONValue.string))),
            ])
          })
      ),
    ])
  }

  private func time(_ instant: Instant) -> JSONValue { .string(ISO8601.write(instant, in: offsets(instant))) }

  private func offsets(_ instant: Instant) -> OffsetTable {
    let day = business.zone.local(instant).date
    return business.zone.offsets(from: day, through: day)
  }
}
