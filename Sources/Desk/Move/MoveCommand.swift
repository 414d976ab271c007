// `voicebot move`: another time or agent for a booking.

internal import ArgumentParser
internal import Diary
internal import Business
internal import JSON

struct MoveCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move a booking to another time or agent.",
    discussion: """
      It is decided as for a caller, under the same lock, and happens whole or not at all.

        voicebot move gleichgewicht b4k2x9qz 'tomorrow 9:00'
        voicebot move gleichgewicht b4k2x9qz 2026-11-24T09:00 --agent any
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "The booking's id, or its beginning as `voicebot agenda --format list` shows it.")
  var booking: String

  @Argument(help: "The new start, in the business's time: 2026-11-24T08:30, 'tomorrow 8:30', 'mon 14:00'.")
  var start: String

  @Option(help: "The new agent's id or name, or any; without it the agent stays.")
  var agent: String?

  @OptionGroup var options: CounterOptions

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings, liftingTerms: options.force)
    let found = try counter.booking(booking)
    guard let type = Identifier(found.type.id), let product = Identifier(found.product.id) else {
      throw DeskFailure("Booking \(found.id) names an id of a form that no id has.")
    }
    let agent = try agent.map { typed throws(DeskFailure) in try counter.agent(typed) } ?? Identifier(found.agent.id)
    let moved = try counter.ask(
      "modifyAppointment",
      [
        ("bookingId", .string(found.id)), ("slotIdOld", try counter.slotID(of: found)),
        ("slotIdNew", counter.slotID(type, product, agent, try counter.start(start))),
      ])
    try surroundings.output.writeData(counter.report("Moved:", moved, options))
  }
}
