// Brings the index of a bookings file up to date, step by step. Nobody waits for it: a step reads lines that are on the
// disk, which never change, and makes its run aside. It holds the writers' lock only while the run gets its name.
// Index/Indexing.swift does one step.

internal import System

extension FileStore {
  /// Brings the index up to date; to be called after the reply with the `FileView.indexNeed` of the request.
  ///
  /// Nothing depends on it but speed: an error means that the next requests take longer, and the next call tries again.
  package func index(_ need: IndexNeed) throws(FileError) { _ = try index(need, until: .max) }

  /// The same, until a moment of the clock that nobody sets (nanoseconds). Whether the index is up to date now; it is
  /// not where the time was up, or another process is at it all the time.
  func index(_ need: IndexNeed, until deadline: Int64) throws(FileError) -> Bool {
    guard need != .nothing, let directory = try DataDirectory.open(directory, calls, creating: false) else {
      return true
    }
    let isPatient = need != .extending
    var need = need
    var covered: Int64 = -1
    while need != .nothing {
      let left = deadline == .max ? patience : min(deadline - calls.uptime(), patience)
      guard deadline == .max || left > 0 else { return false }
      do throws(FileError) {
        need = try extend(need, in: directory, &covered, patience: isPatient ? left : 0, lockPatience: left)
      } catch .busy {
        return false
      }
    }
    try directory.removeUnfinished(names)
    return true
  }

  /// One step: what is needed after it.
  private func extend(
    _ need: IndexNeed, in directory: DataDirectory<Calls>, _ covered: inout Int64, patience: Int64, lockPatience: Int64
  ) throws(FileError) -> IndexNeed {
    let new = try ReservedFile(names.unfinishedRun, in: directory, patience: patience)
    defer { new.discard() }
    guard let file = try durable(in: directory, patience: lockPatience) else { return .nothing }
    let generation = file.header.generation
    var runs = RunSet<Calls>()
    if need != .rebuilding { runs = RunSet(names, in: directory, generation: generation, start: file.header.length) }
    // Each step covers more than the one before, or the disk spoils at once what is written to it.
    let end = runs.last?.header.to ?? 0
    guard end > covered else { return .nothing }
    covered = end
    guard end < file.size else { return .nothing }
    guard let tail = try Tail(file, size: file.size, behind: runs.last?.header, nil, summarised: false) else {
      return need == .rebuilding ? .nothing : .rebuilding
    }
    if need == .extending, let count = tail.count, count <= Indexing<Calls>.greatestTail { return .nothing }
    switch try Indexing(file, tail, runs).extend(into: new.file) {
    case .nothing: return .nothing
    case .damage: return need == .rebuilding ? .nothing : .rebuilding
    case .run(let isOlder, let next):
      let lock = try FileLock(names, in: directory, patience: lockPatience)
      defer { lock.release() }
      // Race: the bookings file was replaced, or a writer cleared up after a crash.
      guard try new.isInPlace(), try BookingsFile.open(names, in: directory, .read)?.header.generation == generation
      else { return .nothing }
      try RunSet.place(names.unfinishedRun, isOlder: isOlder, isFirst: runs.isEmpty, names, in: directory)
      return next
    }
  }

  /// The bookings file as long as is certain to be on the disk; nil where there is none.
  func durable(
    in directory: DataDirectory<Calls>, patience: Int64
  ) throws(FileError) -> BookingsFile<Calls>? {
    let claim = try directory.claim(names)
    guard var file = try BookingsFile.open(names, in: directory, .read) else { return nil }
    if let claim, claim.generation == file.header.generation, claim.end <= file.size {
      file.size = claim.end
      return file
    }
    // No note says so: a writer has to make it certain.
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    let settled = try Settling(names, directory, lock).settle().source
    guard var file = settled.file, let end = settled.tail?.summary?.end else { return nil }
    file.size = end
    return file
  }
}
