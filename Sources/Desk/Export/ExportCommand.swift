// `voicebot export`: the options, and what they choose from the bookings file.

internal import ArgumentParser
internal import Diary
internal import DiaryFile
internal import Business
internal import CivilTime

struct ExportCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the diary as a calendar or a table.",
    discussion: """
      A calendar (iCalendar, RFC 5545) is for Google Calendar, Outlook, Thunderbird and others to import or, from a \
      place that they can reach, to subscribe to. It has blocks too, and what was cancelled, so that it goes from \
      their calendars. A table (CSV) is for spreadsheets and has the bookings with all that is known of the people.

        voicebot export gleichgewicht --format ics --agent anna > anna.ics
        voicebot export gleichgewicht --format csv --from 2026-01-01 --days 365 \\
          > 2026.csv

      Both hold personal data: keep them where only those may read them who may read the diary.
      """)

  /// What can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case ics
    case csv
  }

  /// What stands between a table's cells.
  enum Separator: String, ExpressibleByArgument, CaseIterable {
    case comma
    case semicolon
    case tab

    var character: Character {
      switch self {
      case .comma: ","
      case .semicolon: ";"
      case .tab: "\t"
      }
    }
  }

  @Argument(help: "The business; may be left out where there is only one.", completion: .businesses)
  var entity: String?

  @Option(help: "A calendar or a table.")
  var format: Format

  @Option(help: "Only this agent, by id or name.")
  var agent: String?

  @Option(
    parsing: .unconditional,
    help: "The first day, such as 2026-01-01, today or -30; everything from the beginning without it.")
  var from: String?

  @Option(help: "How many days; to the end without it.")
  var days: Int?

  @Option(help: "What stands between a table's cells: Excel in German and French wants a semicolon.")
  var separator: Separator = .comma

  func validate() throws {
    if let days, !(1...36_600).contains(days) { throw ValidationError("--days must be from 1 to 36600.") }
    if days != nil, from == nil { throw ValidationError("--days needs --from: the day from which to count.") }
  }

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let business = try premises.business(entity)
    let range = try self.range(Phrases(zone: business.zone, now: premises.now))
    let agent = agent.map(business.agentID)
    let items = try premises.diary(of: business.id) { store throws(DiaryError) in
      try ItemHistory.all(in: store.read()).filter { $0.touches(range) }
    }
    let known = business.agents.map(\.id.text)
    if let agent, !known.contains(agent), !items.contains(where: { $0.states.contains { $0.agent == agent } }) {
      throw DeskFailure("There is no agent “\(TerminalText.harmless(agent))”: \(Wording.existing(known)).")
    }
    switch format {
    case .ics: try surroundings.output.writeData(Calendar(of: business, agent: agent).text(items))
    case .csv:
      try surroundings.output.writeData(
        Table(of: business, separator: separator.character).text(rows(items, of: agent, range)))
    }
  }

  /// The days asked for; all the time there is where none are.
  private func range(_ phrases: Phrases) throws -> Range<Instant> {
    guard let from else { return Instant.distantPast..<Instant.distantFuture }
    guard let first = phrases.day(from) else {
      throw DeskFailure.notADay(from)
    }
    let end = days.map { phrases.zone.startOfDay(first.adding(days: $0)) } ?? .distantFuture
    return phrases.zone.startOfDay(first)..<end
  }

  /// The bookings of a table: where they are now, by start.
  private func rows(
    _ items: [ItemHistory], of agent: String?, _ range: Range<Instant>
  ) -> [(item: ItemHistory, booking: Booking)] {
    items.compactMap { item in
      guard case .booking(let booking) = item.present, agent == nil || booking.agent.id == agent,
        item.present.time.overlaps(range)
      else { return nil }
      return (item, booking)
    }.sorted { ($0.booking.start, $0.booking.id) < ($1.booking.start, $1.booking.id) }
  }
}
