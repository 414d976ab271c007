// `voicebot new`: writes a business file to begin with. StarterFile.swift has its content; HomeZone.swift
// finds zone and country where the command line does not say them.

internal import ArgumentParser
internal import Business
import Glibc
internal import Host

struct NewCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a business file to begin with.",
    discussion: """
      The file has a remark for each of its lines, can be booked as it is, and is there to be changed. A file that exists \
      is never overwritten.

      The business gets a token, which requests have to show. The command prints it once and writes its hash into the \
      file; whoever has the file cannot tell the token from it.

      Exit status: 0 when the file is written, 1 when it is not, 64 when the command line cannot be understood or lacks a \
      time zone that the computer does not have either.
      """)

  @Argument(
    help: "The id of the business: letters a-z, digits, - and _. The file is named after it, requests call it entityId."
  )
  var entity: String

  @Option(help: ArgumentHelp("The name spoken to callers.", valueName: "text"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The zone in which hours are meant, such as Europe/Berlin; this computer's when it is not given, unless that is UTC."
    ))
  var timezone: String?

  @Option(
    help: ArgumentHelp("Two letters that say how telephone numbers are read, such as DE; the time zone's by default."))
  var country: String?

  @Option(
    help: ArgumentHelp(
      "A telephone number or SIP id on which the business is called; may be repeated.", valueName: "number"))
  var sipId: [String] = []

  @Flag(help: "Make no token: anyone who knows the address may book, and read what callers are told.")
  var noToken = false

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
    if Files.exists(path) { throw Self.existing(choice) }
    let token = noToken ? nil : Self.token(surroundings.random(16))
    let starter = try starter(
      surroundings, hasSchema: Files.exists("\(directory)/\(StarterFile.schema)"),
      tokenHash: token.map(Credentials.hash))
    let bytes = Array(starter.text.utf8)
    var checked = [CheckedFile(choice, bytes: bytes, now: now)]
    SharedNumbers.compare(&checked)
    if let finding = checked.flatMap(\.findings).first { throw DeskFailure(finding.message) }
    do {
      try Files.createDirectory(directory)
      try Files.create(choice.path, bytes)
    } catch {
      if error == .system(EEXIST) { throw Self.existing(choice) }
      throw DeskFailure("\(choice.name) cannot be written: \(error.words).")
    }
    let commands = ["voicebot call \(entity)", "voicebot agenda \(entity)", "voicebot check"].map {
      $0.fitted(to: "voicebot agenda ".count + entity.count)
    }
    try surroundings.output.write(
      """
      \(choice.name) is written: "\(starter.name)", \(starter.timezone), \(starter.country). It can be booked as it is.
      \(token.map { "\n" + bearer($0) } ?? "")
      Next:
        \(commands[0])  books an appointment, as a caller would
        \(commands[1])  shows it
      Then put your own hours, people and products into the file, and after each change:
        \(commands[2])  says whether it is in order

      """)
  }

  /// What is said of a new token, with a request that shows it.
  private func bearer(_ token: String) -> String {
    """
    Requests have to show a token. Give the bot this header; it is shown only now, and the file has its hash:
      Authorization: Bearer \(token)
    To ask as the bot does:
      echo '{"action": "getBusinessName", "entityId": "\(entity)"}' |
        HTTP_AUTHORIZATION='Bearer \(token)' voicebot

    """
  }

  /// A token of these random bytes, as hexadecimal digits.
  private static func token(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func existing(_ choice: FileChoice) -> DeskFailure {
    DeskFailure(
      "\(choice.name) exists already and is left as it is; `voicebot check \(choice.name)` says whether it is in order."
    )
  }

  private func starter(_ surroundings: Surroundings, hasSchema: Bool, tokenHash: String?) throws -> StarterFile {
    let timezone = try zone(surroundings)
    // Of a zone that does not exist the reader will tell; any country does until then.
    guard
      let country = country?.uppercased() ?? HomeZone.country(of: timezone) ?? (HomeZone.isZone(timezone) ? nil : "DE")
    else {
      throw DeskFailure("It is not known in which country \(timezone) is; say it with --country, such as --country DE.")
    }
    return StarterFile(
      name: name ?? NewCommand.name(from: entity), timezone: timezone, country: country, sipIds: sipId,
      tokenHash: tokenHash, hasSchema: hasSchema)
  }

  /// The zone that is given, else the computer's. Where that is UTC, in which no business keeps its hours, the command asks;
  /// it fails where nobody is there to answer.
  private func zone(_ surroundings: Surroundings) throws -> String {
    if let timezone { return HomeZone.meant(by: timezone) }
    if let home = HomeZone.name(surroundings.variables) { return HomeZone.meant(by: home) }
    var question = "In which time zone does the business keep its hours? This computer has none (UTC).\n"
    while surroundings.input.isTerminal {
      try surroundings.output.write("\(question)Zone, such as Europe/Berlin: ")
      guard let answer = surroundings.input.line() else {
        try surroundings.output.write("\n")
        break
      }
      let zone = HomeZone.meant(by: answer.split(separator: " ").joined(separator: "_"))
      if HomeZone.country(of: zone) != nil || country != nil && HomeZone.isZone(zone) { return zone }
      question = "There is no such place in this computer's time zones.\n"
    }
    throw DeskFailure(
      "This computer has no time zone (UTC); say which the business keeps with --timezone, such as --timezone Europe/Berlin.",
      status: 64)
  }

  /// A name to begin with: `my-practice` becomes `My Practice`.
  private static func name(from id: String) -> String {
    id.split { $0 == "-" || $0 == "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
