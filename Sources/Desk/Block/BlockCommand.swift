// `voicebot block`: takes time of an agent, so that nobody is offered it. Blocking.swift decides.

internal import ArgumentParser
internal import Business

struct BlockCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "block", abstract: "Take time of an agent, so that nobody is offered it.",
    discussion: """
      FROM..TO is in the business's time. A day counts from its beginning or to its end; TO may be a time of the same \
      day.

        voicebot block gleichgewicht anna 2026-11-24T08:00..10:00 --reason Training
        voicebot block gleichgewicht ben 2026-12-21..2026-12-23
        voicebot block gleichgewicht clara today --force --reason ill

      Where bookings lie in that time it refuses, and with --force blocks and leaves them: no more come, and each can \
      be moved. The same block a second time changes nothing.
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "The agent's id or name.")
  var agent: String

  @Argument(help: ArgumentHelp("From when to when.", valueName: "from..to"))
  var span: String

  @Option(help: "Why; the agenda shows it.")
  var reason: String?

  @Flag(help: "Block although there are bookings, and leave them.")
  var force = false

  @Flag(help: "Say which bookings are in the way, and whose.")
  var verbose = false

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings)
    let business = counter.business
    let agent = try counter.known(agent, business.agents.map { ($0.id, $0.name) }, "agent")
    let blocking = Blocking(counter: counter, agent: agent.text)
    let done = try blocking.block(try counter.span(span), reason: reason, force: force, verbose: verbose)
    try surroundings.output.write(done)
  }
}
