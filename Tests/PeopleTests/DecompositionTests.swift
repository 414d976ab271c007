// Names are parted from their accents by a library; Python's compatibility decomposition says whether rightly. bin/test
// names its Python in VOICEBOT_PYTHON.

import Foundation
import People
import Testing

@Suite("Letters are parted from their accents, and brought to their usual form, as Unicode says")
struct DecompositionTests {
  /// Every scalar of the Unicode version that both libraries know.
  static let known = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
    scalar.properties.age.map { $0.major <= 14 } ?? false
  }

  /// The texts that are decomposed otherwise than Python's `unicodedata` does.
  private func wrong(_ texts: [String]) throws -> [String] {
    let script = """
      import sys, unicodedata
      for line in sys.stdin:
          text = "".join(chr(int(number, 16)) for number in line.split())
          print(" ".join("%x" % ord(letter) for letter in unicodedata.normalize("NFKD", text)))
      """
    let directory = FileManager.default.temporaryDirectory.appending(path: "voicebot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let input = directory.appending(path: "texts")
    try Data(texts.map { Self.numbers($0.unicodeScalars) + "\n" }.joined().utf8).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [ProcessInfo.processInfo.environment["VOICEBOT_PYTHON"] ?? "python3", "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    process.waitUntilExit()
    try #require(lines.count == texts.count + 1)
    return zip(texts, lines).filter { Self.numbers(Decomposition.scalars(of: $0)) != $1 }.map { $0.0 }
  }

  private static func numbers(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.map { String($0.value, radix: 16) }.joined(separator: " ")
  }

  private func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

  @Test func marksOfMarksAreInOrder() {
    #expect(Decomposition.scalars(of: "u\u{323}\u{F73}") == ["u", "\u{F71}", "\u{F72}", "\u{323}"])
  }

  @Test func eachAssignedScalar() throws {
    #expect(Self.known.count > 280_000)
    #expect(try wrong(Self.known.map { String($0) }) == [])
  }

  /// Alone, after letters and before marks of several classes, and composed again.
  @Test func lettersWithMarks() throws {
    var texts: [String] = []
    for scalar in Self.known where scalar.value < 0xAC00 || scalar.value > 0xD7A3 {
      guard scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass.rawValue > 0,
        !scalar.properties.isIdeographic
      else { continue }
      let text = "u\u{323}\(scalar)\u{308}\u{323}\u{5B0}\(scalar)\u{345}\u{30A}"
      texts += [text, composed(text)]
    }
    #expect(try wrong(texts) == [])
  }

  @Test func syllablesOfHangul() throws {
    var texts: [String] = []
    for syllable in (0xAC00...0xD7A3 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
      let text = "\u{1100}\(syllable)\u{11A8}\u{308}"
      texts += [text, composed(text)]
    }
    #expect(try wrong(texts) == [])
  }

  @Test func marksAtRandom() throws {
    var random = SystemRandomNumberGenerator()
    let marks = Self.known.filter { $0.properties.canonicalCombiningClass.rawValue > 0 }
    #expect(marks.count > 800)
    var texts: [String] = []
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let isMark = Int.random(in: 0..<4, using: &random) > 0
        if let scalar = (isMark ? marks : Self.known).randomElement(using: &random) { text.append(scalar) }
      }
      texts.append(String(text))
    }
    #expect(try wrong(texts) == [])
  }

  /// Sorting that took the square of the number of marks would take hours.
  @Test(.timeLimit(.minutes(1))) func manyMarksAreSorted() {
    let name = "a" + String(repeating: "\u{308}\u{323}", count: 1_000_000)
    #expect(NameKeys(name) == NameKeys("a\u{308}"))
  }
}
