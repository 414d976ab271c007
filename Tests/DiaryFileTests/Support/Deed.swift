// What a store does that may fail or be killed half-way.

import Diary
import DiaryFile
import CivilTime
import People
import Testing

/// One deed, from a given state.
struct Deed: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// How many events there are, and how many of them are indexed.
  let events: Int
  var indexed = 0
  /// What happens to the file before.
  var prepare: @Sendable (Scene) throws -> Void = { _ in }
  /// What is done.
  let act: @Sendable (FileStore, Scene) throws(FileError) -> Void
  /// What can be read before it is done; nil where the file is damaged.
  var before: @Sendable ([Event]) -> [Event]? = { $0 }
  /// Whether it is more than one event, so that a part of it may be done.
  var isInSteps = false
  /// What can be read when it is done.
  let after: @Sendable ([Event]) -> [Event]
}

extension Deed {
  private static let new = Booking.sample("praxis.deed")
  private static let book: @Sendable (FileStore, Scene) throws(FileError) -> Void = {
    (store, _) throws(FileError) in
    try store.append(.booked(new))
  }

  static let all: [Deed] = [
    Deed(testDescription: "first booking", events: 0, act: book) { $0 + [.booked(new)] },
    Deed(testDescription: "booking", events: 20, indexed: 18, act: book) { $0 + [.booked(new)] },
    Deed(
      testDescription: "moving and cancelling", events: 20, indexed: 18,
      act: { (store, scene) throws(FileError) in
        let booking = scene.firstLive
        let now = try store.read().booking(booking.id)
        guard now?.status == .booked else { return }
        if now == booking { try store.append(.moved(booking.moved(to: 9_000))) }
        try store.append(.cancelled(booking.moved(to: 9_000).cancelled))
      }, isInSteps: true
    ) { events in
      let booking = Scene.firstLive(events)
      return events + [.moved(booking.moved(to: 9_000)), .cancelled(booking.moved(to: 9_000).cancelled)]
    },
    Deed(
      testDescription: "booking behind a torn line", events: 4,
      prepare: { scene in try scene.reset(to: Array(scene.bytes.dropLast(30))) }, act: book,
      before: { $0.dropLast() }
    ) { $0.dropLast() + [.booked(new)] },
    Deed(
      testDescription: "booking behind a line without its end", events: 4,
      prepare: { scene in try scene.reset(to: Array(scene.bytes.dropLast())) }, act: book
    ) { $0 + [.booked(new)] },
    Deed(
      testDescription: "indexing more", events: 40, indexed: 20,
      act: { (store, _) throws(FileError) in try store.index(.catchingUp) }
    ) { $0 },
    Deed(
      testDescription: "indexing anew", events: 40, indexed: 40,
      act: { (store, _) throws(FileError) in try store.index(.rebuilding) }
    ) { $0 },
    Deed(
      testDescription: "repairing", events: 20, indexed: 18,
      prepare: { scene in
        var bytes = scene.bytes
        // What happened cannot be read, all else can.
        let event = Array("\"event\"".utf8)
        let place = (0..<100).first { bytes[(scene.lines[5].lowerBound + $0)...].starts(with: event) } ?? 0
        bytes[scene.lines[5].lowerBound + place + 2] ^= 1
        try scene.reset(to: bytes)
      }, act: { (store, _) throws(FileError) in _ = try store.mend() }, before: { _ in nil }
    ) { events in events.losing(4) },
    Deed(
      testDescription: "forgetting", events: 20, indexed: 18,
      act: { (store, scene) throws(FileError) in
        _ = try store.forget(person: scene.firstLive.booker.id, at: .minute(0))
      }
    ) { events in events.map { $0.forgetting(Scene.firstLive(events).booker.id) } },
    Deed(
      testDescription: "restoring", events: 20, indexed: 18,
      prepare: { scene in
        try scene.directory.write(Array(scene.bytes[..<scene.lines[10].upperBound]), "backup")
      },
      act: { (store, scene) throws(FileError) in
        _ = try store.restore(scene.directory.path("backup"), at: .minute(0))
      }
    ) { events in Array(events.prefix(10)) },
  ]
}

extension Scene {
  /// The first booking that is still held.
  static func firstLive(_ events: [Event]) -> Booking {
    var model = Model()
    for event in events { model.append(event) }
    return model.live.first ?? .sample("praxis.nobody")
  }

  var firstLive: Booking { Self.firstLive(events) }
}

extension Event {
  /// The event without a person.
  func forgetting(_ id: String) -> Event {
    switch self {
    case .booked(let booking): .booked(booking.forgetting(id))
    case .moved(let booking): .moved(booking.forgetting(id))
    case .cancelled(let booking): .cancelled(booking.forgetting(id))
    case .blocked, .unblocked, .forgotten: self
    }
  }
}

extension Booking {
  func forgetting(_ id: String) -> Booking {
    var booking = self
    guard booking.booker.id == id || booking.participant.id == id else { return booking }
    if booking.booker.id == id { booking.booker = Person(id: "", attributes: []) }
    if booking.participant.id == id { booking.participant = Person(id: "", attributes: []) }
    booking.request = 0
    return booking
  }
}
