// OpenFaaS: a stand-in for its watchdogs, which start the program for each request, hand it the body and the headers
// as variables named Http_*, and take its output for the reply only if it ends with 0.

import Foundation
import Testing

/// What the classic watchdog answers for a program's run (`content_type=application/json combine_output=false`).
private func watchdog(
  _ tree: TemporaryTree, _ body: [UInt8], _ headers: [String: String] = [:], _ more: [String: String] = [:]
) async throws -> (status: Int, body: String) {
  // What a container has, and what the watchdog adds.
  var environment = [
    "PATH": "/usr/bin:/bin", "HOME": "/home/app", "HOSTNAME": "voicebot-5d", "fprocess": Program.path,
    "content_type": "application/json", "combine_output": "false", "Http_Method": "POST", "Http_Path": "/",
    "Http_ContentLength": "\(body.count)", "Http_Content_Length": "\(body.count)", "Http_Host": "gateway:8080",
    "VOICEBOT_ROOT": tree.root.path,
  ].merging(more) { $1 }
  for (name, value) in headers { environment["Http_" + name.replacing("-", with: "_")] = value }
  let result = try await Program.child(environment, input: .bytes(body)).run()
  return result.status == 0 ? (200, result.text) : (500, result.errorText)
}

@Suite struct WatchdogTests {
  @Test func success() async throws {
    let reply = try await watchdog(greetingTree(), greeting)
    #expect(reply == (200, greeted + "\n"))
  }

  /// A refused request is a reply; so is a fault, and its line for the log stays out of it.
  @Test func refusalsAndFaultsAreReplies() async throws {
    let tree = try greetingTree()
    let refused = try await watchdog(tree, Array("{}".utf8))
    #expect(refused.status == 200)
    #expect(code(Array(refused.body.utf8)) == "invalid_request")
    try tree.write("name: [", to: "Businesses/gleichgewicht.yaml")
    let fault = try await watchdog(tree, greeting)
    #expect(fault.status == 200)
    #expect(code(Array(fault.body.utf8)) == "misconfigured_business")
    #expect(fault.body.filter { $0 == "\n" }.count == 1)
  }

  /// One request's crash is not the next one's: there is no state but the files.
  @Test func crashAndRecovery() async throws {
    let tree = try greetingTree()
    var child = Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(greeting))
    child.output = .broken
    #expect(try await child.run().status != 0)
    #expect(try await watchdog(tree, greeting) == (200, greeted + "\n"))
  }

  @Test(
    arguments: [
      ([:], "unauthorized"), (["Authorization": "Bearer no"], "unauthorized"),
      (["Authorization": "Bearer s3cret"], nil),
    ] as [([String: String], String?)])
  func token(_ headers: [String: String], _ expected: String?) async throws {
    let reply = try await watchdog(greetingTree(), greeting, headers, ["VOICEBOT_TOKEN": "s3cret"])
    #expect(reply.status == 200)
    #expect(code(Array(reply.body.utf8)) == expected)
  }

  @Test(
    arguments: [("token=s3cret", nil), ("token=s3cre", "unauthorized"), ("x=1", "unauthorized")] as [(String, String?)])
  func tokenInQuery(_ query: String, _ expected: String?) async throws {
    let reply = try await watchdog(
      greetingTree(), greeting, [:],
      ["VOICEBOT_TOKEN": "s3cret", "VOICEBOT_TOKEN_IN_QUERY": "1", "Http_Query": query])
    #expect(code(Array(reply.body.utf8)) == expected)
  }
}
