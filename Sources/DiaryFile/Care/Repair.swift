// The operator's remedy: making a whole bookings file of what is left of a damaged one. It is made while others book,
// as far as they can; RepairCopy.swift makes it.

internal import System
internal import CivilTime
package import Diary

/// What a repair did.
package struct RepairReport: Hashable, Sendable {
  /// What was wrong.
  package var defects: [FileDefect]
  /// How many events the file has now.
  package var events: Int
  /// The name in the data directory of what was there before, or of the part that was cut off; nil where nothing had to
  /// be kept.
  package var keptIn: String?
  /// The events that are lost, as far as anything is left of them.
  package var losses: [Loss] = []
  /// How many events are lost, at least.
  package var lost = 0
}

extension FileStore {
  /// Makes the file whole again. Every line that proves itself is kept, wherever it stands, in the order of their
  /// numbers and once each; behind them stands a block for each event that is lost and held time; what was there before
  /// is kept aside. An index that is wrong is deleted. Where nothing is wrong nothing is done. Nil where there is no
  /// bookings file, and no note knows of one.
  ///
  /// A file of a version that this program does not know, and one of another business, is an error and is left alone.
  package func mend(_ aids: RepairAids) throws(FileError) -> RepairReport? {
    guard let directory = try DataDirectory.open(directory, calls, creating: false) else { return nil }
    try directory.clearUp(names)
    for _ in 0..<3 {
      let claim = try directory.claim(names)
      guard let (file, status) = try directory.open(names.bookings, .read, .bookings) else {
        guard claim != nil else { return nil }
        if let report = try admitLoss(directory) { return report }
        continue
      }
      let scan = try FileScan(file, size: status.size, vouched: claim, isKeeping: true)
      if let other = scan.stranger(to: names.entity) { throw .damaged(line: 1, .stranger(other)) }
      var report = RepairReport(defects: scan.defects, events: scan.found)
      if scan.defects.isEmpty {
        guard try isIndexWrong(in: directory) else { return report }
        report.defects.append(.index)
        try deleteIndex(directory)
      } else if scan.defects.count == 1, case .torn? = scan.defects.first {
        report.keptIn = try settle(directory)?.keptIn
        // Race: it was no crash but an append under way.
        if report.keptIn == nil { continue }
      } else {
        let old = ScannedFile(file: file, status: status, claim: claim, scan: scan)
        guard try replace(old, directory, aids, &report) else { continue }
      }
      try? index(.catchingUp)
      return report
    }
    throw .busy
  }

  /// Lets go of a file that is gone although a note knows it; nil where it is there after all.
  private func admitLoss(_ directory: DataDirectory<Calls>) throws(FileError) -> RepairReport? {
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    guard try directory.open(names.bookings, .read, .bookings) == nil else { return nil }
    for name in names.derived { try directory.remove(name) }
    try lock.writeDurably(.nothing)
    return RepairReport(defects: [.gone], events: 0, lost: 1)
  }

  private func deleteIndex(_ directory: DataDirectory<Calls>) throws(FileError) {
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    for name in names.derived { try directory.remove(name) }
  }

  private func settle(_ directory: DataDirectory<Calls>) throws(FileError) -> RecoveredTail? {
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    return try Settling(names, directory, lock).settle().recovered
  }

  /// Writes a new file of the lines that were found in the old one, with a block for each loss, and keeps the old one.
  /// False where somebody changed the old one meanwhile, other than by appending to it.
  ///
  /// Killed before the rename: the old file is there as it was, perhaps under a second name too, and the note still
  /// says what was in it. Killed after it: done.
  private func replace(
    _ old: ScannedFile<Calls>, _ directory: DataDirectory<Calls>, _ aids: RepairAids, _ report: inout RepairReport
  ) throws(FileError) -> Bool {
    let new = try PreparedFile(names, in: directory, patience: patience)
    var copy = RepairCopy(of: new, try old.fragments(of: names.entity), aids)
    defer { copy.file.discard() }
    try old.copyLines(to: &copy)
    try copy.file.prepare()
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    guard try old.copyRest(to: &copy, names, directory, lock) else { return false }
    report.losses = try copy.holdLosses()
    report.lost = max(report.losses.count + old.scan.missing, old.scan.isEndLost ? 1 : 0)
    report.events = copy.events
    let kept = try keepAside(in: directory)
    try copy.file.takePlace(lock)
    report.keptIn = kept
    return true
  }

  /// Gives the bookings file a second name, under the lock, so that it is there when another takes its place: which.
  func keepAside(in directory: DataDirectory<Calls>) throws(FileError) -> String {
    var suffix = 1
    while try !directory.link(names.bookings, to: names.asidePrefix + String(suffix)) { suffix += 1 }
    return names.asidePrefix + String(suffix)
  }
}
