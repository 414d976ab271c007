// Taking personal data out of everything, for good, and leaving what happened countable: bookings keep their times,
// agents and products, and lose their people.

internal import DiaryFormat
internal import System
package import CivilTime
package import Diary
internal import People

extension FileStore {
  /// Removes a person from all bookings: the record, its id and the fingerprints of the requests. A booking that is
  /// still to come keeps its time. Files kept aside are deleted; where no booking names the person, those that do.
  ///
  /// A damaged file is an error (`damaged`): repair it first. When this returns, no file of the data directory holds
  /// the person any more; free blocks of the disk may.
  package func forget(person id: String, at instant: Instant, by actor: String?) throws(FileError) -> ForgettingReport {
    guard !id.isEmpty else { return ForgettingReport(bookings: 0) }
    let report = try rewrite(at: instant, by: actor, before: nil) { _ throws(FileError) in .person(id) }
    guard report.bookings == 0, !report.keptCopies.isEmpty,
      let directory = try DataDirectory.open(directory, calls, creating: false)
    else { return report }
    return try deleteCopies(naming: id, in: directory)
  }

  /// Removes everybody from the bookings that ended before an instant, and the reasons of the blocks that did
  /// (contract, section 5, `retention`). As for `forget` otherwise.
  package func expire(before end: Instant, at instant: Instant, by actor: String?) throws(FileError) -> ForgettingReport
  {
    try rewrite(at: instant, by: actor, before: end) { lines throws(FileError) in
      // A booking may have been moved: when it ends is what its last line says. Kept by hash, 16 bytes each; of two
      // ids that share one the later line counts.
      var ends: [UInt64: Instant] = [:]
      _ = try lines.visit { (_, line) throws(FileError) in
        guard let occupation = LineHead(line: line)?.occupation else { return true }
        ends[PostingKey.subject(occupation.bookingID)] = occupation.end
        return true
      }
      return .expired(ends: ends, before: end)
    }
  }

  /// The names of the files that are kept aside.
  package func copies() throws(FileError) -> [String] {
    guard let directory = try DataDirectory.open(directory, calls, creating: false) else { return [] }
    return try keptAside(in: directory)
  }

  /// Writes the file anew without those who are removed, or does nothing where nobody is.
  ///
  /// The new file is made while others book. Killed before the rename: the old file is there as it was, and the command
  /// has to be given again. Killed after it: done. What may hold the data besides is deleted before the rename.
  private func rewrite(
    at instant: Instant, by actor: String?, before end: Instant?,
    _ remove: (LineRegion<Calls>) throws(FileError) -> Removal
  ) throws(FileError) -> ForgettingReport {
    guard let directory = try DataDirectory.open(directory, calls, creating: false) else {
      return ForgettingReport(bookings: 0)
    }
    try directory.clearUp(names)
    for _ in 0..<3 {
      // The file as a reader has it, damage and all.
      _ = try view(in: directory)
      guard let old = try durable(in: directory, patience: patience) else { return try unchanged(directory) }
      let removal = try remove(old.lines)
      guard try changes(old.lines, removal) else { return try unchanged(directory) }
      var new = try PreparedFile(names, in: directory, patience: patience)
      defer { new.discard() }
      let harmless = try harmlessCopies(removal, in: directory)
      var changed: Set<String> = []
      try copy(old.lines, to: &new, removal, &changed)
      try new.prepare()
      let lock = try FileLock(names, in: directory, patience: patience)
      defer { lock.release() }
      guard var rest = try Settling(names, directory, lock).settle().source.allLines,
        try BookingsFile.open(names, in: directory, .read)?.header == old.header
      else { continue }
      rest = LineRegion(file: rest.file, start: old.size, number: new.lines.nextNumber, end: rest.end)
      guard try !isOutdated(removal, by: rest) else { continue }
      try copy(rest, to: &new, removal, &changed)
      let forgetting = Forgetting(bookings: changed.count, before: end)
      try new.append(Record(number: 0, at: instant, by: actor, event: .forgotten(forgetting)))
      let copies = try keptAside(in: directory).filter { !harmless.contains($0) }
      for copy in copies { try directory.remove(copy) }
      try directory.removeBatch(names)
      for name in names.derived { try directory.remove(name) }
      // The new file takes its place only when every copy is gone for good.
      try directory.sync()
      try new.takePlace(lock)
      return ForgettingReport(bookings: changed.count, deletedCopies: copies, keptCopies: harmless)
    }
    throw .busy
  }

