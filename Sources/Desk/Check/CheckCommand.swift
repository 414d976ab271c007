// `voicebot check`: the options of the linter of business files and the order of its work. The rules are in
// Common/Inspection, because `voicebot new` checks what it writes by them.

internal import ArgumentParser
internal import CivilTime

struct CheckCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether business files are in order, and where they are not.",
    discussion: """
      Errors are what the program refuses, each with its place; warnings are what it takes but what can hardly be meant: \
      an agent nobody can book, a product no type offers, dates that are over; and each booking to come that the file would \
      no longer allow, with the number to call. Warnings look 60 days ahead, from VOICEBOT_NOW where it is set.

      Exit status: 0 when there is no error (with --strict: nothing at all), 1 when there is, 2 when a file cannot be \
      read, 64 when the command line cannot be understood.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(
    help: ArgumentHelp(
      "Business files, or directories of them; all of the deployment's when none is named.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var files: [String] = []

  @Option(help: "How to print what is found: for people, or as a JSON array for editors and CI.")
  var format = Format.text

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  func run(at surroundings: Surroundings) throws {
    let choices = try FileChoice.all(files, at: surroundings)
    let now = try surroundings.now()
    var progress = Progress("checking", of: choices.count, on: surroundings.errors)
    var checked: [CheckedFile] = []
    for choice in choices {
      progress.step(choice.name)
      checked.append(CheckedFile(choice, now: now))
    }
    progress.end()
    SharedNumbers.compare(&checked)
    LostTokens.find(in: &checked, at: surroundings)
    StrandedFindings.add(to: &checked, at: surroundings)
    for index in checked.indices { checked[index].sort() }
    try report(checked, on: surroundings.output)
    let status = status(checked)
    if status != 0 { throw DeskFailure("", status: status) }
  }

  private func report(_ files: [CheckedFile], on output: Output) throws(OutputFailure) {
    switch format {
    case .json: try output.writeData(FindingJSON.text(of: files))
    case .text:
      let words = FindingText(output: output)
      for file in files {
        for finding in file.findings { try output.write(words.text(of: finding, in: file)) }
      }
      try output.write(words.summary(of: files))
    }
  }

  private func status(_ files: [CheckedFile]) -> Int32 {
    if files.contains(where: { !$0.isReadable }) { return FileChoice.unreadable }
    return files.contains { $0.findings.contains { strict || $0.code.isError } } ? 1 : 0
  }
}
