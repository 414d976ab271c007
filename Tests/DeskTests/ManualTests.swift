// That the manual leads where it says: its links, the length of the README, and the picture of the targets. What its first
// screen shows is tested in ReadmeTests.swift, what its recipes for web servers are in ServerTests.

import Foundation
import Testing

@Suite struct ManualTests {
  /// The README and the chapters, by their paths in the checkout.
  static let pages = Result {
    let chapters = SchemaDocuments.checkout.appending(path: "Sources/Manual").path
    return try ["README.md"]
      + FileManager.default.contentsOfDirectory(atPath: chapters).sorted().map { "Sources/Manual/" + $0 }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: SchemaDocuments.checkout.appending(path: path), encoding: .utf8)
  }

  /// A page without its blocks of code.
  private static func prose(_ path: String) throws -> String {
    try text(path).replacing(/(?m)^ *```[\s\S]*?^ *```$/, with: "")
  }

  /// What links call the headings of a page: lower case, a hyphen for each blank, nothing else but letters and digits.
  private static func anchors(of path: String) throws -> [String] {
    try prose(path).matches(of: /(?m)^#+ (.*)$/).map { heading in
      heading.1.lowercased().replacing(" ", with: "-").filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
  }

  @Test func theReadmeIsShort() throws {
    #expect(try Self.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count < 400)
  }

  @Test func theReadmeLeadsToEveryChapter() throws {
    let readme = try Self.prose("README.md")
    for page in try Self.pages.get().dropFirst() { #expect(readme.contains("](\(page))"), "\(page)") }
  }

  @Test(arguments: try pages.get())
  func linksLeadSomewhere(_ page: String) throws {
    let file = SchemaDocuments.checkout.appending(path: page)
    for link in try Self.prose(page).matches(of: /\]\(([^)\s]+)\)/).map(\.1) where !link.contains("://") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? file : file.deletingLastPathComponent().appending(path: parts[0])
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
      guard parts.count == 2 else { continue }
      let root = SchemaDocuments.checkout.standardizedFileURL.path
      let path = String(target.standardizedFileURL.path.dropFirst(root.count).drop { $0 == "/" })
      #expect(try Self.anchors(of: path).contains(String(parts[1])), "\(page): \(link)")
    }
  }
}

@Suite struct TargetPictureTests {
  /// A target and what it uses.
  private typealias Target = (name: String, uses: [String])

  /// The lines of the picture, from the top.
  private static func picture() throws -> [Target] {
    let chapter = SchemaDocuments.checkout.appending(path: "Sources/Manual/development.md")
    let text = try String(contentsOf: chapter, encoding: .utf8)
    let picture = try #require(text.firstMatch(of: /```targets\n([\s\S]*?)```/)).1
    return try picture.split(separator: "\n").map { line in
      // The name, an arrow, names with one blank between them, at least two blanks, words.
      let parts = try #require(line.wholeMatch(of: /(\S+) +→((?: \S+)*) {2,}\S.*/), "\(line)")
      return (String(parts.1), parts.2.split(separator: " ").map(String.init))
    }
  }

  /// The targets of the manifest, without those of the tests.
  private static func manifest() throws -> [Target] {
    let file = SchemaDocuments.checkout.appending(path: "Package.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let testing = try #require(text.range(of: "let testing: [Target]"))
    let declarations = text[..<testing.lowerBound].replacing(/\.product\(name: "([^"]*)"[^)]*\)/) { "\"\($0.1)\"" }
    let libraries = /(?:library|program)\(\s*"([^"]+)"(?:,\s*\[([^\]]*)\])?/
    // A dependency that stands under a condition is written as a target too.
    let system = /\.(?:systemLibrary|target)\(\s*name: "([^"]+)"(?!, condition)/
    return declarations.matches(of: libraries).map { match in
      (String(match.1), (match.2 ?? "").matches(of: /"([^"]+)"/).map { String($0.1) })
    } + declarations.matches(of: system).map { (String($0.1), []) }
  }

  @Test func everyTargetIsInIt() throws {
    let picture = try Self.picture().map(\.name)
    #expect(try picture.sorted() == Self.manifest().map(\.name).sorted())
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SchemaDocuments.checkout.appending(path: "Sources").path)
    #expect(Set(picture + ["Manual"]) == Set(folders))
  }

  /// Each arrow is a dependency of the manifest, and each dependency of the manifest is where arrows lead.
  @Test func itsArrowsAreThoseOfTheManifest() throws {
    let picture = Dictionary(uniqueKeysWithValues: try Self.picture().map { ($0.name, $0.uses) })
    for (name, uses) in try Self.manifest() {
      let arrows = picture[name] ?? []
      #expect(Set(arrows).isSubset(of: uses), "\(name)")
      var reached: Set<String> = []
      var ahead = arrows
      while let next = ahead.popLast() {
        if reached.insert(next).inserted { ahead += picture[next] ?? [] }
      }
      #expect(Set(uses).isSubset(of: reached), "\(name)")
    }
  }

  /// Nothing uses what stands above it.
  @Test func itsArrowsGoDown() throws {
    let picture = try Self.picture()
    for (place, target) in picture.enumerated() {
      let above = Set(picture[...place].map(\.name))
      #expect(above.isDisjoint(with: target.uses), "\(target.name)")
    }
  }
}
