// What a repair is told in tests: ids that count up, times in UTC.

import CivilTime
import Diary
import DiaryFile

extension RepairAids {
  /// Aids with ids `praxis.h1`, `praxis.h2`…
  static func sample() -> RepairAids {
    var count = 0
    return RepairAids(now: .minute(0), actor: nil, agents: ["anna", "ben", "chloé"]) {
      count += 1
      return "praxis.h\(count)"
    } words: {
      "\(ISO8601.writeUTC($0.lowerBound))/\(ISO8601.writeUTC($0.upperBound))"
    }
  }
}

extension RepairReport {
  /// The events that hold what was lost.
  var holds: [Event] { losses.compactMap(\.block).map(Event.blocked) }
}

extension [Event] {
  /// What a repair leaves of them when one is damaged in a way that what happened cannot be read, but all else: the others,
  /// and a block, unless another line says all that it said, or holds the same.
  func losing(_ place: Int) -> [Event] {
    var left = self
    guard let lost = left.remove(at: place).occupation else { return left }
    var held: Occupation?
    for (index, event) in enumerated() where index != place && event.occupation?.bookingID == lost.bookingID {
      if index > place { return left }
      switch event {
      case .booked, .moved, .blocked: held = event.occupation
      case .cancelled, .unblocked, .forgotten: held = nil
      }
    }
    if let held, held.agent == lost.agent, held.occupiedStart == lost.occupiedStart,
      held.occupiedEnd == lost.occupiedEnd
    {
      return left
    }
    let block = Block(
      id: "praxis.h1", agent: lost.agent, start: lost.occupiedStart, end: lost.occupiedEnd,
      reason: "to be settled: line \(place + 2) of the bookings file was damaged")
    return left + [.blocked(block)]
  }
}

extension FileStore {
  /// Repairs with the sample's aids.
  func mend() throws(FileError) -> RepairReport? { try mend(.sample()) }
}
