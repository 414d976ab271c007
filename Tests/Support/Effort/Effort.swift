// How much the tests try, and what random cases begin with: the only place that reads the variables for it.
//
//   VOICEBOT_LONG=1            many more random cases, every kill and failing call instead of a selection, longer races
//                              (`bin/test --long` sets it)
//   VOICEBOT_TEST_SEED=N       random cases begin with this seed: a failed case prints its own
//   VOICEBOT_TEST_CASES=N      so many random cases of each kind

import Foundation

/// How much is tried.
package enum Effort {
  private static let environment = ProcessInfo.processInfo.environment

  /// Whether hours may pass.
  package static let isLong = environment["VOICEBOT_LONG"] == "1"

  /// The number of repetitions: the given one, and ten times as many where hours may pass.
  package static func times(_ count: Int) -> Int { isLong ? count * 10 : count }

  /// The number of random cases: `times(count)`, unless `VOICEBOT_TEST_CASES` says how many.
  package static func cases(_ count: Int) -> Int {
    environment["VOICEBOT_TEST_CASES"].flatMap { Int($0) } ?? times(count)
  }

  /// Whether one of very many places is tried: each where hours may pass, else one of so many, with another first one in each run.
  package static func tries(_ place: Int, of many: Int) -> Bool {
    isLong || place % many == Int(seed % UInt64(many))
  }

  /// The seed of the first random case: another one in each run, unless `VOICEBOT_TEST_SEED` says which.
  package static let seed =
    environment["VOICEBOT_TEST_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000_000_000)
}
