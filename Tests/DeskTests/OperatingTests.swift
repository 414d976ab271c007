// What the manual shows of the counter is what the commands print: its blocks are one session, from the first to the last.

import Foundation
import Testing

@Suite struct OperatingTests {
  @Test func theCounterAnswersAsTheManualSays() throws {
    let chapter = SchemaDocuments.checkout.appending(path: "Sources/Manual/operating.md")
    let text = try String(contentsOf: chapter, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix("At the counter") })
    let blocks = section.matches(of: /```console\n([\s\S]*?)```/).map { String($0.1) }
    #expect(blocks.count == 4)
    let session = DeskTranscript(title: "the counter", text: String(blocks.joined().dropLast()))
    let bench = try DeskBench()
    let business = SchemaDocuments.checkout.appending(path: "Businesses/gleichgewicht.yaml")
    try bench.write(String(contentsOf: business, encoding: .utf8), to: "Businesses/gleichgewicht.yaml")
    // The manual shows errors as a terminal does, and no statuses.
    let replayed = try session.replayed(on: bench).replacing(/(?m)^!\ /, with: "").replacing(/(?m)^\[\d+\]\n/, with: "")
    #expect(replayed == session.text)
  }
}
