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

        voicebot export gleichgewicht --format ics --agent anna --output anna.ics
        voicebot export gleichgewicht --format csv --from 2026-01-01 --days 365 \\
          --output 2026.csv

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

  @OptionGroup var file: OutputOption

  func validate() throws {
    if let days, !(1...36_600).contains(days) { throw ValidationError("--days must be from 1 to 36600.") }
    if days != nil, from == nil { throw ValidationError("--days needs --from: the day from which to count.") }
  }

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let business = try premises.business(entity)
    let range = try self.range(Phrases(zone: business.zone, now: premises.now))
    let agent = agent.map(business.agentID)
    let known = business.agents.map(\.id.text)
    let source = ExportSource(range: range)
    var summary = ExportSummary(of: agent, in: range)
    let view = try premises.diary(of: business.id) { store throws(DiaryError) in
      let view = try store.readIndexed()
      try source.visit(view) { (item, place) throws(DiaryError) in summary.add(item, at: place) }
      return view
    }
    if let agent, !known.contains(agent), !summary.hasAgent {
      throw DeskFailure("There is no agent “\(TerminalText.harmless(agent))”: \(Wording.existing(known)).")
    }
    try file.write(at: surroundings) { output in
      try write(business, agent, source, summary, view, premises, to: output)
    }
  }

  private func write(
    _ business: Business, _ agent: String?, _ source: ExportSource, _ summary: ExportSummary,
    _ view: DeskEngine.Store.View, _ premises: Premises, to output: Output
  ) throws {
    var file = GrowingOutput(output)
    switch format {
    case .ics:
      let calendar = Calendar(of: business, agent: agent)
      file.add(calendar.heading(for: summary.reach))
      try premises.diary(of: business.id) { _ throws(DiaryError) in
        try source.visit(view) { (item, _) throws(DiaryError) in file.add(calendar.event(item)) }
      }
      file.add(calendar.ending)
    case .csv:
      let table = Table(of: business, separator: separator.character, fields: summary.fields)
      file.add(table.heading)
      try premises.diary(of: business.id) { _ throws(DiaryError) in
        for place in summary.places {
          if let item = try ItemHistory.item(at: place, in: view) { file.add(table.row(item)) }
        }
      }
    }
    try file.finish()
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
}
