// The door: how much of standard input is read, what is refused before anyone looks at the JSON, and how the program
// ends, with the program itself as a web server or a shell starts it. What requests mean is in the transcripts.

import System
import Host
import Foundation
import JSON
import ProgramSupport
import Testing

/// A reply of the program started as CGI, which must be whole.
private func reply(
  _ environment: [String: String], _ input: Child.Input, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> CGIResponse {
  let result = try await Program.child(environment, input: input).run()
  #expect(result.status == 0, sourceLocation: sourceLocation)
  #expect(result.errorText == "", sourceLocation: sourceLocation)
  let reply = try #require(CGIResponse(result.output), sourceLocation: sourceLocation)
  #expect(reply.complaint == nil, sourceLocation: sourceLocation)
  return reply
}

@Suite struct BodyLengthTests {
  /// How a length is passed, what arrives, and what comes of it: a status and a code.
  struct Case: Sendable, CustomTestStringConvertible {
    var length: String?
    var encoding: String?
    var input: [UInt8]
    /// Whether standard input stays open behind the bytes.
    var open = false
    var status = 200
    var code: String?
    var testDescription: String {
      "length \(length ?? "unset") encoding \(encoding ?? "unset") \(input.count) bytes\(open ? ", open" : "")"
    }
  }

  private static let padded = greeting + [UInt8](repeating: 0x20, count: 65536 - greeting.count)

  static let cases: [Case] = [
    Case(length: "\(greeting.count)", input: greeting),
    Case(length: "\(greeting.count)", input: greeting, open: true),
    // Never more than promised: what follows is not the request's.
    Case(length: "\(greeting.count)", input: greeting + Array("}}".utf8), open: true),
    Case(length: "000\(greeting.count)", input: greeting, open: true),
    Case(length: "65536", input: padded, open: true),
    Case(length: "65537", input: padded + [0x20], open: true, status: 413, code: "request_too_large"),
    Case(length: "\(greeting.count + 1)", input: greeting, status: 400, code: "invalid_request"),
    Case(length: "5", input: [], status: 400, code: "invalid_request"),
    Case(length: "\(greeting.count - 1)", input: greeting, open: true, status: 400, code: "invalid_json"),
    Case(length: "0", input: greeting, open: true, status: 400, code: "invalid_json"),
    Case(length: "", input: greeting, open: true, status: 400, code: "invalid_json"),
    Case(length: nil, input: greeting, open: true, status: 400, code: "invalid_json"),
    Case(length: "-1", input: greeting),
    Case(length: nil, encoding: "chunked", input: greeting),
    Case(length: "", encoding: "gzip, Chunked", input: greeting),
    Case(length: nil, encoding: "chunked, gzip", input: greeting, status: 400, code: "invalid_json"),
    Case(length: nil, encoding: "chunked", input: padded + [0x20], status: 413, code: "request_too_large"),
    Case(length: "abc", input: greeting, status: 411, code: "length_required"),
    Case(length: "abc", input: greeting, open: true, status: 411, code: "length_required"),
    Case(length: "-2", input: greeting, open: true, status: 411, code: "length_required"),
    Case(length: "+5", input: greeting, open: true, status: 411, code: "length_required"),
    Case(length: " 5", input: greeting, open: true, status: 411, code: "length_required"),
    Case(length: "1e3", input: greeting, open: true, status: 411, code: "length_required"),
    Case(length: "0x10", input: greeting, open: true, status: 411, code: "length_required"),
    // More digits than fit into any integer.
    Case(length: "99999999999999999999999999", input: greeting, status: 413, code: "request_too_large"),
    Case(length: "18446744073709551617", input: greeting, status: 413, code: "request_too_large"),
  ]

  @Test(arguments: cases)
  func length(_ check: Case) async throws {
    let tree = try greetingTree()
    var environment = ["GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "VOICEBOT_ROOT": tree.root.path]
    environment["CONTENT_LENGTH"] = check.length
    environment["HTTP_TRANSFER_ENCODING"] = check.encoding
    let reply = try await reply(environment, check.open ? .stalled(check.input) : .bytes(check.input))
    #expect(reply.status == check.status)
    #expect(code(reply.body) == check.code)
    if check.status == 200 { #expect(String(decoding: reply.body, as: UTF8.self) == greeted) }
  }

  /// A refused body is read away, so that a server that is still sending it gets to the reply; but not one without end.
  @Test(arguments: ["5242880", "1000000000", "-1", "abc"], [5_242_880, 1_000_000_000])
  func refusedBodyIsDrained(_ length: String, _ sent: Int) async throws {
    let environment = ["GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": length]
    var child = Program.child(environment)
    child.path = "/bin/sh"
    // The sender fails where its reader goes away early.
    child.arguments = [
      "-c", #"{ head -c $1 /dev/zero 2>/dev/null && echo sent >&2; } | { "$0"; echo " $?" >&2; }"#, Program.path,
      "\(sent)",
    ]
    let result = try await child.run()
    let words = result.errorText.split(whereSeparator: \.isWhitespace).sorted()
    #expect(words == (sent == 5_242_880 ? ["0", "sent"] : ["0"]))
    #expect(try #require(CGIResponse(result.output)).status == (length == "abc" ? 411 : 413))
  }

  /// A client that stalls gets 408 after 10 s, whatever it has sent; all of them wait at once.
  @Test func stalledBodiesTimeOut() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (length, input) in [
        (nil, greeting), ("\(greeting.count + 1)", greeting), ("-1", greeting), ("5", []), ("65537", greeting),
      ] as [(String?, [UInt8])] {
        group.addTask {
          var environment: [String: String] = [:]
          if let length {
            environment = ["GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": length]
          }
          let result = try await Program.child(environment, input: .stalled(input)).run()
          #expect(result.status == 0)
          #expect(result.errorText == "")
          #expect(result.seconds > 9.5 && result.seconds < 20)
          let body = length == nil ? result.output : try #require(CGIResponse(result.output)).body
          // What is too large is so without all of it.
          #expect(code(body) == (length == "65537" ? "request_too_large" : "request_timeout"))
        }
      }
      try await group.waitForAll()
    }
  }
}

@Suite struct DrainTests {
  /// A body that is refused for its length is drained up to that length: what follows is another request's.
  @Test func drainsWhatWasPromised() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "drain-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data([UInt8](repeating: 0x20, count: 70_000) + Array("NEXT".utf8)).write(to: file)
    let calls = LinuxCalls()
    let descriptor = try calls.open(file.path, .read)
    defer { calls.close(descriptor) }
    let outcome = StandardInput.read(
      descriptor, .exactly(70_000), limit: 65_536, deadline: Deadline(milliseconds: 10_000, calls), calls)
    #expect(outcome == .tooLarge)
    #expect(try calls.readToEnd(descriptor, size: nil, limit: 100) == Array("NEXT".utf8))
  }
}

