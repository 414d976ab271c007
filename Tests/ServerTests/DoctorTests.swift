// `voicebot doctor` on a deployed tree, as the web server's user: it finds each mistake of Tests/Servers/ailments.txt, and the
// command that it prints, run by a shell as it stands, mends it.

import Foundation
import JSON
import ProgramSupport
import ServerSupport
import Testing

/// A deployed tree that suffers from one thing after the other.
private struct Patient {
  let bench: PackageBench
  let environment: [String: String]
  private let user = ServerUser.current == nil ? [] : ["--user", "www-data"]

  struct Diagnosis {
    var status: Int32?
    var findings: [JSONObject]
    var errors: String
  }

  /// A tree with two businesses and a booking, in order.
  init() async throws {
    bench = try PackageBench()
    for name in PackageBench.programs { try? FileManager.default.removeItem(at: bench.program(name, version: "new")) }
    for name in ["gleichgewicht", "haarschnitt", "mar-alto"] {
      try FileManager.default.removeItem(at: bench.checkout.appending(path: "Businesses/\(name).yaml"))
    }
    // What somebody would type in an editor.
    let editor = bench.program("editor", version: "old")
    try bench.write("#!/bin/sh\nexec sed -i /oops/d \"$2\"\n", to: editor)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor.path)
    environment = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "EDITOR": editor.path,
      "VOICEBOT_PROGRAM": bench.program("voicebot", version: "old").path, "LANG": "C",
    ]
    let result = try await bench.package("tree", bench.tree.path)
    #expect(result.status == 0, "\(result.errorText)")
    let data = bench.tree.path + "/Data"
    try FileManager.default.createDirectory(
      atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try ServerUser.give(URL(filePath: data))
    for words in [
      ["new", "praxis", "--timezone", "Europe/Berlin", "--sip-id", "desk"],
      ["new", "salon", "--timezone", "Europe/Berlin"],
      [
        "book", "praxis", "follow-up", "next monday 9:30", "--agent", "anna", "firstname=Eva", "lastname=Klein",
        "phone=0351123456",
      ],
    ] {
      let result = try await bench.run("voicebot-desk", words)
      #expect(result.status == 0, "\(result.errorText)")
    }
  }

  /// Runs shell commands, and behind them the doctor.
  func doctor(after commands: String = ":", in directory: URL? = nil) async throws -> Diagnosis {
    let words = (["doctor", "--json"] + user).joined(separator: " ")
    let result = try await Child(
      path: "/bin/sh", arguments: ["-c", "{ \(commands)\n} >&2; exec '\(bench.tree.path)/bin/voicebot-desk' \(words)"],
      environment: environment, directory: (directory ?? bench.tree).path
    ).run()
    let found = (try? JSONValue(parsing: result.output))?.objectValue?["findings"]?.arrayValue
    return Diagnosis(
      status: result.status, findings: found?.compactMap(\.objectValue) ?? [], errors: result.errorText)
  }
}

extension OneAtATime {
  @Suite struct DoctorTests {
    /// Rows of the table: what the doctor calls it, the business, and what plants it.
    static let ailments = Result {
      let file = Program.checkout.appending(path: "Tests/Servers/ailments.txt")
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(maxSplits: 2, whereSeparator: { $0 == " " }).map { String($0.drop { $0 == " " }) }
      }
    }

    @Test func whatItPrintsMendsWhatItFinds() async throws {
      let patient = try await Patient()
      let first = try await patient.doctor()
      #expect(first.status == 0 && first.findings.isEmpty, "\(first)")
      var kinds: Set<String> = []
      for row in try Self.ailments.get() {
        // What only another user's rights can do is root's to plant.
        if ServerUser.current == nil, row[2].contains(/chown|600|700|machine/) { continue }
        let found = try await patient.doctor(after: row[2])
        #expect(found.status == 1, "\(row)")
        let finding = try #require(found.findings.first, "\(row): \(found)")
        #expect(finding["code"]?.stringValue == row[0], "\(row): \(found)")
        #expect(finding["business"]?.stringValue == (row[1] == "-" ? nil : row[1]), "\(row): \(found)")
        #expect(found.findings.count == 1, "\(row): \(found)")
        let command = try #require(finding["command"]?.stringValue)
        // The shell of those variables has to be the one in which the command runs.
        let bench = patient.bench
        let variables =
          row[2].hasPrefix("export") ? "cd '\(bench.tree.path)'\n\(row[2])\ncd '\(bench.checkout.path)'\n" : ""
        let mended = try await patient.doctor(after: variables + command, in: bench.checkout)
        #expect(mended.status == 0 && mended.findings.isEmpty, "\(row): \(command): \(mended)")
        kinds.insert(row[0])
      }
      #expect(ServerUser.current == nil || kinds.count >= 25)
    }

    /// For people: the business, what is wrong, the command; and who looked.
    @Test func itTellsPeople() async throws {
      let patient = try await Patient()
      let words = ["doctor"] + (ServerUser.current == nil ? [] : ["--user", "www-data"])
      let well = try await patient.bench.run("voicebot-desk", words)
      #expect(well.status == 0 && well.text.hasSuffix(": nothing needs mending.\n"), "\(well.text)")
      #expect(well.text.contains("(praxis, salon), seen by "))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: patient.bench.tree.path + "/Data")
      let ill = try await patient.bench.run("voicebot-desk", words)
      #expect(ill.status == 1)
      #expect(ill.text.contains("Its mode is 0755: others may look into "))
      #expect(ill.text.contains("\n  chmod 700 '\(patient.bench.tree.path)/Data'\n"))
      #expect(ill.text.hasSuffix(": 1 thing to mend, by the command above.\n"))
      let nobody = try await patient.bench.run("voicebot-desk", ["doctor", "--user", "no-such-user"])
      #expect(nobody.status == 64 && nobody.errorText.contains("no-such-user"))
    }
  }
}
