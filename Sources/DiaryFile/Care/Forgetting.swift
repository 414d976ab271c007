// Taking personal data out of everything, for good, and leaving what happened countable: bookings keep their times, agents
// and products, and lose their people.

package import CivilTime
package import Diary
internal import People

extension FileStore {
  /// Removes a person from all bookings: the record, its id and the fingerprints of the requests. A booking that is
  /// still to come keeps its time. Files kept aside are deleted.
  ///
  /// Where no booking names the person nothing is done. A damaged file is an error (`damaged`): repair it first. When
  /// this returns, no file of the data directory holds the person any more; free blocks of the disk may.
  package func forget(person id: String, at instant: Instant) throws(FileError) -> ForgettingReport {
    guard !id.isEmpty else { return ForgettingReport(bookings: 0, deletedCopies: []) }
    return try rewrite(at: instant, before: nil) { _ throws(FileError) in
      { event in event.without(.person(id)) }
    }
  }

  /// Removes everybody from the bookings that ended before an instant, and the reasons of the blocks that did (contract,
  /// section 5, `retention`). As for `forget` otherwise.
  package func expire(before end: Instant, at instant: Instant) throws(FileError) -> ForgettingReport {
    try rewrite(at: instant, before: end) { lines throws(FileError) in
      // A booking may have been moved: when it ends is what its last line says. Kept by hash, 16 bytes each; of two
      // ids that share one the later line counts.
      var ends: [UInt64: Instant] = [:]
      _ = try lines.visit { (_, line) throws(FileError) in
        guard let occupation = LineHead(line: line)?.occupation else { return true }
        ends[PostingKey.subject(occupation.bookingID)] = occupation.end
        return true
      }
      let lastEnds = ends
      return { event in
        guard let id = event.occupation?.bookingID, let last = lastEnds[PostingKey.subject(id)], last < end else {
          return nil
        }
        return event.without(.everybody)
      }
    }
  }

  /// Writes the file anew with the events that a closure changes, or does nothing where it changes none.
  ///
  /// Killed before the rename: the old file is there as it was, and the command has to be given again. Killed after it:
  /// done. What may hold the data besides is deleted before the rename.
  private func rewrite(
    at instant: Instant, before end: Instant?,
    _ makeChange: (LineRegion<Calls>) throws(FileError) -> (Event) -> Event?
  ) throws(FileError) -> ForgettingReport {
    let report = try whileLocked { (directory, lock) throws(FileError) -> ForgettingReport in
      var report = ForgettingReport(bookings: 0, deletedCopies: [])
      guard let lines = try Settling(names, directory, lock).settle().source.allLines else { return report }
      let change = try makeChange(lines)
      var changed: Set<String> = []
      var isChanged = false
      _ = try lines.visit { (place, line) throws(FileError) in
        guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
        guard let event = change(record.event) else { return true }
        isChanged = true
        if let id = event.booking?.id { changed.insert(id) }
        return true
      }
      guard isChanged else { return report }
      report.bookings = changed.count
      var new = try FileReplacement(names, directory, lock)
      _ = try lines.visit { (place, line) throws(FileError) in
        guard var record = Record(line: line) else { throw .damaged(line: place.number, .content) }
        if let event = change(record.event) { record.event = event }
        try new.append(record)
        return true
      }
      let forgetting = Forgetting(bookings: changed.count, before: end)
      try new.append(Record(number: 0, at: instant, event: .forgotten(forgetting)))
      for copy in try keptAside(in: directory) {
        try directory.remove(copy)
        report.deletedCopies.append(copy)
      }
      for name in names.derived { try directory.remove(name) }
      // The new file takes its place only when every copy is gone for good.
      try directory.sync()
      try new.takePlace()
      return report
    }
    guard let report, report.bookings > 0 else { return report ?? ForgettingReport(bookings: 0, deletedCopies: []) }
    try? index(.catchingUp)
    return report
  }
}

/// Who is removed.
private enum Removal {
  case person(String)
  case everybody

  func concerns(_ person: Person) -> Bool {
    switch self {
    case .person(let id): person.id == id
    case .everybody: true
    }
  }
}

extension Event {
  /// The event without those who are removed; nil where there was nothing to remove.
  fileprivate func without(_ removal: Removal) -> Event? {
    switch self {
    case .booked(let booking): booking.without(removal).map(Event.booked)
    case .moved(let booking): booking.without(removal).map(Event.moved)
    case .cancelled(let booking): booking.without(removal).map(Event.cancelled)
    case .blocked(let block): block.without(removal).map(Event.blocked)
    case .unblocked(let block): block.without(removal).map(Event.unblocked)
    case .forgotten: nil
    }
  }
}

extension Booking {
  /// The booking with nobody in the places of those removed, and without the fingerprint of the request that named them.
  fileprivate func without(_ removal: Removal) -> Booking? {
    var booking = self
    if removal.concerns(booker) { booking.booker = Person(id: "", attributes: []) }
    if removal.concerns(participant) { booking.participant = Person(id: "", attributes: []) }
    guard booking != self else { return nil }
    booking.request = 0
    return booking
  }
}

extension Block {
  /// The block without its reason, which may name anybody, if everybody goes.
  fileprivate func without(_ removal: Removal) -> Block? {
    guard case .everybody = removal, reason != nil else { return nil }
    var block = self
    block.reason = nil
    return block
  }
}
