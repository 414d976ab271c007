// Brings the index up to date, step by step, each under the lock. When and how much is decided here; how a run is made is
// RunMerge.swift's.

/// What an index lacks.
public enum IndexNeed: Hashable, Sendable {
  /// Nothing: few lines lie behind it.
  case nothing
  /// Some lines. If another process writes just now it will do it.
  case extending
  /// So many lines that it is worth waiting for.
  case catchingUp
  /// Everything: part of it is damaged.
  case rebuilding
}

extension BookingsStore {
  /// Brings the index up to date; to be called after the reply with the `Ledger.indexNeed` of the request.
  ///
  /// Works in steps of at most some thousand lines and lets other writers in between them. Nothing depends on it but
  /// speed: an error means that the next requests take longer, and the next call tries again.
  public func index(_ need: IndexNeed) throws(StorageError) {
    var need = need
    var covered: Int64 = -1
    while need != .nothing {
      guard let directory = try DataDirectory.open(directory, calls, creating: false) else { return }
      let lock: FileLock
      do throws(StorageError) {
        lock = try FileLock(names.lock, in: directory, patience: need == .extending ? 0 : patience)
      } catch .busy {
        return
      }
      defer { lock.release() }
      if need == .rebuilding { try Indexing.remove(names, directory) }
      // Settled: all lines are on the disk, and only such lines are indexed.
      let source = try Settling(names, directory, lock).settle().source
      // Each step covers more than the one before, or the disk spoils at once what is written to it.
      let end = source.runs.last?.header.to ?? 0
      guard end > covered else { return }
      covered = end
      need = try Indexing(names, directory, source).extend()
    }
  }
}

/// One step of indexing, under the lock.
struct Indexing {
  private let names: FileNames
  private let directory: DataDirectory
  private let source: LedgerSource

  /// So many lines may lie behind the index before it is extended.
  static let greatestTail = 16
  /// A batch is closed when it takes so much memory.
  private static let greatestBatch = 1 << 20
  /// The newer run may always have so many lines.
  private static let smallRun = 512

  init(_ names: FileNames, _ directory: DataDirectory, _ source: LedgerSource) {
    self.names = names
    self.directory = directory
    self.source = source
  }

  /// Deletes the index, and what somebody who was killed has left of a new one.
  static func remove(_ names: FileNames, _ directory: DataDirectory) throws(StorageError) {
    for name in [names.newRun, names.oldRun, names.unfinishedRun] { try directory.remove(name) }
  }

  /// Indexes the lines behind the runs, as many as fit a batch, and says what is to be done after that.
  ///
  /// Killed before a rename: what was written is thrown away by whoever indexes next. Killed between the rename of the
  /// older run and the deletion of the newer: the newer does not join on and does not count.
  func extend() throws(StorageError) -> IndexNeed {
    guard let file = source.file, let tail = source.tail, source.indexNeed != .nothing else { return .nothing }
    var batch = EntryBatch()
    var last: (place: LinePlace, end: Int64)?
    _ = try tail.region.visit { (place, line) throws(StorageError) in
      guard place.number <= Posting.greatestNumber, place.offset <= Posting.greatestOffset else { return false }
      guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      batch.add(record, at: place.offset)
      last = (place, place.offset + Int64(line.count) + 1)
      return batch.size < Self.greatestBatch
    }
    guard let last else { return .nothing }
    let isAll = last.end == tail.region.end
    let runs = source.runs
    let merging = merging(isCatchingUp: !isAll)
    let before = merging == .nothing ? runs.last?.header : merging == .newer ? runs.older?.header : nil
    let header = RunHeader(
      generation: file.header.generation, from: before?.to ?? file.header.length, to: last.end,
      firstNumber: (before?.lastNumber ?? 1) + 1, lastNumber: last.place.number, lastLine: last.place.offset,
      lastChecksum: last.place.checksum, previousChecksum: before?.lastChecksum ?? 0)
    var merge = RunMerge(
      older: merging == .all ? runs.older : nil, newer: merging == .nothing ? nil : runs.newer, batch: batch,
      isWhole: before == nil)
    batch = EntryBatch()
    do throws(StorageError) {
      var writer = RunWriter(try directory.create(names.unfinishedRun), header)
      guard try merge.write(&writer) else { return .rebuilding }
      let isOlder = before == nil && header.count > Self.smallRun
      try directory.rename(names.unfinishedRun, to: isOlder ? names.oldRun : names.newRun)
      if isOlder { try directory.remove(names.newRun) }
    } catch {
      _ = try? directory.remove(names.unfinishedRun)
      throw error
    }
    return isAll ? .nothing : .catchingUp
  }

  /// Which runs are made anew together with the batch.
  private enum Merging { case nothing, newer, all }

  /// A newer run of n lines is written again for each batch of 16, the older one of N for each n lines; with n² = 32·N both
  /// cost the same. While much is to be caught up with, the newer run may grow as long as the older one.
  private func merging(isCatchingUp: Bool) -> Merging {
    guard let older = source.runs.older?.header.count else { return .all }
    guard let newer = source.runs.newer?.header.count else { return older > Self.smallRun ? .nothing : .all }
    let isShort = newer <= Self.smallRun || newer * newer <= 32 * older || (isCatchingUp && newer <= older)
    return isShort ? .newer : .all
  }
}
