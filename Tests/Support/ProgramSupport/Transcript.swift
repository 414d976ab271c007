// Transcripts: one phone call each, as the bot and the program spoke it, in a text file under Tests/Transcripts.
// This file reads them; TranscriptRunner.swift replays them through the release program.
//
//   # A comment. The first one says what the call shows.
//   business salon                    put Businesses/salon.yaml into the fresh tree
//   file Businesses/tiny.yaml         write a file below the tree: the lines behind a bar
//   | name: Tiny
//   append Data/tiny.jsonl            the same, behind what the file has
//   | not an event
//   set VOICEBOT_NOW=2026-09-14T08:00:00Z    a variable of the requests that follow (without a value: unset)
//   endpoint tiny                     they go to this business's endpoint (without a name: to none)
//   > {"action": "getAgents",         a request, as it is sent; more lines of it also begin with >
//   >  "entityId": "tiny"}
//   < [{"id": "$agent", …}, …]        the reply that must come
//   < 404 {"code": "unknown_agent", …}       the reply, with the HTTP status where the body does not say it
//   < 202                             a reply without a body
//   < "[] Nothing is free …"          a reply that is a text
//   ! tiny.yaml:3:1: …                the line that a 5xx leaves in the log, behind its time and status; also of another
//                                     reply, where the carrier has a log that its reply is not mixed with
//
// A reply must be the same JSON value with its members in the same order; white space does not count. In it
//   $name    in a string, at its first use keeps what stands there, which no other name has kept; from then on it must
//            be that again. In a request and in the files it is replaced by what was kept. `$$` is a dollar sign.
//   …        in a string is any text, as a value any value, behind the members of an object or the elements of an
//            array any further ones.
// VOICEBOT_NOW is 2026-09-14T08:00:00+02:00, a Monday, until a line sets it. Nothing else is in the environment.

import Foundation
import Testing

/// One call, read from a file.
package struct Transcript: Sendable, CustomTestStringConvertible {
  /// One step, with the line it begins on.
  package struct Step: Sendable {
    package var line: Int
    package var action: Action
  }
  package enum Action: Sendable {
    case business(String)
    case file(path: String, text: String, append: Bool)
    case set(name: String, value: String?)
    case endpoint(String?)
    case exchange(Exchange)
  }
  /// A request and what must come of it.
  package struct Exchange: Sendable {
    package var request: String
    package var status: Int?
    package var reply: String
    package var replyLine: Int
    package var log: String?
  }
  package struct Malformed: Error { package var place: String }

  package var name: String
  package var path: String
  package var steps: [Step] = []

  package var testDescription: String { name }

  /// Every transcript of the repository, by name; or every one in a directory of those that need special conditions.
  package static func all(in name: String = "") throws -> [Transcript] {
    let directory = Program.checkout.appending(path: "Tests/Transcripts/\(name)").resolvingSymlinksInPath()
    let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { file in
      try Transcript(
        name: file.deletingPathExtension().lastPathComponent, path: file.path,
        text: String(contentsOf: file, encoding: .utf8))
    }
  }

  /// The ones to be replayed: all of them, or the one that `VOICEBOT_TRANSCRIPT` names.
  package static func chosen(in directory: String = "") throws -> [Transcript] {
    let name = ProcessInfo.processInfo.environment["VOICEBOT_TRANSCRIPT"]
    return try all(in: directory).filter { name == nil || $0.name == name }
  }

  package init(name: String, path: String, text: String) throws {
    self.name = name
    self.path = path
    var before: Character?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(raw)
      if line.isEmpty || line.first == "#" {
        before = nil
        continue
      }
      guard add(line, at: index + 1, after: before) else { throw Malformed(place: "\(path):\(index + 1): \(line)") }
      before = line.first
    }
    for step in steps {
      if case .exchange(let exchange) = step.action, exchange.reply.isEmpty, exchange.status == nil {
        throw Malformed(place: "\(path):\(step.line): a request without a reply")
      }
    }
  }

  private mutating func add(_ line: String, at number: Int, after before: Character?) -> Bool {
    let rest = line.dropFirst().drop { $0 == " " }
    switch line.first {
    case ">":
      if before == ">", case .exchange(var exchange)? = steps.last?.action {
        exchange.request += "\n" + rest
        steps[steps.count - 1].action = .exchange(exchange)
      } else {
        let exchange = Exchange(request: String(rest), reply: "", replyLine: number)
        steps.append(Step(line: number, action: .exchange(exchange)))
      }
    case "<", "!":
      guard case .exchange(var exchange)? = steps.last?.action, before != nil else { return false }
      if line.first == "!" {
        exchange.log = String(rest)
      } else if before == "<" {
        exchange.reply += "\n" + rest
      } else {
        guard before == ">" else { return false }
        exchange.replyLine = number
        let status = rest.prefix(3)
        exchange.status = rest.count == 3 || rest.dropFirst(3).first == " " ? Int(status) : nil
        exchange.reply = String(exchange.status == nil ? rest : rest.dropFirst(4))
      }
      steps[steps.count - 1].action = .exchange(exchange)
    case "|":
      guard case .file(let path, let text, let append)? = steps.last?.action else { return false }
      // One space belongs to the bar.
      let content = line.dropFirst(line.dropFirst().first == " " ? 2 : 1)
      steps[steps.count - 1].action = .file(path: path, text: text + content + "\n", append: append)
    default:
      guard let action = directive(line) else { return false }
      steps.append(Step(line: number, action: action))
    }
    return true
  }

  private func directive(_ line: String) -> Action? {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words[0], words.count > 1 ? words[1] : nil) {
    case ("business", let name?): return .business(name)
    case ("file", let path?): return .file(path: path, text: "", append: false)
    case ("append", let path?): return .file(path: path, text: "", append: true)
    case ("endpoint", let name): return .endpoint(name)
    case ("set", let assignment?):
      guard let equals = assignment.firstIndex(of: "=") else { return nil }
      let value = String(assignment[assignment.index(after: equals)...])
      return .set(name: String(assignment[..<equals]), value: value.isEmpty ? nil : value)
    default: return nil
    }
  }
}
