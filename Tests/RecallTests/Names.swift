// The names that Pairs/draw.py has drawn: lists with weights, pairs of recorded and heard names, and the chance by which
// more people are drawn from the lists.

import Foundation
import ProgramSupport

/// What the names were drawn for, by Faker's list.
enum Language: String, CaseIterable, Sendable {
  case german = "de"
  case english = "en"
  case spanish = "es"
}

/// A first and a last name.
struct FullName: Hashable, Sendable {
  var first: String
  var last: String

  /// The letters of both, without case, accents, blanks and hyphens: whoever has the same bears the same name.
  var letters: String { FullName.letters(first) + " " + FullName.letters(last) }

  /// A name without all that does not tell names apart; umlauts as two letters, ß as ss.
  static func letters(_ name: String) -> String {
    let umlauts = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"]
    let spelt = umlauts.reduce(name.lowercased().precomposedStringWithCanonicalMapping) { text, umlaut in
      text.replacingOccurrences(of: umlaut.key, with: umlaut.value)
    }
    let folded = spelt.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return String(folded.filter(\.isLetter))
  }
}

/// A name as it is on record, and as a recogniser spelt it.
struct HeardPair: Hashable, Sendable {
  var language: Language
  /// How the pair was made: `homophone`, `misheard`, `family` or `edit`.
  var kind: String
  var recorded: FullName
  var heard: FullName

  /// Every pair that was drawn, in the order of the file.
  static let all: [HeardPair] = DrawnFile.rows("pairs.tsv").compactMap { row in
    guard row.count == 6, let language = Language(rawValue: row[0]) else { return nil }
    return HeardPair(
      language: language, kind: row[1], recorded: FullName(first: row[2], last: row[3]),
      heard: FullName(first: row[4], last: row[5]))
  }
}

/// The names of a language with their weights.
struct NameLists: Sendable {
  private var first = WeightedNames()
  private var last = WeightedNames()

  init(_ language: Language) {
    for row in DrawnFile.rows("names.tsv") where row.count == 4 && row[0] == language.rawValue {
      guard let weight = Int(row[3]) else { continue }
      if row[1] == "first" { first.append(row[2], weight) } else { last.append(row[2], weight) }
    }
  }

  /// Somebody's names, by their frequency.
  func name(_ chance: inout Chance) -> FullName { FullName(first: firstName(&chance), last: last.name(&chance)) }

  /// Somebody's first name, by its frequency.
  func firstName(_ chance: inout Chance) -> String { first.name(&chance) }

  /// The commonest names, the commonest first.
  func commonest(_ count: Int) -> (first: [String], last: [String]) { (first.commonest(count), last.commonest(count)) }
}

/// Names and the sums of their weights up to each.
private struct WeightedNames: Sendable {
  private var names: [String] = []
  private var sums: [Int] = []

  mutating func append(_ name: String, _ weight: Int) {
    names.append(name)
    sums.append((sums.last ?? 0) + weight)
  }

  func name(_ chance: inout Chance) -> String {
    let place = Int.random(in: 0..<(sums.last ?? 1), using: &chance)
    var range = sums.startIndex..<sums.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if sums[middle] > place { range = range.lowerBound..<middle } else { range = middle + 1..<range.upperBound }
    }
    return names[range.lowerBound]
  }

  func commonest(_ count: Int) -> [String] {
    let weights = sums.indices.map { (weight: sums[$0] - ($0 == 0 ? 0 : sums[$0 - 1]), index: $0) }
    return weights.sorted { ($0.weight, $1.index) > ($1.weight, $0.index) }.prefix(count).map { names[$0.index] }
  }
}

/// The files beside draw.py.
private enum DrawnFile {
  /// The fields of each line that is no comment. A file that cannot be read has none, and then every test fails.
  static func rows(_ name: String) -> [[String]] {
    let url = Program.checkout.appending(path: "Tests/RecallTests/Pairs/\(name)")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// Random numbers that are the same in each run (SplitMix64): the figures are those of one drawn sample.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  /// Numbers of their own for each seed (FNV-1a).
  init(_ seed: String) {
    state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True so often in a hundred.
  mutating func percent(_ count: Int) -> Bool { Int.random(in: 0..<100, using: &self) < count }
}
