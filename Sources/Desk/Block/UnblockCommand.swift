// `voicebot unblock`: gives blocked time back. Blocking.swift decides.

internal import ArgumentParser
internal import Diary
internal import Business

struct UnblockCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "unblock", abstract: "Give back time that was blocked.",
    discussion: """
      A whole block by its id, or all blocked time of an agent from one moment to another; of a block that reaches \
      beyond it the rest stays blocked. Without an agent it gives back what the whole business was blocked.

        voicebot unblock gleichgewicht k7f3m2x9
        voicebot unblock gleichgewicht anna 2026-11-24T09:00..10:00
        voicebot unblock gleichgewicht 2026-12-24..2026-12-26
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "The block's id or its beginning, an agent's id or name, or from when to when of the whole business.")
  var target: String

  @Argument(help: ArgumentHelp("From when to when, where an agent is named.", valueName: "from..to"))
  var span: String?

  func run(at surroundings: Surroundings) throws {
    let counter = try Counter(entity, surroundings)
    let agents = counter.business.agents.map { ($0.id, $0.name) }
    if let span {
      let agent = try counter.known(target, agents, "agent")
      let blocking = Blocking(counter: counter, agent: agent.text)
      return try surroundings.output.write(try blocking.unblock(try counter.span(span)))
    }
    if Identifier.meant(by: target, among: agents) != nil {
      throw DeskFailure("From when to when? Add it, such as 2026-11-24T09:00..10:00 or 2026-11-24.", status: 64)
    }
    if let whole = counter.phrases.span(target) {
      return try surroundings.output.write(try Blocking(counter: counter, agent: nil).unblock(whole))
    }
    let block = try counter.block(target)
    try surroundings.output.write(try Blocking(counter: counter, agent: block.agent).unblock(block))
  }
}
