// Callers are found although the recogniser spelt their names otherwise, and nobody else is told (contract, section 3, "Who is
// calling"). The pairs of names were drawn before any rule saw them: Pairs/draw.py says how. The figures are printed where a
// bound does not hold, or with VOICEBOT_FIGURES=1; VOICEBOT_LONG=1 asks for ten times as many others.

import Effort
import ProgramSupport
import Testing

@Suite struct HeardNamesTests {
  /// One question to one of the offices.
  private struct Question: Sendable {
    var kind: String
    var proof: Proof
    var name: FullName
    var value: String
    /// Whom it means; nil for a caller on no record.
    var customer: Int?
    /// How many records it should find.
    var records = 1
  }

  /// The pairs of a language.
  private static func pairs(_ language: Language) -> [HeardPair] { HeardPair.all.filter { $0.language == language } }

  /// Every sixth pair is of somebody who is recorded twice.
  private static func isRecordedTwice(_ index: Int) -> Bool { index % 6 == 5 }

  @Test func thePairsAreThoseOfTheIssue() {
    #expect(HeardPair.all.count >= 1300)
    #expect(Set(HeardPair.all).count == HeardPair.all.count)
    for kind in Tallies.heard {
      for language in Language.allCases {
        #expect(HeardPair.all.count { $0.kind == kind && $0.language == language } >= 100)
      }
    }
  }

  @Test func aThousandCustomers() async throws {
    var tallies = Tallies()
    for language in Language.allCases {
      // All pairs, with their households, would be more people than a business has: a third of them in each of three.
      for share in 0..<3 {
        let pairs = Self.pairs(language).enumerated().filter { $0.offset % 3 == share }.map(\.element)
        tallies.add(try await Self.ask(language, 1000, pairs, seed: share, others: 110))
      }
    }
    Self.judge(tallies, "1,000 customers")
  }

  @Test func tenThousandCustomers() async throws {
    var tallies = Tallies()
    for language in Language.allCases {
      tallies.add(try await Self.ask(language, 10_000, Self.pairs(language), seed: 3, others: 330))
    }
    Self.judge(tallies, "10,000 customers")
  }

  /// The bounds of the whole.
  private static func judge(_ tallies: Tallies, _ title: String) {
    let heard = tallies.sum(Tallies.heard)
    func found(_ proof: Proof) -> Double { tallies.sum(Tallies.heard, proof).recall }
    let bounds: [(figure: Double, holds: (Double) -> Bool, what: String)] = [
      (found(.birthDate), { $0 >= 0.95 }, "same-sounding names found by birth date"),
      (found(.phone), { $0 >= 0.93 }, "same-sounding names found by phone"),
      (found(.email), { $0 >= 0.92 }, "same-sounding names found by e-mail"),
      (heard.strangersPerQuestion, { $0 <= 0.5 }, "people told who were not meant, a question"),
      (tallies.sum(["exact"]).recall, { $0 == 1 }, "people heard right found"),
      (tallies.sum(["twice"]).recall, { $0 >= 0.95 }, "both records found of people recorded twice"),
      (tallies.sum(["unknown"]).shareTellingStrangers, { $0 <= 0.01 }, "callers on no record told of somebody"),
    ]
    for bound in bounds { #expect(bound.holds(bound.figure), "\(bound.what): \(bound.figure), \(title)") }
    if Figures.areWanted || !bounds.allSatisfy({ $0.holds($0.figure) }) { print(tallies.table(title)) }
  }

  /// Asks one business everything; of people heard right and of callers on no record it asks for so many others.
  private static func ask(
    _ language: Language, _ size: Int, _ pairs: [HeardPair], seed: Int, others: Int
  ) async throws -> Tallies {
    let others = min(Effort.times(others), size)
    var clientele = Clientele(language, size: size, pairs: pairs, seed: seed, recordsTwice: isRecordedTwice)
    let office = try await Office(clientele)
    let questions =
      heardQuestions(clientele.customers) + exactQuestions(clientele.customers, others)
      + strangersQuestions(&clientele, others)
    let answers = try await concurrently(questions) { question in
      try await office.find(question.name, question.proof, question.value)
    }
    var tallies = Tallies()
    for (question, answer) in zip(questions, answers) {
      let group = Tallies.Group(kind: question.kind, language: language, proof: question.proof)
      tallies.count(group, answer, of: question.customer, records: question.records)
    }
    return tallies
  }

  /// The heard names of each pair, with each attribute that is known of the person; and both names of each person who is
  /// recorded twice, who should be told twice.
  private static func heardQuestions(_ customers: [Customer]) -> [Question] {
    questions(customers) { customer, _ in
      guard let pair = customer.pair else { return [] }
      if let second = customer.second { return [("twice", customer.name, 2), ("twice", second, 2)] }
      return [(pair.kind, pair.heard, 1)]
    }
  }

  /// The names of so many people as they are on record, with one of the attributes each.
  private static func exactQuestions(_ customers: [Customer], _ count: Int) -> [Question] {
    questions(customers, every: customers.count / count) { customer, proof in
      proof == Proof.allCases[customer.name.letters.utf8.count % 3] ? [("exact", customer.name, 1)] : []
    }
  }

  private static func questions(
    _ customers: [Customer], every step: Int = 1, _ ask: (Customer, Proof) -> [(kind: String, FullName, records: Int)]
  ) -> [Question] {
    stride(from: 0, to: customers.count, by: step).flatMap { index in
      Proof.allCases.flatMap { proof -> [Question] in
        guard let value = customers[index].value(proof, among: customers) else { return [] }
        return ask(customers[index], proof).map { kind, name, records in
          Question(kind: kind, proof: proof, name: name, value: value, customer: index, records: records)
        }
      }
    }
  }

  /// Callers on no record. A caller of the same name as a customer is counted apart: two names prove whom nothing excludes.
  private static func strangersQuestions(_ clientele: inout Clientele, _ count: Int) -> [Question] {
    let known = Set(clientele.customers.flatMap { [$0.name.letters] + ($0.second.map { [$0.letters] } ?? []) })
    return (0..<count).flatMap { _ in
      let caller = clientele.stranger()
      let kind = known.contains(caller.name.letters) ? "namesake" : "unknown"
      return Proof.allCases.compactMap { proof in
        caller.value(proof, among: []).map { Question(kind: kind, proof: proof, name: caller.name, value: $0) }
      }
    }
  }
}
