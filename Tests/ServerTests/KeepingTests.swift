// The recipes of the manual's chapters on hosting and on keeping a tree running, run as they are typed: the blocks are taken
// from the chapters, and only the places are this test's.

import Foundation
import JSON
import ProgramSupport
import ServerSupport
import Testing

/// A deployed tree in a place of its own, and the chapters' blocks, run there.
private struct Machine {
  let files: TemporaryTree
  var root: String { files.root.path }

  /// A tree as bin/package makes it, without `Data`.
  init() throws {
    files = try TemporaryTree()
    try FileManager.default.removeItem(atPath: root + "/Data")
    for program in [Program.path, Program.desk] {
      let name = URL(filePath: program).lastPathComponent
      try Program.copy(program, to: files.directory("bin").appending(path: name))
    }
  }

  /// The block of this language in a chapter that has these words.
  static func block(_ chapter: String, _ language: String, with words: String) throws -> String {
    let file = Program.checkout.appending(path: "Sources/Manual/\(chapter).md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let blocks = text.matches(of: try Regex("```\(language)\n([\\s\\S]*?)```", as: (Substring, Substring).self))
    let found = try #require(blocks.map(\.1).first { $0.contains(words) }, "\(chapter): \(words)")
    return found.trimmingCharacters(in: .newlines)
  }

  /// A recipe with this machine's places; where the tests are not root's, with their own user for the web server's.
  func placed(_ recipe: String, moving: String = "/moving") -> String {
    let asUser = ServerUser.command(["/usr/bin/env"]).joined(separator: " ")
    let text = recipe.replacing("/srv/voicebot", with: root).replacing("/var/log/voicebot", with: root + "/log")
      .replacing("/backup/voicebot", with: root + "/backup").replacing("/tmp/voicebot-moving", with: root + moving)
      .replacing("sudo -u www-data", with: asUser).replacing("sudo ", with: "")
    if ServerUser.current != nil { return text }
    return text.replacing("-o www-data -g www-data ", with: "").replacing(" --user www-data", with: "")
  }

  /// Runs a recipe in a shell that has as little in its environment as cron's.
  @discardableResult
  func run(_ recipe: String, asUser: Bool = false) async throws -> Child.Result {
    let words = ["/bin/sh", "-ec", recipe]
    let command = asUser ? ServerUser.command(words) : words
    let result = try await Child(
      path: command[0], arguments: Array(command.dropFirst()),
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/", "SHELL": "/bin/sh"], directory: "/"
    ).run()
    #expect(result.status == 0, "\(recipe): \(result.errorText)\(result.text)")
    return result
  }

  /// What a newcomer does first: the bookings' directory, a business, a booking.
  func begin() async throws {
    try await run(placed(Machine.block("hosting", "sh", with: "install -d -m 700")))
    let book = "next monday 9:30' --agent anna firstname=Eva lastname=Klein phone=0351123456"
    try await run(
      """
      \(root)/bin/voicebot new praxis --timezone Europe/Berlin
      \(root)/bin/voicebot book praxis follow-up '\(book)
      """)
  }

  /// Answers a request with nothing but a log in its environment.
  func ask(_ body: String) async throws -> Child.Result {
    let words = ServerUser.command([root + "/bin/voicebot"])
    return try await Child(
      path: words[0], arguments: Array(words.dropFirst()),
      environment: ["VOICEBOT_REQUESTS": root + "/log/requests.log"],
      directory: "/", input: .bytes(Array(body.utf8))
    ).run()
  }

  func lines(_ path: String) -> Int {
    (try? String(contentsOf: files.root.appending(path: path), encoding: .utf8).split(separator: "\n").count) ?? 0
  }
}

@Suite struct KeepingTests {
  /// The first minutes, and the look at everything.
  @Test func aNewTreeIsWell() async throws {
    let machine = try Machine()
    try await machine.begin()
    let look = try machine.placed(Machine.block("keeping", "sh", with: "doctor"))
    #expect(try await machine.run(look).text.contains("(praxis), seen by "))
    guard ServerUser.current != nil else { return }
    // What the chapter shows: a file that root has copied there.
    try await machine.run("chown root: \(machine.root)/Data/praxis.jsonl")
    let shown = try Machine.block("keeping", "console", with: "doctor").split(separator: "\n", maxSplits: 1)
    let result = try await machine.run("\(look) || [ $? = 1 ]")
    #expect(result.text.replacing(machine.root, with: "/srv/voicebot") == shown[1] + "\n")
    let mend = try #require(shown[1].firstMatch(of: /\n  (chown.*)\n/)).1
    try await machine.run(machine.placed(String(mend)))
    try await machine.run(look)
  }

