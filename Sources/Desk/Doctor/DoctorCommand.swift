// `voicebot doctor`: looks at a deployed tree as the user would whom the web server runs programs as. Doctor.swift and its
// extensions have the checks; SystemUser.swift becomes that user.

internal import ArgumentParser
internal import JSON

struct DoctorCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at the whole deployment, and say what mends what is wrong.",
    discussion: """
      With --user, root looks as that user: the command gives up root's rights first. Each finding names the business that \
      it is about, says what is wrong, and has a command for the shell that mends it. Nothing is changed.

        sudo voicebot doctor --user www-data

      It knows the variables of the shell that it runs in, and not those that a web server's configuration sets. Give them \
      to it, VOICEBOT_TOKEN for instance, if yours sets some.

      Exit status: 0 when nothing needs mending, 1 when something does, 64 when the command line cannot be understood or \
      the user cannot be had.
      """)

  @Option(help: ArgumentHelp("Who runs the program for the web server; www-data on Debian.", valueName: "name"))
  var user: String?

  @Flag(help: "Print what is found as JSON.")
  var json = false

  func run(at surroundings: Surroundings) throws {
    let user = try SystemUser.become(user)
    var doctor = Doctor(surroundings, as: user)
    doctor.examine()
    try surroundings.output.writeData(json ? doctor.json.prettyText : doctor.text)
    if !doctor.ailments.isEmpty { throw DeskFailure("", status: 1) }
  }
}
