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
        voicebot book gleichgewicht massage-30 'tue 8:30' --weekly 6 --agent anna \\
          firstname=Eva lastname=Muster phone=0351123456 dateOfBirth=1980-03-15

      With --weekly it books the same time of day that many weeks, all or none: where one is not on offer it names each \
      such week with the nearest other time and books nothing; with --skip it books the others. The same command again \
      books what is missing and nothing twice.
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

  @Option(help: "Book that many weeks on end, 2 to 52, the same time of day, all or none.")
  var weekly: Int?

  @Flag(help: "With --weekly: leave out the weeks whose time is not on offer.")
  var skip = false

  @OptionGroup var options: CounterOptions

  func validate() throws {
    if let weekly, !(2...Series.mostWeeks).contains(weekly) {
      throw ValidationError("--weekly must be from 2 to \(Series.mostWeeks).")
    }
    if skip, weekly == nil { throw ValidationError("--skip goes with --weekly: it leaves out weeks.") }
  }

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings, liftingTerms: options.force)
    let product = try counter.known(product, counter.business.products.map { ($0.id, $0.name) }, "product")
    let agent = try counter.agent(agent)
    let type = try counter.type(type, of: product, with: agent, force: options.force)
    let people = try PersonFields(fields, in: counter.business)
    let start = try counter.start(start)
    if let weekly {
      let series = Series(
        type: type, product: product, agent: agent, start: start, weeks: weekly, leavesOut: skip)
      return try report(try counter.book(series, for: people), counter, surroundings.output)
    }
    let booking = try counter.ask(
      "bookAppointment",
      [
        ("appointmentTypeId", .string(type.text)), ("productId", .string(product.text)),
        ("slotId", counter.slotID(type, product, agent, start)),
      ], of: people)
    try surroundings.output.writeData(counter.report("Booked:", booking, options))
  }

  private func report(_ outcome: SeriesOutcome, _ counter: Counter, _ output: Output) throws {
    let lines = SeriesText(zone: counter.business.zone).lines(outcome).joined(separator: "\n")
    let (booked, all) = (outcome.bookings, outcome.weeks.count)
    guard outcome.isBooked, !booked.isEmpty else {
      let free = outcome.weeks.count { if case .free = $0 { true } else { false } }
      let advice =
        free > 0 && !skip
        ? "\nWith --skip the other \(Wording.count(free, "week")) \(free == 1 ? "is" : "are") booked." : ""
      throw DeskFailure("Nothing was booked: \(all - free) of \(all) weeks cannot be.\n\(lines)\(advice)")
    }
    if options.json { return try output.writeData(JSONValue.array(booked).text + "\n") }
    let count = booked.count == all ? "all \(all) weeks" : "\(booked.count) of \(all) weeks"
    try output.writeData("Booked, \(count): \(TerminalText.harmless(booked[0]["product.name"]))\n\(lines)\n")
  }
}
