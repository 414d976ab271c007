// `voicebot history`: what happened to a booking, or to everything, when, and who did it.

internal import ArgumentParser
internal import Business
internal import Diary
internal import DiaryFile
internal import JSON

struct HistoryCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Tell what happened to a booking, or to all, when, and who did it.",
    discussion: """
      Who did it is the bot, somebody whom the web server let in to the counter's page, or the login name of who ran a \
      command.

        voicebot history gleichgewicht
        voicebot history gleichgewicht b4k2x9qz

      It tells what the diary says today: of somebody who was forgotten, nothing.
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "A booking's or block's id, or its beginning; without it everything that happened.")
  var booking: String?

  @Flag(help: "Print the events as JSON.")
  var json = false

  @OptionGroup var file: OutputOption

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings)
    let business = counter.business
    let id = try booking.map { typed throws(DeskFailure) in try counter.itemID(typed) }
    let events = try counter.premises.diary(of: business.id) { store throws(DiaryError) in
      let diary = try store.read()
      if let id { return try diary.history(of: id) }
      var events: [HistoricEvent] = []
      try diary.history { event throws(DiaryError) in events.append(event) }
      return events
    }
    if json {
      let values = JSONValue.array(events.map(EventJSON(zone: business.zone).value))
      return try file.write(at: surroundings) { try $0.writeData(values.prettyText) }
    }
    let names = business.agents.map { ($0.id.text, $0.name) }
    let text = HistoryText(zone: business.zone, agents: Dictionary(names) { first, _ in first })
    let lines = events.map { text.line($0) + "\n" }
    try file.write(at: surroundings) { try $0.write(lines.isEmpty ? "Nothing has happened yet.\n" : lines.joined()) }
  }
}
