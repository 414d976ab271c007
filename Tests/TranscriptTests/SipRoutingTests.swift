// Which business is called on a number, asked of the program: with the cache of numbers, without it, and with one that
// is old, damaged or a lie. Whatever is in Data, the answer is that of the business files.

import Foundation
import JSON
import ProgramSupport
import Testing

/// A tree of businesses that are called on numbers.
struct Numbers {
  let tree: TemporaryTree

  init() throws { tree = try TemporaryTree() }

  var cache: String { tree.root.appending(path: "Data/.sip-numbers").path }

  /// Writes a business file with these `sipIds`, as written there.
  func add(_ name: String, _ sipIds: String, broken: Bool = false) throws {
    try tree.write(
      """
      name: \(name)
      timezone: UTC
      country: DE
      sipIds: \(sipIds)
      hours: {mon-fri: 08:00-18:00}
      agents: {ada: {name: Ada}}
      appointmentTypes: {talk: {name: Talk, products: [hour]}}
      products: {hour: {name: Hour, duration: \(broken ? "never" : "1h")}}

      """, to: "Businesses/\(name).yaml")
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: tree.root.appending(path: "Businesses/\(name).yaml"))
  }

  /// Asks until the cache relies on what it knows and is not made anew: what changed a moment ago is looked at again.
  func settle() async throws {
    for _ in 0..<1000 {
      let before = try? FileManager.default.attributesOfItem(atPath: cache)[.systemFileNumber] as? Int
      _ = try await ask("nobody")
      let after = try FileManager.default.attributesOfItem(atPath: cache)[.systemFileNumber] as? Int
      if let before, before == after { return }
    }
    Issue.record("the cache never relies on anything")
  }

  /// The id of the business called on a number, or the code of the problem.
  func ask(_ number: String) async throws -> String {
    let body = Array(#"{"action":"getEntityForSipId","sipId":"\#(number)"}"#.utf8)
    let result = try await Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(body)).run()
    #expect(result.status == 0)
    let reply = try JSONValue(parsing: result.output).objectValue
    return reply?["entityId"]?.stringValue ?? reply?["code"]?.stringValue ?? result.text
  }

  /// The same, asked until the cache can know it, and once with it.
  func askTwice(_ number: String) async throws -> String {
    let first = try await ask(number)
    #expect(try await ask(number) == first, "\(number)")
    return first
  }
}

