// The root of the operator's commands: the list of them and what `voicebot --help` says above it. A command's own
// options and help are in the folder named for it (`unblock` is in Block); Desk.swift runs them.

internal import ArgumentParser
internal import BusinessFile
internal import Host

struct VoicebotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voicebot",
    abstract: "Take appointments by telephone: the people's side of the webhook.",
    usage: """
      voicebot <command> …
      voicebot < request.json
      """,
    discussion: """
      Without arguments the program answers one request of the VoiceBot Integration API: as CGI where a web server \
      started it, else from standard input to standard output.

      A deployment is a directory with Businesses/ and Data/. It is the one above the program's own, or the working \
      directory; VOICEBOT_ROOT, or VOICEBOT_BUSINESSES and VOICEBOT_DATA, name another.

      Let the shell complete commands, options and businesses:

        source <(voicebot --generate-completion-script bash)
      """,
    version: ProgramVersion.text,
    groupedSubcommands: [
      CommandGroup(name: "Setting Up", subcommands: [NewCommand.self, CheckCommand.self, CallCommand.self]),
      CommandGroup(
        name: "At the Counter",
        subcommands: [
          AgendaCommand.self, SlotsCommand.self, BookCommand.self, MoveCommand.self, CancelCommand.self,
          BlockCommand.self,
          UnblockCommand.self, HistoryCommand.self, ExportCommand.self,
          CounterCommand.self,
        ]),
      CommandGroup(
        name: "Looking After the Bookings",
        subcommands: [
          VerifyCommand.self, RepairCommand.self, RenameCommand.self, BackupCommand.self, RestoreCommand.self,
          ForgetCommand.self, DatabaseCommand.self,
        ]),
      CommandGroup(name: "Looking After the Host", subcommands: [DoctorCommand.self, RequestsCommand.self]),
      CommandGroup(
        name: "For Voice Platforms", subcommands: [ToolsCommand.self, OpenAPICommand.self, ManPagesCommand.self]),
    ])

  /// Throws for a word that is neither an option nor a command, with the command that was probably meant.
  static func checkName(_ word: String) throws(DeskFailure) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if word.isEmpty || word.hasPrefix("-") || names.contains(word) { return }
    let guess = Spelling.nearest(to: word, among: names).map { "“\($0)” was probably meant." }
    throw DeskFailure(
      "There is no command “\(TerminalText.harmless(word))”. \(guess ?? "`voicebot --help` lists them.")", status: 64)
  }
}
