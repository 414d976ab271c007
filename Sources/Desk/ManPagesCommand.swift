// `voicebot man-pages`: writes the manual pages of both programs, for bin/package. It is not listed in the help. It stands beside
// VoicebotCommand, from which it takes the help; ManPages has the content.

internal import ArgumentParser

struct ManPagesCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "man-pages", abstract: "Write the manual pages of both programs into a directory.",
    shouldDisplay: false)

  @Argument(help: "The directory, which has to be there.", completion: .directory)
  var directory: String

  func run(at surroundings: Surroundings) throws {
    let help = VoicebotCommand._dumpHelp()
    for page in try ManPages(help: help).all {
      let path = surroundings.path(directory) + "/" + page.name
      do throws(Files.Failure) {
        try Files.create(path, Array(page.text.utf8))
      } catch {
        throw DeskFailure("\(TerminalText.harmless(path)) cannot be written: \(error.words).")
      }
    }
  }
}
