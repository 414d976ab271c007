// OpenFaaS: stand-ins for its two watchdogs, which start the program for each request, hand it the body and the headers as
// variables named Http_*, and take its output for the reply only if it ends with 0. Nothing here knows OpenFaaS but by
// what its watchdogs' sources do.

import Foundation
import ProgramSupport
import Testing

/// A watchdog in front of a program.
enum Watchdog: String, CaseIterable, Sendable {
  /// The classic one, with `content_type=application/json combine_output=false`.
  case classic
  /// of-watchdog, with `mode=serializing`: output is dropped where the program fails.
  case of

  /// What a program's run becomes: a status and a body.
  func reply(to result: Child.Result) -> (status: Int, body: String) {
    if result.status == 0 { return (200, result.text) }
    let failure = result.signal.map { "signal: \($0)" } ?? "exit status \(result.status ?? -1)"
    return (500, self == .classic ? failure + "\n" + result.text : failure)
  }

  /// Sends a request through it; `process` is the program, by default the real one.
  func send(
    _ body: [UInt8], _ headers: [String: String] = [:], _ more: [String: String] = [:], to process: String? = nil,
    in tree: TemporaryTree
  ) async throws -> (status: Int, body: String) {
    // What a container has, and what the watchdog adds.
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": "/home/app", "HOSTNAME": "voicebot-5d", "fprocess": Program.path,
      "content_type": "application/json", "Http_Method": "POST", "Http_Path": "/", "Http_Host": "gateway:8080",
      "Http_Content_Length": "\(body.count)", "VOICEBOT_ROOT": tree.root.path,
    ].merging(more) { $1 }
    switch self {
    case .classic: environment.merge(["combine_output": "false", "Http_ContentLength": "\(body.count)"]) { $1 }
    case .of: environment.merge(["mode": "serializing", "Http_Content_Type": "application/json"]) { $1 }
    }
    for (name, value) in headers { environment["Http_" + name.replacing("-", with: "_")] = value }
    let child = Child(path: process ?? Program.path, environment: environment, input: .bytes(body))
    return reply(to: try await child.run())
  }
}

@Suite struct WatchdogTests {
  /// Success, refusals, a fault, two crashes and recovery, one after the other, as one container sees them.
  @Test(arguments: Watchdog.allCases)
  func requests(_ watchdog: Watchdog) async throws {
    // A program that ends without a reply where the request says so, and is the real one otherwise.
    let tree = try greetingTree()
    try tree.write(
      """
      #!/bin/sh
      request=$(cat)
      case $request in
      *crash*) kill -ILL $$ ;;
      *exit*) echo '{"half'; exit 3 ;;
      esac
      printf %s "$request" | '\(Program.path)'
      """, to: "process", mode: 0o755)
    let process = tree.root.path + "/process"
    func send(_ body: [UInt8]) async throws -> (status: Int, body: String) {
      try await watchdog.send(body, to: process, in: tree)
    }

    #expect(try await send(greeting) == (200, greeted + "\n"))
    // A refused request is a reply.
    let refused = try await send(Array("{}".utf8))
    #expect(refused.status == 200)
    #expect(code(Array(refused.body.utf8)) == "invalid_request")
    // What ends without a reply is none, and is not the next request's: there is no state but the files.
    for end in ["crash", "exit"] {
      let failed = try await send(Array(end.utf8))
      #expect(failed.status == 500)
      #expect(!failed.body.contains("code"))
      #expect(try await send(greeting) == (200, greeted + "\n"))
    }
    // So is a fault, and its line for the log stays out of it.
    try tree.write("name: [", to: "Businesses/gleichgewicht.yaml")
    let fault = try await send(greeting)
    #expect(fault.status == 200)
    #expect(code(Array(fault.body.utf8)) == "misconfigured_business")
    #expect(fault.body.filter { $0 == "\n" }.count == 1)
    try tree.add(business: "gleichgewicht")
    #expect(try await send(greeting) == (200, greeted + "\n"))
  }

  /// The program's own failure to reply is one that a watchdog sees.
  @Test func noReplyIsAFailure() async throws {
    let tree = try greetingTree()
    var child = Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(greeting))
    child.output = .broken
    let result = try await child.run()
    for watchdog in Watchdog.allCases { #expect(watchdog.reply(to: result).status == 500) }
  }

  @Test(
    arguments: Watchdog.allCases,
    [
      ([:], "unauthorized"), (["Authorization": "Bearer no"], "unauthorized"),
      (["Authorization": "Bearer s3cret"], nil),
    ] as [([String: String], String?)])
  func token(_ watchdog: Watchdog, _ check: (headers: [String: String], code: String?)) async throws {
    let reply = try await watchdog.send(greeting, check.headers, ["VOICEBOT_TOKEN": "s3cret"], in: greetingTree())
    #expect(reply.status == 200)
    #expect(code(Array(reply.body.utf8)) == check.code)
  }

  @Test(
    arguments: [("token=s3cret", nil), ("token=s3cre", "unauthorized"), ("x=1", "unauthorized")] as [(String, String?)])
  func tokenInQuery(_ query: String, _ expected: String?) async throws {
    let reply = try await Watchdog.classic.send(
      greeting, [:], ["VOICEBOT_TOKEN": "s3cret", "VOICEBOT_TOKEN_IN_QUERY": "1", "Http_Query": query],
      in: greetingTree())
    #expect(code(Array(reply.body.utf8)) == expected)
  }
}
