// `voicebot new`: writes a business file to begin with.

internal import ArgumentParser

struct NewCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a business file to begin with.")

  @Argument(help: "The id of the business.")
  var entity: String

  func run(at surroundings: Surroundings) throws {
  }
}
