// One writer at a time, whoever it is; readers never wait.

import SystemSupport
import System
import Diary
import DiaryFile
import Foundation
import Synchronization
import Testing

@Suite struct LockTests {
  /// A process of its own that holds a lock by flock(1), as an operator's script would, until it is told to end.
  private final class Holder {
    private let process = Process()
    private let input = Pipe()

    init(_ lock: String) throws {
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["flock", lock, "sh", "-c", "echo held; cat"]
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      guard try output.fileHandleForReading.read(upToCount: 5) == Data("held\n".utf8) else {
        throw CocoaError(.fileReadUnknown)
      }
    }

    /// Stops all its processes as SIGSTOP does, or lets them go on.
    func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

    func end() throws {
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
  }

  @Test func aScriptHoldsTheLock() throws {
    let scene = try Scene(count: 20, indexed: 18)
    let impatient = try FileStore(scene.directory, patience: 0)
    let holder = try Holder(scene.directory.path("praxis.lock"))
    holder.signal(SIGSTOP)
    #expect(throws: FileError.busy) { try impatient.append(.booked(.sample("praxis.new"))) }
    #expect(try impatient.inspect()?.defects == [])
    #expect(try impatient.mend()?.defects == [])
    #expect(throws: FileError.busy) { try impatient.forget(person: "praxis.u1", at: .minute(0)) }
    #expect(try impatient.read().lineCount() == 21)
    #expect(try scene.directory.bytes("praxis.jsonl") == scene.bytes)
    holder.signal(SIGCONT)
    try holder.end()
    try impatient.append(.booked(.sample("praxis.new")))
    #expect(try impatient.read().lineCount() == 22)
  }

  @Test func indexingLeavesItToWhoeverWrites() throws {
    let scene = try Scene(count: 20)
    let impatient = try FileStore(scene.directory, patience: 0)
    let holder = try Holder(scene.directory.path("praxis.lock"))
    let need = try impatient.read().indexNeed
    #expect(need == .extending)
    try impatient.index(need)
    #expect(!scene.directory.exists("praxis.index-0"))
    try holder.end()
    try impatient.index(need)
    #expect(scene.directory.exists("praxis.index-0"))
  }

  @Test func writersOfOneProcessExcludeEachOther() throws {
    let scene = try Scene(count: 1)
    let other = try FileStore(scene.directory, patience: 0)
    _ = try scene.store.write { (writer) throws(FileError) in
      #expect(throws: FileError.busy) { try other.append(.booked(.sample("praxis.b"))) }
      try writer.append(.booked(.sample("praxis.a")), at: .minute(0))
      // Whoever reads meanwhile sees it, and the writer itself does.
      #expect(try other.read().booking("praxis.a") != nil)
      #expect(try writer.diary.booking("praxis.a") != nil)
    }
    try other.append(.booked(.sample("praxis.b")))
    #expect(try other.read().lineCount() == 4)
  }

  @Test func businessesDoNotWaitForEachOther() throws {
    let scene = try Scene(count: 1)
    let other = try FileStore(scene.directory, entity: "praxis-2", patience: 0)
    _ = try scene.store.write { (_) throws(FileError) in
      try other.append(.booked(.sample("b1")))
    }
    #expect(try other.read().lineCount() == 2)
    #expect(try scene.store.read().booking("b1") == nil)
  }

  /// Somebody deletes the lock file while it is waited for: who gets the deleted one takes the new one too.
  @Test func aDeletedLockIsNotHeld() throws {
    let scene = try Scene(count: 1)
    let looks = Mutex(0)
    let calls = RiggedCalls(
      statuses: { status in
        // The directory, the lock when it is opened, and the lock when it has been waited for.
        let look = looks.withLock { looks in
          looks += 1
          return looks
        }
        var status = status
        if look == 3 { status.links = 0 }
        return status
      }, instead: { call, _ in call == .lock ? .nothing : nil })
    try FileStore(scene.directory, calls: calls).append(.booked(.sample("praxis.new")))
    #expect(calls.all.filter { $0 == .lock }.count == 2)
    #expect(try scene.store.read().booking("praxis.new") != nil)
  }
}
