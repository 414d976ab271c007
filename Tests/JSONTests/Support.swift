// What the tests of this directory share: reading a text, seeded randomness that can be replayed, and an independent
// picture of a document that is spelt without the writer under test.

import Effort
import JSON
import Testing

/// The value of a text, or the error that reading it ends with.
func read(
  _ text: String, limits: JSONLimits = JSONLimits(), leniency: JSONLeniency = .none
) -> Result<JSONValue, JSONError> {
  read(Array(text.utf8), limits: limits, leniency: leniency)
}

/// The value of bytes, or the error that reading them ends with.
func read(
  _ bytes: [UInt8], limits: JSONLimits = JSONLimits(), leniency: JSONLeniency = .none
) -> Result<JSONValue, JSONError> {
  Result { () throws(JSONError) in try JSONValue(parsing: bytes, limits: limits, leniency: leniency) }
}

/// What the writer makes of a value.
func written(_ value: JSONValue) -> [UInt8] {
  var writer = JSONWriter()
  writer.value(value)
  return writer.bytes
}

/// Bytes as people can read and paste them.
func shown(_ bytes: [UInt8]) -> String {
  bytes.map { byte in
    (0x20..<0x7F).contains(byte) ? String(Unicode.Scalar(byte)) : "<" + String(byte, radix: 16) + ">"
  }.joined()
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// True once in `chances` times.
  mutating func oneIn(_ chances: Int) -> Bool { Int.random(in: 0..<chances, using: &self) == 0 }

  /// One of these, which have to be some.
  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }
}

/// Runs a property for many generated cases, each from its own seed, until one records an issue.
///
/// The first seed is random and printed; `VOICEBOT_TEST_SEED` replaces it, so that setting it to the seed of a failed
/// case runs that case first.
func forManySeeds(_ name: String, count: Int, _ property: (inout Seeded, Comment) -> Void) {
  let (first, count) = (Effort.seed, Effort.cases(count))
  print("\(name): VOICEBOT_TEST_SEED=\(first), \(count) cases")
  for offset in 0..<UInt64(count) {
    var random = Seeded(first &+ offset)
    property(&random, "VOICEBOT_TEST_SEED=\(first &+ offset)")
  }
}
