// The power is cut before every call that storage makes, and again while it recovers; what was not synced is then there
// in any mixture of old and new (Support/FragileDisk.swift). Whatever was acknowledged is there, what was under way is
// there wholly or not at all, and the next writer needs nobody's help.

import Bookings
import CivilTime
import People
import Testing

@Suite struct PowerCutTests {
  /// Something that is done to a store.
  private enum Step: CustomStringConvertible {
    case event(Event)
    case index
    case forget(String)

    func act(_ store: BookingsStore) throws(StorageError) {
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

  @Test(arguments: 1...6)
  func atEveryCall(seed: Int) throws {
    var chance = Chance(UInt64(seed))
    let disk = FragileDisk()
    var events: [Event] = []
    var cuts = 0
    for step in Self.steps(&chance) {
      let (undone, done) = (Expected(events, new), Expected(step.after(events), new))
      for call in 0... {
        let dying = FragileDisk(disk.state.dying(after: call))
        let isAcknowledged = (try? step.act(BookingsStore(dying))) != nil
        if dying.state.hasPower { break }
        cuts += 1
        let what: Comment = "seed \(seed): \(step), cut after call \(call)"
        let left = dying.state.afterPowerCut(&chance.random)
        let isDone = try BookingsStore(FragileDisk(left)).ask(done) == .right
        if case .forget(let person) = step,
          try isAcknowledged || BookingsStore(FragileDisk(left)).read().person(person) == nil
        {
          let isThere = left.contents.values.contains { String(decoding: $0, as: UTF8.self).contains("\"\(person)\"") }
          #expect(!isThere, what)
        }
        #expect(try isDone || (!isAcknowledged && BookingsStore(FragileDisk(left)).ask(undone) == .right), what)
        try goOn(left, isDone ? done : undone, &chance.random, what)
      }
      try step.act(BookingsStore(disk))
      events = step.after(events)
      #expect(try BookingsStore(disk).ask(done) == .right)
    }
    Figures.say("power cuts, seed \(seed): \(cuts) in \(events.count) events, each followed by another; nothing lost")
  }

  @Test func atEveryCallOfARepair() throws {
    var chance = Chance(9)
    var model = Model()
    while model.events.count < 24 { model.append(chance.event(model)) }
    let disk = FragileDisk()
    try BookingsStore(disk).append(model.events)
    try BookingsStore(disk).index(.catchingUp)
    let whole = try #require(disk.state.contents["praxis.jsonl"])
    let start = try #require(whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }.dropFirst(11).first)
    var damaged = whole
    damaged[start + 100] ^= 1
    var state = disk.state
    state.replace("praxis.jsonl", with: damaged)
    let repaired = Expected(model.events.enumerated().filter { $0.offset != 11 }.map(\.element), new)
    var cuts = 0
    for call in 0... {
      let dying = FragileDisk(state.dying(after: call))
      let isAcknowledged = (try? BookingsStore(dying).repair()) != nil
      if dying.state.hasPower { break }
      cuts += 1
      let what: Comment = "cut after call \(call)"
      let next = FragileDisk(dying.state.afterPowerCut(&chance.random))
      let isDone = try BookingsStore(next).verify()?.problems == []
      #expect(isDone || !isAcknowledged, what)
      if !isDone {
        #expect(next.state.contents["praxis.jsonl"] == damaged, what)
        #expect(try BookingsStore(next).repair() != nil, what)
      }
      #expect(next.state.contents.contains { $0.key.hasPrefix("praxis.aside-") && $0.value == damaged }, what)
      #expect(try BookingsStore(next).ask(repaired) == .right, what)
      try goOn(next.state.afterPowerCut(&chance.random), repaired, &chance.random, what)
    }
    Figures.say("power cuts: \(cuts) in a repair, no readable event lost")
  }

  /// Makes a booking on what a cut has left, with another cut on the way, and again without one.
  private func goOn(
    _ left: FragileDisk.State, _ expected: Expected, _ random: inout Seeded, _ what: Comment
  ) throws {
    let dying = FragileDisk(left.dying(after: .random(in: 0..<24, using: &random)))
    let isAcknowledged = (try? BookingsStore(dying).append(.booked(new))) != nil
    let next = FragileDisk(dying.state.afterPowerCut(&random))
    let isNew = try BookingsStore(next).ask(expected.withNew) == .right
    #expect(try isNew || (!isAcknowledged && BookingsStore(next).ask(expected) == .right), what)
    if !isNew { try BookingsStore(next).append(.booked(new)) }
    #expect(try BookingsStore(next).ask(expected.withNew) == .right, what)
    let problems = try BookingsStore(next).verify()?.problems
    #expect(problems == [], what)
    #expect(try BookingsStore(FragileDisk(next.state.afterPowerCut(&random))).ask(expected.withNew) == .right, what)
  }
}
