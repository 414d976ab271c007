// Which files are checked: those named, those of the directories named, or all of the deployment's. What is in them is
// CheckedFile.swift's.

internal import ActionTable
internal import Business
internal import Host

/// A file to check.
struct FileChoice {
  /// The file as it is named to the user.
  let name: String
  /// The path as it is opened.
  let path: String
  /// The business that it describes by its name; nil where it has no such name.
  let id: Identifier?

  /// What to tell of a file with another name.
  static let nameRule = """
    The program does not see this file: it must be named ID.yaml, where the ID of the business has 1 to 64 letters a-z, \
    digits, "-" and "_", and begins with a letter or digit.
    """

  /// What to tell of a file whose name addresses keep for something else.
  static let reservedRule = """
    No business can have this name: addresses keep the names of the actions, "mcp", "vapi", "retell" and "counter" for \
    themselves. Rename the file.
    """

  /// Whether the file's name is one of those.
  var isReserved: Bool { id.map { ReservedNames.contain($0.text) } ?? false }

  /// The exit status where something cannot be read.
  static let unreadable: Int32 = 2

  /// Where the file is: its directory with every link resolved, and its name there.
  let location: (directory: String, name: String)

  init(name: String, path: String) {
    self.name = name
    self.path = path
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let last = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    location = (Files.resolved(directory) ?? directory, String(last))
    id = last.hasSuffix(".yaml") ? Identifier(last.dropLast(5)) : nil
  }

  /// Another file of the same directory.
  func neighbour(_ other: String) -> FileChoice {
    FileChoice(
      name: name.dropLast(location.name.count) + other, path: path.dropLast(location.name.count) + other)
  }

  /// The files that the names on the command line mean, none of them twice; a directory means its business files. No
  /// name means the deployment's directory.
  static func all(_ names: [String], at surroundings: Surroundings) throws(DeskFailure) -> [FileChoice] {
    var choices: [FileChoice] = []
    if names.isEmpty {
      let directory = try surroundings.settings().businesses
      choices = try files(in: directory, named: surroundings.shown(directory))
    }
    for name in names {
      let path = surroundings.path(name)
      if Files.isDirectory(path) {
        choices += try files(in: path, named: name)
      } else {
        choices.append(FileChoice(name: name, path: path))
      }
    }
    var seen: Set<String> = []
    return choices.filter { seen.insert("\($0.location.directory)/\($0.location.name)").inserted }
  }

  /// The business files of a directory, and those that were probably meant to be.
  private static func files(in directory: String, named shown: String) throws(DeskFailure) -> [FileChoice] {
    let names: [String]
    do {
      names = try Files.names(in: directory)
    } catch {
      throw DeskFailure(
        "The directory of the business files, \(shown), cannot be read: \(error.words). Set VOICEBOT_ROOT or "
          + "VOICEBOT_BUSINESSES, or name a file.", status: FileChoice.unreadable)
    }
    let choices = names.compactMap { name -> FileChoice? in
      let path = "\(directory)/\(name)"
      guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"), !name.hasPrefix("."), !Files.isDirectory(path) else {
        return nil
      }
      return FileChoice(name: shown.hasSuffix("/") ? shown + name : "\(shown)/\(name)", path: path)
    }
    guard !choices.isEmpty else {
      throw DeskFailure(
        "There is no business file in \(shown); `voicebot new ID` writes one to begin with.",
        status: FileChoice.unreadable)
    }
    return choices
  }
}
