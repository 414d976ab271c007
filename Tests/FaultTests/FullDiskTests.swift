// No room: a file that may not grow, a disk that is full, and a write that the system does only in part. The caller is
// told `storage_full`, the file is what it was, and when there is room again everything works.

import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

@Suite("A full disk")
struct FullDiskTests {
  /// The file may grow by some bytes, fewer than the event takes.
  @Test(arguments: [0, 1, 100, 500])
  func aFileThatMayNotGrow(_ room: Int) async throws {
    let scene = try FaultScene()
    let first = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 8), caller: 1))
    let before = try Data(contentsOf: scene.bookingsFile)
    let requests = [
      FaultScene.book(FaultScene.slot("ada", 9), caller: 2),
      FaultScene.move(first["id"] ?? "", from: first.slot ?? "", to: FaultScene.slot("ben", 9)),
      FaultScene.cancel(first["id"] ?? "", first.slot ?? ""),
    ]
    for request in requests {
      var child = scene.child(request)
      child.limit(fileSize: before.count + room)
      let result = try await child.run()
      let reply = try #require(FaultReply(result), "\(result)")
      #expect(reply.code == "storage_full")
      #expect(reply.problemStatus == 503)
      #expect(try Data(contentsOf: scene.bookingsFile) == before)
    }
    #expect(try await scene.ask(FaultScene.list("ada")).ids.count == 23)
    for request in [requests[0], requests[2]] { #expect(try await scene.ask(request).code == nil) }
    #expect(try scene.ledger().holders.count == 1)
  }

  /// Not even the first line of the first file fits.
  @Test(arguments: [0, 54, 60, 97, 98])
  func aFirstFileThatMayNotGrow(_ size: Int) async throws {
    let scene = try FaultScene(FaultData(files: nil))
    let request = FaultScene.book(FaultScene.slot("ada", 9), caller: 1)
    var child = scene.child(request)
    child.limit(fileSize: size)
    #expect(try #require(FaultReply(try await child.run())).code == "storage_full")
    #expect(try await scene.ask(FaultScene.list("ada")).ids.count == 24)
    #expect(try await scene.ask(request).code == nil)
    #expect(try scene.ledger().holders.count == 1)
  }

  /// The system writes a part of the event, and the rest when it is asked again: there is room by then.
  @Test func aShortWriteIsContinued() async throws {
    let scene = try FaultScene()
    _ = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 8), caller: 1))
    let size = try Data(contentsOf: scene.bookingsFile).count
    var child = scene.child(FaultScene.book(FaultScene.slot("ada", 9), caller: 2))
    child.limit(fileSize: size + 100)
    let write = SystemCall(name: "pwrite64", number: 1, text: "", isAfterReply: false)
    let running = try child.disturbed(.stop(write), log: scene.log).start()
    let pid = try await scene.stoppedProcess()
    #expect(scene.traced().contains(" = 100"))
    #expect(try Data(contentsOf: scene.bookingsFile).count == size + 100)
    // Nobody takes what is there of it for a booking.
    #expect(try await scene.ask(FaultScene.list("ada")).ids.count == 23)

    let raised = try await Child(path: "/usr/bin/prlimit", arguments: ["--pid", "\(pid)", "--fsize=unlimited:"]).run()
    #expect(raised.status == 0)
    kill(pid, SIGCONT)
    let reply = try #require(FaultReply(await running.result()))
    #expect(reply.code == nil)
    #expect(try scene.ledger().holders.count == 2)
  }

  /// A disk of a few pages fills up between bookings, and has room again later. Where no disk may be mounted, a limit
  /// on the file's size stands for it.
  @Test func aDiskThatFillsUp() async throws {
    let scene = try FaultScene()
    let requests = (0..<48).map { FaultScene.book(FaultScene.slot($0 < 24 ? "ada" : "ben", $0 % 24), caller: $0) }
    try scene.tree.write(requests.joined(separator: "\n") + "\n", to: "requests")
    try scene.tree.write(
      """
      cd "$VOICEBOT_ROOT" || exit 1
      book() { head -n "$1" requests | while read -r request; do printf %s "$request" | "$PROGRAM"; done; }
      mount -t tmpfs -o size=64k,mode=700 none Data 2>/dev/null && mounted=1
      book 10
      if [ "$mounted" ]; then
        cat /dev/zero >Data/filler 2>/dev/null
        book 48
        rm Data/filler
      else
        (ulimit -f 16; book 48)
      fi
      book 48
      cat Data/faults.jsonl >after.jsonl
      """, to: "script")
    var child = scene.child("")
    child.path = "/bin/sh"
    let script = #"unshare -rm true && exec unshare -rm sh "$0"; exec sh "$0""#
    child.arguments = ["-c", script, scene.tree.root.path + "/script"]
    child.environment.merge(["PROGRAM": Program.path, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]) { $1 }
    let result = try await child.run()
    #expect(result.status == 0, "\(result.errorText)")
    let replies = result.output.split(separator: UInt8(ascii: "\n")).compactMap { line in
      FaultReply.value(line + [UInt8(ascii: "\n")]).map(FaultReply.init(value:))
    }
    try #require(replies.count == 10 + 48 + 48)
    let (first, full, last) = (replies[..<10], replies[10..<58], replies[58...])
    #expect(first.allSatisfy { $0.code == nil })
    #expect(Set(full.map(\.code)) == [nil, "storage_full"])
    #expect(last.allSatisfy { $0.code == nil })
    // Whoever was told that it is booked is told the same again; all are in the file, once.
    for (before, after) in zip(full, last) where before.code == nil { #expect(before["id"] == after["id"]) }
    for (before, after) in zip(first, last) { #expect(before["id"] == after["id"]) }
    let ledger = try FaultLedger(at: scene.tree.root.appending(path: "after.jsonl"))
    #expect(ledger.holders.count == 48)
    #expect(ledger.events.map(\.booking).sorted() == last.compactMap { $0["id"] }.sorted())
    Figures.say("full disk: \(full.count { $0.code != nil }) bookings refused for want of room")
  }
}

extension Child {
  /// Lets no file grow beyond so many bytes, until the limit is raised.
  mutating func limit(fileSize: Int) {
    arguments = ["--fsize=\(fileSize):", path] + arguments
    path = "/usr/bin/prlimit"
  }
}
