// `voicebot counter`: the counter's page on a machine of one's own. LocalServer.swift runs the web server.

internal import ArgumentParser
internal import Business
internal import Host

struct CounterCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "counter", abstract: "Show the counter's page in the browser of this machine.",
    discussion: """
      It starts busybox's small web server on 127.0.0.1, which other machines cannot reach, and ends it with Ctrl-C. \
      Everybody who is logged in to this machine can open the page; what they do is recorded under your login name. For \
      several machines, let a web server ask who is there: the manual's chapter on the counter has recipes.

        voicebot counter
        voicebot counter --port 8081
      """)

  @Option(help: "The port on 127.0.0.1.")
  var port: UInt16 = 8080

  func validate() throws {
    guard port > 0 else { throw ValidationError("--port must be from 1 to 65535.") }
  }

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let businesses = try premises.businesses()
    guard !businesses.isEmpty else {
      throw DeskFailure("There is no business yet: make one with `voicebot new`.")
    }
    let server = try LocalServer(
      port: port, in: surroundings.variables.nonEmpty("TMPDIR") ?? "/tmp",
      variables: [
        ("VOICEBOT_BUSINESSES", try Self.absolute(premises.settings.businesses)),
        ("VOICEBOT_DATA", try Self.absolute(premises.settings.data)),
        ("VOICEBOT_COUNTER", "open"), ("REMOTE_USER", premises.actor),
      ])
    defer { server.clearUp() }
    try server.start()
    let pages = businesses.prefix(20).map { "  \(server.address)/\($0.text)\n" }.joined()
    let rest = businesses.count > 20 ? "  … and \(businesses.count - 20) more\n" : ""
    try surroundings.output.write("The counter's page, until you press Ctrl-C:\n\(pages)\(rest)")
    try server.wait()
  }

  /// A path that means the same in whatever directory a program is started; it need not lead anywhere yet.
  private static func absolute(_ path: String) throws(DeskFailure) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = Files.resolved(".") else {
      throw DeskFailure("The working directory cannot be found: change to one that exists, or set VOICEBOT_ROOT.")
    }
    return here + "/" + path
  }
}
