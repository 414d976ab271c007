// The power is cut before every call that storage makes, and again while it recovers; what was not synced is then there
// in any mixture of old and new (Support/FragileDisk.swift). Whatever was acknowledged is there, what was under way is
// there wholly or not at all, and the next writer needs nobody's help.

import Diary
import DiaryFile
import Effort
import CivilTime
import People
import Testing

@Suite struct PowerCutTests {
  /// Something that is done to a store.
  private enum Step: CustomStringConvertible {
    case event(Event)
    case index
    case forget(String)

    func act(_ store: FileStore) throws(FileError) {
      switch self {
      case .event(let event): try store.append(event)
      case .index: try store.index(.catchingUp)
      case .forget(let person): _ = try store.forget(person: person, at: .minute(0))
      }
    }

    /// What can be read afterwards.
    func after(_ events: [Event]) -> [Event] {
      switch self {
      case .event(let event): events + [event]
      case .index: events
      case .forget(let person): events.map { $0.forgetting(person) }
      }
    }

    var description: String {
      switch self {
      case .event: "an event"
      case .index: "indexing"
      case .forget: "forgetting"
      }
    }
  }

  private let new = Booking.sample("praxis.new", minute: 77)

  /// Several dozen events of every kind, with the index made now and then, and people who are forgotten.
  private static func steps(_ chance: inout Chance) -> [Step] {
    var model = Model()
    var steps: [Step] = []
    for number in 1...48 {
      let event = chance.event(model)
      model.append(event)
      steps.append(.event(event))
      if number % 18 == 0 { steps.append(.index) }
      if number % 23 == 0, let booking = model.live.randomElement(using: &chance.random) {
        steps.append(.forget(booking.booker.id))
      }
    }
    return steps
  }

  @Test(arguments: 1...Effort.times(2))
  func atEveryCall(seed: Int) throws {
    var chance = Chance(UInt64(seed))
    var disk = FragileDisk()
    var events: [Event] = []
    var cuts = 0
    for step in Self.steps(&chance) {
      let (undone, done) = (Expected(events, new), Expected(step.after(events), new))
      if case .forget = step, let bookings = disk.state.contents["praxis.jsonl"] {
        var state = disk.state
        state.put(bookings, in: "praxis.aside-1")
        disk = FragileDisk(state)
      }
      for call in 0... {
        let dying = FragileDisk(disk.state.dying(after: call))
        let isAcknowledged = (try? step.act(FileStore(dying))) != nil
        if dying.state.hasPower { break }
        cuts += 1
        let what: Comment = "seed \(seed): \(step), cut after call \(call)"
        let left = dying.state.afterPowerCut(&chance.random)
        let isDone = try FileStore(FragileDisk(left)).ask(done) == .right
        #expect(try isDone || (!isAcknowledged && FileStore(FragileDisk(left)).ask(undone) == .right), what)
        if case .forget(let person) = step { try expectGone(person, left, isAcknowledged, what) }
        try goOn(left, isDone ? done : undone, &chance.random, what)
        try goOnAfterKill(dying.state.afterKill(), undone, done, isAcknowledged, &chance.random, what)
      }
      try step.act(FileStore(disk))
      events = step.after(events)
      #expect(try FileStore(disk).ask(done) == .right)
    }
    Figures.say("power cuts, seed \(seed): \(cuts) in \(events.count) events, each followed by another; nothing lost")
  }

  /// Whoever is not in the bookings is in no other file; an index names people by hashes, so there is none but of the
  /// bookings that are there.
  private func expectGone(
    _ person: String, _ left: FragileDisk.State, _ isAcknowledged: Bool, _ what: Comment
  ) throws {
    guard try isAcknowledged || FileStore(FragileDisk(left)).read().person(person) == nil else { return }
    let header = String(decoding: left.contents["praxis.jsonl"]?.prefix(100) ?? [], as: UTF8.self)
    for (name, content) in left.contents {
      #expect(!String(decoding: content, as: UTF8.self).contains("\"\(person)\""), "\(what): \(name)")
      guard name.contains(".index"), content.count >= 24 else { continue }
      let digits = String(content[16..<24].reversed().reduce(0) { $0 << 8 | UInt64($1) }, radix: 16)
      #expect(content[16..<24].allSatisfy { $0 == 0 } || header.contains("\(digits)\""), "\(what): \(name)")
    }
  }