  private func unchanged(_ directory: DataDirectory<Calls>) throws(FileError) -> ForgettingReport {
    ForgettingReport(bookings: 0, keptCopies: try keptAside(in: directory))
  }

  private func changes(_ lines: LineRegion<Calls>, _ removal: Removal) throws(FileError) -> Bool {
    var isChanged = false
    _ = try lines.visit { (place, line) throws(FileError) in
      guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      isChanged = removal.applied(to: record.event) != nil
      return !isChanged
    }
    return isChanged
  }

  private func copy(
    _ lines: LineRegion<Calls>, to new: inout PreparedFile<Calls>, _ removal: Removal, _ changed: inout Set<String>
  ) throws(FileError) {
    _ = try lines.visit { (place, line) throws(FileError) in
      guard var record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      if let event = removal.applied(to: record.event) {
        record.event = event
        if let id = event.booking?.id { changed.insert(id) }
      }
      try new.append(record)
      return true
    }
  }

  /// Whether lines say otherwise than the removal was made for.
  private func isOutdated(_ removal: Removal, by lines: LineRegion<Calls>) throws(FileError) -> Bool {
    var isOutdated = false
    _ = try lines.visit { (_, line) throws(FileError) in
      if let occupation = LineHead(line: line)?.occupation, removal.isOutdated(by: occupation) { isOutdated = true }
      return !isOutdated
    }
    return isOutdated
  }

  /// The files kept aside that stay, because they may be the only record of a booking: whole ones in which nobody stands who is
  /// removed, as far as that can be told. Nobody can say whose data is in damaged bytes.
  private func harmlessCopies(
    _ removal: Removal, in directory: DataDirectory<Calls>
  ) throws(FileError) -> [String] {
    var harmless: [String] = []
    for name in try keptAside(in: directory) {
      guard let (file, status) = try directory.open(name, .read, .other) else { continue }
      let scan: FileScan
      do throws(FileError) {
        scan = try FileScan(file, size: status.size, vouched: nil, isKeeping: true)
      } catch .damaged {
        continue
      }
      guard scan.defects.isEmpty else { continue }
      var isNamed = false
      try scan.visit(file) { record throws(FileError) in
        if removal.applied(to: record.event) != nil { isNamed = true }
      }
      if !isNamed { harmless.append(name) }
    }
    return harmless
  }

  /// Deletes the files kept aside in which an id stands.
  private func deleteCopies(
    naming id: String, in directory: DataDirectory<Calls>
  ) throws(FileError) -> ForgettingReport {
    var report = ForgettingReport(bookings: 0)
    for name in try keptAside(in: directory) {
      guard let (file, status) = try directory.open(name, .read, .other) else { continue }
      if try file.holds(id, size: status.size) {
        try directory.remove(name)
        report.deletedCopies.append(name)
      } else {
        report.keptCopies.append(name)
      }
    }
    if !report.deletedCopies.isEmpty { try directory.sync() }
    return report
  }
}

extension File {
  /// Whether a text stands in the file, spelt as it is.
  fileprivate func holds(_ text: String, size: Int64) throws(FileError) -> Bool {
    let wanted = Array(text.utf8)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var offset: Int64 = 0
    while offset < size {
      let count = try read(into: &bytes, count: bytes.count, at: offset)
      for start in 0..<max(count - wanted.count + 1, 0) where bytes[start] == wanted[0] {
        if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
      }
      guard count == bytes.count else { break }
      offset += Int64(count - wanted.count)
    }
    return false
  }
}
