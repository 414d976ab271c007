// What takes long keeps nobody waiting: while a file is looked through, indexed, copied, repaired, restored or rewritten, others
// book. At every system call of it another writer tries, and waits for nothing.

import CivilTime
import Diary
import DiaryFile
import People
import Synchronization
import System
import SystemSupport
import Testing

@Suite struct MeanwhileTests {
  /// Something that takes long on a long file.
  struct Work: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var prepare: @Sendable (Scene) throws -> Void = { _ in }
    let act: @Sendable (FileStore, Scene) throws(FileError) -> Void
    /// How many calls may find the lock taken, whatever the length of the file.
    let mostHeld: Int
  }

  static let works = [
    Work(
      testDescription: "verifying",
      act: { (store, _) throws(FileError) in
        let report = try store.inspect()
        #expect(report?.defects == [])
      }, mostHeld: 0),
    Work(
      testDescription: "backing up",
      act: { (store, _) throws(FileError) in _ = try store.backup { (_) throws(FileError) in } }, mostHeld: 0),
    Work(
      testDescription: "indexing", act: { (store, _) throws(FileError) in try store.index(.rebuilding) }, mostHeld: 14),
    Work(
      testDescription: "forgetting",
      act: { (store, scene) throws(FileError) in
        let report = try store.forget(person: scene.firstLive.booker.id, at: .minute(0))
        #expect(report.bookings > 0)
      }, mostHeld: 60),
    Work(
      testDescription: "repairing",
      prepare: { scene in
        let event = Array("\"event\"".utf8)
        let line = scene.lines[5].lowerBound
        let place = (0..<100).first { scene.bytes[(line + $0)...].starts(with: event) } ?? 0
        var bytes = scene.bytes
        bytes[line + place + 2] ^= 1
        try scene.directory.write(bytes, "praxis.jsonl")
      },
      act: { (store, _) throws(FileError) in
        let report = try store.mend()
        #expect(report?.lost == 1)
      }, mostHeld: 60),
    Work(
      testDescription: "restoring",
      prepare: { scene in
        try scene.directory.write(Array(scene.bytes[..<scene.lines[200].upperBound]), "backup")
      },
      act: { (store, scene) throws(FileError) in
        let report = try store.restore(scene.directory.path("backup"), at: .minute(0))
        #expect(report.isInOrder)
      }, mostHeld: 60),
  ]

  /// What came of the other writer's booking.
  private enum Other { case notYet, booked, busy }

  @Test(arguments: works)
  func anotherWriterBooks(_ work: Work) throws {
    let scene = try Scene(count: 400, indexed: 390)
    try work.prepare(scene)
    let saved = try scene.directory.everything()
    let new = Booking.sample("praxis.meanwhile", minute: 77)
    var (calls, held) = (0, 0)
    for place in 0... {
      try scene.directory.restore(saved)
      let other = Mutex(Other.notYet)
      let directory = scene.directory
      let writer = try FileStore(directory, calls: RiggedCalls.quick(), patience: 0)
      let rigged = RiggedCalls(instead: { call, number in
        if number == place {
          let outcome: Other
          do throws(FileError) {
            try writer.append(.booked(new))
            outcome = .booked
          } catch {
            #expect(error == .busy)
            outcome = .busy
          }
          other.withLock { $0 = outcome }
        }
        return call == .syncData || call == .sync ? .nothing : nil
      })
      try work.act(FileStore(directory, calls: rigged), scene)
      let what: Comment = "\(work.testDescription), a booking before call \(place)"
      switch other.withLock({ $0 }) {
      case .notYet: break
      case .busy: held += 1
      case .booked:
        let isThere = try scene.store.read().booking(new.id) != nil
        let isAside = try directory.names().contains { name in
          try name.contains(".aside-") && String(decoding: directory.bytes(name), as: UTF8.self).contains(new.id)
        }
        #expect(isThere || (isAside && work.testDescription == "restoring"), what)
      }
      #expect(try scene.store.inspect()?.defects == [], what)
      if place >= rigged.count { break }
      calls += 1
    }
    #expect(held <= work.mostHeld && calls > held, "\(work.testDescription): held for \(held) of \(calls) calls")
    Figures.say("\(work.testDescription): others can book before \(calls - held) of \(calls) calls; nothing lost")
  }

  /// A file whose index is gone and is long: who only asks makes one after the reply, and who books makes it before, without
  /// the lock.
  @Test func aLostIndexIsMadeByWhoeverComesFirst() throws {
    let scene = try Scene(count: 400)
    let view = try scene.store.read()
    let upkeep = try #require(view.upkeep)
    upkeep()
    #expect(try scene.store.read().upkeep == nil)
    #expect(try scene.store.read().indexNeed == .nothing)

    for name in ["praxis.index-0", "praxis.index-1"] { scene.directory.remove(name) }
    let index = Mutex(false)
    _ = try scene.store.write { (_) throws(FileError) in
      index.withLock { $0 = scene.directory.exists("praxis.index-0") || scene.directory.exists("praxis.index-1") }
    }
    #expect(index.withLock { $0 })
  }
}
