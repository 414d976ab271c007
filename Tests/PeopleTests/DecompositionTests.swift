// Names are parted from their accents by a library; Foundation's compatibility decomposition says whether rightly.

import Foundation
import People
import Testing

@Suite("Letters are parted from their accents, and brought to their usual form, as Unicode says")
struct DecompositionTests {
  /// Every scalar of the Unicode version that the library knows. What came later it takes for letters without accents.
  static let known = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
    scalar.properties.age.map { $0.major <= 15 } ?? false
  }

  private func isRight(_ text: String) -> Bool {
    Decomposition.scalars(of: text).elementsEqual(text.decomposedStringWithCompatibilityMapping.unicodeScalars)
  }

  private func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

  @Test func marksOfMarksAreInOrder() {
    #expect(Decomposition.scalars(of: "u\u{323}\u{F73}") == ["u", "\u{F71}", "\u{F72}", "\u{323}"])
  }

  @Test func eachAssignedScalar() {
    let wrong = Self.known.filter { !isRight(String($0)) }
    #expect(wrong == [])
    #expect(Self.known.count > 280_000)
  }

  /// Alone, after letters and before marks of several classes, and composed again.
  @Test func lettersWithMarks() {
    var wrong: [String] = []
    for scalar in Self.known where scalar.value < 0xAC00 || scalar.value > 0xD7A3 {
      guard scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass.rawValue > 0,
        !scalar.properties.isIdeographic
      else { continue }
      let text = "u\u{323}\(scalar)\u{308}\u{323}\u{5B0}\(scalar)\u{345}\u{30A}"
      for form in [text, composed(text)] where !isRight(form) { wrong.append(form) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10))")
  }

  @Test func syllablesOfHangul() {
    var wrong: [String] = []
    for syllable in (0xAC00...0xD7A3 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
      let text = "\u{1100}\(syllable)\u{11A8}\u{308}"
      if !isRight(text) || !isRight(composed(text)) { wrong.append(text) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10))")
  }

  @Test func marksAtRandom() {
    var random = SystemRandomNumberGenerator()
    let scalars = Self.known
    let marks = scalars.filter { $0.properties.canonicalCombiningClass.rawValue > 0 }
    #expect(marks.count > 800)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let isMark = Int.random(in: 0..<4, using: &random) > 0
        if let scalar = (isMark ? marks : scalars).randomElement(using: &random) { text.append(scalar) }
      }
      if !isRight(String(text)) {
        Issue.record("\(text.map { String($0.value, radix: 16) })")
        return
      }
    }
  }

  /// Sorting that took the square of the number of marks would take hours.
  @Test(.timeLimit(.minutes(1))) func manyMarksAreSorted() {
    let name = "a" + String(repeating: "\u{308}\u{323}", count: 1_000_000)
    #expect(NameKeys(name) == NameKeys("a\u{308}"))
  }
}
