// `voicebot requests`: sums up logs of requests. RequestSummary.swift counts; Host/RequestLog.swift writes the logs.

internal import ArgumentParser
internal import Host
internal import JSON

struct RequestsCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "requests",
    abstract: "Sum up logs of requests: how many calls, what came of them, how long they took.",
    discussion: """
      Where the variable VOICEBOT_REQUESTS names a file, the program writes a line about each call into it: time, action, \
      business, code and milliseconds, and nothing that callers said. Half of the calls took at most as long as p50 says, \
      99 of 100 at most as long as p99. Days are those of UTC.

        voicebot requests /var/log/voicebot/requests.log
        zcat -f /var/log/voicebot/requests.log* | voicebot requests -

      Exit status: 0 when the logs are read, 1 when one cannot be, 64 when the command line cannot be understood.
      """)

  @Argument(
    help: ArgumentHelp(
      "Logs, - for standard input; what VOICEBOT_REQUESTS names when there is none.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func run(at surroundings: Surroundings) throws {
    let names = files.isEmpty ? surroundings.variables.nonEmpty("VOICEBOT_REQUESTS").map { [$0] } ?? [] : files
    if names.isEmpty {
      throw DeskFailure("Which log? Name its file; VOICEBOT_REQUESTS names none.", status: 64)
    }
    var summary = RequestSummary()
    for name in names {
      if name == "-" {
        while let line = surroundings.input.line() { summary.add(Array(line.utf8)[...]) }
        continue
      }
      do throws(Files.Failure) {
        try Files.eachLine(of: surroundings.path(name)) { summary.add($0) }
      } catch {
        throw DeskFailure("\(TerminalText.harmless(name)) cannot be read: \(error.words).")
      }
    }
    if json { return try surroundings.output.writeData(summary.json.prettyText) }
    try surroundings.output.write(summary.text)
  }
}
