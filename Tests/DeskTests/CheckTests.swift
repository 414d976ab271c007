// `voicebot check` as people and programs run it. What it says in each case is in CheckTranscripts+….swift; what a terminal
// adds and what could trip it up is here.

import Desk
import Foundation
import JSON
import Testing

@Suite struct CheckTests {
  static let transcripts =
    DeskTranscript.files + DeskTranscript.definitions + DeskTranscript.offers + DeskTranscript.times
    + DeskTranscript.slips

  /// A file with one warning.
  static let praxis = """
    name: Praxis
    timezone: Europe/Berlin
    hours: {mon-fri: 09:00-17:00}
    agents: {anna: {name: Anna}}
    appointmentTypes: {massage: {name: Massage, products: [m30]}}
    products: {m30: {name: Massage, duration: 30m}}

    """

  @Test(arguments: transcripts)
  func itSaysWhatTheTranscriptSays(_ transcript: DeskTranscript) throws {
    let replayed = try transcript.replayed(on: DeskBench())
    #expect(replayed == transcript.text)
  }

  @Test(arguments: FindingCode.allCases)
  func everyKindOfFindingHasACase(_ code: FindingCode) {
    #expect(Self.transcripts.contains { $0.text.contains("[\(code.rawValue)]") })
  }

  @Test func colorsAreForTerminals() throws {
    let bench = try DeskBench()
    try bench.write(Self.praxis, to: "praxis.yaml")
    bench.set(columns: 120)
    let plain = bench.run(["check", "praxis.yaml"], isTerminal: true).output
    let colored = bench.run(["check", "praxis.yaml"], isTerminal: true, hasColor: true).output
    #expect(!plain.contains("\u{1B}"))
    #expect(
      colored.hasPrefix("\u{1B}[1mpraxis.yaml:2:1\u{1B}[0m: \u{1B}[1;33mwarning:\u{1B}[0m There is no \"country\""))
    #expect(colored.contains("\n \u{1B}[1;34m  |\u{1B}[0m \u{1B}[1;32m^\u{1B}[0m\n"))
    #expect(colored.replacing(/\e\[[0-9;]*m/, with: "") == plain)
    try bench.write("name: 1", to: "broken.yaml")
    let error = bench.run(["check", "broken.yaml"], isTerminal: true, hasColor: true).output
    #expect(error.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(
      !bench.run(["check", "--format", "json", "broken.yaml"], isTerminal: true, hasColor: true).output.contains(
        "\u{1B}"))
  }

  @Test func progressIsForTerminalsAndManyFiles() throws {
    let bench = try DeskBench()
    for number in 10..<29 { try bench.write(Self.praxis, to: "all/praxis\(number).yaml") }
    #expect(bench.run(["check", "all"], isTerminal: true).errors == "")
    try bench.write(Self.praxis, to: "all/praxis29.yaml")
    let errors = bench.run(["check", "all"], isTerminal: true).errors
    #expect(errors.hasPrefix("\r\u{1B}[Kchecking 1 of 20: all/praxis10.yaml\r\u{1B}[Kchecking 2 of 20"))
    #expect(errors.hasSuffix("checking 20 of 20: all/praxis29.yaml\r\u{1B}[K"))
    #expect(bench.run(["check", "all"]).errors == "")
  }

  @Test func longLinesAreCutToTheTerminal() throws {
    let bench = try DeskBench()
    let fields = (0..<50).map { "field\($0): {label: \"Müller 東京 \($0)\"}" }
    for broken in [0, 1, 25, 49] {
      var all = fields
      all[broken] = "field\(broken): {nome: x}"
      try bench.write(Self.praxis + "fields: {\(all.joined(separator: ", "))}\n", to: "praxis.yaml")
      for columns in [40, 80, 119] {
        bench.set(columns: columns)
        let output = bench.run(["check", "praxis.yaml"], isTerminal: true).output
        let lines = output.split(separator: "\n").map(String.init)
        let shown = try #require(lines.firstIndex { $0.contains(" | ") && $0.contains("nome") })
        // Wide characters take two columns.
        let width = lines[shown].unicodeScalars.reduce(0) { $0 + ($1.value > 0x3000 ? 2 : 1) }
        #expect(width <= columns)
        let caret = try #require(lines[shown + 1].firstIndex(of: "^"))
        let column = lines[shown + 1].distance(from: lines[shown + 1].startIndex, to: caret)
        var seen = 0
        let atCaret = lines[shown].drop { character in
          defer { seen += (character.unicodeScalars.first?.value ?? 0) > 0x3000 ? 2 : 1 }
          return seen < column
        }
        #expect(atCaret.hasPrefix("nome: x}"), "\(lines[shown]) \(lines[shown + 1])")
      }
    }
  }

  /// Editors end lines in three ways and may set a byte order mark; the place is the same.
  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func placesAreThoseOfEditors(lineEnd: String, mark: String) throws {
    let bench = try DeskBench()
    let lines = Self.praxis.replacing("duration", with: "dauer")
    try bench.write(mark + lines.replacing("\n", with: lineEnd), to: "praxis.yaml")
    let output = bench.run(["check", "praxis.yaml"]).output
    #expect(output.contains("praxis.yaml:6:33: error: "))
    #expect(
      output.contains("\n 6 | products: {m30: {name: Massage, dauer: 30m}}\n   |                                 ^\n"))
    #expect(!output.contains("\r") && !output.contains("\u{FEFF}"))
  }

  @Test func nothingOfAFileReachesTheTerminalRaw() throws {
    let bench = try DeskBench()
    let evil = "\u{202E}evil\u{2066}"
    try bench.write(Self.praxis.replacing("name: Anna", with: "\"\(evil)\": 1, name: Anna"), to: "praxis.yaml")
    let output = bench.run(["check", "praxis.yaml", "\u{1B}[31m.yaml"]).output
    let harmful = output.unicodeScalars.filter { "\u{1B}\u{202E}\u{2066}".unicodeScalars.contains($0) }
    #expect(harmful.isEmpty)
    #expect(output.contains("\u{FFFD}evil\u{FFFD}"))
  }

  @Test func jsonIsWellFormed() throws {
    let bench = try DeskBench()
    let broken = Self.praxis.replacing("m30]", with: "\"\\\"\"]").replacing("30m}", with: "30m, capacity: 0}")
    try bench.write(broken, to: "praxis.yaml")
    try bench.write(Self.praxis, to: "salon.yaml")
    let result = bench.run(["check", "--format", "json", "praxis.yaml", "salon.yaml", "gone.yaml"])
    let findings = try #require(JSONValue(parsing: Array(result.output.utf8)).arrayValue)
    #expect(
      findings.map { $0.member("file")?.stringValue } == ["praxis.yaml", "praxis.yaml", "salon.yaml", "gone.yaml"])
    #expect(findings.map { $0.member("line")?.integerValue } == [5, 6, 2, nil])
    #expect(result.status == 2)
    #expect(result.errors == "")
  }

  @Test func whatIsNoFileIsNotWaitedFor() throws {
    let bench = try DeskBench()
    let pipe = bench.directory.appending(path: "pipe.yaml").path
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    let result = bench.run(["check", "pipe.yaml"])
    #expect(
      result.output == "pipe.yaml: error: The file cannot be read: It is no file. [unreadable]\n1 error in 1 file.\n")
    #expect(result.status == 2)
  }

  @Test func aFileMayBeALink() throws {
    let bench = try DeskBench()
    try bench.write(Self.praxis + "sipIds: [desk]\n", to: "elsewhere/praxis.txt")
    try FileManager.default.createSymbolicLink(
      atPath: bench.directory.appending(path: "praxis.yaml").path, withDestinationPath: "elsewhere/praxis.txt")
    #expect(bench.run(["check", "praxis.yaml"]).output.contains("praxis.yaml:2:1: warning: There is no \"country\""))
  }

  @Test func tooLargeAFileIsRefused() throws {
    let bench = try DeskBench()
    try bench.write(String(repeating: "# remark\n", count: 120_000), to: "praxis.yaml")
    let result = bench.run(["check", "praxis.yaml"])
    #expect(result.output.hasPrefix("praxis.yaml:1:1: error: The file is larger than 1 MiB"))
    #expect(result.status == 1)
  }

  /// A file full of things to compare: rules that compared everything with everything would take minutes.
  @Test func aHugeFileIsInspected() throws {
    let bench = try DeskBench()
    let agents = (0..<100).map { number in
      "  a\(number): {name: Agent \(number), hours: {mon: 09:00-12:00, tue: 09:00-12:00, wed: 10:00-11:00}}\n"
    }
    let types = (0..<40).map { type in
      "  t\(type): {name: Type \(type), products: [\((0..<50).map { "p\(type * 50 + $0)" }.joined(separator: ", "))]}\n"
    }
    let products = (0..<2000).map { "  p\($0): {name: Product \($0), duration: 9h}\n" }
    let dates = (0..<2000).map { number in
      "  20\(30 + number / 336)-\(10 + number / 28 % 3)-\(10 + number % 18)..2099-12-\(10 + number % 20): closed\n"
    }
    let text = """
      name: Praxis
      timezone: Europe/Berlin
      country: DE
      hours: {mon-fri: 09:00-17:00}
      agents:
      \(agents.joined())appointmentTypes:
      \(types.joined())products:
      \(products.joined())dates:
      \(Set(dates).sorted().joined())
      """
    try bench.write(text, to: "praxis.yaml")
    let result = bench.run(["check", "praxis.yaml"])
    #expect(result.output.matches(of: /\[product-too-long\]/).count == 2000)
    #expect(result.output.hasSuffix("\n2000 warnings in 1 file.\n"))
    #expect(result.status == 0)
  }
}
