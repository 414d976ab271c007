// `voicebot doctor`: looks at a deployed tree as the user would whom the web server runs programs as. Doctor.swift and its
// extensions have the checks; SystemUser.swift becomes that user.

internal import ArgumentParser
internal import Host
internal import JSON
internal import System

struct DoctorCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at the whole deployment, and say what mends what is wrong.",
    discussion: """
      With --user, root looks as that user: the command gives up root's rights first. Each finding names the business that \
      it is about, says what is wrong, and has a command for the shell that mends it. Nothing is changed: to see whether \
      bookings can be written, a small file is made in Data and removed.

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
    // Found with root's rights: what the user cannot get to is a finding.
    let programs = (try? Executable.directory(LinuxCalls())) ?? nil
    var surroundings = surroundings
    if let root = root(surroundings, programs) { surroundings.root = { root } }
    let user = try SystemUser.become(user)
    var doctor = Doctor(surroundings, programs: programs, as: user)
    doctor.examine()
    try surroundings.output.writeData(json ? doctor.json.prettyText : doctor.text)
    if !doctor.ailments.isEmpty { throw DeskFailure("", status: 1) }
  }

  /// The root of the deployment where no variable names it: a tree is meant by its programs although it lacks `Businesses`.
  private func root(_ surroundings: Surroundings, _ programs: String?) -> String? {
    guard let found = try? surroundings.root() else { return nil }
    if found != "." { return found }
    if let programs, programs.hasSuffix("/bin") { return String(programs.dropLast("/bin".count)) }
    return Files.resolved(".")
  }
}
