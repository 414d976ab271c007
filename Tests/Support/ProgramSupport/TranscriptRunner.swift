// Replays a transcript in a fresh tree, request by request, and reports the first reply that is not as expected with
// the line of the file it is expected on. How a request reaches the program is the carrier's.

import Foundation
import JSON
import Testing

/// What came back for one request.
package struct Received: Sendable {
  /// The HTTP status, or nil where the carrier has none.
  package var status: Int?
  package var body: [UInt8]
  /// What the program wrote to its log, or nil where the carrier cannot see it.
  package var log: String?
  /// What is wrong with the reply itself, whatever its content: nil if nothing is.
  package var complaint: String?

  package init(status: Int? = nil, body: [UInt8], log: String? = nil) {
    self.status = status
    self.body = body
    self.log = log
  }
}

/// A way for requests to reach the program in a tree.
package protocol Carrier: Sendable {
  /// Sends a request with these variables of the program and this endpoint, and returns the reply.
  func send(_ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree) async throws
    -> Received
}

/// One transcript being replayed.
package struct TranscriptRunner {
  package let transcript: Transcript
  package let carrier: any Carrier
  private let tree: TemporaryTree
  private var variables = ["VOICEBOT_NOW": "2026-09-14T08:00:00+02:00"]
  private var endpoint: String?
  private var captures = Captures()

  package init(_ transcript: Transcript, by carrier: any Carrier) throws {
    self.transcript = transcript
    self.carrier = carrier
    tree = try TemporaryTree()
  }

  /// Replays all of it, up to the first reply that is not as expected: those behind it depend on it.
  package mutating func run() async throws {
    for step in transcript.steps {
      switch step.action {
      case .business(let name): try tree.add(business: name)
      case .file(let path, let text, let append):
        try tree.write(captures.substitute(in: text), to: path, append: append)
      case .set(let name, let value): variables[name] = value
      case .endpoint(let name): endpoint = name
      case .exchange(let exchange):
        let request: String
        do {
          request = try captures.substitute(in: exchange.request)
        } catch let error as Captures.UnknownName {
          return report("$\(error.name) has not been kept yet", step.line)
        }
        let received: Received
        do {
          received = try await carrier.send(Array(request.utf8), variables, endpoint: endpoint, tree: tree)
        } catch {
          return report("\(error)\nrequest:  \(request)", step.line)
        }
        if let reason = try mismatch(exchange, received) {
          return report(
            """
            \(reason)
            request:  \(request)
            expected: \(exchange.status.map { "\($0) " } ?? "")\(exchange.reply)
            actual:   \(received.status.map { "\($0) " } ?? "")\(String(decoding: received.body, as: UTF8.self))
            """, exchange.replyLine)
        }
      }
    }
  }

  private mutating func mismatch(_ exchange: Transcript.Exchange, _ received: Received) throws -> String? {
    if let complaint = received.complaint { return complaint }
    if exchange.reply.isEmpty {
      guard received.body.isEmpty else { return "the reply has a body" }
      return received.status == exchange.status ? nil : "the HTTP status is \(received.status ?? 0)"
    }
    // A reply with a sentence behind it is a text, which the transcript has as a JSON string.
    let reply =
      (try? JSONValue(parsing: received.body, limits: JSONLimits(bytes: 1 << 24)))
      ?? .string(String(decoding: received.body, as: UTF8.self))
    if let reason = try ReplyPattern(exchange.reply).mismatch(with: reply, &captures) { return reason }
    let told = reply.objectValue.flatMap { $0["code"] == nil ? nil : $0["status"]?.integerValue }.map(Int.init) ?? 200
    if let status = received.status, status != exchange.status ?? told { return "the HTTP status is \(status)" }
    guard let log = received.log else { return nil }
    // What is not a fault of the reply is logged too, but not to a stream that a host may mix into it.
    if told < 500, log.isEmpty { return nil }
    guard told >= 500 || exchange.log != nil else { return "the log has a line: \(log)" }
    // voicebot: TIME STATUS SENTENCE
    let words = log.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 4, words[0] == "voicebot:", words[2] == "\(told)", words[3].hasSuffix("\n"),
      words[3].dropLast().allSatisfy({ $0 != "\n" })
    else { return "the log has not one line for this \(told): \(log)" }
    if let expected = exchange.log, !captures.match(expected, String(words[3].dropLast())) {
      return "the log says: \(words[3])"
    }
    return nil
  }

  private func report(_ reason: String, _ line: Int) {
    Issue.record(
      Comment(rawValue: "\(transcript.path):\(line): \(reason)"),
      sourceLocation: SourceLocation(
        fileID: "TranscriptTests/\(transcript.name).txt", filePath: transcript.path, line: line, column: 1))
  }
}
