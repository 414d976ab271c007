// `voicebot call`: plays the voice bot in the terminal. It knows only what the webhook answers, as a real one does, and
// walks the API's own workflow; what is booked is booked.

internal import ArgumentParser
internal import Business
internal import Webhook

struct CallCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Call a business and talk to its voice bot, by typing.",
    discussion: """
      The bot asks what a voice bot would ask, through the same webhook; answer with a number or in words. What is \
      booked is really booked: try it on a copy of Data, or cancel afterwards. Ctrl-D, the end of input, hangs up.

        voicebot call
        voicebot call gleichgewicht --show-json
        voicebot call gleichgewicht --script answers.txt

      A script has one answer a line; lines that begin with # are left out.
      """)

  @Argument(help: "The business; may be left out where there is only one.", completion: .businesses)
  var entity: String?

  @Flag(help: "Print each request to the webhook and its reply.")
  var showJSON = false

  @Option(help: "Take the answers from a file.", completion: .file())
  var script: String?

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let business = try premises.business(entity)
    let answers = try script.map { try self.answers($0, at: surroundings.path($0)) }
    let line = TelephoneLine(surroundings, script: answers)
    // The bot has the endpoint of its own business, as the API's findExistingUser needs it to.
    var deployment = premises.deployment()
    deployment.endpoint = business.id.text
    var client = WebhookClient(deployment: deployment, engine: premises.settings.deskEngine)
    if showJSON { client.observe = { line.show(request: $0, status: $1, reply: $2) } }
    let bot = Bot(
      client: client, line: line, phrases: Phrases(zone: business.zone, now: premises.now),
      text: BookingText(zone: business.zone))
    line.explain()
    var end = CallEnd.finished
    do throws(CallEnd) {
      try bot.answer(entity: business.id.text, sipID: business.sipIds.first)
    } catch {
      end = error
    }
    try line.hangUp(end)
  }

  private func answers(_ name: String, at path: String) throws(DeskFailure) -> [String] {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path, limit: 1 << 20)
    } catch {
      throw DeskFailure("\(name): \(error.words).")
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var answers = lines.map { String($0.hasSuffix("\r") ? $0.dropLast() : $0) }
    if answers.last == "" { answers.removeLast() }
    return answers.filter { !$0.hasPrefix("#") }
  }
}
