// Codes of sounds against published examples, edits against a slow and simple oracle.

import People
import Testing

@Suite("Names that sound alike") struct SoundTests {
  /// Postel's own example and others that descriptions of his method give.
  @Test(arguments: [
    ("Müller-Lüdenscheidt", "65752682"), ("Breschnew", "17863"), ("Wikipedia", "3412"), ("Meyer", "67"),
    ("Maier", "67"), ("Schmidt", "862"), ("Schmitt", "862"), ("Heinz", "068"), ("Xaver", "4837"), ("Max", "648"),
    ("Philipp", "351"), ("Clara", "457"), ("Klara", "457"), ("Cäsar", "487"), ("Chris", "478"), ("Jan", "06"),
    ("Aachen", "046"), ("Çelik", "854"), ("Đoković", "2438"), ("张", ""), ("123", ""), ("h", ""),
  ])
  func codes(_ name: String, _ code: String) {
    #expect(ColognePhonetics.code(of: NameKeys(name).plain).map(String.init).joined() == code)
  }

  @Test(arguments: [
    ("Meyer", "Maier", true), ("Katharina", "Catarina", true), ("García", "García López", true),
    ("Hans-Peter", "Hans", true), ("Hans", "Peter Hans", true), ("Lu", "Li", true), ("Bo", "Po", true),
    ("Li", "Mo", false), ("Tom", "Tim", true), ("Kim", "Tam", false), ("Anna", "Hanna", true),
    ("Schneider", "Schnieder", true), ("Berger", "Weber", false), ("Иванов", "Иванав", true), ("王", "张", false),
    ("a b c d Klein", "Klein", false), ("b c d Klein", "Klein", true), ("Klein", "a b c d Klein", true),
  ])
  func sounds(_ sent: String, _ recorded: String, _ expected: Bool) {
    #expect(SoundingName(sent).sounds(like: SoundingName(recorded)) == expected)
  }

  private func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    if one.isEmpty || other.isEmpty { return one.count + other.count }
    let (a, b) = (Array(one.dropLast()), Array(other.dropLast()))
    var least = min(distance(a, other), distance(one, b)) + 1
    least = min(least, distance(a, b) + (one.last == other.last ? 0 : 1))
    if one.count > 1, other.count > 1, one.last == b.last, a.last == other.last {
      least = min(least, distance(Array(a.dropLast()), Array(b.dropLast())) + 1)
    }
    return least
  }

  @Test func editsAreCounted() {
    var random = SystemRandomNumberGenerator()
    func word() -> [Unicode.Scalar] {
      (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in "abc".unicodeScalars.randomElement(using: &random) }
    }
    for _ in 0..<3000 {
      let (one, other) = (word(), word())
      for most in 0...2 {
        #expect(
          EditDistance.isAtMost(most, from: one, to: other) == (distance(one, other) <= most), "\(one) \(other) \(most)"
        )
      }
    }
  }
}
