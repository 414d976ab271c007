// Properties that hold for every document, tried on generated ones.

import JSON
import Testing

@Suite("Properties")
struct PropertyTests {
  @Test("A generated document is read as what it was generated from, and written and read again unchanged")
  func roundTrip() {
    forManySeeds("round trip", count: 3000) { random, seed in
      let picture = Picture.random(depth: 5, using: &random)
      let bytes = picture.spelt(using: &random)
      guard case .success(let value) = read(bytes, limits: JSONLimits(bytes: .max)) else {
        Issue.record("refused: \(seed)")
        return
      }
      #expect(picture.matches(value), seed)
      let output = written(value)
      #expect(output.allSatisfy { $0 >= 0x20 }, seed)
      #expect(read(output, limits: JSONLimits(bytes: .max)) == .success(value), seed)
    }
  }

  @Test("White space and needless escapes do not change what is written")
  func stable() {
    forManySeeds("stable", count: 500) { random, seed in
      let picture = Picture.random(depth: 4, using: &random)
      let limits = JSONLimits(bytes: .max)
      let one = read(picture.spelt(using: &random), limits: limits)
      let other = read(picture.spelt(using: &random), limits: limits)
      guard case (.success(let one), .success(let other)) = (one, other) else {
        Issue.record("refused: \(seed)")
        return
      }
      #expect(written(one) == written(other), seed)
    }
  }

  @Test("Any bytes get an answer, whose offset lies within them")
  func noise() {
    let likely = Array("{}[],:\"\\u0123456789eE+-.truefalsnl \n".utf8)
    forManySeeds("noise", count: 20_000) { random, seed in
      let length = Int.random(in: 0...40, using: &random)
      let bytes = (0..<length).map { _ in
        random.oneIn(6) ? UInt8.random(in: 0...255, using: &random) : random.pick(likely)
      }
      guard case .failure(let error) = read(bytes) else { return }
      #expect((0...bytes.count).contains(error.offset), seed)
      #expect(!error.sentence.unicodeScalars.contains { $0.value < 0x20 }, seed)
    }
  }

  @Test("An array that is cut anywhere is refused")
  func prefixes() {
    forManySeeds("prefixes", count: 150) { random, seed in
      let bytes = Picture.array([Picture.random(depth: 3, using: &random)]).spelt(using: &random)
      guard let end = bytes.lastIndex(of: UInt8(ascii: "]")) else { return }
      for length in 0..<end {
        guard case .success = read(Array(bytes[..<length]), limits: JSONLimits(bytes: .max)) else { continue }
        Issue.record("accepted \(shown(Array(bytes[..<length]))): \(seed)")
      }
    }
  }
}
