// A bookings file that a command makes while others book, with an index of its own, to put it in the place of the one
// there is. The writers' lock is needed only for what came meanwhile, and for the names.

internal import DiaryFormat
internal import System

/// A bookings file being made aside, without the lock.
///
/// Killed before `takePlace`: what was made is deleted by the next command that prepares one, by the next upkeep of the
/// index, or by a writer who clears up. Killed in it: the note says `pending`, and the next writer makes the names
/// durable.
struct PreparedFile<Calls: SystemCalls> {
  private let names: FileNames
  private let directory: DataDirectory<Calls>
  private let reserved: ReservedFile<Calls>
  private(set) var lines: LineFile<Calls>

  /// A file with nothing but its first line. Waits for another command at this business so many nanoseconds, then
  /// `busy`.
  init(_ names: FileNames, in directory: DataDirectory<Calls>, patience: Int64) throws(FileError) {
    self.names = names
    self.directory = directory
    reserved = try ReservedFile(names.prepared.bookings, in: directory, patience: patience)
    for name in names.prepared.derived { try directory.remove(name) }
    lines = LineFile(reserved.file, generation: try directory.random(), of: names.entity)
  }

  /// Puts a record behind those before it, under the next number.
  mutating func append(_ record: Record) throws(FileError) { try lines.append(record) }

  /// Waits until the disk has what there is, and indexes it.
  mutating func prepare() throws(FileError) {
    try lines.sync()
    let aside = names.prepared
    let file = lines.bookings
    var need = IndexNeed.catchingUp
    while need == .catchingUp {
      let runs = RunSet(aside, in: directory, generation: file.header.generation, start: file.header.length)
      guard let tail = try Tail(file, size: file.size, behind: runs.last?.header, nil, summarised: false) else {
        return
      }
      let new = try directory.create(aside.unfinishedRun)
      guard case .run(let isOlder, let next) = try Indexing(file, tail, runs).extend(into: new) else { return }
      try RunSet.place(aside.unfinishedRun, isOlder: isOlder, isFirst: runs.isEmpty, aside, in: directory)
      need = next
    }
  }

  /// Gives the file and its index their names, under the lock, and waits until the disk has them. The index of the old
  /// file is deleted before.
  mutating func takePlace(_ lock: FileLock<Calls>) throws(FileError) {
    try lines.sync()
    // Race: a writer who cleared up after a crash took this for what was left of it.
    guard try reserved.isInPlace() else { throw .busy }
    lock.writePending()
    for name in names.derived + [names.newBookings] { try directory.remove(name) }
    try reserved.rename(to: names.bookings)
    // Nothing depends on an index but speed.
    for (made, name) in zip(names.prepared.derived, names.derived) {
      if (try? directory.rename(made, to: name)) == nil { _ = try? directory.remove(made) }
    }
    try directory.settle(lines.claim, lock)
  }

  /// Deletes what was made, if it did not take its place.
  func discard() {
    guard (try? reserved.isInPlace()) != false else { return }
    for name in names.prepared.derived { _ = try? directory.remove(name) }
    reserved.discard()
  }
}

extension DataDirectory {
  /// Deletes what killed commands had prepared, and leaves alone what one is at.
  func removeUnfinished(_ names: FileNames) throws(FileError) {
    try removeUnfinished(names.unfinishedRun)
    guard try removeUnfinished(names.prepared.bookings) else { return }
    for name in names.prepared.derived { try remove(name) }
  }

  /// What a command that prepares a file does first: it deletes all that killed ones had left, unless one is at it.
  func clearUp(_ names: FileNames) throws(FileError) {
    try removeUnfinished(names)
    do throws(FileError) {
      let reserved = try ReservedFile(names.prepared.bookings, in: self, patience: 0)
      for name in names.prepared.derived { try remove(name) }
      reserved.discard()
    } catch .busy {
      return
    }
  }
}
