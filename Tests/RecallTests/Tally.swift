// Counts what came of questions, and prints the counts as a table.

import Foundation

/// What came of the questions of one group.
struct Tally: Sendable {
  private(set) var asked = 0
  /// Questions that told the records that they should.
  private(set) var found = 0
  /// Questions that were answered with a problem, `ambiguous` or another.
  private(set) var refused = 0
  /// People told who were not meant, over all questions.
  private(set) var strangers = 0
  /// Questions that told somebody who was not meant.
  private(set) var tellingStrangers = 0

  /// Counts one answer, which should tell so many records of a customer; of nobody for a caller on no record.
  mutating func count(_ answer: Found, of customer: Int?, records: Int = 1) {
    asked += 1
    if let customer, answer.records(of: customer) >= records { found += 1 }
    if answer.code != nil { refused += 1 }
    let others = answer.others(than: customer)
    strangers += others
    if others > 0 { tellingStrangers += 1 }
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.asked += right.asked
    sum.found += right.found
    sum.refused += right.refused
    sum.strangers += right.strangers
    sum.tellingStrangers += right.tellingStrangers
    return sum
  }

  /// The share of questions that found whom they should; 0 where nothing was asked.
  var recall: Double { asked == 0 ? 0 : Double(found) / Double(asked) }
  /// People told who were not meant, a question.
  var strangersPerQuestion: Double { asked == 0 ? .infinity : Double(strangers) / Double(asked) }
  /// The share of questions that told somebody who was not meant.
  var shareTellingStrangers: Double { asked == 0 ? 1 : Double(tellingStrangers) / Double(asked) }
}

/// Tallies by what was asked.
struct Tallies: Sendable {
  /// What a question belongs to.
  struct Group: Hashable, Sendable {
    /// The kind of question: a kind of pair, or `exact`, `twice`, `unknown`, `namesake`.
    var kind: String
    var language: Language
    var proof: Proof
  }

  private var tallies: [Group: Tally] = [:]

  /// The kinds of pairs.
  static let heard = ["homophone", "misheard", "family", "edit"]

  /// Counts one answer, as `Tally` does.
  mutating func count(_ group: Group, _ answer: Found, of customer: Int?, records: Int = 1) {
    tallies[group, default: Tally()].count(answer, of: customer, records: records)
  }

  mutating func add(_ other: Tallies) { tallies.merge(other.tallies) { $0 + $1 } }

  /// All of some kinds together, by one proof or by any.
  func sum(_ kinds: [String], _ proof: Proof? = nil, _ language: Language? = nil) -> Tally {
    tallies.reduce(Tally()) { sum, entry in
      let belongs =
        kinds.contains(entry.key.kind) && (proof ?? entry.key.proof) == entry.key.proof
        && (language ?? entry.key.language) == entry.key.language
      return belongs ? sum + entry.value : sum
    }
  }

  /// A line for each kind and language, with figures by birth date, phone and e-mail.
  func table(_ title: String) -> String {
    var lines = [
      "figures: \(title); found by birth date, phone, e-mail (questions) · refused, strangers a question, all three"
    ]
    for kind in Tallies.heard + ["twice", "exact", "unknown", "namesake"] {
      for language in Language.allCases { lines.append(line([kind], language, "\(kind) \(language.rawValue)")) }
    }
    lines.append(line(Tallies.heard, nil, "all pairs"))
    return lines.joined(separator: "\n")
  }

  private func line(_ kinds: [String], _ language: Language?, _ name: String) -> String {
    let found = Proof.allCases.map { proof in
      let tally = sum(kinds, proof, language)
      return "\(Tallies.rounded(tally.recall)) (\(tally.asked))"
    }
    let all = sum(kinds, nil, language)
    let refused = all.asked == 0 ? 0 : Double(all.refused) / Double(all.asked)
    return "figures:   \(name.padding(toLength: 14, withPad: " ", startingAt: 0)) "
      + found.map { $0.padding(toLength: 12, withPad: " ", startingAt: 0) }.joined(separator: " ")
      + " · \(Tallies.rounded(refused)), \(Tallies.rounded(all.strangersPerQuestion))"
  }

  private static func rounded(_ number: Double) -> String { String(format: "%.3f", number) }
}

/// Whether figures are printed although the test passes: `VOICEBOT_FIGURES=1`.
enum Figures {
  static let areWanted = ProcessInfo.processInfo.environment["VOICEBOT_FIGURES"] == "1"
}
