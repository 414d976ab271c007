// The note vouches for what was on the disk. What it vouches for and is not there is damage; what it does not vouch for is
// what a crash left.

import CivilTime
import Diary
import DiaryFile
import Glibc
import SystemSupport
import Testing

@Suite struct NoteTests {
  private let new = Booking.sample("praxis.new")

  @Test func cutAtEveryByteAfterTheNote() throws {
    let scene = try Scene(count: 26)
    let all = Expected(scene.events, new)
    let first = scene.lines[26].lowerBound
    for length in scene.lines[0].upperBound..<scene.bytes.count {
      let bytes = Array(scene.bytes[..<length])
      try scene.reset(to: bytes, vouched: true)
      // A line that lacks nothing but its line feed is there.
      guard length < scene.bytes.count - 1 else {
        #expect(scene.ask(all) == .right)
        continue
      }
      let whole = scene.lines.filter { $0.upperBound - 1 <= length }.count
      #expect(scene.ask(all) == .damaged(line: whole + 1), "cut at \(length)")
      #expect(throws: FileError.damaged(line: whole + 1, .lost)) { try scene.store.append(.booked(new)) }
      #expect(try scene.directory.bytes("praxis.jsonl") == bytes, "cut at \(length)")
      guard length >= first else { continue }
      #expect(try scene.store.inspect()?.defects == [.lost(line: 27)], "cut at \(length)")
    }
    Figures.say("\(scene.bytes.count) places cut off behind a note's back, each noticed")
  }

  @Test func everyByteOfTheLastLineChangedAfterTheNote() throws {
    let scene = try Scene(count: 5)
    let last = scene.lines[5]
    for place in last.lowerBound..<last.upperBound - 1 {
      var bytes = scene.bytes
      bytes[place] ^= 1 << UInt8(place % 8)
      try scene.reset(to: bytes, vouched: true)
      #expect(scene.ask(Expected(scene.events, new)) == .damaged(line: 6), "byte \(place)")
      #expect(throws: FileError.damaged(line: 6, .lost)) { try scene.store.append(.booked(new)) }
    }
  }

  /// A line that no index covers yet is read by whoever asks; so is a long file without an index.
  @Test(arguments: [0, 300])
  func aReaderNoticesIt(indexed: Int) throws {
    let scene = try Scene(count: 300, indexed: indexed)
    #expect(scene.bytes.count > 1 << 17)
    try scene.directory.write(Array(scene.bytes[..<scene.lines[300].lowerBound]), "praxis.jsonl")
    #expect(scene.ask(Expected(scene.events, new)) == .damaged(line: 301))
    #expect(throws: FileError.damaged(line: 301, .lost)) {
      try scene.store.read().history { (_) throws(FileError) in }
    }
  }

  @Test func aFileThatIsGone() throws {
    let scene = try Scene(count: 5)
    scene.directory.remove("praxis.jsonl")
    #expect(throws: FileError.damaged(line: 1, .gone)) { try scene.store.read() }
    #expect(throws: FileError.damaged(line: 1, .gone)) { try scene.store.append(.booked(new)) }
    #expect(throws: FileError.damaged(line: 1, .gone)) { try scene.store.forget(person: "u1", at: .minute(0)) }
    #expect(try scene.store.inspect()?.defects == [.gone])
    #expect(!scene.directory.exists("praxis.jsonl"))
    #expect(try scene.store.mend()?.defects == [.gone])
    #expect(try scene.store.inspect() == nil)
    try scene.store.append(.booked(new))
    #expect(try scene.store.read().lineCount() == 2)
  }

  /// What no note vouches for is what a crash left, also behind what one vouches for.
  @Test func anUnfinishedEndIsACrash() throws {
    let scene = try Scene(count: 5)
    try scene.reset(to: scene.bytes + Array("{\"n\":7,\"at\":\"2026".utf8), vouched: true)
    #expect(scene.ask(Expected(scene.events, new)) == .right)
    let recovered = try scene.store.write { (writer) throws(FileError) in writer.recovered }.answer
    #expect(recovered?.line == 7)
  }

  /// A note that was written in part, at whichever byte, by this program or the one before, makes no damage.
  @Test func aTornNoteSaysNothing() throws {
    let scene = try Scene(count: 5)
    let old = Array(scene.bytes[..<scene.lines[5].lowerBound])
    try scene.store.append(.booked(new))
    let notes = [scene.note, try scene.directory.bytes("praxis.lock")]
    let before = String(decoding: scene.note, as: UTF8.self)
    let plain = before.replacing("on disk ", with: "synced  ").dropLast(5) + "    \n"
    let all = notes + [Array(plain.utf8), Array("pending".utf8) + [UInt8](repeating: 32, count: 47) + [10]]
    for one in all {
      for other in all where one != other {
        for place in 1..<55 {
          let torn = Array(one[..<place] + other[place...])
          guard !all.contains(torn) else { continue }
          try scene.reset(to: old)
          try scene.directory.write(torn, "praxis.lock")
          #expect(
            scene.ask(Expected(scene.events.dropLast(), new)) == .right, "\(String(decoding: torn, as: UTF8.self))")
        }
      }
    }
    // The note of the program before counts.
    try scene.reset(to: old)
    try scene.directory.write(Array(plain.utf8), "praxis.lock")
    #expect(scene.ask(Expected(scene.events, new)) == .damaged(line: 6))
  }

  /// Root's flock(1) made the lock: the note has a file of its own.
  @Test func aLockThatIsNotOurs() throws {
    let directory = try TemporaryDirectory()
    let store = try FileStore(directory)
    try store.append(.booked(.sample("b1")))
    #expect(unsafe chmod(directory.path("praxis.lock"), 0o444) == 0)
    try directory.write(directory.bytes("praxis.lock").map { _ in 32 }, "praxis.lock")
    #expect(unsafe chmod(directory.path("praxis.lock"), 0o444) == 0)
    try store.append(.booked(.sample("b2")), .booked(.sample("b3")))
    #expect(directory.exists("praxis.note"))
    let bytes = try directory.bytes("praxis.jsonl")
    try directory.write(bytes.dropLast(40), "praxis.jsonl")
    #expect(throws: FileError.damaged(line: 4, .lost)) { try store.append(.booked(.sample("b4"))) }
    #expect(throws: FileError.damaged(line: 4, .lost)) { try store.read() }
  }

  /// A repair that dies leaves the evidence as it was.
  @Test func evidenceOutlivesARepairThatDies() throws {
    let scene = try Scene(count: 5)
    let cut = Array(scene.bytes.dropLast(30))
    for place in 0... {
      try scene.reset(to: cut, vouched: true)
      for name in scene.directory.names() where name.contains("aside") { scene.directory.remove(name) }
      let calls = RiggedCalls(instead: { _, number in number >= place ? .failure(EIO) : nil })
      let isMended = (try? FileStore(scene.directory, calls: calls).mend()) != nil
      if calls.count <= place { break }
      if try scene.directory.bytes("praxis.jsonl") == cut {
        #expect(!isMended)
        #expect(throws: FileError.damaged(line: 6, .lost), "call \(place)") { try scene.store.append(.booked(new)) }
      }
    }
  }
}