  /// logrotate, with requests before, between and after.
  @Test func logsRotate() async throws {
    let machine = try Machine()
    try await machine.begin()
    try await machine.run(machine.placed(Machine.block("keeping", "sh", with: "-g www-data /var/log/voicebot")))
    let recipe = try machine.placed(Machine.block("keeping", "logrotate", with: "rotate"))
    try machine.files.write(recipe, to: "logrotate.conf", mode: 0o644)
    for round in 1...3 {
      for _ in 0..<round { _ = try await machine.ask(#"{"action":"getAgents","entityId":"praxis"}"#) }
      #expect(machine.lines("log/requests.log") == round)
      try await machine.run("logrotate --force --state \(machine.root)/state \(machine.root)/logrotate.conf")
    }
    #expect(machine.lines("log/requests.log.1") == 3)
    let summary = try machine.placed(Machine.block("keeping", "sh", with: "zcat"))
    let text = try await machine.run(summary).text
    #expect(text.firstMatch(of: /\nall +(\d+)/)?.output.1 == "6", "\(text)")
  }

  /// Each line of the crontab, as cron runs it: without its backslashes, as its user, with hardly an environment.
  @Test func everyNight() async throws {
    let machine = try Machine()
    try await machine.begin()
    try await machine.run(machine.placed(Machine.block("keeping", "sh", with: "/pages")))
    let table = try Machine.block("keeping", "cron", with: "backup").split(separator: "\n")
    #expect(table.count == 4)
    for line in table {
      let fields = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false)
      try #require(fields.count == 7 && fields[5] == "www-data")
      try await machine.run(machine.placed(String(fields[6]).replacing("\\%", with: "%")), asUser: true)
    }
    let page = try String(contentsOf: machine.files.root.appending(path: "pages/praxis.html"), encoding: .utf8)
    #expect(page.contains("Eva Klein"))
    let days = try FileManager.default.contentsOfDirectory(atPath: machine.root + "/backup")
    #expect(days.count == 1 && days[0].wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
    #expect(machine.lines("backup/\(days[0])/praxis.jsonl") == machine.lines("Data/praxis.jsonl"))
  }

  /// From one machine to the other: the booking is there, and the token still opens the business.
  @Test func toAnotherMachine() async throws {
    let old = try Machine()
    try await old.begin()
    try await old.run(old.placed(Machine.block("keeping", "sh", with: "voicebot backup"), moving: "/Data/moving"))
    let new = try Machine()
    try await new.run(new.placed(Machine.block("hosting", "sh", with: "install -d -m 700")))
    try await new.run("cp -pr \(old.root)/Data/moving \(new.root)/moving")
    try await new.run(new.placed(Machine.block("keeping", "sh", with: "restore")))
    for path in ["Data/praxis.jsonl", "Businesses/praxis.yaml"] {
      let texts = try [old, new].map { try String(contentsOf: $0.files.root.appending(path: path), encoding: .utf8) }
      let (first, second) = (texts[0].split(separator: "\n").last, texts[1].split(separator: "\n").last)
      #expect(first == second, "\(path)")
    }
    let agenda = try await new.run("\(new.root)/bin/voicebot agenda praxis --from 'next monday' --format list").text
    #expect(agenda.contains("Eva Klein"))
    #expect(!FileManager.default.fileExists(atPath: new.root + "/moving"))
  }
}
