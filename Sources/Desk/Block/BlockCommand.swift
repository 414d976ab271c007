// `voicebot block`: takes time of an agent, so that nobody is offered it. Blocking.swift decides.

internal import ArgumentParser
internal import Business

struct BlockCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "block", abstract: "Take time of an agent or of all, so that nobody is offered it.",
    usage: "voicebot block <entity> [<agent>] <from..to> [--reason <reason>] [--force]",
    discussion: """
      FROM..TO is in the business's time. A day counts from its beginning or to its end; TO may be a time of the same \
      day.

        voicebot block gleichgewicht anna 2026-11-24T08:00..10:00 --reason Training
        voicebot block gleichgewicht ben 2026-12-21..2026-12-23
        voicebot block gleichgewicht clara today --force --reason ill
        voicebot block gleichgewicht 2026-12-24..2026-12-26 --reason Christmas

      Without an agent it takes the time of the whole business, also of agents who come later. Where bookings lie in \
      that time it refuses, lists them with the numbers to call, and with --force blocks and leaves them: no more come, \
      and each can be moved. The same block a second time changes nothing.
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(
    help: ArgumentHelp("The agent's id or name, unless all are meant, and from when to when.", valueName: "from..to"))
  var time: [String]

  @Option(help: "Why; the agenda shows it.")
  var reason: String?

  @Flag(help: "Block although there are bookings, and leave them.")
  var force = false

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings)
    guard let span = time.last, time.count <= 2 else {
      throw DeskFailure("Whose time, and from when to when? `voicebot block --help` says how.", status: 64)
    }
    let agent = try time.dropLast().first.map { typed throws(DeskFailure) in
      try counter.known(typed, counter.business.agents.map { ($0.id, $0.name) }, "agent")
    }
    if agent == nil, counter.phrases.span(span) == nil, try counter.agent(span) != nil {
      throw DeskFailure("From when to when? Add it, such as 2026-11-24T09:00..10:00 or 2026-11-24.", status: 64)
    }
    let blocking = Blocking(counter: counter, agent: agent?.text)
    let done = try blocking.block(try counter.span(span), reason: reason, force: force)
    try surroundings.output.write(done)
  }
}
