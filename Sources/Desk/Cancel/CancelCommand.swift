// `voicebot cancel`: gives a booking up.

internal import ArgumentParser
internal import Diary
internal import JSON

struct CancelCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a booking.",
    discussion: """
        voicebot cancel gleichgewicht b4k2x9qz
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "The booking's id, or its beginning as `voicebot agenda --format list` shows it.")
  var booking: String

  @OptionGroup var options: CounterOptions

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings, liftingTerms: options.force)
    let found = try counter.booking(booking)
    let cancelled = try counter.ask(
      "cancelAppointment", [("bookingId", .string(found.id)), ("slotId", try counter.slotID(of: found))])
    try surroundings.output.writeData(counter.report("Cancelled:", cancelled, options))
  }
}
