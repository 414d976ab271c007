// bin/package: that the programs are replaced together while requests come in, that the previous ones come back where they
// read what is there, and that the manual shows what is printed. What a tree holds is tested in PackageTests.swift.

import Foundation
import ProgramSupport
import Testing

@Suite struct PackageUpdateTests {
  /// A tree of the old version that has been updated to the new one.
  private static func updated() async throws -> PackageBench {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    for version in ["old", "new"] {
      let result = try await bench.package("tree", bench.tree.path, version: version)
      #expect(result.status == 0, "\(result.errorText)")
    }
    return bench
  }

  /// A tree that has been updated and has a bookings file.
  private static func booked() async throws -> PackageBench {
    let bench = try await updated()
    let block = try await bench.run("voicebot-desk", ["block", "praxis", "anna", "2030-12-16T08:00..10:00"])
    #expect(block.status == 0, "\(block.errorText)")
    return bench
  }

  /// Both programs are replaced; both come back; and again.
  @Test func thereAndBack() async throws {
    let bench = try await Self.booked()
    #expect(bench.versions() == ["new", "new"])
    #expect(bench.versions(in: "bin/.previous") == ["old", "old"])
    // The same programs once more: the previous ones are kept.
    let again = try await bench.package("tree", bench.tree.path, version: "new")
    #expect(again.text.contains("bin/voicebot and bin/voicebot-desk are these programs already."))
    #expect(bench.versions(in: "bin/.previous") == ["old", "old"])

    let edited = (bench.text("Businesses/praxis.yaml") ?? "") + "# edited\n"
    try bench.write(edited, to: bench.tree.appending(path: "Businesses/praxis.yaml"))
    let bookings = bench.text("Data/praxis.jsonl")
    for (versions, previous) in [("old", "new"), ("new", "old")] {
      let back = try await bench.package("tree", bench.tree.path, "--back")
      #expect(back.status == 0, "\(back.errorText)")
      #expect(
        back.text == """
          \(bench.tree.path):
          The previous programs read the bookings in \(bench.tree.path)/Data, and the business files.
          bin/voicebot and bin/voicebot-desk are the previous ones. --back again brings back those from before.

          """)
      #expect(bench.versions() == [versions, versions])
      #expect(bench.versions(in: "bin/.previous") == [previous, previous])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: bench.tree.path + "/bin").sorted()
          == [".previous", "voicebot", "voicebot-desk"])
    }
    #expect(bench.text("Businesses/praxis.yaml") == edited)
    #expect(bench.text("Data/praxis.jsonl") == bookings)
    #expect(try bench.leftovers().isEmpty)
  }

  /// The schema comes back with the programs.
  @Test func theSchemaComesBackToo() async throws {
    let bench = try PackageBench()
    _ = try await bench.package("tree", bench.tree.path)
    let schema = "Businesses/business.schema.json"
    let before = bench.text(schema)
    try bench.write("{}", to: bench.checkout.appending(path: schema))
    _ = try await bench.package("tree", bench.tree.path, version: "new")
    #expect(bench.text(schema) == "{}")
    _ = try await bench.package("tree", bench.tree.path, "--back")
    #expect(bench.text(schema) == before)
  }

  @Test func thereIsNothingToGoBackTo() async throws {
    let bench = try PackageBench()
    let nowhere = try await bench.package("tree", bench.tree.path, "--back")
    #expect(nowhere.status == 1)
    #expect(nowhere.errorText.contains("there is no tree"))
    _ = try await bench.package("tree", bench.tree.path)
    let first = try await bench.package("tree", bench.tree.path, "--back")
    #expect(first.status == 1)
    #expect(first.errorText.contains("there is nothing to go back to"))
    #expect(bench.versions() == ["old", "old"])
  }

  /// Bookings that the previous programs do not read: another version of the file, and a last line that they would take
  /// for the trace of a crash.
  @Test(arguments: [
    #"{"n":1,"format":"voicebot bookings","version":99,"generation":"409344e910218cde","crc":"2479b2d0"}"# + "\n",
    nil,
  ])
  func staysWhereBookingsCannotBeRead(_ file: String?) async throws {
    let bench = try await Self.booked()
    let bookings = bench.tree.appending(path: "Data/praxis.jsonl")
    let before = try #require(bench.text("Data/praxis.jsonl"))
    try bench.write(file ?? before + #"{"n":3,"event":"praised","sum":"12"}"# + "\n", to: bookings)
    let contents = try bench.contents()
    let back = try await bench.package("tree", bench.tree.path, "--back")
    #expect(back.status == 1)
    #expect(
      back.errorText.contains(
        "the previous programs cannot be brought back, nothing is changed. They do not read the bookings of praxis"))
    #expect(try bench.contents() == contents)
    #expect(try bench.leftovers().isEmpty)

    // A line that is just being written is no reason to stay.
    try bench.write(before + #"{"n":3,"#, to: bookings)
    #expect(try await bench.package("tree", bench.tree.path, "--back").status == 0)
    #expect(bench.versions() == ["old", "old"])
  }

  /// A business file that only the programs of now accept; one that none of them accepts is no reason to stay.
  @Test func staysWhereABusinessIsNotAccepted() async throws {
    let bench = try await Self.updated()
    try bench.add("broken", to: bench.tree, ending: "newKey: 1\n")
    let previous = bench.tree.appending(path: "bin/.previous/voicebot-desk")
    let real = bench.program("voicebot-desk", version: "old")
    try bench.write(
      """
      #!/bin/sh
      case $* in *praxis.yaml | check) echo 'no such key'; exit 1 ;; esac
      exec '\(real.path)' "$@"

      """, to: previous)
    let back = try await bench.package("tree", bench.tree.path, "--back")
    #expect(back.status == 1)
    #expect(back.errorText.contains("They do not accept Businesses/praxis.yaml:\nno such key\n"))
    #expect(bench.versions() == ["new", "new"])
    try FileManager.default.removeItem(at: previous)
    try Program.copy(real.path, to: previous)
    #expect(try await bench.package("tree", bench.tree.path, "--back").status == 0)
  }

  /// A call that comes in at that very moment may write what the previous programs do not read: then they go again.
  @Test func staysWhereACallCameInBetween() async throws {
    let bench = try await Self.booked()
    let previous = bench.tree.appending(path: "bin/.previous/voicebot-desk")
    try bench.write(
      """
      #!/bin/sh
      case $0 in */.previous/*) exec '\(bench.program("voicebot-desk", version: "old").path)' "$@" ;; esac
      echo 'a line of a later version'
      exit 1

      """, to: previous)
    let back = try await bench.package("tree", bench.tree.path, "--back")
    #expect(back.status == 1)
    #expect(back.errorText.contains("replaced again: a call came in between. They do not read the bookings of praxis"))
    #expect(back.errorText.contains("a line of a later version"))
    #expect(bench.versions() == ["new", "new"])
    #expect(bench.versions(in: "bin/.previous") == ["old", "other"])
  }

  /// An update that was killed: before it was complete nothing has changed; afterwards the next one ends it, wherever it
  /// had come to. Both have the previous programs to go back to.
  @Test(arguments: [[], ["previous"], ["previous", "voicebot-desk"], ["previous", "voicebot-desk", "voicebot"]])
  func aKilledUpdateIsEnded(_ done: [String]) async throws {
    let bench = try await Self.updated()
    let bin = bench.tree.appending(path: "bin")
    let manager = FileManager.default
    // From new to old, as it stands when bin/.ready is complete.
    let ready = bin.appending(path: ".ready")
    try manager.createDirectory(at: ready.appending(path: "previous"), withIntermediateDirectories: true)
    for name in PackageBench.programs {
      try Program.copy(bench.program(name, version: "old").path, to: ready.appending(path: name))
      try Program.copy(bench.program(name, version: "new").path, to: ready.appending(path: "previous/\(name)"))
    }
    try manager.createDirectory(at: bin.appending(path: ".new"), withIntermediateDirectories: true)
    for name in done {
      let target = bin.appending(path: name == "previous" ? ".previous" : name)
      try manager.removeItem(at: target)
      try manager.moveItem(at: ready.appending(path: name), to: target)
    }
    let result = try await bench.package("tree", bench.tree.path)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.contains("An update that was interrupted is brought to its end first."))
    #expect(result.text.contains("are these programs already."))
    #expect(bench.versions() == ["old", "old"])
    #expect(bench.versions(in: "bin/.previous") == ["new", "new"])
    #expect(!manager.fileExists(atPath: ready.path))
    _ = try await bench.package("tree", bench.tree.path, version: "new")
    #expect(bench.versions() == ["new", "new"])
    #expect(!manager.fileExists(atPath: bin.path + "/.new"))
  }

  @Test func oneUpdateAtATime() async throws {
    let bench = try await Self.updated()
    let result = try await Child(
      path: "/usr/bin/flock",
      arguments: [bench.tree.path + "/bin", bench.checkout.path + "/bin/package", "tree", bench.tree.path],
      environment: ["VOICEBOT_PROGRAM": Program.path, "PATH": "/usr/bin:/bin"]
    ).run()
    #expect(result.status == 1)
    #expect(result.errorText.contains("another update of \(bench.tree.path) is under way"))
    #expect(bench.versions() == ["new", "new"])
  }

  /// Requests that come in during updates, and during the way back, are answered, each of them.
  @Test func noRequestFailsMeanwhile() async throws {
    let bench = try await Self.booked()
    let request = Array(#"{"action":"getAgents","appointmentTypeId":"course","entityId":"praxis"}"#.utf8)
    let expected = greeted.replacing("gleichgewicht", with: "praxis") + "\n"
    var versions = "new"
    for version in ["old", "new", nil, nil, "old", nil] {
      let update = try bench.startUpdate(to: version)
      var isLast = false
      repeat {
        isLast = update.hasEnded
        let answer = try await bench.run(input: request)
        #expect(answer.status == 0)
        #expect(answer.text == expected, "\(answer.errorText)")
      } while !isLast
      let result = await update.result()
      #expect(result.status == 0, "\(result.errorText)")
      versions = version ?? (versions == "new" ? "old" : "new")
      #expect(bench.versions() == [versions, versions])
    }
  }

  /// A host on which business files were edited, added, removed and broken, and callers and an operator who keep asking while
  /// both programs go from one version to the other and back: every answer is the one before, and no file is touched.
  @Test func aHostWithEverything() async throws {
    let bench = try PackageBench()
    for name in ["edited", "gone", "broken"] { try bench.add(name, to: bench.checkout) }
    #expect(try await bench.package("tree", bench.tree.path).status == 0)
    for (name, ending) in [("edited", "# edited\n"), ("added", ""), ("broken", "oops: 1\n")] {
      try bench.add(name, to: bench.tree, ending: ending)
    }
    try FileManager.default.removeItem(at: bench.tree.appending(path: "Businesses/gone.yaml"))
    let before = try bench.contents().filter { $0.key.hasSuffix(".yaml") }
    func request(_ name: String) -> [UInt8] {
      Array(#"{"action":"getAgents","appointmentTypeId":"course","entityId":"\#(name)"}"#.utf8)
    }
    for version in ["new", nil, nil] {
      let update = try bench.startUpdate(to: version)
      let answers = try await withThrowingTaskGroup(of: Int.self) { group in
        for name in ["edited", "added", "gone", "broken"] {
          group.addTask {
            var count = 0
            var isLast = false
            repeat {
              isLast = update.hasEnded
              let answer = try await bench.run(input: request(name))
              let expected =
                ["gone": "unknown_entity", "broken": "misconfigured_business"][name].map { "\"code\":\"\($0)\"" }
                ?? greeted.replacing("gleichgewicht", with: name)
              #expect(answer.status == 0 && answer.text.contains(expected), "\(name): \(answer.text)")
              count += 1
            } while !isLast
            return count
          }
        }
        group.addTask {
          let checked = try await bench.run("voicebot-desk", ["check", bench.tree.path + "/Businesses/added.yaml"])
          #expect(checked.status == 0, "\(checked.errorText)")
          return 0
        }
        return try await group.reduce(0, +)
      }
      #expect(answers > 4)
      let result = await update.result()
      #expect(result.status == 0, "\(result.errorText)")
      #expect(try bench.contents().filter { $0.key.hasSuffix(".yaml") } == before)
    }
    #expect(bench.versions() == ["new", "new"])
  }

  /// The chapter on hosting shows what is printed: the first time, for an update of a host on which a business got a
  /// token, and on the way back.
  @Test func theManualShowsWhatIsPrinted() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    let chapter = try String(
      contentsOf: Program.checkout.appending(path: "Sources/Manual/hosting.md"), encoding: .utf8)
    let blocks = chapter.matches(of: /```console\n\$ bin\/package (.*)\n([\s\S]*?)```/)
    #expect(blocks.count == 3)
    for (block, version) in zip(blocks, ["old", "new", "new"]) {
      let words = block.1.split(separator: " ").map { $0 == "/srv/voicebot" ? bench.tree.path : String($0) }
      let result = try await bench.package(words, version: version)
      // The line numbers are those of the manual's business.
      let lines = result.text.replacing(bench.tree.path, with: "/srv/voicebot").replacing(/@@.*@@/, with: "@@")
      #expect(lines == block.2.replacing(/@@.*@@/, with: "@@"))
      #expect(result.status == 0, "\(result.errorText)")
      let hash = "1ec1c26b50d5d3c58d9583181af8076655fe00756bf7285940ba3670f99fcba0"
      try bench.add("praxis", to: bench.tree, ending: "tokens: [\(hash)]\n")
    }
  }
}