  /// The process was killed, not the machine: what the next one is told under the lock is still so after a power cut.
  private func goOnAfterKill(
    _ state: FragileDisk.State, _ undone: Expected, _ done: Expected, _ isAcknowledged: Bool, _ random: inout Seeded,
    _ what: Comment
  ) throws {
    let disk = FragileDisk(state)
    let told = try FileStore(disk).write { (writer) throws(FileError) in
      try Answers(writer.diary, done.ids) == done.answers
    }.answer
    #expect(told || !isAcknowledged, what)
    try goOn(disk.state.afterPowerCut(&random), told ? done : undone, &random, what)
  }

  @Test func atEveryCallOfARepair() throws {
    var chance = Chance(9)
    var model = Model()
    while model.events.count < 24 { model.append(chance.event(model)) }
    let disk = FragileDisk()
    try FileStore(disk).append(model.events)
    try FileStore(disk).index(.catchingUp)
    let whole = try #require(disk.state.contents["praxis.jsonl"])
    let start = try #require(whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }.dropFirst(11).first)
    var damaged = whole
    let event = Array("\"event\"".utf8)
    let place = try #require((start..<start + 100).first { whole[$0...].starts(with: event) })
    damaged[place + 2] ^= 1
    var state = disk.state
    state.put(damaged, in: "praxis.jsonl")
    let repaired = Expected(model.events.losing(11), new)
    var cuts = 0
    for call in 0... {
      let dying = FragileDisk(state.dying(after: call))
      let isAcknowledged = (try? FileStore(dying).mend()) != nil
      if dying.state.hasPower { break }
      cuts += 1
      let what: Comment = "cut after call \(call)"
      let next = FragileDisk(dying.state.afterPowerCut(&chance.random))
      let isDone = try FileStore(next).inspect()?.defects == []
      #expect(isDone || !isAcknowledged, what)
      if !isDone {
        #expect(next.state.contents["praxis.jsonl"] == damaged, what)
        #expect(try FileStore(next).mend() != nil, what)
      }
      #expect(next.state.contents.contains { $0.key.hasPrefix("praxis.aside-") && $0.value == damaged }, what)
      #expect(try FileStore(next).ask(repaired) == .right, what)
      try goOn(next.state.afterPowerCut(&chance.random), repaired, &chance.random, what)
    }
    Figures.say("power cuts: \(cuts) in a repair, no readable event lost")
  }

  /// Makes a booking on what a cut has left, with another cut on the way, and again without one.
  private func goOn(
    _ left: FragileDisk.State, _ expected: Expected, _ random: inout Seeded, _ what: Comment
  ) throws {
    let dying = FragileDisk(left.dying(after: .random(in: 0..<24, using: &random)))
    let isAcknowledged = (try? FileStore(dying).append(.booked(new))) != nil
    let next = FragileDisk(dying.state.afterPowerCut(&random))
    let isNew = try FileStore(next).ask(expected.withNew) == .right
    #expect(try isNew || (!isAcknowledged && FileStore(next).ask(expected) == .right), what)
    if !isNew { try FileStore(next).append(.booked(new)) }
    #expect(try FileStore(next).ask(expected.withNew) == .right, what)
    let defects = try FileStore(next).inspect()?.defects
    #expect(defects == [], what)
    #expect(try FileStore(FragileDisk(next.state.afterPowerCut(&random))).ask(expected.withNew) == .right, what)
  }
}
