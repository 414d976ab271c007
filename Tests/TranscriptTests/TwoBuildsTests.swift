// The request program is built from the same sources as Embedded and as ordinary Swift: both answer every transcript, and
// byte for byte the same.

import Foundation
import ProgramSupport
import Synchronization
import Testing

/// A program started directly, whose replies are kept.
final class RecordingCarrier: Carrier {
  private let carrier: BareCarrier
  private let kept = Mutex<[String]>([])

  init(_ program: String) { carrier = BareCarrier(program: program) }

  func send(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) async throws
    -> Received
  {
    let received = try await carrier.send(body, variables, endpoint: endpoint, tree: tree)
    kept.withLock { $0.append(String(decoding: received.body, as: UTF8.self) + (received.log ?? "")) }
    return received
  }

  /// The replies with what was logged, where ids that nobody can guess have the number in which they first appear, and
  /// times of the log are left out.
  var replies: [String] {
    var seen: [String] = []
    return kept.withLock { $0 }.map { reply in
      reply.replacing(/\.[buk][0-9a-hjkmnp-tv-z]{20}\b/) { match in
        let id = String(match.0)
        let number = seen.firstIndex(of: id) ?? seen.count
        if number == seen.count { seen.append(id) }
        return ".#\(number)"
      }.replacing(/(?m)^voicebot: \S+/) { _ in "voicebot: …" }
    }
  }
}

@Suite struct TwoBuildsTests {
  /// The ordinary program: `VOICEBOT_ORDINARY`, else the one that is built with the tests.
  static let ordinary =
    ProcessInfo.processInfo.environment["VOICEBOT_ORDINARY"]
    ?? Program.checkout.appending(path: ".build-test/release/voicebot").path

  @Test(arguments: try Transcript.all())
  func sameReplies(_ transcript: Transcript) async throws {
    let embedded = RecordingCarrier(Program.path)
    let ordinary = RecordingCarrier(Self.ordinary)
    for carrier in [embedded, ordinary] {
      var runner = try TranscriptRunner(transcript, by: carrier)
      try await runner.run()
    }
    #expect(!embedded.replies.isEmpty)
    #expect(embedded.replies == ordinary.replies)
  }

  /// They are two programs: only one of them asks for Swift's runtime.
  @Test func theyDiffer() throws {
    let runtime = Data("libswiftCore.so".utf8)
    #expect(try Data(contentsOf: URL(filePath: Self.ordinary)).firstRange(of: runtime) != nil)
    #expect(try Data(contentsOf: URL(filePath: Program.path)).firstRange(of: runtime) == nil)
  }
}