@Suite struct MethodTests {
  @Test(arguments: ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "post", "PATCH"])
  func onlyPostIsAnswered(_ method: String) async throws {
    let tree = try greetingTree()
    let environment = Program.cgi(greeting, method: method, ["VOICEBOT_ROOT": tree.root.path])
    let result = try await Program.child(environment, input: .stalled(greeting)).run()
    #expect(result.status == 0)
    #expect(result.errorText == "")
    let reply = try #require(CGIResponse(result.output))
    #expect(reply.status == 405)
    #expect(reply["Allow"] == "POST")
    if method == "HEAD" {
      #expect(reply.body.isEmpty)
      #expect(reply["Content-Type"] == "application/problem+json")
    } else {
      #expect(reply.complaint == nil)
      #expect(code(reply.body) == "method_not_allowed")
    }
  }

  /// Fission sets REQUEST_METHOD and wants a bare body: GATEWAY_INTERFACE alone says CGI.
  @Test func methodAloneIsNoCGI() async throws {
    let tree = try greetingTree()
    let environment = ["REQUEST_METHOD": "GET", "CONTENT_LENGTH": "3", "VOICEBOT_ROOT": tree.root.path]
    let result = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(result.text == greeted + "\n")
  }

  /// RFC 3875, section 4.4: `?-s+--help` becomes argv.
  @Test(arguments: [["-s", "--help"], ["--version"], ["check"], ["list", "gleichgewicht"]])
  func argumentsAreIgnoredUnderCGI(_ arguments: [String]) async throws {
    let tree = try greetingTree()
    var child = Program.child(
      Program.cgi(greeting, ["VOICEBOT_ROOT": tree.root.path, "QUERY_STRING": arguments.joined(separator: "+")]),
      input: .bytes(greeting))
    child.arguments = arguments
    let result = try await child.run()
    let reply = try #require(CGIResponse(result.output))
    #expect(String(decoding: reply.body, as: UTF8.self) == greeted)
  }
}

