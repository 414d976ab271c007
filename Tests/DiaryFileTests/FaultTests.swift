// Every system call fails once, and from some call on for good, which is what being killed looks like from outside.
// Whatever was acknowledged before is there afterwards, what was under way is there wholly or not at all, the error says
// which of the two it may be, and the same once more works.

import SystemSupport
import System
import Diary
import DiaryFile
import CivilTime
import Glibc
import Testing

@Suite struct FaultTests {
  /// A fault that is injected at one call, or at all from one on.
  enum Injected: CaseIterable {
    case eio, enospc, eintr, eacces, emfile, short, eioForGood, enospcForGood, eintrForGood, shortThenDead

    func fault(_ call: Int, _ place: Int) -> RiggedCalls.Fault? {
      switch self {
      case .eio: call == place ? .failure(EIO) : nil
      case .enospc: call == place ? .failure(ENOSPC) : nil
      case .eintr: call == place ? .failure(EINTR) : nil
      case .eacces: call == place ? .failure(EACCES) : nil
      case .emfile: call == place ? .failure(EMFILE) : nil
      case .short: call >= place ? .short : nil
      case .eioForGood: call >= place ? .failure(EIO) : nil
      case .enospcForGood: call >= place ? .failure(ENOSPC) : nil
      case .eintrForGood: call >= place ? .failure(EINTR) : nil
      case .shortThenDead: call < place ? nil : call == place ? .short : .failure(EIO)
      }
    }

    /// Whether what is done is done all the same.
    var isHarmless: Bool { self == .eintr || self == .short }

    func explains(_ error: FileError) -> Bool {
      switch (self, error) {
      case (.enospc, .full(_, ENOSPC)), (.enospcForGood, .full(_, ENOSPC)): true
      case (.eio, .unavailable(_, EIO)), (.eioForGood, .unavailable(_, EIO)): true
      case (.shortThenDead, .unavailable(_, EIO)): true
      case (.eacces, .unavailable(_, EACCES)), (.emfile, .unavailable(_, EMFILE)): true
      case (.eintrForGood, .unavailable(_, EINTR)): true
      case (.eioForGood, .unknownOutcome(_, EIO)), (.shortThenDead, .unknownOutcome(_, EIO)): true
      case (.enospcForGood, .unknownOutcome(_, ENOSPC)), (.eintrForGood, .unknownOutcome(_, EINTR)): true
      // A new file has its name already when its directory cannot be synced.
      case (_, .unknownOutcome(.sync, _)), (_, .unknownOutcome(.directory, _)): true
      default: false
      }
    }
  }

  @Test(arguments: Deed.all)
  func everyCallFails(deed: Deed) throws {
    var faults = 0
    for injected in Injected.allCases { faults += try inject(injected, in: deed) }
    Figures.say("\(deed.testDescription): \(faults) calls failed, nothing lost")
  }

  /// Makes each call fail in turn; how many there were.
  private func inject(_ injected: Injected, in deed: Deed) throws -> Int {
    let scene = try Scene(count: deed.events, indexed: deed.indexed)
    try deed.prepare(scene)
    let saved = try scene.directory.everything()
    let new = Booking.sample("praxis.new", minute: 77)
    let before = deed.before(scene.events).map { Expected($0, new) }
    let after = Expected(deed.after(scene.events), new)
    var (faults, failures) = (0, 0)
    for place in 0... {
      try scene.directory.restore(saved)
      let calls = RiggedCalls(instead: { (call: Call, number: Int) -> RiggedCalls.Fault? in
        if let fault = injected.fault(number, place) { return fault }
        return call == .syncData || call == .sync ? .nothing : nil
      })
      let rigged = try FileStore(scene.directory, calls: calls)
      var failure: FileError?
      do throws(FileError) {
        try deed.act(rigged, scene)
      } catch {
        failure = error
      }
      if calls.count <= place { break }
      faults += 1
      let note: Comment = "\(injected) at call \(place), \(calls.made(place)): \(failure.debugDescription)"
      if let failure {
        failures += 1
        #expect(injected.explains(failure) && !injected.isHarmless, note)
      }
      // At once: what was acknowledged is there, the rest wholly or not at all.
      let isDone = scene.ask(after) == .right
      let isUndone = before.map { scene.ask($0) == .right } ?? scene.isDamaged
      switch failure {
      case nil: #expect(isDone, note)
      case .unknownOutcome?: #expect(isDone || isUndone || deed.isInSteps, note)
      default: #expect(isUndone || deed.isInSteps, note)
      }
      // Once more, with nothing in the way, and then something else.
      if !isDone { try deed.act(scene.store, scene) }
      #expect(scene.ask(after) == .right, note)
      try scene.store.append(.booked(new))
      #expect(scene.ask(after.withNew) == .right, note)
      #expect(try scene.store.inspect()?.defects == [], note)
      for end in ["new", "prepared"] { #expect(!scene.directory.exists("praxis.jsonl.\(end)"), note) }
    }
    #expect((failures > 0) != injected.isHarmless)
    return faults
  }

  /// A sync that fails is no success, and the bytes are written again before the next sync is believed: Linux takes the
  /// pages of a failed one for clean.
  @Test func aFailedSyncIsNotRepeatedBlindly() throws {
    let scene = try Scene(count: 3)
    let calls = RiggedCalls(instead: { call, _ in call == .syncData || call == .truncate ? .failure(EIO) : nil })
    let booking = Booking.sample("praxis.new")
    #expect(throws: FileError.unknownOutcome(.sync, code: EIO)) {
      try FileStore(scene.directory, calls: calls).append(.booked(booking))
    }
    let next = RiggedCalls()
    _ = try FileStore(scene.directory, calls: next).write { (writer) throws(FileError) in
      #expect(try writer.diary.booking("praxis.new") == booking)
    }
    let sync = try #require(next.all.firstIndex(of: .sync))
    #expect(next.all[..<sync].contains(.write))
    // And from then on nothing is synced that needs no sync.
    let third = RiggedCalls()
    _ = try FileStore(scene.directory, calls: third).write { (_) throws(FileError) in }
    #expect(!third.all.contains(.sync) && !third.all.contains(.syncData) && !third.all.contains(.write))
  }

  /// What a request costs in system calls does not change unnoticed.
  @Test func callsAreFew() throws {
    let scene = try Scene(count: 40, indexed: 40)
    let reading = RiggedCalls()
    _ = try FileStore(scene.directory, calls: reading).read().occupations(in: .minute(0)..<Instant.minute(60))
    #expect(reading.count <= 15)
    let writing = RiggedCalls()
    try FileStore(scene.directory, calls: writing).append(.booked(.sample("praxis.new")))
    #expect(writing.count <= 20)
    #expect(writing.all.filter { $0 == .syncData || $0 == .sync }.count == 1)
  }

  /// A long history costs no call more than a short one.
  @Test(arguments: [100, 3000])
  func callsDoNotGrow(events: Int) throws {
    let scene = try Scene(count: events, indexed: events)
    let reading = RiggedCalls()
    let diary = try FileStore(scene.directory, calls: reading).read()
    _ = try diary.occupations(in: .minute(0)..<Instant.minute(60))
    _ = try diary.booking(scene.firstLive.id)
    #expect(reading.count <= 18)
    let writing = RiggedCalls()
    try FileStore(scene.directory, calls: writing).append(.booked(.sample("praxis.new")))
    #expect(writing.count <= 20)
  }
}
