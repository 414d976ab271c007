// Business files that change under the cache of numbers, asked of the program: in place, by links, at random. SipRoutingTests.swift
// has the numbers themselves, and what may be wrong with the cache.

import Foundation
import ProgramSupport
import Testing

@Suite("Numbers that change hands")
struct SipChangeTests {
  @Test("a number that one file drops and another takes, both in place, is the other's")
  func takenInPlace() async throws {
    let numbers = try Numbers()
    try numbers.add("a", "[two]")
    try numbers.add("b", #"[one, "0351 1234567"]"#)
    try numbers.add("c", "[six]")
    try await numbers.settle()
    #expect(try await numbers.askTwice("one") == "b")
    #expect(try await numbers.askTwice("+49 351 1234567") == "b")
    // The directory stays as it is.
    try numbers.add("b", "[six]")
    try numbers.add("a", "[one]")
    try numbers.add("c", #"["+49 351 1234567"]"#)
    #expect(try await numbers.askTwice("one") == "a")
    #expect(try await numbers.askTwice("0049 351 1234567") == "c")
    #expect(try await numbers.askTwice("six") == "b")
    #expect(try await numbers.askTwice("two") == "unknown_sip_id")
  }

  @Test("whatever is done to the files, in place or not, the answer is theirs", arguments: 0..<6)
  func anyChange(_ seed: UInt64) async throws {
    let numbers = try Numbers()
    let elsewhere = try numbers.tree.directory("elsewhere")
    var random = Steps(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var files: [String: [String]] = [:]
    for step in 0..<40 {
      let name = ["a", "b", "c", "d"][random.below(4)]
      let file = numbers.tree.root.appending(path: "Businesses/\(name).yaml")
      // What another has, it has alone: of two that claim one number the first by name answers once the cache is made anew.
      let claims = ["one", "two", "six"].filter { number in
        random.below(3) == 0 && !files.contains { $0.key != name && $0.value.contains(number) }
      }
      switch random.below(5) {
      case 0:
        try? FileManager.default.removeItem(at: file)
        files[name] = nil
      case 1:
        // A link to a file elsewhere; later writes to the name change that file.
        try? FileManager.default.removeItem(at: file)
        let target = elsewhere.appending(path: "\(step).yaml")
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
        fallthrough
      default:
        try numbers.add(name, "[\(claims.joined(separator: ", "))]")
        files[name] = claims
      }
      if random.below(4) == 0 { try await numbers.settle() }
      for _ in 0...random.below(2) {
        let number = ["one", "two", "six"][random.below(3)]
        let right = files.filter { $0.value.contains(number) }.keys.min() ?? "unknown_sip_id"
        #expect(try await numbers.ask(number) == right, "step \(step): \(number) of \(files)")
      }
    }
  }

  @Test("links to nothing and to directories are nobody's numbers, and are not looked into again and again")
  func linksToNothing() async throws {
    let numbers = try Numbers()
    try numbers.add("a", "[one]")
    for (name, target) in [("b", "nowhere"), ("c", "/tmp")] {
      try FileManager.default.createSymbolicLink(
        atPath: numbers.tree.root.appending(path: "Businesses/\(name).yaml").path, withDestinationPath: target)
    }
    try await numbers.settle()
    #expect(try await numbers.askTwice("two") == "unknown_sip_id")
    #expect(try await numbers.askTwice("one") == "a")
    let before = try FileManager.default.attributesOfItem(atPath: numbers.cache)[.systemFileNumber] as? Int
    #expect(try await numbers.ask("two") == "unknown_sip_id")
    #expect(try FileManager.default.attributesOfItem(atPath: numbers.cache)[.systemFileNumber] as? Int == before)
    // What the link leads to comes into being, and the directory stays as it is.
    try numbers.tree.write(
      String(contentsOf: numbers.tree.root.appending(path: "Businesses/a.yaml"), encoding: .utf8)
        .replacing("[one]", with: "[two]"), to: "Businesses/nowhere")
    #expect(try await numbers.askTwice("two") == "b")
  }
}

/// Numbers that follow from a seed (an LCG's upper half).
private struct Steps {
  var state: UInt64

  /// The next number, below a limit.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % limit
  }
}
