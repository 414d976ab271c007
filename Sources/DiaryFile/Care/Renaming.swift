// Giving the bookings of a business to another id.
//
// At every moment one of the two names has the one whole file, and the other refuses or has none that was ever booked into:
// 1. The new file is written aside, with every id renamed, and synced. The old lock's note, which vouches for the old file,
//    is synced.
// 2. The old file gets the new name. It says whose it is, so the new id refuses it; the old one misses what its note knows.
// 3. The new file takes its place. 4. Copies kept aside follow. 5. The business file is renamed. 6. The old note is cleared.
// Killed before 2: nothing has happened. Killed after it: the command given again goes on from there.

internal import DiaryFormat
package import Business
package import CivilTime
package import Diary
internal import People
internal import System

extension FileEngine {
  /// Gives a business's bookings to another id; `CaringEngine` says how. Fails with `taken` where that has bookings, and
  /// with `damaged` where the file is not whole.
  package func rename(
    _ old: Identifier, to new: Identifier, at instant: Instant, isMoved: Bool, _ moveFile: () throws(FileError) -> Void
  ) throws(FileError) -> CareReport {
    guard let directory = try DataDirectory.open(directory, calls, creating: false) else {
      try moveFile()
      return CareReport(lines: [], isInOrder: true)
    }
    let renaming = try Renaming(FileNames(entity: old.text), FileNames(entity: new.text), directory)
    defer { renaming.release() }
    return try renaming.rename(at: instant, isMoved: isMoved, moveFile)
  }
}

/// A renaming, with both locks held.
private struct Renaming<Calls: SystemCalls> {
  let old: FileNames
  let new: FileNames
  let directory: DataDirectory<Calls>
  let oldLock: FileLock<Calls>
  let newLock: FileLock<Calls>

  /// Takes the locks in the order of their names, so that two renamings never wait for each other.
  init(_ old: FileNames, _ new: FileNames, _ directory: DataDirectory<Calls>) throws(FileError) {
    self.old = old
    self.new = new
    self.directory = directory
    let patience = FileStore<Calls>.usualPatience
    let isFirst = old.entity < new.entity
    let first = try FileLock(isFirst ? old : new, in: directory, patience: patience)
    let second = try FileLock(isFirst ? new : old, in: directory, patience: patience)
    oldLock = isFirst ? first : second
    newLock = isFirst ? second : first
  }

  func release() {
    oldLock.release()
    newLock.release()
  }

  func rename(
    at instant: Instant, isMoved: Bool, _ moveFile: () throws(FileError) -> Void
  ) throws(FileError) -> CareReport {
    var events: Int?
    if try directory.open(old.bookings, .read, .bookings) != nil {
      guard try directory.open(new.bookings, .read, .bookings) == nil, try newLock.note().claim == nil else {
        throw .taken(new.entity)
      }
      events = try begin(at: instant)
    } else if let file = try directory.open(new.bookings, .readWrite, .bookings) {
      let header = try FileHeader(reading: file.file)
      var lines = LineRegion(file: file.file, start: header.length, number: 2, end: file.status.size)
      if try owner(header, lines) == old.entity {
        var copy = try self.copy(&lines)
        try unknown { () throws(FileError) in try copy.takePlace() }
        events = copy.lines.nextNumber - 2
      } else if !isMoved, try oldLock.note().claim == nil {
        throw .taken(new.entity)
      }
    } else if try oldLock.note().claim != nil {
      throw .damaged(line: 1, .gone)
    }
    try unknown { () throws(FileError) in
      try moveCopies()
      for name in old.derived + [old.newBookings] { try directory.remove(name) }
      try directory.clearUp(old)
      try directory.sync()
      try moveFile()
      try oldLock.writeDurably(.nothing)
    }
    let file = "Data/\(new.bookings)"
    return CareReport(
      lines: events.map { ["\(file): \(FileWords.count($0, "event")) of \(old.entity)"] } ?? [], isInOrder: true)
  }

  /// Steps 1 to 3: how many events there are.
  private func begin(at instant: Instant) throws(FileError) -> Int {
    var writer = try FileWriter(old, in: directory, oldLock)
    try writer.nameFile(at: instant)
    guard var lines = writer.diary.source.allLines else { return 0 }
    var copy = try self.copy(&lines)
    try copy.finish()
    try oldLock.writeDurably(try oldLock.note())
    try directory.rename(old.bookings, to: new.bookings)
    try unknown { () throws(FileError) in
      // A power cut must not leave the second renaming without the first.
      try directory.sync()
      try copy.takePlace()
    }
    return copy.lines.nextNumber - 2
  }

  /// The new file, aside. The lines have to be whole to the last.
  private func copy(_ lines: inout LineRegion<Calls>) throws(FileError) -> FileReplacement<Calls> {
    var copy = try FileReplacement(new, directory, newLock)
    let summary = try lines.visit { (place, line) throws(FileError) in
      guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      try copy.append(record.renamed(from: old.entity + ".", to: new.entity + ".", new.entity))
      return true
    }
    if let torn = summary.torn { throw .damaged(line: torn.line, .checksum) }
    return copy
  }

  /// The business that a file names or, where it is from before, its last id does.
  private func owner(_ header: FileHeader, _ lines: LineRegion<Calls>) throws(FileError) -> String? {
    if let entity = header.entity { return entity }
    var entity: String?
    var last: String?
    _ = try lines.visit { (_, line) throws(FileError) in
      let record = Record(line: line)
      entity = record?.entity
      if let id = record?.event.occupation?.bookingID { last = id }
      return entity == nil
    }
    return entity ?? last.flatMap(PublicID.business)?.text
  }

  /// Gives what is kept aside to the new id, under which `forget` reaches it.
  private func moveCopies() throws(FileError) {
    for name in try directory.names() where name.utf8.starts(with: old.asidePrefix.utf8) {
      let wanted = new.asidePrefix + String(Substring(name.utf8.dropFirst(old.asidePrefix.utf8.count)))
      var (suffix, isLinked) = (1, try directory.link(name, to: wanted))
      while !isLinked {
        isLinked = try directory.link(name, to: "\(wanted)-\(suffix)")
        suffix += 1
      }
      try directory.remove(name)
    }
  }

  /// What fails from here on has been begun: the same command again goes on.
  private func unknown(_ body: () throws(FileError) -> Void) throws(FileError) {
    do throws(FileError) {
      try body()
    } catch {
      throw error.asUnknownOutcome
    }
  }
}
