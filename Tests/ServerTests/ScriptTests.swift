// The commands of the checkout: bin/voicebot under a web server, and that the manual shows the configurations with which
// the web servers are tested. bin/build is tested by whoever runs these tests, bin/package by PackageTests.swift.

import Foundation
import ProgramSupport
import ServerSupport
import Testing

@Suite struct ScriptTests {
  private func script(_ name: String) -> String { Program.checkout.appending(path: "bin/\(name)").path }

  /// A checkout in which nothing has been built.
  private func checkout() throws -> TemporaryTree {
    let tree = try greetingTree()
    _ = try tree.directory("bin")
    for name in ["voicebot", "build"] {
      try tree.write(String(contentsOfFile: script(name), encoding: .utf8), to: "bin/\(name)", mode: 0o755)
    }
    return tree
  }

  /// Under a web server nothing is built or installed: the reply says what to do, and the body is read first.
  @Test(arguments: ["POST", "GET"])
  func nothingIsBuiltUnderAWebServer(_ method: String) async throws {
    let tree = try checkout()
    let result = try await Child(
      path: tree.root.path + "/bin/voicebot", environment: Program.cgi(greeting, method: method),
      input: .stalled(greeting)
    ).run()
    #expect(result.status == 0)
    let reply = try #require(CGIResponse(result.output))
    #expect(reply.complaint == nil)
    #expect(reply.status == 500)
    #expect(code(reply.body) == "internal")
    #expect(result.errorText.contains("bin/voicebot once from a shell"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: tree.root.path).sorted() == ["Businesses", "Data", "bin"])
  }

  /// Once built it becomes the program, with the checkout as root, from anywhere and through a link.
  @Test func becomesTheProgram() async throws {
    let tree = try checkout()
    _ = try tree.directory(".build")
    _ = try tree.directory("www")
    try Program.copy(to: tree.root.appending(path: ".build/voicebot"))
    try FileManager.default.createSymbolicLink(
      atPath: tree.root.path + "/www/voicebot", withDestinationPath: "../bin/voicebot")
    for path in ["/bin/voicebot", "/www/voicebot"] {
      let cgi = try await Child(
        path: tree.root.path + path, arguments: ["check"], environment: Program.cgi(greeting), directory: "/",
        input: .stalled(greeting)
      ).run()
      #expect(String(decoding: try #require(CGIResponse(cgi.output)).body, as: UTF8.self) == greeted)
    }
    let bare = try await Child(path: tree.root.path + "/bin/voicebot", directory: "/", input: .bytes(greeting)).run()
    #expect(bare.text == greeted + "\n")
  }

  /// With a command it becomes the operator's program with the same arguments, streams and exit status; under a web
  /// server or a function runtime it does not.
  @Test func becomesTheDesk() async throws {
    let tree = try checkout()
    _ = try tree.directory(".build")
    try Program.copy(to: tree.root.appending(path: ".build/voicebot"))
    try tree.write(
      """
      #!/bin/sh
      printf '%s\\n' "$VOICEBOT_ROOT" "$@"
      cat
      echo complaint >&2
      exit 3

      """, to: ".build/voicebot-desk", mode: 0o755)
    var child = Child(
      path: tree.root.path + "/bin/voicebot", arguments: ["call", "two words"], directory: "/", input: .bytes(greeting))
    let result = try await child.run()
    #expect(result.status == 3)
    #expect(result.text == "\(tree.root.path)\ncall\ntwo words\n" + String(decoding: greeting, as: UTF8.self))
    #expect(result.errorText == "complaint\n")

    child.environment = ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9"]
    #expect(try await child.run().text == greeted + "\n")
    child.environment = Program.cgi(greeting)
    let cgi = try await child.run()
    #expect(String(decoding: try #require(CGIResponse(cgi.output)).body, as: UTF8.self) == greeted)

    // The real one, too.
    try FileManager.default.removeItem(at: tree.root.appending(path: ".build/voicebot-desk"))
    try Program.copy(Program.desk, to: tree.root.appending(path: ".build/voicebot-desk"))
    child.arguments = ["chekc"]
    child.environment = [:]
    #expect(try await child.run().status == 64)
  }

  /// The recipes of the manual's chapter on hosting are the configurations that the tests run.
  @Test(
    arguments: (try FileManager.default.contentsOfDirectory(atPath: Program.checkout.path + "/Tests/Servers"))
      .filter { $0.hasSuffix(".conf") && !$0.hasPrefix("counter-") }.map { String($0.dropLast(5)) })
  func recipe(_ server: String) throws {
    let file = Program.checkout.appending(path: "Tests/Servers/\(server).conf")
    let parts = try String(contentsOf: file, encoding: .utf8).split(
      separator: /# -{40,}\n/, omittingEmptySubsequences: false)
    try #require(parts.count == 3)
    let chapter = Program.checkout.appending(path: "Sources/Manual/hosting.md")
    #expect(try String(contentsOf: chapter, encoding: .utf8).contains("\n" + parts[1] + "```"))
  }
}
