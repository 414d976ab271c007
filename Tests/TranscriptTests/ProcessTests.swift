// The program as a process: what it leaves in the log, how it ends, and that nothing about its streams, its variables
// or its directory makes it fail without a word. The door itself is in DoorTests.swift.

import Foundation
import Glibc
import ProgramSupport
import Testing

@Suite struct ExitTests {
  /// The exit status is 0 for a whole reply of any status, and only then.
  @Test func anErrorIsAWholeReply() async throws {
    let result = try await Program.child(["VOICEBOT_NOW": "nonsense"], input: .bytes(greeting)).run()
    #expect(result.status == 0)
    #expect(code(result.output) == "internal")
  }

  @Test(arguments: [Child.Output.broken, .closed])
  func aReplyThatNobodyGetsIsNone(_ output: Child.Output) async throws {
    let tree = try greetingTree()
    var child = Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(greeting))
    child.output = output
    let result = try await child.run()
    // Not by SIGPIPE.
    #expect(result.status == 1)
    #expect(result.signal == nil)
    #expect(result.errorText == "")
  }

  /// A reader who takes nothing does not keep the program for ever.
  @Test func aReaderWhoStalls() async throws {
    let tree = try greetingTree()
    let question = #"{"action":"getSlots","appointmentTypeId":"massage","productId":"massage-30","days":60}"#
    let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T06:00:00Z"]
    var child = Program.child(environment, input: .bytes(Array(question.utf8)))
    child.output = .unread
    let result = try await child.run()
    #expect(result.status == 1)
    #expect(result.signal == nil)
    #expect(result.seconds < 40)
  }

  @Test func aFullDeviceIsNoReply() async throws {
    let tree = try greetingTree()
    var child = Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(greeting))
    child.path = "/bin/sh"
    child.arguments = ["-c", #""$0" >/dev/full"#, Program.path]
    #expect(try await child.run().status == 1)
  }

  /// Standard streams that are missing at the start do not become files that are opened later.
  @Test func missingStreams() async throws {
    let tree = try greetingTree()
    var child = Program.child(["VOICEBOT_ROOT": tree.root.path], input: .closed)
    child.errors = .closed
    let noInput = try await child.run()
    #expect(noInput.status == 0)
    #expect(code(noInput.output) == "invalid_json")

    child = Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(greeting))
    child.errors = .closed
    #expect(try await child.run().text == greeted + "\n")

    child = Program.child(["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "nonsense"], input: .bytes(greeting))
    child.errors = .closed
    #expect(code(try await child.run().output) == "internal")
  }
}

