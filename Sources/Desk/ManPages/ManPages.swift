// The manual pages of both programs, for man(1), from the texts that --help shows. ArgumentParser gives those as JSON.

internal import Host
internal import JSON

struct ManPages {
  /// The help of the root and of its commands.
  private let root: JSONObject

  /// The pages of what ArgumentParser tells of the commands.
  init(help: String) throws(DeskFailure) {
    guard let object = (try? JSONValue(parsing: Array(help.utf8), limits: JSONLimits(bytes: 4 << 20)))?.objectValue,
      let command = object["command"]?.objectValue
    else { throw DeskFailure("The help texts cannot be read.") }
    root = command
  }

  /// The commands that the help lists, in its order.
  private var commands: [JSONObject] {
    (root["subcommands"]?.arrayValue ?? []).compactMap(\.objectValue).filter { command in
      command["shouldDisplay"]?.boolValue != false && command.string("commandName") != "help"
    }
  }

  /// The pages, each with the name of its file.
  var all: [(name: String, text: String)] { [("voicebot.1", program), ("voicebot-desk.1", desk)] }

  private var program: String {
    var page = ManPage("voicebot", "answer one request of the VoiceBot Integration API, or run a command")
    page.section("SYNOPSIS")
    page.command("voicebot", "< request.json")
    page.command("voicebot", "command [argument ...]")
    page.section("DESCRIPTION")
    page.prose(root.string("discussion"))
    page.section("COMMANDS")
    page.prose("voicebot-desk(1) describes each with its options.")
    for command in commands { page.item(command.string("commandName"), command.string("abstract")) }
    page.section("ENVIRONMENT")
    for variable in DeploymentVariables.all { page.item(variable.name, variable.meaning) }
    page.section("FILES")
    page.item("Businesses/ENTITY.yaml", "What can be booked with a business.")
    page.item("Data/ENTITY.jsonl", "Its bookings; what stands beside it is the program's own.")
    page.section("EXIT STATUS")
    page.prose(
      "0 where a whole reply was written, whatever its status, and 1 where none could be. A command has those of "
        + "voicebot-desk(1). 127 where voicebot-desk is not beside this program.")
    page.section("SEE ALSO")
    page.prose("voicebot-desk(1)")
    return page.text
  }

  private var desk: String {
    var page = ManPage("voicebot-desk", "the commands of voicebot")
    page.section("SYNOPSIS")
    page.command("voicebot", "command [argument ...]")
    page.section("DESCRIPTION")
    page.prose(
      "voicebot starts this program, which lies beside it, where it is given a command. Started by a web server it is the "
        + "page of the counter, and its arguments are not read.")
    page.section("COMMANDS")
    for command in commands {
      let name = command.string("commandName")
      let arguments = (command["arguments"]?.arrayValue ?? []).compactMap(\.objectValue).filter { argument in
        argument["shouldDisplay"]?.boolValue != false && !["help", "version"].contains(argument.string("valueName"))
      }
      page.subsection(name)
      page.command("voicebot \(name)", arguments.map(Self.usage).joined(separator: " "))
      page.prose(command.string("abstract"))
      page.prose(command.string("discussion"))
      for argument in arguments {
        let text = [argument.string("abstract"), argument.string("discussion")].filter { !$0.isEmpty }
        let given = argument.string("defaultValue")
        page.item(Self.heading(argument), text.joined(separator: " ") + (given.isEmpty ? "" : " (default: \(given))"))
      }
    }
    page.section("EXIT STATUS")
    page.prose("0 when all went well, 64 when the command line cannot be understood, else what the command says, or 1.")
    page.section("SEE ALSO")
    page.prose("voicebot(1)")
    return page.text
  }

  /// The names of an option, the short one first, or the value of an argument.
  private static func heading(_ argument: JSONObject) -> String {
    let value = "<" + argument.string("valueName") + ">"
    if argument.string("kind") == "positional" { return value }
    let names = (argument["names"]?.arrayValue ?? []).compactMap(\.objectValue).map { name in
      (name.string("kind") == "short" ? "-" : "--") + name.string("name")
    }
    return names.joined(separator: ", ") + (argument.string("kind") == "option" ? " " + value : "")
  }

  /// How an argument stands in a command line.
  private static func usage(_ argument: JSONObject) -> String {
    let repeated = argument["isRepeating"]?.boolValue == true ? " ..." : ""
    let text = heading(argument) + repeated
    return argument["isOptional"]?.boolValue == true ? "[\(text)]" : text
  }
}

extension JSONObject {
  /// The text of a member; empty where there is none.
  fileprivate func string(_ name: String) -> String { self[name]?.stringValue ?? "" }
}
