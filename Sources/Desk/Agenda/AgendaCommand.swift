// `voicebot agenda`: the options, and which look they ask for.

internal import ArgumentParser
internal import Diary
internal import DiaryFile
internal import Business
internal import CivilTime

struct AgendaCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "Show a day or a week of the diary.",
    discussion: """
      One day shows the agents side by side, several days each agent's week. A narrow terminal gets a list.

        voicebot agenda gleichgewicht
        voicebot agenda gleichgewicht --from monday --days 7 --agent anna
        voicebot agenda gleichgewicht --week --html --output week.html
        voicebot agenda gleichgewicht --stranded

      With --stranded it lists, instead of days, the bookings to come that today's business file would no longer allow, \
      with the numbers to call: after a day was closed, an agent left, or hours became shorter. Move them or cancel them.
      """)

  /// What the diary is shown as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case grid
    case list
    case html
    case json
  }

  @Argument(help: "The business; may be left out where there is only one.", completion: .businesses)
  var entity: String?

  @Option(parsing: .unconditional, help: "The first day: a date, today, tomorrow, a weekday, +3 or -3.")
  var from: String = "today"

  @Option(help: "How many days, 1 to 366 [1].")
  var days: Int?

  @Flag(help: "Monday to Sunday of the first day's week.")
  var week = false

  @Option(help: "Only this agent, by id or name.")
  var agent: String?

  @Option(help: "Show it as a grid, as a list with ids and phone numbers, as a page to print, or as JSON.")
  var format: Format?

  @Flag(help: "The same as --format html.")
  var html = false

  @Flag(help: "Show in a grid, too, what callers said; a list and a page always do.")
  var verbose = false

  @Flag(help: "List the bookings to come that today's business file would no longer allow.")
  var stranded = false

  @OptionGroup var file: OutputOption

  func validate() throws {
    if stranded, html || format == .html || format == .grid {
      throw ValidationError("--stranded is shown as a list or as JSON.")
    }
    if week, days != nil { throw ValidationError("--week and --days contradict.") }
    guard (1...366).contains(days ?? 1) else { throw ValidationError("--days must be from 1 to 366.") }
    if html, let format, format != .html { throw ValidationError("--html and --format \(format.rawValue) contradict.") }
  }

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let business = try premises.business(entity)
    guard var first = Phrases(zone: business.zone, now: premises.now).day(from) else {
      throw DeskFailure.notADay(from)
    }
    if week { first = first.adding(days: -first.weekday.rawValue) }
    let days = week ? 7 : days ?? 1
    let agent = agent.map(business.agentID)
    if stranded {
      return try file.write(at: surroundings) { try listStranded(of: business, agent, premises, $0) }
    }
    let agenda = try premises.diary(of: business.id) { store throws(DiaryError) in
      try Agenda(
        of: business, from: first, through: first.adding(days: days - 1), agent: agent, in: store.read(),
        asOf: premises.now)
    }
    if let agent, agenda.days.allSatisfy({ $0.agents.isEmpty }) {
      throw DeskFailure(
        "There is no agent “\(TerminalText.harmless(agent))”: \(Wording.existing(business.agents.map(\.id.text))).")
    }
    try file.write(at: surroundings) { output in
      if format == .json, !html {
        try output.writeData(AgendaJSON(agenda).text)
      } else {
        try output.write(text(agenda, output))
      }
    }
  }

  private func listStranded(
    of business: Business, _ agent: String?, _ premises: Premises, _ output: Output
  ) throws {
    let bookings = try premises.diary(of: business.id) { store throws(DiaryError) in
      try StrandedBooking.all(of: business, in: store.read(), after: premises.now)
    }.filter { agent == nil || $0.booking.agent.id == agent }
    try output.write(
      format == .json ? StrandedList.json(bookings, of: business) : StrandedList.text(bookings, of: business))
  }

  private func text(_ agenda: Agenda, _ output: Output) -> String {
    switch html ? .html : format {
    case .html?: AgendaPage(agenda).text
    case .json?: AgendaJSON(agenda).text
    case .list?: AgendaText(output, isVerbose: verbose).list(agenda)
    case .grid?: AgendaText(output, isVerbose: verbose).grid(agenda)
    case nil: AgendaText(output, isVerbose: verbose).fitting(agenda)
    }
  }
}
