// `voicebot slots`: which times are free, as the bot sees them, and why others are not.

internal import ArgumentParser
internal import Business
internal import CivilTime
internal import JSON

struct SlotsCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "slots", abstract: "Show which times are free, and why others are not.",
    discussion: """
      It asks what the bot asks. Without an agent, each time has the one whom the bot would propose.

        voicebot slots gleichgewicht massage-30
        voicebot slots gleichgewicht massage-30 --from monday --days 7 --agent anna
        voicebot slots gleichgewicht massage-30 --from tomorrow --why
        voicebot slots gleichgewicht massage-30 --at 'tomorrow 8:30'

      With --why it says of each agent which starts are free and everything that stands against the others: hours, the \
      product's own starts, notice and horizon, bookings, their buffers, blocks, full groups, resources, limits. With \
      --at it says that of one time. It names who is booked, as the agenda does.
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "The product's id or name.")
  var product: String

  @Option(help: "Only this agent, by id, name or first name.")
  var agent = "any"

  @Option(parsing: .unconditional, help: "The first day, or a day and a time from which to look.")
  var from: String = "today"

  @Option(help: "How many days, 1 to 60.")
  var days: Int = 1

  @Option(help: "The appointment type, where several offer the product.")
  var type: String?

  @Flag(help: "Say why the other times are not free.")
  var why = false

  @Option(help: "Say why, or that it is free, of this one start.")
  var at: String?

  @Flag(help: "Print JSON: without --why as the webhook answers it.")
  var json = false

  @OptionGroup var file: OutputOption

  func validate() throws {
    guard (1...60).contains(days) else { throw ValidationError("--days must be from 1 to 60.") }
  }

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings)
    let product = try counter.known(product, counter.business.products.map { ($0.id, $0.name) }, "product")
    let agent = try counter.agent(agent)
    let isExplained = why || at != nil
    let type = try counter.type(type, of: product, with: agent, force: isExplained)
    guard let from = counter.phrases.moment(from) else { throw DeskFailure.notADay(self.from) }
    let text: String
    if let at {
      let start = try counter.start(at)
      let explainer = try SlotExplainer(counter, type: type, product: product, agent: agent)
      let agents = try explainer.start(start)
      text = ExplanationText(explainer, json).start(start, agents)
    } else if why {
      let explainer = try SlotExplainer(counter, type: type, product: product, agent: agent)
      let (first, until) = counter.phrases.stretch(from: from, days: days)
      text = ExplanationText(explainer, json).days(try explainer.days(from: first, until: until))
    } else {
      text = try free(counter, type, product, agent, from)
    }
    try file.write(at: surroundings) { output in try output.writeData(text) }
  }

  /// What the webhook offers.
  private func free(
    _ counter: Counter, _ type: Identifier, _ product: Identifier, _ agent: Identifier?, _ from: Phrases.Moment
  ) throws(DeskFailure) -> String {
    let slots = try counter.ask(
      "getSlots",
      [
        ("appointmentTypeId", .string(type.text)), ("productId", .string(product.text)),
        ("dateTime", .string(counter.phrases.text(from))), ("days", .number(JSONNumber(days))),
      ] + (agent.map { [("agentId", .string($0.text))] } ?? []))
    if json { return slots.text + "\n" }
    return ListedTimes(slots.arrayValue ?? [], counter.business, product, days: days).text
  }
}
