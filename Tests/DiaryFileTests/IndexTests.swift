// The index never says anything else than the lines do.

import SystemSupport
import System
import Diary
import DiaryFile
import Effort
import CivilTime
import Foundation
import People

import Testing

@Suite struct IndexTests {
  let directory: TemporaryDirectory
  let store: FileStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try FileStore(directory, calls: RiggedCalls.quick())
  }

  /// Whether a diary answers every kind of question as the model does.
  static func compare(_ diary: FileView, _ model: Model, _ chance: inout Chance) throws {
    for _ in 0..<4 {
      let start = Int.random(in: -50_000...50_000, using: &chance.random)
      let length = [1, 60, 1440, 10_000, 200_000].randomElement(using: &chance.random) ?? 1
      let range = Instant.minute(start)..<Instant.minute(start + length)
      #expect(try diary.occupations(in: range) == model.occupations(in: range))
    }
    for id in model.ids.shuffled(using: &chance.random).prefix(4) {
      #expect(try diary.booking(id) == model.booking(id))
    }
    #expect(try diary.booking("praxis.none") == nil)
    let person = chance.person()
    #expect(
      Set(try diary.bookings(withPerson: person.id))
        == model.bookings { $0.booker.id == person.id || $0.participant.id == person.id })
    if let booking = model.ids.randomElement(using: &chance.random).flatMap(model.booking) {
      let (product, keys) = (booking.product.id, [booking.repeatKeys[0], booking.request])
      let found = Set(try diary.bookings(of: product, at: booking.start, keys: keys))
      let there = model.bookings {
        $0.product.id == product && $0.start == booking.start && !Set($0.repeatKeys).isDisjoint(with: keys)
      }
      #expect(found.isSuperset(of: there))
      // Others have been there.
      #expect(found.subtracting(there).allSatisfy { $0.start != booking.start && model.booking($0.id) == $0 })
    }
    let said = model.bookings { $0.booker.id == person.id || $0.participant.id == person.id }
      .flatMap(\.people).filter { $0.person.id == person.id }
    let recorded = try diary.person(person.id)
    #expect(Set(recorded?.records ?? []) == Set(said))
    let found = try diary.people(SearchKeys(of: person))
    #expect(found.first { $0.id == person.id } == recorded)
    #expect(Set(found.map(\.id)).count == found.count)
  }

  @Test(arguments: 1...Effort.times(12))
  func indexEqualsReplay(seed: Int) throws {
    var chance = Chance(UInt64(seed))
    var model = Model()
    while model.events.count < 700 {
      var events: [Event] = []
      for _ in 0..<Int.random(in: 1...60, using: &chance.random) {
        events.append(chance.event(model))
        model.append(events[events.count - 1])
      }
      try store.append(events)
      let diary = try store.read()
      try Self.compare(diary, model, &chance)
      if Bool.random(using: &chance.random) { try store.index(diary.indexNeed) }
      try Self.compare(try store.read(), model, &chance)
    }
    try store.index(.catchingUp)
    #expect(directory.names().contains("praxis.index-1"))
    try Self.compare(try store.read(), model, &chance)
    for name in directory.names() where name.contains(".index") {
      try FileManager.default.removeItem(atPath: directory.data + "/" + name)
    }
    try Self.compare(try store.read(), model, &chance)
    try store.index(store.read().indexNeed)
    try Self.compare(try store.read(), model, &chance)
  }

  /// A disk that spoils what is written to it makes everything slow, but nothing wrong or endless.
  @Test func anIndexThatCannotBeReadBack() throws {
    var chance = Chance(1)
    var model = Model()
    while model.events.count < 4000 { model.append(chance.event(model)) }
    try store.append(model.events)
    let calls = RiggedCalls(instead: { call, number in
      if number > 10_000 { return .failure(EIO) }
      return call == .read ? .garbled : call == .sync || call == .syncData ? .nothing : nil
    })
    let spoilt = try FileStore(directory, calls: calls)
    for need in [IndexNeed.extending, .catchingUp, .rebuilding] { try spoilt.index(need) }
    try Self.compare(try spoilt.read(), model, &chance)
    try store.index(.rebuilding)
    #expect(try store.read().indexNeed == .nothing)
    try Self.compare(try store.read(), model, &chance)
  }
}
