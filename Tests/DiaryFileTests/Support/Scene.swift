// A business of several dozen events, some of everything, for tests that break it.

import SystemSupport
import System
import Diary
import DiaryFile
import CivilTime
import People

import Testing

/// A data directory with a bookings file that is well, and what its bytes are.
final class Scene {
  let directory: TemporaryDirectory
  let store: FileStore
  let events: [Event]
  /// The whole file.
  let bytes: [UInt8]
  /// The note that vouches for all of it.
  let note: [UInt8]
  /// Where each line begins, its line feed included in it; the first is the one that says what the file is.
  let lines: [Range<Int>]
  /// Files that the store has kept aside since the last reset.
  var asides: [String] = []

  /// A file of so many events, and an index of as many as there are when it is `indexed`.
  init(seed: UInt64 = 7, count: Int, indexed: Int = 0) throws {
    directory = try TemporaryDirectory()
    store = try FileStore(directory, calls: RiggedCalls.quick())
    var chance = Chance(seed)
    chance.span = 3000
    var model = Model()
    while model.events.count < count {
      let event = chance.event(model)
      model.append(event)
      try store.append(event)
      if model.events.count == indexed { try store.index(.rebuilding) }
    }
    events = model.events
    guard count > 0 else {
      bytes = []
      note = []
      lines = []
      return
    }
    bytes = try directory.bytes("praxis.jsonl")
    note = try directory.bytes("praxis.lock")
    var lines: [Range<Int>] = []
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append((lines.last?.upperBound ?? 0)..<index + 1)
    }
    self.lines = lines
    try #require(lines.count == count + 1)
  }

  /// Puts bytes in the place of the bookings file, as a file of its own, and leaves nothing else in the directory but
  /// the lock. Its note still vouches for the file as it was where `vouched`; else it says nothing.
  func reset(to bytes: [UInt8], vouched: Bool = false) throws {
    for name in ["praxis.index-0", "praxis.index-1"] { directory.remove(name) }
    for name in asides { directory.remove(name) }
    asides = []
    try directory.write(vouched ? note : [], "praxis.lock")
    try directory.write(bytes, "praxis.jsonl")
  }

  /// The line that a byte belongs to, from 1.
  func line(of byte: Int) -> Int { (lines.firstIndex { $0.contains(byte) } ?? 0) + 1 }
}
