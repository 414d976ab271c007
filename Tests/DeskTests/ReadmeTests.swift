// That the README's first screen is what a newcomer sees: what is typed there prints what it shows.

import Foundation
import Testing

@Suite struct ReadmeTests {
  @Test func theFirstScreenIsWhatIsPrinted() throws {
    let checkout = SchemaDocuments.checkout
    let readme = try String(contentsOf: checkout.appending(path: "README.md"), encoding: .utf8)
    let screen = try #require(readme.firstMatch(of: /```console\n([\s\S]*?)\n```/)).1
    let bench = try DeskBench(now: "2026-09-14T06:00:00Z")
    for name in try FileManager.default.contentsOfDirectory(atPath: checkout.appending(path: "Businesses").path) {
      try bench.write(
        String(contentsOf: checkout.appending(path: "Businesses/\(name)"), encoding: .utf8), to: "Businesses/\(name)")
    }
    let runs = screen.split(separator: "$ voicebot ").dropFirst()
    #expect(runs.count == 4)
    for run in runs {
      let lines = run.split(separator: "\n", omittingEmptySubsequences: false)
      let answers = lines.filter { $0.hasPrefix("You   ") }
      bench.type(answers.map { String($0.dropFirst(6)) })
      let result = bench.run(String(lines[0]), isTerminal: true)
      // What is typed at a terminal is shown by the terminal.
      let shown = run.dropFirst(lines[0].count + 1).replacing(/(You   ).*\n/) { $0.1 }
      #expect(masked(result.output) == masked(shown.hasSuffix("\n") ? shown : shown + "\n"))
      #expect(result.status == 0)
    }
  }

  /// A text without its tokens, of which each is another.
  private func masked(_ text: some StringProtocol) -> String {
    String(text).replacing(/Bearer [0-9a-f]{32}/, with: "Bearer …")
  }
}
