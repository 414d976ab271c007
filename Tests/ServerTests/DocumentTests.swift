// What bin/package puts beside the programs for people: manual pages that man(1) shows without a complaint, made from the help
// that the commands show; and the list of what others have made.

import Foundation
import ProgramSupport
import Testing

@Suite struct DocumentTests {
  private let bench: PackageBench

  init() async throws {
    bench = try PackageBench()
    let result = try await bench.package("tree", bench.tree.path)
    #expect(result.status == 0, "\(result.errorText)")
  }

  /// A page as a terminal of 80 columns has it, without its emphasis.
  private func shown(_ name: String) async throws -> String {
    let result = try await Child(
      path: "/usr/bin/man", arguments: ["--warnings", "-l", bench.tree.path + "/share/man/man1/" + name],
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat", "TERM": "dumb"]
    ).run()
    #expect(result.status == 0 && result.errorText.isEmpty, "\(result.errorText)")
    return result.text.replacing(/.\u{8}/, with: "")
  }

  @Test func theRequestProgramHasAPage() async throws {
    let page = try await shown("voicebot.1")
    #expect(page.contains("VOICEBOT(1)") && page.contains("voicebot < request.json"))
    let chapter = try String(
      contentsOf: Program.checkout.appending(path: "Sources/Manual/hosting.md"), encoding: .utf8)
    let table = try #require(chapter.firstMatch(of: /## Variables\n([\s\S]*?)\n## T/)).1
    let inChapter = Set(table.matches(of: /VOICEBOT_[A-Z_]+/).map { String($0.0) })
    #expect(Set(page.matches(of: /VOICEBOT_[A-Z_]+/).map { String($0.0) }) == inChapter)
  }

  /// Each command of the help is there, with each of its options.
  @Test func theDeskHasAPage() async throws {
    let page = try await shown("voicebot-desk.1")
    let help = try await bench.run("voicebot-desk", ["--help"]).text
    let names = help.matches(of: /(?m)^  ([a-z][a-z-]*)  +[A-Z]/).map { String($0.1) }.filter { $0 != "help" }
    #expect(names.count >= 20 && !names.contains("man-pages"))
    for name in names {
      #expect(page.contains("\n   \(name)\n"), "\(name)")
      let options = try await bench.run("voicebot-desk", [name, "--help"]).text
      for option in options.matches(of: /(?m)^  (--[a-z-]+)/) where option.1 != "--version" {
        #expect(page.contains(option.1), "\(name) \(option.1)")
      }
    }
    // An example stands as it is typed.
    #expect(page.contains("voicebot requests /var/log/voicebot/requests.log\n"))
  }

  /// Each library of the manifest, with a version and the text of a licence; libpq is in programs for a database alone.
  @Test func whatOthersHaveMadeIsNamed() throws {
    let list = try #require(bench.text("THIRD-PARTY"))
    let manifest = try String(contentsOf: Program.checkout.appending(path: "Package.swift"), encoding: .utf8)
    let packages = manifest.matches(of: /\.apt\(\["([^"]+)"\]\)/).map { String($0.1) }.filter { $0 != "libpq-dev" }
    #expect(packages.count >= 5)
    for name in packages + ["Swift", "swift-argument-parser", "libc6-dev"] {
      let part = try #require(list.firstRange(of: "\n\(name) "), "\(name)")
      #expect(list[part.upperBound...].first?.isNumber == true, "\(name)")
      #expect(list[part.upperBound...].prefix(1500).contains(/(?i)licen[cs]e|copyright/), "\(name)")
    }
    #expect(list.contains(/libphonenumber [^\n]* \d+\.\d+\.\d+, Apache License 2\.0\n/))
  }
}
