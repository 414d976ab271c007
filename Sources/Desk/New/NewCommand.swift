// `voicebot new`: writes a business file to begin with. StarterFile.swift has its content; HomeZone.swift
// guesses zone and country where the command line does not say them.

internal import System
internal import ArgumentParser
internal import Business
internal import CivilTime
import Glibc
internal import Host

struct NewCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a business file to begin with.",
    discussion: """
      The file has a remark for each of its lines, can be booked as it is, and is there to be changed. A file that exists \
      is never overwritten.

      Exit status: 0 when the file is written, 1 when it is not, 64 when the command line cannot be understood.
      """)

  @Argument(
    help: "The id of the business: letters a-z, digits, - and _. The file is named after it, requests call it entityId."
  )
  var entity: String

  @Option(help: ArgumentHelp("The name spoken to callers.", valueName: "text"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The zone in which hours are meant, such as Europe/Berlin; this computer's when it is not given."))
  var timezone: String?

  @Option(
    help: ArgumentHelp("Two letters that say how telephone numbers are read, such as DE; the time zone's by default."))
  var country: String?

  @Option(
    help: ArgumentHelp(
      "A telephone number or SIP id on which the business is called; may be repeated.", valueName: "number"))
  var sipId: [String] = []

  func validate() throws {
    if Identifier(entity) == nil {
      throw ValidationError(
        """
        "\(TerminalText.harmless(entity))" cannot be the id of a business: an id has 1 to 64 letters a-z, digits, "-" and "_", \
        and begins with a letter or digit. What callers hear goes under --name.
        """)
    }
  }

  func run(at surroundings: Surroundings) throws {
    let directory = try surroundings.settings().businesses
    let now = try surroundings.now()
    let path = "\(directory)/\(entity).yaml"
    let choice = FileChoice(name: surroundings.shown(path), path: path)
    let starter = try starter(surroundings, hasSchema: Files.exists("\(directory)/\(StarterFile.schema)"))
    let bytes = Array(starter.text.utf8)
    var checked = [CheckedFile(choice, bytes: bytes, now: now)]
    SharedNumbers.compare(&checked)
    if let finding = checked.flatMap(\.findings).first { throw DeskFailure(finding.message) }
    do {
      try Files.createDirectory(directory)
      try Files.create(choice.path, bytes)
    } catch {
      throw DeskFailure(
        error == .system(EEXIST)
          ? "\(choice.name) exists already and is left as it is; `voicebot check \(choice.name)` says whether it is in order."
          : "\(choice.name) cannot be written: \(error.words).")
    }
    let commands = ["voicebot call \(entity)", "voicebot agenda \(entity)", "voicebot check"].map {
      $0.fitted(to: "voicebot agenda ".count + entity.count)
    }
    try surroundings.output.write(
      """
      \(choice.name) is written: "\(starter.name)", \(starter.timezone), \(starter.country). It can be booked as it is.

      Next:
        \(commands[0])  books an appointment, as a caller would
        \(commands[1])  shows it
      Then put your own hours, people and products into the file, and after each change:
        \(commands[2])  says whether it is in order

      """)
  }

  private func starter(_ surroundings: Surroundings, hasSchema: Bool) throws(DeskFailure) -> StarterFile {
    let timezone = timezone ?? HomeZone.name(surroundings.variables)
    let isZone = (try? SystemZones.zone(named: timezone, calls: LinuxCalls())) != nil
    // Of a zone that does not exist the reader will tell; any country does until then.
    guard let country = country ?? HomeZone.country(of: timezone) ?? (isZone ? nil : "DE") else {
      throw DeskFailure("It is not known in which country \(timezone) is; say it with --country, such as --country DE.")
    }
    return StarterFile(
      name: name ?? NewCommand.name(from: entity), timezone: timezone, country: country, sipIds: sipId,
      hasSchema: hasSchema)
  }

  /// A name to begin with: `my-practice` becomes `My Practice`.
  private static func name(from id: String) -> String {
    id.split { $0 == "-" || $0 == "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
