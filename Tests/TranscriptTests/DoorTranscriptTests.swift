// Transcripts of what no web server passes on: the program started as CGI under conditions that the test makes. And that
// the transcripts together show every code there is.

import Foundation
import Glibc
import ProgramSupport
import Testing

/// The program started as CGI. Besides the program's, a transcript may set these variables for the requests that follow:
///
///   REQUEST_METHOD, CONTENT_LENGTH, HTTP_…    as CGI has them
///   STALLED=1         standard input stays open behind the request
///   FULL=1            no file can be made longer
///   LOCKED=nails      another process holds the lock of this business
struct DoorCarrier: Carrier {
  func send(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) async throws
    -> Received
  {
    var variables = variables
    let isStalled = variables.removeValue(forKey: "STALLED") != nil
    let isFull = variables.removeValue(forKey: "FULL") != nil
    let locked = variables.removeValue(forKey: "LOCKED")
    var child = CGICarrier().child(body, variables, endpoint: endpoint, tree: tree)
    if isStalled { child.input = .stalled(body) }
    if isFull {
      child.arguments = ["-c", #"ulimit -f 0 && exec "$0""#, child.path]
      child.path = "/bin/sh"
    }
    let lock = locked.map { unsafe open(tree.root.path + "/Data/\($0).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    defer { if let lock { close(lock) } }
    if let lock { try #require(flock(lock, LOCK_EX | LOCK_NB) == 0) }
    return CGICarrier.received(try await child.run())
  }
}

@Suite struct DoorTranscriptTests {
  @Test(arguments: try Transcript.chosen(in: "Door"))
  func door(_ transcript: Transcript) async throws {
    var runner = try TranscriptRunner(transcript, by: DoorCarrier())
    try await runner.run()
  }

  /// Every code of the contract's section 4, with the words that people are told, in a reply of some transcript.
  @Test func everyCode() throws {
    let codes = """
      invalid_json invalid_request unknown_action entity_required unauthorized wrong_entity foreign_origin unknown_sip_id unknown_entity
      unknown_appointment_type unknown_product unknown_agent unknown_slot unknown_booking unknown_user
      method_not_allowed request_timeout length_required request_too_large slot_taken booking_changed booking_cancelled
      missing_information invalid_information ambiguous too_late too_soon too_far too_many slot_mismatch
      misconfigured_business damaged_bookings internal busy storage_full storage_unavailable
      """.split(whereSeparator: \.isWhitespace)
    let replies = try (Transcript.all() + Transcript.all(in: "Door")).flatMap(\.steps).compactMap { step in
      if case .exchange(let exchange) = step.action { exchange.reply } else { nil }
    }
    for code in codes {
      #expect(
        replies.contains { $0.contains("\"code\": \"\(code)\"") && !$0.contains(#""detail": "…""#) }, "\(code)")
    }
  }
}