@Suite struct HostileBodyTests {
  private static let tenKB = String(repeating: "a", count: 10_240)
  private static func request(_ rest: String) -> [UInt8] { Array(#"{"action":\#(rest)}"#.utf8) }
  private static func booking(slot: String) -> [UInt8] {
    request(#""bookAppointment","appointmentTypeId":"massage","productId":"massage-30","slotId":"\#(slot)""#)
  }

  /// A body, and the code that it gets; nil where it is answered.
  static let bodies: [(name: String, body: [UInt8], code: String?)] = [
    ("empty", [], "invalid_json"),
    ("white space", Array(" \r\n\t".utf8), "invalid_json"),
    ("not JSON", Array("action=getSlots".utf8), "invalid_json"),
    ("an array", Array("[]".utf8), "invalid_request"),
    ("a string", Array(#""getSlots""#.utf8), "invalid_request"),
    ("null", Array("null".utf8), "invalid_request"),
    ("no action", Array("{}".utf8), "invalid_request"),
    ("an unknown action", Array(#"{"action":"dropTables"}"#.utf8), "unknown_action"),
    ("NUL", [0], "invalid_json"),
    ("64 KiB of zeros", [UInt8](repeating: 0, count: 65536), "invalid_json"),
    ("a byte too many", [UInt8](repeating: 0x20, count: 65537), "request_too_large"),
    ("100,000 brackets", [UInt8](repeating: UInt8(ascii: "["), count: 100_000), "request_too_large"),
    ("60,000 brackets", [UInt8](repeating: UInt8(ascii: "["), count: 60_000), "invalid_json"),
    ("30,000 objects", Array(String(repeating: #"{"":"#, count: 13_000).utf8), "invalid_json"),
    ("invalid UTF-8", Array(#"{"action":""#.utf8) + [0xff, 0xfe] + Array(#""}"#.utf8), "invalid_json"),
    ("overlong UTF-8", Array(#"{"action":""#.utf8) + [0xc0, 0xaf] + Array(#""}"#.utf8), "invalid_json"),
    ("a byte order mark", [0xef, 0xbb, 0xbf] + greeting, nil),
    ("two byte order marks", [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf] + greeting, "invalid_json"),
    ("UTF-16", greeting.flatMap { [$0, 0] }, "invalid_json"),
    ("a lone surrogate", Array(#"{"action":"\ud800"}"#.utf8), "unknown_action"),
    ("two values", greeting + greeting, "invalid_json"),
    ("a member twice", Array(#"{"action":"a","action":"b"}"#.utf8), "invalid_json"),
    ("cut", Array(greeting.dropLast()), "invalid_json"),
    ("an entity of 10 KB", request(#""getBusinessName","entityId":"\#(tenKB)""#), "unknown_entity"),
    ("a slot of 10 KB", booking(slot: "gleichgewicht.massage.massage-30._.\(tenKB)"), "unknown_slot"),
    ("a slot of dots", booking(slot: String(repeating: ".", count: 10_240)), "unknown_slot"),
    ("a member of 10 KB", request(#""getBusinessName","\#(tenKB)":"\#(tenKB)""#), nil),
  ]

  @Test(arguments: bodies.indices)
  func body(_ index: Int) async throws {
    let (name, body, expected) = HostileBodyTests.bodies[index]
    let tree = try greetingTree()
    var child = Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(body))
    child.addressSpaceKiB = Program.addressSpaceKiB
    let result = try await child.run()
    #expect(result.status == 0)
    #expect(result.errorText == "")
    #expect(code(result.output) == expected, "\(name)")
    #expect(result.seconds < 5, "\(name)")
  }

  /// 1 GB of zeros is refused in bounded memory and time, with and without a length.
  @Test(arguments: [nil, "1000000000", "-1"])
  func floodIsBounded(_ length: String?) async throws {
    var environment: [String: String] = [:]
    if let length {
      environment = ["GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": length]
    }
    var child = Program.child(environment, input: .zeros(1_000_000_000))
    child.addressSpaceKiB = Program.addressSpaceKiB
    let result = try await child.run()
    #expect(result.status == 0)
    let body = length == nil ? result.output : try #require(CGIResponse(result.output)).body
    #expect(code(body) == "request_too_large")
    #expect(result.seconds < 5)
  }
}