@Suite("Calls to a number")
struct SipRoutingTests {
  @Test("an exact text comes before the same digits, and of several the first by name answers")
  func order() async throws {
    let numbers = try Numbers()
    try numbers.add("a", #"["+49 351 1"]"#)
    try numbers.add("b", #"["0049 351 1", line-one]"#)
    try numbers.add("c", #"["+49 351 1", line-one, line-two]"#)
    #expect(try await numbers.askTwice("+49 351 1") == "a")
    #expect(try await numbers.askTwice("0049 351 1") == "b")
    #expect(try await numbers.askTwice("+493511") == "a")
    #expect(try await numbers.askTwice("line-one") == "b")
    #expect(try await numbers.askTwice("line-two") == "c")
    #expect(try await numbers.askTwice("line-three") == "unknown_sip_id")
    #expect(try await numbers.askTwice("Line-one") == "unknown_sip_id")
  }

  @Test("a number is found in every spelling, read by the country of the business that claims it")
  func spellings() async throws {
    let numbers = try Numbers()
    try numbers.add("a", #"["+49 (0)351 7654321"]"#)
    try numbers.add("b", "[“0351\u{00A0}7654322”]")
    try numbers.add("c", #"["tel:+49-351-7654323", "351"]"#)
    try numbers.add("d", #"["040 7654321"]"#)
    for (id, digits) in [("a", "7654321"), ("b", "7654322"), ("c", "7654323")] {
      for number in [
        "+49 (0)351 \(digits)", "+49351\(digits)", "0351 \(digits)", "0049 0351-\(digits)", "49351\(digits)",
        "sip:+49351\(digits)@carrier.example;user=phone", "tel:0351\(digits)", "+49\u{202F}351\u{2011}\(digits)",
      ] {
        #expect(try await numbers.askTwice(number) == id, "\(number)")
      }
    }
    #expect(try await numbers.askTwice("+49 40 7654321") == "d")
    #expect(try await numbers.askTwice("351") == "c")
    #expect(try await numbers.askTwice("0351") == "unknown_sip_id")
    #expect(try await numbers.askTwice("+43 351 7654321") == "unknown_sip_id")
    // It ends like a's number, and b, which answers no call now, does too.
    try numbers.add("b", #"["+49 30 7654321"]"#, broken: true)
    #expect(try await numbers.askTwice("040 7654321") == "d")
    #expect(try await numbers.askTwice("+49 89 7654321") == "unknown_sip_id")
    #expect(try await numbers.askTwice("030 7654321") == "misconfigured_business")
  }

  @Test("a phone number that goes to a business earlier by name, while the cache knows a later one")
  func phonesInPlace() async throws {
    let numbers = try Numbers()
    try numbers.add("a", #"["+49 351 1234567"]"#)
    try numbers.add("b", "[two]")
    try numbers.add("c", #"["0351 1234567"]"#)
    try await numbers.settle()
    #expect(try await numbers.askTwice("0049 351 1234567") == "a")
    try numbers.add("a", "[two]")
    try numbers.add("b", #"["+49 351 1234567"]"#)
    #expect(try await numbers.askTwice("0049 351 1234567") == "b")
  }

  @Test("every change of the files counts at once, also within one tick of the clock")
  func changes() async throws {
    let numbers = try Numbers()
    try numbers.add("b", "[one]")
    #expect(try await numbers.askTwice("one") == "b")
    try numbers.add("a", "[one]")
    #expect(try await numbers.askTwice("one") == "a")
    try numbers.add("a", "[two]")
    #expect(try await numbers.askTwice("one") == "b")
    #expect(try await numbers.askTwice("two") == "a")
    try numbers.remove("b")
    #expect(try await numbers.askTwice("one") == "unknown_sip_id")
    try numbers.add("c", "[one]")
    #expect(try await numbers.askTwice("one") == "c")
  }

  @Test("files that change in place, while the directory stays as it is")
  func inPlace() async throws {
    let numbers = try Numbers()
    try numbers.add("a", "[one]")
    try numbers.add("b", "[two]")
    try await numbers.settle()
    #expect(try await numbers.askTwice("one") == "a")
    try numbers.add("a", "[two]")
    try numbers.add("b", "[one]")
    #expect(try await numbers.askTwice("one") == "b")
    #expect(try await numbers.askTwice("two") == "a")
  }

  @Test("a broken file whose number it is says so, and takes only itself out of service")
  func broken() async throws {
    let numbers = try Numbers()
    try numbers.add("a", #"[one, "+49 351 7"]"#)
    try numbers.add("b", "[two]")
    #expect(try await numbers.askTwice("one") == "a")
    try numbers.add("a", #"[one, "+49 351 7"]"#, broken: true)
    #expect(try await numbers.askTwice("one") == "misconfigured_business")
    #expect(try await numbers.askTwice("0049 351 7") == "misconfigured_business")
    #expect(try await numbers.askTwice("two") == "b")
    #expect(try await numbers.askTwice("three") == "unknown_sip_id")
    // Not even YAML any more.
    try numbers.tree.write("sipIds: [one, \"+49 351 7\"\n\t{", to: "Businesses/a.yaml")
    #expect(try await numbers.askTwice("one") == "misconfigured_business")
    #expect(try await numbers.askTwice("+49 (351) 7") == "misconfigured_business")
    #expect(try await numbers.askTwice("on") == "unknown_sip_id")
    #expect(try await numbers.askTwice("+49 351 77") == "unknown_sip_id")
    // Its number is another's now.
    try numbers.add("c", "[one]")
    #expect(try await numbers.askTwice("one") == "c")
    try numbers.add("a", "[one]")
    #expect(try await numbers.askTwice("one") == "a")
  }

  @Test("the cache is for its owner alone, and nothing else is left behind")
  func mode() async throws {
    let numbers = try Numbers()
    try numbers.add("a", "[one]")
    #expect(try await numbers.askTwice("one") == "a")
    let attributes = try FileManager.default.attributesOfItem(atPath: numbers.cache)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: numbers.tree.root.appending(path: "Data").path)
        == [".sip-numbers"])
  }

  @Test("no cache, no directory for one, and a link or a directory in its place")
  func withoutCache() async throws {
    let numbers = try Numbers()
    try numbers.add("a", "[one]")
    #expect(try await numbers.askTwice("one") == "a")
    try FileManager.default.removeItem(atPath: numbers.cache)
    #expect(try await numbers.askTwice("one") == "a")
    try FileManager.default.removeItem(atPath: numbers.cache)
    let elsewhere = numbers.tree.root.appending(path: "elsewhere").path
    try FileManager.default.createSymbolicLink(atPath: numbers.cache, withDestinationPath: elsewhere)
    #expect(try await numbers.askTwice("one") == "a")
    #expect(!FileManager.default.fileExists(atPath: elsewhere))
    try FileManager.default.removeItem(atPath: numbers.cache)
    try FileManager.default.createDirectory(atPath: numbers.cache, withIntermediateDirectories: false)
    #expect(try await numbers.askTwice("one") == "a")
    try FileManager.default.removeItem(at: numbers.tree.root.appending(path: "Data"))
    #expect(try await numbers.askTwice("one") == "a")
    #expect(try await numbers.askTwice("two") == "unknown_sip_id")
    #expect(!FileManager.default.fileExists(atPath: numbers.tree.root.appending(path: "Data").path))
  }

  @Test("a cache that is cut or changed at any place is never believed")
  func damage() async throws {
    let numbers = try Numbers()
    for index in 0..<40 { try numbers.add("b\(index)", "[n\(index)]") }
    try await numbers.settle()
    #expect(try await numbers.askTwice("n7") == "b7")
    let whole = try Data(contentsOf: URL(filePath: numbers.cache))
    // Words of 8 bytes: 8 before the files; 10 files with a name of one word, 30 with a name of two; a key each;
    // then each key with its file, and how many there are.
    let words = 8 + 80 + 270 + 81
    #expect(whole.count == 8 * words)
    for place in stride(from: 0, to: whole.count, by: 13) {
      var damaged = whole
      damaged[place] ^= 0x41
      try damaged.write(to: URL(filePath: numbers.cache))
      #expect(try await numbers.ask("n7") == "b7", "changed at \(place)")
    }
    for length in stride(from: 0, to: whole.count, by: 131) {
      try whole.prefix(length).write(to: URL(filePath: numbers.cache))
      #expect(try await numbers.ask("n39") == "b39", "cut at \(length)")
    }
  }

  @Test("another tree's cache is no lie that is told")
  func foreign() async throws {
    let (numbers, other) = (try Numbers(), try Numbers())
    try numbers.add("a", "[one]")
    try numbers.add("b", "[two]")
    try other.add("a", "[two]")
    try other.add("b", "[one]")
    #expect(try await other.askTwice("one") == "b")
    #expect(try await numbers.askTwice("one") == "a")
    try FileManager.default.removeItem(atPath: numbers.cache)
    try FileManager.default.copyItem(atPath: other.cache, toPath: numbers.cache)
    #expect(try await numbers.ask("one") == "a")
    #expect(try await numbers.askTwice("two") == "b")
  }

  @Test("a thousand businesses, found from the first to the last")
  func many() async throws {
    let numbers = try Numbers()
    for index in 0..<1000 { try numbers.add("b\(index)", #"["+49 351 \#(100_000 + index)", line-\#(index)]"#) }
    try await numbers.settle()
    for index in stride(from: 0, to: 1000, by: 37) {
      #expect(try await numbers.ask("line-\(index)") == "b\(index)")
      #expect(try await numbers.ask("0049351\(100_000 + index)") == "b\(index)")
    }
    #expect(try await numbers.askTwice("line-1000") == "unknown_sip_id")
  }
}
