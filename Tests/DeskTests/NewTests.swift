// `voicebot new`: what it writes is in order whatever it is given, and what is there is left alone.

import Desk
import Foundation
import JSON
import Testing

@Suite struct NewTests {
  static let transcripts = [
    DeskTranscript(
      title: "a first business",
      text: #"""
        $ voicebot new lisa --timezone Europe/Vienna
        Businesses/lisa.yaml is written: "Lisa", Europe/Vienna, AT. It can be booked as it is.

        Requests have to show a token. Give the bot this header; it is shown only now, and the file has its hash:
          Authorization: Bearer 71d43153d4197c76201bbbc37da92e2d
        To ask as the bot does:
          echo '{"action": "getBusinessName", "entityId": "lisa"}' |
            HTTP_AUTHORIZATION='Bearer 71d43153d4197c76201bbbc37da92e2d' voicebot

        Next:
          voicebot call lisa    books an appointment, as a caller would
          voicebot agenda lisa  shows it
        Then put your own hours, people and products into the file, and after each change:
          voicebot check        says whether it is in order
        $ voicebot check --strict
        1 file is in order.
        $ voicebot new lisa
        ! voicebot: Businesses/lisa.yaml exists already and is left as it is; `voicebot check Businesses/lisa.yaml` says whether it is in order.
        [1]
        """#),
    DeskTranscript(
      title: "what it is given must be right",
      text: #"""
        $ voicebot new lisa --timezone Europe/Berln
        ! voicebot: There is no time zone "Europe/Berln". "Europe/Berlin" was probably meant.
        [1]
        $ voicebot new lisa --timezone UTC
        ! voicebot: It is not known in which country UTC is; say it with --country, such as --country DE.
        [1]
        $ voicebot new lisa --timezone Europe/Berlin --country UK
        ! voicebot: "UK" is no country code. "GB" was probably meant.
        [1]
        $ voicebot new ../lisa
        ! Error: "../lisa" cannot be the id of a business: an id has 1 to 64 letters a-z, digits, "-" and "_", and begins with a letter or digit. What callers hear goes under --name.
        ! Usage: voicebot new <entity> [--name <text>] [--timezone <timezone>] [--country <country>] [--sip-id <number> ...] [--no-token]
        !   See 'voicebot new --help' for more information.
        [64]
        $ voicebot new
        ! Error: Missing expected argument '<entity>'
        ! Help:  <entity>  The id of the business: letters a-z, digits, - and _. The file is named after it, requests call it entityId.
        ! Usage: voicebot new <entity> [--name <text>] [--timezone <timezone>] [--country <country>] [--sip-id <number> ...] [--no-token]
        !   See 'voicebot new --help' for more information.
        [64]
        $ voicebot check
        ! voicebot: The directory of the business files, Businesses, cannot be read: No such file or directory. Set VOICEBOT_ROOT or VOICEBOT_BUSINESSES, or name a file.
        [2]
        """#),
    DeskTranscript(
      title: "one number belongs to one business",
      text: #"""
        $ voicebot new anna --timezone berlin --no-token --sip-id +493511234567 --sip-id desk
        Businesses/anna.yaml is written: "Anna", Europe/Berlin, DE. It can be booked as it is.

        Next:
          voicebot call anna    books an appointment, as a caller would
          voicebot agenda anna  shows it
        Then put your own hours, people and products into the file, and after each change:
          voicebot check        says whether it is in order
        $ voicebot new ben --timezone Europe/Berlin --sip-id desk
        ! voicebot: "desk" is also a number of another business (Businesses/anna.yaml:7:27); a call to it can belong to one only.
        [1]
        $ voicebot new ben --timezone Europe/Berlin --sip-id 0351/1234567
        ! voicebot: "0351/1234567" is the number "+493511234567" of another business (Businesses/anna.yaml:7:10) in another spelling; a call to it can belong to one only.
        [1]
        $ voicebot new ben --timezone Europe/Berlin --sip-id '+266 69 66 87'
        ! voicebot: "+266 69 66 87" is no phone number: its country has none with so many digits; look for one that is missing or too many.
        [1]
        $ voicebot check --strict
        1 file is in order.
        """#),
  ]

  @Test(arguments: transcripts)
  func itSaysWhatTheTranscriptSays(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: DeskBench())
    #expect(replayed == transcript.text)
  }

  /// Names as people have them, and texts that YAML would take for something else.
  @Test(arguments: [
    "Praxis", "Dr. Müller & Töchter", "null", "No", "24", "- x", "a: b", "a #b", "[x]", "{x}", "*a", "&a", "!a", "%a",
    "@a",
    "`a`", "\"quoted\"", "it's", "back\\slash", "東京", "  blanks ", "trailing:", "a, b", "x|y", "~", "=", "<<", "👩‍⚕️",
  ])
  func everyNameIsKept(_ name: String) throws {
    let bench = try DeskBench()
    // Digits alone would be a phone number, and too short a one.
    let sipID = name == "24" ? "0x24" : name
    let result = bench.run(["new", "praxis", "--timezone", "Europe/Berlin", "--name=\(name)", "--sip-id=\(sipID)"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(bench.run(["check", "--strict"]).status == 0)
    let value = try SchemaDocuments.value(bench.text(of: "Businesses/praxis.yaml"))
    for (kept, given) in [(value.member("name"), name), (value.member("sipIds")?.arrayValue?.first, sipID)] {
      let blanks = CharacterSet.whitespaces
      #expect(kept?.stringValue?.trimmingCharacters(in: blanks) == given.trimmingCharacters(in: blanks))
    }
    #expect(try SchemaDocuments.schema.get().accepts(value))
  }

  @Test(arguments: [" ", "two\nlines", "bell\u{7}", String(repeating: "x", count: 201)])
  func aNameThatCannotBeIsRefused(_ name: String) throws {
    let bench = try DeskBench()
    let result = bench.run(["new", "praxis", "--timezone", "Europe/Berlin", "--name=\(name)"])
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("voicebot: "))
    #expect(!FileManager.default.fileExists(atPath: bench.directory.appending(path: "Businesses").path))
  }

  @Test func theSchemaIsNamedWhereItLies() throws {
    let bench = try DeskBench()
    try bench.write("{}", to: "Businesses/business.schema.json")
    #expect(bench.run(["new", "with", "--timezone", "Europe/Berlin", "--no-token"]).status == 0)
    let line = "# yaml-language-server: $schema=business.schema.json\n"
    let with = try bench.text(of: "Businesses/with.yaml")
    #expect(with.hasPrefix(line))
    #expect(
      bench.run(
        ["new", "without", "--timezone", "Europe/Berlin", "--no-token"],
        variables: ["VOICEBOT_BUSINESSES": bench.directory.path]
      ).status == 0)
    #expect(try line + bench.text(of: "without.yaml").replacing("name: Without", with: "name: With") == with)
  }

  @Test func theNameComesFromTheId() throws {
    let bench = try DeskBench()
    #expect(bench.run(["new", "my-little_salon-2", "--timezone", "Europe/Berlin"]).status == 0)
    #expect(try bench.text(of: "Businesses/my-little_salon-2.yaml").contains("\nname: My Little Salon 2 # "))
  }

  @Test func theZoneIsThatOfTheComputer() throws {
    let bench = try DeskBench()
    let zones = [
      ("America/New_York", "America/New_York, US"), ("Asia/Tokyo", "Asia/Tokyo, JP"),
      ("US/Pacific", "America/Los_Angeles, US"),
    ]
    for (index, (zone, expected)) in zones.enumerated() {
      #expect(bench.run(["new", "x\(index)"], variables: ["TZ": zone]).output.contains("\"X\(index)\", \(expected)."))
    }
    #expect(bench.run(["check", "--strict"]).status == 0)
  }

  /// Where the computer has no zone, nothing is made up: a script is told what to say, a person is asked.
  @Test(arguments: ["Etc/UTC", "UTC", "Nowhere/City"])
  func withoutAZoneItAsks(_ zone: String) throws {
    let bench = try DeskBench()
    let silent = bench.run(["new", "praxis"], variables: ["TZ": zone])
    #expect(silent.status == 64 && silent.errors.contains("--timezone Europe/Berlin"))
    bench.type(["", "Berln", "new york"])
    let asked = bench.run(["new", "praxis"], variables: ["TZ": zone], isTerminal: true)
    #expect(asked.output.contains("\"Praxis\", America/New_York, US."))
    #expect(asked.output.components(separatedBy: "There is no such place").count == 3)
    bench.type([])
    let left = bench.run(["new", "other"], variables: ["TZ": zone], isTerminal: true)
    #expect(left.status == 64 && left.errors == silent.errors)
    #expect(!FileManager.default.fileExists(atPath: bench.directory.appending(path: "Businesses/other.yaml").path))
  }

  /// As people say zones and countries, beside the spelling of the database.
  @Test(arguments: [
    ("US/Pacific", "us", "America/Los_Angeles, US"), ("europe/berlin", "De", "Europe/Berlin, DE"),
    ("los angeles", "US", "America/Los_Angeles, US"), ("Asia/Calcutta", nil, "Asia/Kolkata, IN"),
  ])
  func whatPeopleCallZones(_ zone: String, _ country: String?, _ expected: String) throws {
    let bench = try DeskBench()
    let result = bench.run(["new", "x", "--timezone", zone] + (country.map { ["--country", $0] } ?? []))
    #expect(result.output.contains("\"X\", \(expected)."), "\(result.errors)")
  }

  /// The token opens the business, and the file has its hash alone.
  @Test func theTokenIsPrintedOnceAndItsHashIsWritten() throws {
    let bench = try DeskBench()
    let tokens = try ["anna", "ben"].map { name in
      let output = bench.run(["new", name, "--timezone", "Europe/Berlin"]).output
      let token = try #require(output.firstMatch(of: /Authorization: Bearer ([0-9a-f]{32})\n/)).1
      #expect(output.components(separatedBy: token).count == 3)
      let file = try bench.text(of: "Businesses/\(name).yaml")
      #expect(!file.contains(token))
      let hash = try Self.sha256(String(token))
      #expect(file.contains("\ntokens: # SHA-256 of the token that requests have to show\n  - \(hash)\n"))
      return String(token)
    }
    #expect(tokens[0] != tokens[1])
    #expect(bench.run(["check", "--strict"]).status == 0)
    #expect(!bench.run(["new", "open", "--no-token", "--timezone", "Europe/Berlin"]).output.contains("Bearer"))
    #expect(try bench.text(of: "Businesses/open.yaml").contains("\n# tokens: []"))
  }

  /// The SHA-256 hash of a text by coreutils.
  private static func sha256(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let line = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: line.prefix(64), as: UTF8.self)
  }

  @Test func aDirectoryThatCannotBeMadeIsSaid() throws {
    let bench = try DeskBench()
    try bench.write("x", to: "Businesses")
    let result = bench.run(["new", "praxis", "--timezone", "Europe/Berlin"])
    #expect(result.errors == "voicebot: Businesses/praxis.yaml cannot be written: Not a directory.\n")
    #expect(result.status == 1)
    #expect(try bench.text(of: "Businesses") == "x")
  }

  /// A file that somebody else creates meanwhile, or a link that leads nowhere, is not written to.
  @Test func aLinkIsNotFollowed() throws {
    let bench = try DeskBench()
    try FileManager.default.createDirectory(
      at: bench.directory.appending(path: "Businesses"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bench.directory.appending(path: "Businesses/praxis.yaml").path, withDestinationPath: "../elsewhere.yaml")
    #expect(bench.run(["new", "praxis", "--timezone", "Europe/Berlin"]).status == 1)
    #expect(!FileManager.default.fileExists(atPath: bench.directory.appending(path: "elsewhere.yaml").path))
  }
}
