// Two programs: `voicebot` with a command becomes `voicebot-desk` beside itself, but never under a web server or a function
// runtime; and `voicebot-desk` under a web server is the counter's page and runs no command.

import Foundation
import ProgramSupport
import Testing

/// A deployed tree with the program, and a script in the place of the operator's program.
private struct ScriptedDesk {
  let tree: TemporaryTree
  var program: String { tree.root.path + "/bin/voicebot" }
  private var trace: URL { tree.root.appending(path: "trace") }

  /// The script leaves its arguments and the root as a trace, passes its input on, complains, and ends with this status.
  init(status: Int) throws {
    tree = try greetingTree()
    try Program.copy(to: tree.directory("bin").appending(path: "voicebot"))
    try tree.write(
      """
      #!/bin/sh
      printf '%s\\n' "$VOICEBOT_ROOT" "$@" >'\(trace.path)'
      cat
      echo complaint >&2
      exit \(status)

      """, to: "bin/voicebot-desk", mode: 0o755)
  }

  /// The root and the arguments with which the script was run, or nil where it was not.
  var run: [String]? {
    (try? String(contentsOf: trace, encoding: .utf8))?.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}

@Suite struct BecomingTheDeskTests {
  static let commands = [["check"], ["--help"], ["book", "two words", "", "name=Ünal", "*", "--", "$HOME"]]

  @Test(arguments: commands, [0, 1, 64, 255])
  func aCommandIsTheDesks(_ arguments: [String], _ status: Int) async throws {
    let desk = try ScriptedDesk(status: status)
    let input = Array("typed\u{0}\n".utf8)
    let result = try await Child(
      path: desk.program, arguments: arguments, environment: ["VOICEBOT_ROOT": "/some where"], input: .bytes(input)
    ).run()
    #expect(result.status == Int32(status))
    #expect(result.output == input)
    #expect(result.errorText == "complaint\n")
    #expect(desk.run == ["/some where"] + arguments)
  }

  /// It is the one beside the program itself, not beside the name by which the program was started.
  @Test func throughALink() async throws {
    let desk = try ScriptedDesk(status: 3)
    let link = desk.tree.root.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "bin/voicebot")
    let result = try await Child(path: link, arguments: ["check"], directory: "/").run()
    #expect(result.status == 3)
    #expect(desk.run == ["", "check"])
  }

  /// The real ones say the same, whichever of them is asked.
  @Test(arguments: [["--version"], ["check"], ["chekc"], ["export", "gleichgewicht", "--format", "csv"]])
  func theRealDesk(_ arguments: [String]) async throws {
    let tree = try greetingTree()
    let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T06:00:00Z"]
    let direct = try await Child(path: Program.desk, arguments: arguments, environment: environment).run()
    let become = try await Child(path: Program.path, arguments: arguments, environment: environment).run()
    #expect(direct.output.count + direct.errors.count > 0)
    #expect(direct.status == (arguments == ["chekc"] ? 64 : 0), "\(direct.errorText)")
    #expect(become.status == direct.status)
    #expect(become.output == direct.output)
    #expect(become.errors == direct.errors)
  }

  /// Under a web server or a function runtime the arguments are the client's.
  @Test(arguments: commands, [Program.cgi(greeting), ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9"]])
  func neverUnderAServer(_ arguments: [String], _ variables: [String: String]) async throws {
    let desk = try ScriptedDesk(status: 0)
    let environment = variables.merging(["VOICEBOT_ROOT": desk.tree.root.path]) { $1 }
    let result = try await Child(
      path: desk.program, arguments: arguments, environment: environment, input: .bytes(greeting)
    ).run()
    #expect(result.status == 0)
    #expect(result.errorText == "")
    let body = variables["GATEWAY_INTERFACE"] == nil ? result.output : try #require(CGIResponse(result.output)).body
    #expect(String(decoding: body, as: UTF8.self).trimmingCharacters(in: .newlines) == greeted)
    #expect(desk.run == nil)
  }

  @Test func aMissingDeskIsSaid() async throws {
    let tree = try greetingTree()
    let program = try tree.directory("bin").appending(path: "voicebot")
    try Program.copy(to: program)
    let result = try await Child(path: program.path, arguments: ["check"], input: .bytes(greeting)).run()
    #expect(result.status == 127)
    #expect(result.output == [])
    #expect(result.errorText.hasPrefix("voicebot: voicebot-desk, which has the commands, is not beside this program"))
    #expect(result.errorText.split(separator: "\n").count == 1)
  }
}

@Suite struct DeskUnderAWebServerTests {
  /// Whatever is asked and whatever the command line says: it is the counter's page, which lets nobody in whom the web
  /// server does not know. PageTests has what it does for others.
  @Test(arguments: ["POST", "GET", "HEAD"], [["new", "other"], ["check"], ["--help"], []])
  func nothingIsRun(_ method: String, _ arguments: [String]) async throws {
    let tree = try greetingTree()
    let body = method == "POST" ? greeting : []
    let environment = Program.cgi(
      body, method: method, ["VOICEBOT_ROOT": tree.root.path, "QUERY_STRING": arguments.joined(separator: "+")])
    let result = try await Child(
      path: Program.desk, arguments: arguments, environment: environment, directory: tree.root.path,
      input: .stalled(body)
    ).run()
    #expect(result.status == 0)
    #expect(result.errorText == "")
    let reply = try #require(CGIResponse(result.output))
    #expect(reply.status == 403)
    #expect(reply["Content-Type"] == "text/html; charset=utf-8")
    #expect(reply["Cache-Control"] == "no-store")
    #expect(reply.body.isEmpty == (method == "HEAD"))
    #expect(!String(decoding: reply.body, as: UTF8.self).contains("Gleichgewicht"))
    let businesses = tree.root.path + "/Businesses"
    #expect(try FileManager.default.contentsOfDirectory(atPath: businesses) == ["gleichgewicht.yaml"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: tree.root.path).sorted() == ["Businesses", "Data"])
  }
}
