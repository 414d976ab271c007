// `voicebot check`: the options of the linter of business files and the order of its work. What it finds is in the
// files beside this one.

internal import ArgumentParser

struct CheckCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say whether business files are in order, and where they are not.")

  @Argument(help: "The files to check; all of the deployment's when none is named.", completion: .file(extensions: ["yaml"]))
  var files: [String] = []

  func run(at surroundings: Surroundings) throws {
  }
}
