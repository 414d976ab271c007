// `voicebot tools`: the definitions of the actions for a platform, to be pasted there. ToolFormat.swift has the formats.

internal import ActionTable
internal import ArgumentParser
internal import Business
internal import Host
internal import JSON

struct ToolsCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "tools", abstract: "Print the definitions of the actions for a voice platform.",
    discussion: """
      A JSON array of the ten tools that a receptionist needs, in the platform's own form, with what the business asks \
      its callers for. The formats:

        mcp            tools of the Model Context Protocol, as the door …/mcp lists them itself
        openai         functions in strict mode (Realtime, Responses), for your own code
        vapi           tools of the type apiRequest, to the plain endpoint
        vapi-function  tools of the type function, to the door …/vapi
        retell         custom functions, to the door …/retell
        elevenlabs     webhook tools, to the plain endpoint
        telnyx         webhook tools, to the plain endpoint

      --url is the address of the business's endpoint. What is written in capitals (HOST, TOKEN, …) is to be replaced. \
      Whoever needs a token gets a place for it.

        voicebot tools praxis --format retell --url https://example.org/vb/praxis
      """)

  @Argument(help: "The business; may be left out where there is only one.", completion: .businesses)
  var entity: String?

  @Option(help: "The platform's form.")
  var format: ToolFormat

  @Option(help: ArgumentHelp("The address of the business's endpoint.", valueName: "address"))
  var url: String?

  func validate() throws {
    guard let url, !EndpointAddress.isAddress(url) else { return }
    throw ValidationError("--url must be an address that begins with https:// or http:// and has no query.")
  }

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let business = try premises.business(entity)
    let maker = ToolMaker(
      people: AskedFields(of: business), url: EndpointAddress.text(url, of: business.id.text),
      needsToken: premises.settings.token != nil || !business.tokenHashes.isEmpty)
    let tools = ActionTable.rows.filter(\.isListed).map { JSONValue.object(maker.tool($0, format)) }
    try surroundings.output.write(JSONValue.array(tools).prettyText)
  }
}
