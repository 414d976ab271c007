// One step of bringing the index up to date: how much it covers, and which runs it makes anew. Store/IndexUpkeep.swift repeats
// the steps; RunMerge.swift makes a run.

internal import DiaryFormat
internal import System

/// What an index lacks.
package enum IndexNeed: Hashable, Sendable {
  /// Nothing: few lines lie behind it.
  case nothing
  /// Some lines. If another process writes just now it will do it.
  case extending
  /// So many lines that it is worth waiting for.
  case catchingUp
  /// Everything: part of it is damaged.
  case rebuilding
}

/// What a step of indexing wrote.
enum IndexStep {
  /// A run that is the older one, or the newer one. Then there may be more to do.
  case run(isOlder: Bool, next: IndexNeed)
  /// Nothing: there is nothing to be indexed.
  case nothing
  /// Nothing of use: one of the runs there are is damaged.
  case damage
}

/// One step of indexing.
struct Indexing<Calls: SystemCalls> {
  private let file: BookingsFile<Calls>
  private let tail: Tail<Calls>
  private let runs: RunSet<Calls>

  /// So many lines may lie behind the index before it is extended.
  static var greatestTail: Int { 16 }
  /// A batch is closed when it takes so much memory.
  private static var greatestBatch: Int { 1 << 20 }
  /// The newer run may always have so many lines.
  private static var smallRun: Int { 512 }

  /// A step for a file, of which runs cover a part and `tail` is the rest.
  init(_ file: BookingsFile<Calls>, _ tail: Tail<Calls>, _ runs: RunSet<Calls>) {
    self.file = file
    self.tail = tail
    self.runs = runs
  }

  /// Indexes the lines behind the runs, as many as fit a batch, in a file that nobody reads yet.
  func extend(into new: File<Calls>) throws(FileError) -> IndexStep {
    var batch = EntryBatch()
    var last: (place: LinePlace, end: Int64)?
    _ = try tail.region.visit { (place, line) throws(FileError) in
      guard place.number <= Posting.greatestNumber, place.offset <= Posting.greatestOffset else { return false }
      guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      batch.add(record, at: place.offset)
      last = (place, place.offset + Int64(line.count) + 1)
      return batch.size < Self.greatestBatch
    }
    guard let last else { return .nothing }
    let isAll = last.end == tail.region.end
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
    var writer = RunWriter(new, header)
    guard try merge.write(&writer) else { return .damage }
    return .run(isOlder: before == nil && header.count > Self.smallRun, next: isAll ? .nothing : .catchingUp)
  }

  /// Which runs are made anew together with the batch.
  private enum Merging { case nothing, newer, all }

  /// A newer run of n lines is written again for each batch of 16, the older one of N for each n lines; with n² = 32·N both
  /// cost the same. While much is to be caught up with, the newer run may grow as long as the older one.
  private func merging(isCatchingUp: Bool) -> Merging {
    guard let older = runs.older?.header.count else { return .all }
    guard let newer = runs.newer?.header.count else { return older > Self.smallRun ? .nothing : .all }
    let isShort = newer <= Self.smallRun || newer * newer <= 32 * older || (isCatchingUp && newer <= older)
    return isShort ? .newer : .all
  }
}