@Suite struct LogTests {
  /// A variable that cannot be obeyed refuses every request and says which one it is.
  @Test(arguments: [
    ("VOICEBOT_NOW", "yesterday"), ("VOICEBOT_NOW", "2026-02-30"), ("VOICEBOT_NOW", "2026-09-14T25:00:00Z"),
    ("VOICEBOT_ERRORS", "404"), ("VOICEBOT_TOKEN_IN_QUERY", "yes"), ("VOICEBOT_TOKEN", ""),
    ("VOICEBOT_TOKEN", "two words"), ("VOICEBOT_TOKEN", "pa\u{df}word"),
  ])
  func unusableVariable(_ name: String, _ value: String) async throws {
    let tree = try greetingTree()
    let environment = ["VOICEBOT_ROOT": tree.root.path, name: value]
    let bare = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(bare.status == 0)
    #expect(code(bare.output) == "internal")
    #expect(bare.errorText.contains(" 500 \(name) is "))
    #expect(bare.errorText.hasSuffix("\n") && !bare.errorText.hasPrefix("\n"))
    #expect(bare.errorText.split(separator: "\n").count == 1)
    if name == "VOICEBOT_TOKEN", !value.isEmpty { #expect(!bare.errorText.contains(value)) }
    #expect(!bare.text.contains("VOICEBOT"))

    let cgi = try await Program.child(Program.cgi(greeting, environment), input: .bytes(greeting)).run()
    #expect(try #require(CGIResponse(cgi.output)).status == 500)
  }

  /// A business that is not there is a caller's mistake, a directory that is not there the operator's.
  @Test func aWrongRootIsToldToTheOperator() async throws {
    let result = try await Program.child(["VOICEBOT_ROOT": "/nowhere"], input: .bytes(greeting)).run()
    #expect(result.text.contains(#""code":"internal""#))
    #expect(result.errorText.contains(" 500 the directory of the business files cannot be read"))
  }

  /// Variables that are set but empty count as unset.
  @Test func emptyVariables() async throws {
    let tree = try greetingTree()
    var environment = ["VOICEBOT_ROOT": tree.root.path]
    for name in ["NOW", "ERRORS", "LOG", "ENTITY", "BUSINESSES", "DATA", "TOKEN_IN_QUERY"] {
      environment["VOICEBOT_\(name)"] = ""
    }
    let result = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(result.text == greeted + "\n")
    #expect(result.errorText == "")
  }

  @Test func aFileTakesTheLines() async throws {
    let tree = try greetingTree()
    let log = tree.root.appending(path: "faults.log")
    let environment = ["VOICEBOT_LOG": log.path, "VOICEBOT_NOW": "a\nb\u{1b}[31m\u{85}\u{2028}c"]
    for _ in 1...2 {
      let result = try await Program.child(environment, input: .bytes(greeting)).run()
      #expect(result.errorText == "")
    }
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    for line in lines.prefix(2) {
      #expect(line.contains(/^voicebot: [0-9T:.-]+Z 500 VOICEBOT_NOW is “a b \[31m  c”/))
    }
    let mode = try FileManager.default.attributesOfItem(atPath: log.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  /// A line fits into a pipe, however much there is to say.
  @Test func aLongLineIsCut() async throws {
    let environment = ["VOICEBOT_NOW": String(repeating: "é", count: 10_000)]
    let result = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(result.errors.count <= 4096)
    #expect(result.errorText.hasSuffix("é…\n"))
  }

  /// That a crash's remains were put aside is said where it cannot become part of a good reply: OpenFaaS, Nuclio and inetd
  /// mix standard error into it.
  @Test func whatWasPutRight() async throws {
    let tree = try greetingTree()
    let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T06:00:00Z"]
    var call = Call { try await Program.child(environment, input: .bytes($0)).run().output }
    let booking = try await call.book(from: "2026-09-16")
    let cancel = Array(#"{"action":"cancelAppointment","bookingId":"\#(booking)","slotId":"\#(call.slot)"}"#.utf8)
    let move = Array(
      #"{"action":"modifyAppointment","bookingId":"\#(booking)","slotIdOld":"\#(call.slot)","slotIdNew":"\#(call.slot)"}"#
        .utf8)
    func afterACrash(_ body: [UInt8], _ environment: [String: String]) async throws -> Child.Result {
      try tree.write(#"{"n":9,"at":"2026"#, to: "Data/gleichgewicht.jsonl", append: true)
      return try await Program.child(environment, input: .bytes(body)).run()
    }

    let bare = try await afterACrash(cancel, environment)
    #expect(bare.text.contains(#""status":"cancelled""#))
    #expect(bare.errorText == "")

    let cgi = try await afterACrash(cancel, Program.cgi(cancel, environment))
    #expect(try #require(CGIResponse(cgi.output)).status == 200)
    #expect(cgi.errorText.contains(" 200 gleichgewicht.jsonl:4: a crash left 17 bytes"))
    #expect(cgi.errorText.split(separator: "\n").count == 1)

    // So is what was put right for a request that is refused; and a file takes it from everybody.
    let refused = try await afterACrash(move, Program.cgi(move, environment))
    #expect(refused.errorText.contains(" 409 gleichgewicht.jsonl:4: a crash left 17 bytes"))
    let log = tree.root.appending(path: "faults.log")
    let logged = try await afterACrash(cancel, environment.merging(["VOICEBOT_LOG": log.path]) { $1 })
    #expect(logged.errorText == "")
    #expect(try String(contentsOf: log, encoding: .utf8).contains(" 200 gleichgewicht.jsonl:4: a crash left 17 bytes"))
  }

  @Test func offIsSilent() async throws {
    let result = try await Program.child(["VOICEBOT_LOG": "off", "VOICEBOT_NOW": "x"], input: .bytes(greeting)).run()
    #expect(code(result.output) == "internal")
    #expect(result.errorText == "")
  }

  /// A log that cannot be opened does not swallow the fault.
  @Test func unusableLog() async throws {
    let environment = ["VOICEBOT_LOG": "/nowhere/at/all.log", "VOICEBOT_NOW": "x"]
    let result = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(code(result.output) == "internal")
    #expect(result.errorText.contains("VOICEBOT_NOW") && result.errorText.contains("VOICEBOT_LOG"))
  }

  @Test func aMissingErrorStreamDoesNotMatter() async throws {
    var child = Program.child(["VOICEBOT_NOW": "x"], input: .bytes(greeting))
    child.errors = .broken
    let result = try await child.run()
    #expect(result.status == 0)
    #expect(code(result.output) == "internal")
  }
}

@Suite struct RootTests {
  /// A deployed tree finds itself: no variable, another working directory, and started through a link.
  @Test func treeNeedsNoVariable() async throws {
    let tree = try greetingTree()
    let bin = try tree.directory("bin")
    try Program.copy(to: bin.appending(path: "voicebot"))
    let link = tree.root.appending(path: "link")
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: bin.appending(path: "voicebot").path)
    for path in [bin.appending(path: "voicebot").path, link.path] {
      let result = try await Child(path: path, directory: "/", input: .bytes(greeting)).run()
      #expect(result.text == greeted + "\n")
    }
  }

  /// A program that lies elsewhere takes the working directory.
  @Test func workingDirectory() async throws {
    let tree = try greetingTree()
    let elsewhere = try TemporaryTree()
    let copy = elsewhere.root.appending(path: "voicebot")
    try Program.copy(to: copy)
    let result = try await Child(path: copy.path, directory: tree.root.path, input: .bytes(greeting)).run()
    #expect(result.text == greeted + "\n")
  }

  @Test func directoriesOfTheirOwn() async throws {
    let tree = try greetingTree()
    let environment = [
      "VOICEBOT_ROOT": "/nowhere", "VOICEBOT_BUSINESSES": tree.root.path + "/Businesses", "VOICEBOT_DATA": "/nowhere",
    ]
    let result = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(result.text == greeted + "\n")
  }
}
