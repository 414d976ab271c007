// Files that nobody wrote in good faith: a clear answer, in bounded time and memory, for each.

import Business
import BusinessFile
import Foundation
import Testing

/// A file and how its first error begins.
struct HostileFile: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: [UInt8]
  let error: String

  init(_ name: String, _ bytes: [UInt8], _ error: String) {
    self.testDescription = name
    self.bytes = bytes
    self.error = error
  }
}

@Suite struct HostileTests {
  /// A megabyte of each, or what fits into it; the errors' first words say that it was understood, not survived.
  static let floods: [HostileFile] = [
    .init("nothing", [], "1:1 The file is empty"),
    .init("blanks", [UInt8](repeating: 0x20, count: 1 << 20), "1:1 The file is empty"),
    .init("empty lines", [UInt8](repeating: 0x0A, count: 1 << 20), "1:1 The file is empty"),
    .init("a comment only", Array("# name: Praxis".utf8), "1:1 The file is empty"),
    .init("a document mark only", Array("---\n".utf8), "2:1 The file is empty"),
    .init("zeros", [UInt8](repeating: 0, count: 1000), "1:1 A control character"),
    .init("NUL in a line", Array("name: Praxis\ntime\0zone: x\n".utf8), "2:5 A control character"),
    .init("NUL after Windows line ends", Array("name: P\r\n\r\nti\0".utf8), "3:3 A control character"),
    .init("an escape character", Array("name: \u{1B}[2J\n".utf8), "1:7 A control character"),
    .init("brackets", [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20), "1:17 Lists and maps are nested"),
    .init("braces", [UInt8](repeating: UInt8(ascii: "{"), count: 1 << 20), "1:17 Lists and maps are nested"),
    .init("hyphens", Array(String(repeating: "- ", count: 1 << 19).utf8), "1:33 Lists and maps are nested"),
    .init("question marks", Array(String(repeating: "? ", count: 1 << 19).utf8), "1:33 Lists and maps are nested"),
    .init(
      "stairs", Array((0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined().utf8),
      "17:17 Lists and maps are nested"
    ),
    .init("one word", [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20), "1:1 The file must be a map"),
    .init("colons", [UInt8](repeating: UInt8(ascii: ":"), count: 1 << 20), "1:1048576 There cannot be another"),
    .init(
      "an open quote", Array(("name: \"" + String(repeating: "a\n", count: 500_000)).utf8), "1:7 The quotation mark"),
    .init("commas", Array(("[" + String(repeating: ",", count: 1 << 19)).utf8), "1:2 A value was expected"),
    .init("documents", Array(String(repeating: "---\n", count: 1 << 18).utf8), "2:1 A second document"),
    .init("tags", Array(("name: " + String(repeating: "!a ", count: 300_000)).utf8), "1:10 "),
    .init("directives", Array(String(repeating: "%a b\n", count: 200_000).utf8), "1:3 "),
    .init(
      "tag directives", Array((0..<60_000).map { "%TAG !a\($0)! x\n" }.joined().utf8), "1:1 Tags have no meaning"),
    .init("a late tag directive", Array("# x\n%TAG !a! x\n---\nname: x\n".utf8), "2:1 Tags have no meaning"),
    .init("a tab as indentation", Array("agents:\n\tanna: {name: Anna}\n".utf8), "2:1 A tab stands here"),
    .init("a tab first", Array("\tname: Praxis\n".utf8), "1:1 A tab stands here"),
    .init("Latin-1", Array("name: Praxis\ncountry: \u{0}".utf8.dropLast()) + [0xF6, 0x0A], "2:10 This is not UTF-8"),
    .init("half a character", Array("name: Praxis ".utf8) + [0xC3], "1:14 This is not UTF-8"),
    .init("a surrogate", Array("name: ".utf8) + [0xED, 0xA0, 0x80, 0x0A], "1:7 This is not UTF-8"),
    .init("an overlong slash", Array("name: ".utf8) + [0xC0, 0xAF, 0x0A], "1:7 This is not UTF-8"),
    .init("UTF-16", [0xFF, 0xFE, 0x6E, 0, 0x61, 0], "1:1 The file is saved as UTF-16"),
    .init("UTF-16 without a mark", [0x6E, 0, 0x61, 0], "1:2 A control character"),
    .init("a mebibyte and a byte", [UInt8](repeating: 0x20, count: 1 << 20 | 1), "1:1 The file is larger than 1 MiB"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: floods)
  func isRefusedClearly(_ file: HostileFile) throws {
    let first = try issues(file.bytes).first ?? "accepted"
    #expect(first.hasPrefix(file.error))
  }

  @Test func isReadWithCarriageReturnsAndByteOrderMark() throws {
    #expect(try issues(smallBusiness.replacing("\n", with: "\r\n")) == [])
    #expect(try issues([0xEF, 0xBB, 0xBF] + Array(smallBusiness.utf8)) == [])
    let broken = smallBusiness.replacing("timezone", with: "timezne").replacing("\n", with: "\r\n")
    #expect(try issues(broken).first?.hasPrefix("2:1 \"timezne\"") == true)
    let marked = try issues([0xEF, 0xBB, 0xBF] + Array(smallBusiness.replacing("name: Praxis", with: "nmae: P").utf8))
    #expect(marked.first?.hasPrefix("1:1 \"nmae\"") == true)
  }

  @Test func columnsCountCharacters() throws {
    let found = try issues(smallBusiness.replacing("name: Anna", with: "name: Änne Müßig 🦊, nmae: x"))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("5:30 \"nmae\"") == true)
  }

  @Test func aFileOfExactlyTheLimitIsRead() throws {
    let comment = "# " + String(repeating: "x", count: (1 << 20) - smallBusiness.utf8.count - 3) + "\n"
    let file = comment + smallBusiness
    #expect(file.utf8.count == 1 << 20)
    #expect(try issues(file) == [])
    #expect(try issues(file + "\n").first?.hasPrefix("1:1 The file is larger") == true)
  }

  @Test(.timeLimit(.minutes(1))) func aliasBombsAreRefused() throws {
    var file = smallBusiness + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<10 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      file += "a\(level): &a\(level) [\(uses)]\n"
    }
    #expect(try issues(file).contains { $0.contains("repeat more than 50000 values") })
    // Not deep but wide: one large part, used again and again.
    let hours = (1...12).map { month in (1...28).map { "\(pad(month))-\(pad($0)): off" }.joined(separator: ", ") }
    let agents = (0..<200).map { "  a\($0): {name: A, dates: *d}" }.joined(separator: "\n")
    let wide = smallBusiness.replacing(
      "  anna: {name: Anna}", with: "  anna: {name: Anna, dates: &d {\(hours.joined(separator: ", "))}}\n" + agents)
    #expect(try issues(wide).contains { $0.contains("repeat more than 50000 values") })
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test func aliasesMayRepeatALot() throws {
    let agents = (0..<2000).map { "  a\($0): {name: A, hours: *h}" }.joined(separator: "\n")
    let file = smallBusiness.replacing(
      "  anna: {name: Anna}", with: "  anna: {name: Anna, hours: &h {mon-fri: 08:00-12:00}}\n" + agents)
    #expect(try issues(file) == [])
  }

  @Test(.timeLimit(.minutes(1))) func thousandsOfErrorsAreListedUpToALimit() throws {
    let unknown = smallBusiness + (0..<60_000).map { "k\($0): x\n" }.joined()
    let found = try issues(unknown)
    #expect(found.count == 1001)
    #expect(found.contains { $0.contains("more than 1000 errors") })
    let doubled = smallBusiness + String(repeating: "country: DE\n", count: 60_000)
    #expect(try issues(doubled).count == 1001)
    let dangling = (0..<60_000).map { "p\($0)" }.joined(separator: ", ")
    #expect(try issues(smallBusiness.replacing("[short]", with: "[\(dangling)]")).count == 1001)
  }

  @Test(.timeLimit(.minutes(1))) func thousandsOfUnknownAliasesAreAnswered() throws {
    let anchors = (0..<30_000).map { "&n\($0) x" }.joined(separator: ", ")
    let aliases = (0..<30_000).map { "*m\($0)" }.joined(separator: ", ")
    let found = try issues("anchors: [\(anchors)]\naliases: [\(aliases)]\n")
    #expect(found.count == 1001)
  }

  @Test(.timeLimit(.minutes(1))) func thousandsOfEntriesAreRead() throws {
    let products = (0..<10_000).map { "  p\($0): {name: P, duration: 1h, needs: [r\($0)]}\n" }.joined()
    let names = (0..<10_000).map { "p\($0)" }.joined(separator: ", ")
    let resources = (0..<10_000).map { "r\($0): 1" }.joined(separator: ", ")
    let file =
      smallBusiness.replacing("[short]", with: "[\(names)]") + products + "resources: {\(resources)}\n"
    let business = try read(file)
    #expect(business.products.count == 10_001)
    #expect(business.products.last?.needs.map(\.resource.text) == ["r9999"])
    let twice = file.replacing("  p9999: {name", with: "  p1234: {name")
    let found = try issues(twice)
    #expect(found.count == 2)
    #expect(found.contains { $0.hasPrefix("10012:3 \"p1234\" is here twice (first in line 1247)") })
    #expect(found.contains { $0.contains("There is no product \"p9999\"") })
  }

  @Test func messagesAreShortAndHarmless() throws {
    let name = "\\e[31m\\u202Eevil\\0" + String(repeating: "x", count: 500)
    let found = try issues(smallBusiness + "\"\(name)\": 1\n")
    let message = try #require(found.first)
    #expect(message.unicodeScalars.count < 400)
    #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    #expect(message.contains("?[31m?evil?xxx"))
  }

  @Test func tokensAreNeverRepeated() throws {
    for tokens in ["geheim-9d8f", "[geheim-9d8f]", "{geheim-9d8f: x}", "[[geheim-9d8f]]", "[{geheim-9d8f: 1}]"] {
      let found = try issues(smallBusiness + "tokens: \(tokens)\n")
      #expect(found.count == 1)
      #expect(found.allSatisfy { !$0.contains("9d8f") })
    }
  }
}
