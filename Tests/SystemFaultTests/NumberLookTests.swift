// What a call to a number costs in system calls: a look at the identity of the file that answers or, where none does, of each.

import Foundation
import SystemSupport
import Testing

@Suite("Looking for a number") struct NumberLookTests {
  private static func deployed(_ count: Int) throws -> DeployedTree {
    var businesses: [String: String] = [:]
    for number in 0..<count {
      businesses["b\(100 + number)"] = RequestCase.business
        .replacing("faults-line", with: "line-\(number)").replacing("1234567", with: "\(1_000_000 + number)")
    }
    return try DeployedTree(businesses: businesses)
  }

  private static func ask(_ number: String, _ tree: DeployedTree) -> Run {
    tree.send(#"{"action":"getEntityForSipId","sipId":"\#(number)"}"#, at: .bare)
  }

  @Test(arguments: ["nobody", "+49 30 99999999"])
  func whatNobodyHas(_ number: String) throws {
    let tree = try Self.deployed(50)
    #expect(Self.ask(number, tree).reply?.code == "unknown_sip_id")
    let calls = Self.ask(number, tree).calls.all
    #expect(calls.count { $0 == .statusOfName } == 50)
    // Looking the number up in the cache by halves, opening it and the directory of business files, and what a request
    // costs anyhow.
    #expect(calls.count < 50 + 50)
    #expect(!calls.contains(.write) && !calls.contains(.entries) && !calls.contains(.rename))
    #expect(calls.count { $0 == .openPath } == 0)
    #expect(calls.count { $0 == .read } < 35)
  }

  /// A hit is proved by the file that answers.
  @Test func whatSomebodyHas() throws {
    let tree = try Self.deployed(50)
    #expect(Self.ask("line-7", tree).reply?["entityId"] == "b107")
    for number in ["line-7", "0351 1000007"] {
      let hit = Self.ask(number, tree)
      #expect(hit.reply?["entityId"] == "b107")
      #expect(hit.calls.all.count { $0 == .statusOfName } == 1)
      #expect(hit.calls.all.count { $0 == .openPath } == 1)
    }
  }
}
