// `voicebot book`: a booking at the counter.

internal import ArgumentParser
internal import Business
internal import JSON

struct BookCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Book an appointment for somebody at the counter.",
    discussion: """
      It is decided as for a caller, under the same lock: what is not on offer cannot be booked. A second time the \
      same command gives the same booking.

        voicebot book gleichgewicht massage-30 2026-11-24T08:30 \\
          firstname=Eva lastname=Muster phone=0351123456 dateOfBirth=1980-03-15
        voicebot book gleichgewicht therapy-20 'monday 9:15' --agent ben \\
          lastname=Muster phone=0351123456 \\
          booker.firstname=Hans participant.firstname=Eva
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "The product's id or name.")
  var product: String

  @Argument(help: "When it starts, in the business's time: 2026-11-24T08:30, 'tomorrow 8:30', 'mon 14:00'.")
  var start: String

  @Argument(
    help: "What is known of who comes: firstname=Eva. With booker. or participant. before it, of that one only.")
  var fields: [String] = []

  @Option(help: "The agent's id or name; without it whoever is free.")
  var agent = "any"

  @Option(help: "The appointment type, where several offer the product.")
  var type: String?

  @OptionGroup var options: CounterOptions

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings, liftingTerms: options.force)
    let business = counter.business
    let product = try counter.known(product, business.products.map { ($0.id, $0.name) }, "product")
    let agent = try counter.agent(agent)
    let type = try self.type(of: product, agent, counter)
    let people = try PersonFields(fields)
    let booking = try counter.ask(
      "bookAppointment",
      [
        ("appointmentTypeId", .string(type.text)), ("productId", .string(product.text)),
        ("slotId", counter.slotID(type, product, agent, try counter.start(start))),
      ], of: people)
    try surroundings.output.writeData(counter.report("Booked:", booking, options))
  }

  /// The type that was named, else the only one that offers the product with the agent.
  private func type(of product: Identifier, _ agent: Identifier?, _ counter: Counter) throws(DeskFailure) -> Identifier
  {
    let business = counter.business
    let types = business.appointmentTypes
    if let type { return try counter.known(type, types.map { ($0.id, $0.name) }, "appointment type") }
    let offering = types.filter { $0.products.contains(product) }
    let fitting = offering.filter { type in
      guard let agent, let product = business.product(product) else { return true }
      return type.isTaken(by: agent, for: product)
    }
    if let only = fitting.first, fitting.count == 1 { return only.id }
    if offering.isEmpty { throw DeskFailure("No appointment type offers \(product.text).") }
    if fitting.isEmpty, options.force, offering.count == 1 { return offering[0].id }
    if fitting.isEmpty {
      let agents = business.agents.map(\.id).filter { agent in
        offering.contains { type in business.product(product).map { type.isTaken(by: agent, for: $0) } ?? false }
      }.map(\.text)
      throw DeskFailure("\(agent?.text ?? "Nobody") does not take \(product.text): ask \(Wording.list(agents)).")
    }
    throw DeskFailure(
      "Several types offer \(product.text): add --type \(Wording.list(fitting.map(\.id.text))).", status: 64)
  }
}
