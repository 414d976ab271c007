// Why a start is not on offer: on random businesses, days and ledgers, with the oracle. A listed start has no reason, one
// without a reason is listed; without all its reasons a start is free, with any one of them it is not. The same
// variables as for AgreementTests replay a run.

import Business
import CivilTime
import Diary
import Effort
import Scheduling
import Testing

struct ExplanationTests {
  private struct Failure: Error {}

  @Test(arguments: 0..<4) func everyReasonCounts(_ shard: Int) throws {
    let count = Effort.cases(1600)
    var places = try Places()
    var tally = ReasonTally()
    for number in (count * shard / 4)..<(count * (shard + 1) / 4) {
      let seed = Effort.seed &+ UInt64(number)
      let random = RandomCase(seed: seed) { dice in places.pick(&dice) }
      var dice = Dice(seed: seed &+ 1)
      let problems = ExplanationTests.check(random, &dice, &tally)
      if problems.isEmpty { continue }
      let detail = problems.prefix(8).joined(separator: "\n")
      Issue.record("replay with VOICEBOT_TEST_SEED=\(seed) VOICEBOT_TEST_CASES=1\n\(detail)\n\(random.description)")
      throw Failure()
    }
    // A generator that has gone astray would prove nothing.
    if count >= 1600 {
      for kind in ReasonTally.kinds { #expect(tally.alone[kind, default: 0] > 0, "\(kind) never: \(tally.alone)") }
    }
  }

  private static func check(_ random: RandomCase, _ dice: inout Dice, _ tally: inout ReasonTally) -> [String] {
    let (query, line) = (random.query, random.line)
    var problems: [String] = []
    // What the caller would load is enough.
    let reach = Timetable.explanationReach(of: query, in: random.business)
    let loaded = random.occupations.filter { $0.occupiedStart < reach.upperBound && reach.lowerBound < $0.occupiedEnd }
    let timetable = Timetable(business: random.business, occupations: loaded)
    let listed = timetable.explanation(of: query)
    if listed.slots != Timetable(business: random.business, occupations: random.occupations).slots(query) {
      problems.append("the explanation lists other slots")
    }
    let minutes = line.minute(query.from)..<max(line.minute(query.from), line.minute(query.until)) + 1
    let asked = (0..<12).map { _ in line.instant(dice.from(minutes.lowerBound...minutes.upperBound)) }
      .filter { query.from <= $0 && $0 < query.until }
    let single = asked.isEmpty ? [] : timetable.explanation(of: query, at: asked).starts
    let agents = query.agent.map { [$0] } ?? random.business.agents.map(\.id)
    if single.count != Set(asked).count * agents.count {
      problems.append("\(single.count) of \(asked.count) explained")
    }
    for agent in agents {
      var query = query
      query.agent = agent
      let oracle = Oracle(
        business: random.business, occupations: random.occupations, query: query, line: line)
      let own = listed.starts.filter { $0.agent == agent }
      if own.filter(\.hindrances.isEmpty).map(\.start) != oracle.slots().map(\.start) {
        problems.append("the starts of \(agent.text) without a reason are not those on offer")
      }
      if own.map(\.start) != own.map(\.start).sorted() || Set(own.map(\.start)).count != own.count {
        problems.append("the starts of \(agent.text) have no order")
      }
      for start in single where start.agent == agent {
        let isOpen = oracle.slot(at: start.start) != nil
        if isOpen != start.hindrances.isEmpty {
          problems.append("\(line.describe(start.start)) \(agent.text) is \(isOpen) but \(start.hindrances)")
        }
      }
    }
    let closed = (listed.starts + single).filter { !$0.hindrances.isEmpty }
    for _ in 0..<min(closed.count, 12) { problems += remove(from: dice.one(of: closed), random, &tally) }
    return problems
  }

  /// Removes all the reasons of a start, and all but each one.
  private static func remove(
    from start: ExplainedStart, _ random: RandomCase, _ tally: inout ReasonTally
  ) -> [String] {
    // A time that clocks show for the second time, or seconds after a minute, can be no start at all.
    guard let world = OtherWorld(random, start), Set(start.hindrances).count == start.hindrances.count else {
      return []
    }
    let what = "\(random.line.describe(start.start)) \(start.agent.text) \(start.hindrances)"
    var problems: [String] = []
    if !world.isFree(keeping: nil, by: .engine) { problems.append("\(what): taken without any reason") }
    if !world.isFree(keeping: nil, by: .oracle) { problems.append("\(what): the oracle knows another reason") }
    for reason in start.hindrances {
      tally.count(reason)
      if world.isFree(keeping: reason, by: .engine) { problems.append("\(what): free in spite of \(reason)") }
      if world.isFree(keeping: reason, by: .oracle) { problems.append("\(what): the oracle ignores \(reason)") }
    }
    return problems
  }
}

/// Which kinds of reasons were proved to count alone.
struct ReasonTally {
  var alone: [String: Int] = [:]

  static let kinds = [
    "notTaking", "closed", "closing", "off", "leaving", "notAStart", "past", "notice", "horizon", "taken", "buffer",
    "block", "full", "resource", "dailyLimit", "maxPerDay",
  ]

  mutating func count(_ reason: Hindrance) {
    let kind = "\(reason)".prefix { $0 != "(" }
    alone[String(kind), default: 0] += 1
  }
}
