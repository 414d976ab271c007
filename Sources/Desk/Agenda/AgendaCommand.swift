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
        voicebot agenda gleichgewicht --days 7 --html > week.html
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

  @Option(help: "How many days, 1 to 366.")
  var days: Int = 1

  @Option(help: "Only this agent, by id or name.")
  var agent: String?

  @Option(help: "Show it as a grid, as a list with ids and phone numbers, as a page to print, or as JSON.")
  var format: Format?

  @Flag(help: "The same as --format html.")
  var html = false

  func validate() throws {
    guard (1...366).contains(days) else { throw ValidationError("--days must be from 1 to 366.") }
    if html, let format, format != .html { throw ValidationError("--html and --format \(format.rawValue) contradict.") }
  }

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let business = try premises.business(entity)
    guard let first = Phrases(zone: business.zone, now: premises.now).day(from) else {
      throw DeskFailure.notADay(from)
    }
    let agent = agent.map(business.agentID)
    let agenda = try premises.diary(of: business.id) { store throws(DiaryError) in
      try Agenda(
        of: business, from: first, through: first.adding(days: days - 1), agent: agent, in: store.read(),
        asOf: premises.now)
    }
    if let agent, agenda.days.allSatisfy({ $0.agents.isEmpty }) {
      throw DeskFailure(
        "There is no agent “\(TerminalText.harmless(agent))”: \(Wording.existing(business.agents.map(\.id.text))).")
    }
    if format == .json, !html {
      try surroundings.output.writeData(AgendaJSON(agenda).text)
    } else {
      try surroundings.output.write(text(agenda, surroundings.output))
    }
  }

  private func text(_ agenda: Agenda, _ output: Output) -> String {
    switch html ? .html : format {
    case .html?: AgendaPage(agenda).text
    case .json?: AgendaJSON(agenda).text
    case .list?: AgendaText(output).list(agenda)
    case .grid?: AgendaText(output).grid(agenda)
    case nil: AgendaText(output).fitting(agenda)
    }
  }
}
