// `voicebot openapi`: the API as an OpenAPI document. OpenAPIDocument.swift makes it.

internal import ActionTable
internal import ArgumentParser
internal import Business
internal import Host
internal import JSON

struct OpenAPICommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi", abstract: "Print the API as an OpenAPI 3.1 document.",
    discussion: """
      One operation an action: POST …/voicebot/ENTITY/ACTION with the action's members as the body. For platforms that \
      import such a file, for generated clients and for tests. With a business, persons have the members that it asks \
      for.

        voicebot openapi praxis --url https://example.org/vb/praxis > openapi.json
      """)

  @Argument(help: "The business whose fields persons have; without it they may have any.", completion: .businesses)
  var entity: String?

  @Option(help: ArgumentHelp("The address of the business's endpoint.", valueName: "address"))
  var url: String?

  func validate() throws {
    guard let url, !EndpointAddress.isAddress(url) else { return }
    throw ValidationError("--url must be an address that begins with https:// or http:// and has no query.")
  }

  func run(at surroundings: Surroundings) throws {
    var people: AskedFields?
    var needsToken = try surroundings.settings().token != nil
    if let entity {
      let business = try Premises(surroundings).business(entity)
      people = AskedFields(of: business)
      needsToken = needsToken || !business.tokenHashes.isEmpty
    }
    let document = OpenAPIDocument(
      people: people, url: EndpointAddress.text(url, of: entity ?? "ENTITY"), needsToken: needsToken)
    try surroundings.output.write(document.value.prettyText)
  }
}
