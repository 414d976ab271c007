// Readers who take a reply in parts. How long the system really waits for one is TranscriptTests' ProcessTests.swift.

import Foundation
import SystemSupport
import Testing

@Suite("Slow readers") struct SlowReaderTests {
  /// Each write has its own patience: as long as some is taken each time, all is.
  @Test func takesALittleEachTime() throws {
    let tree = try DeployedTree(businesses: ["faults": RequestCase.business])
    let whole = tree.send(RequestCase.list, at: .cgi).calls
    let slow = tree.send(RequestCase.list, at: .cgi) { call, _ in call == .writeStream ? .half : nil }
    #expect(slow.status == 0)
    #expect(slow.calls.reply == whole.reply)
    let writes = slow.calls.all.count { $0 == .writeStream }
    #expect(writes > 5)
    #expect(slow.calls.patience == [Int64](repeating: 10_000_000_000, count: writes))
  }

  /// Who takes nothing in that time is not waited for once more.
  @Test func takesNothing() throws {
    let tree = try DeployedTree(businesses: ["faults": RequestCase.business])
    let stalled = tree.send(RequestCase.list, at: .cgi) { call, _ in call == .writeStream ? .failure(110) : nil }
    #expect(stalled.status == 1)
    #expect(stalled.calls.all.count { $0 == .writeStream } == 1)
    #expect(stalled.calls.all.last == .writeStream)
  }
}
