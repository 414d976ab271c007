// A business gets another id: its bookings follow, whatever happens on the way, and at no moment can both ids be booked
// under, or one of them without its bookings.

import Business
import CivilTime
import Diary
import DiaryFile
import Effort
import Glibc
import People
import SystemSupport
import System
import Testing

@Suite struct RenameTests {
  private typealias Engine = FileEngine<AnyCalls>
  private let events: [Event]

  init() {
    var chance = Chance(21)
    var model = Model()
    while model.events.count < 24 { model.append(chance.event(model)) }
    events = model.events
  }

  private func engine(_ calls: any SystemCalls, _ directory: String) -> Engine {
    Engine(directory: directory, calls: AnyCalls(calls))
  }

  private func rename(
    _ engine: Engine, isMoved: Bool = false, _ moveFile: () throws(FileError) -> Void = {}
  ) throws(FileError) -> CareReport? {
    guard let old = Identifier("praxis"), let new = Identifier("sonne") else { return nil }
    return try engine.rename(old, to: new, at: .minute(0), isMoved: isMoved, moveFile)
  }

  /// What the new file says, with the ids as they were.
  private func history(_ store: FileStore) throws -> [String] {
    var lines: [String] = []
    try store.read().history { (event) throws(FileError) in
      let id = event.event.booking?.id ?? event.event.block?.id ?? ""
      let people = [event.event.booking?.booker.id, event.event.booking?.participant.id].compactMap(\.self)
      lines.append(([id] + people).joined(separator: " "))
    }
    return lines
  }

  private var renamed: [String] {
    events.map { event in
      let id = event.booking?.id ?? event.block?.id ?? ""
      let people = [event.booking?.booker.id, event.booking?.participant.id].compactMap(\.self)
      return ([id] + people).joined(separator: " ").replacing("praxis.", with: "sonne.")
    }
  }

  @Test func everyIdFollows() throws {
    let directory = try TemporaryDirectory()
    let store = try FileStore(directory)
    try store.append(events)
    try store.index(.rebuilding)
    try directory.write([1, 2, 3], "praxis.aside-1")
    let engine = engine(LinuxCalls(), directory.data)
    #expect(try rename(engine)?.lines == ["Data/sonne.jsonl: 24 events of praxis"])
    let new = try FileStore(directory, entity: "sonne")
    #expect(try history(new) == renamed)
    #expect(try new.inspect()?.defects == [])
    #expect(directory.names() == ["praxis.lock", "sonne.aside-1", "sonne.jsonl", "sonne.lock"])
    // The old id has nothing and may begin anew; a second time there is nothing to be done, or too much.
    #expect(try store.read().lineCount() == 0)
    try store.append(.booked(.sample("praxis.other")))
    #expect(throws: FileError.taken("sonne")) { try rename(engine) }
    #expect(try history(new) == renamed)
  }

  /// The file of another business is refused by everything, and so is one from before whose ids are another's.
  @Test func aStrangersFile() throws {
    let scene = try Scene(count: 4)
    let store = try FileStore(scene.directory, entity: "sonne")
    let stranger = FileError.damaged(line: 1, .stranger("praxis"))
    for isOld in [false, true] {
      try scene.directory.write(isOld ? nameless(scene.bytes) : scene.bytes, "sonne.jsonl")
      #expect(throws: stranger) { try store.read() }
      #expect(throws: stranger) { try store.append(.booked(.sample("sonne.b1"))) }
      #expect(throws: stranger) { try store.forget(person: "praxis.u1", at: .minute(0)) }
      #expect(throws: stranger) { try store.mend() }
      #expect(try store.inspect()?.defects == [.stranger("praxis")])
      // While its own business has it, it is a copy; where that has none, its name was changed by hand.
      let engine = engine(LinuxCalls(), scene.directory.data)
      #expect(throws: FileError.taken("sonne")) { try rename(engine, isMoved: true) }
    }
    scene.directory.remove("praxis.jsonl")
    scene.directory.remove("praxis.lock")
    #expect(try rename(engine(LinuxCalls(), scene.directory.data), isMoved: true)?.lines.count == 1)
    #expect(try store.read().lineCount() == 5)
    #expect(try store.inspect()?.defects == [])
  }

  /// A file from before says whose it is as soon as somebody books, and programs from before read on.
  @Test(arguments: [0, 20]) func aFileFromBefore(indexed: Int) throws {
    let scene = try Scene(count: 4)
    try scene.reset(to: nameless(scene.bytes))
    let all = Expected(scene.events, .sample("praxis.new"))
    #expect(scene.ask(all) == .right)
    try scene.store.append(.booked(.sample("praxis.new")))
    #expect(scene.ask(all.withNew) == .right)
    let lines = try scene.directory.bytes("praxis.jsonl").split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 7)
    let name = String(decoding: lines[5], as: UTF8.self)
    #expect(name.contains(#""event":"forgotten","bookings":0,"entity":"praxis""#))
    for number in 0..<indexed { try scene.store.append(.booked(.sample("praxis.n\(number)", minute: 9000))) }
    if indexed > 0 { try scene.store.index(.rebuilding) }
    #expect(try scene.store.read().lineCount() == 7 + indexed)
    try scene.directory.write(scene.directory.bytes("praxis.jsonl"), "sonne.jsonl")
    if indexed > 0 { try scene.directory.write(scene.directory.bytes("praxis.index-0"), "sonne.index-0") }
    #expect(throws: FileError.damaged(line: 6, .stranger("praxis"))) {
      try FileStore(scene.directory, entity: "sonne").read()
    }
    scene.directory.remove("sonne.jsonl")
    scene.directory.remove("sonne.index-0")
    #expect(try rename(engine(LinuxCalls(), scene.directory.data)) != nil)
    #expect(try FileStore(scene.directory, entity: "sonne").read().lineCount() == 7 + indexed)
  }

  private func nameless(_ bytes: [UInt8]) -> [UInt8] {
    let feed = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    let header = String(decoding: bytes[...feed], as: UTF8.self).replacing(#","entity":"praxis""#, with: "")
    return Array(Patch.sealed(header).utf8) + bytes[(feed + 1)...]
  }

  /// Whoever renames dies at every call, or has each call fail; then it is given again.
  @Test(arguments: [false, true]) func everyCallFails(isDying: Bool) throws {
    var count = 0
    for place in 0... {
      let directory = try TemporaryDirectory()
      let old = try FileStore(directory, calls: RiggedCalls.quick())
      let new = try FileStore(directory, entity: "sonne", calls: RiggedCalls.quick())
      try old.append(events)
      let calls = RiggedCalls(instead: { call, number in
        if number == place || (isDying && number > place) { return .failure(EIO) }
        return call == .sync || call == .syncData ? .nothing : nil
      })
      var isMoved = false
      let isDone = (try? rename(engine(calls, directory.data)) { () throws(FileError) in isMoved = true }) != nil
      if calls.count <= place { break }
      count += 1
      let what: Comment = "call \(place), \(calls.made(place))"
      // Before the business file is renamed the old id is the live one.
      let isWhole = (try? history(old).count) == events.count
      let isRefused = (try? old.read()) == nil
      if !isMoved { #expect(isWhole || isRefused, what) }
      if isMoved { #expect(try history(new) == renamed, what) }
      if isDone { #expect(isMoved && (try? old.read().lineCount()) == 0, what) }
      if !isDone { #expect(try rename(engine(LinuxCalls(), directory.data), isMoved: isMoved) != nil, what) }
      #expect(try history(new) == renamed, what)
      #expect(try old.read().lineCount() == 0, what)
      #expect(!directory.exists("praxis.jsonl") && !directory.exists("sonne.jsonl.new"), what)
      try new.append(.booked(.sample("sonne.new")))
    }
    Figures.say("renaming: \(count) calls failed, nothing lost")
  }

  @Test(arguments: 1...Effort.times(4)) func powerCut(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let disk = FragileDisk()
    try FileStore(disk).append(events)
    var cuts = 0
    for call in 0... {
      let dying = FragileDisk(disk.state.dying(after: call))
      var isMoved = false
      let isDone = (try? rename(engine(dying, "/Data")) { () throws(FileError) in isMoved = true }) != nil
      if dying.state.hasPower { break }
      cuts += 1
      let what: Comment = "seed \(seed), cut after call \(call)"
      let next = FragileDisk(dying.state.afterPowerCut(&random))
      let old = try FileStore(next)
      let new = FileStore(directory: "/Data", entity: try #require(Identifier("sonne")), calls: AnyCalls(next))
      if !isMoved { #expect((try? history(old).count) == events.count || (try? old.read()) == nil, what) }
      if isMoved { #expect(try history(new) == renamed, what) }
      if !isDone { #expect(try rename(engine(next, "/Data"), isMoved: isMoved) != nil, what) }
      #expect(try history(new) == renamed, what)
      #expect(try old.read().lineCount() == 0, what)
      try new.append(.booked(.sample("sonne.new")))
      #expect(try new.inspect()?.defects == [], what)
    }
    Figures.say("renaming: \(cuts) power cuts, nothing lost")
  }
}
