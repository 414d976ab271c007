// The operator's remedies: looking a bookings file through, and making a whole one of what is left of a damaged one.

internal import System
internal import CivilTime
package import Diary

/// What looking a file through found.
package struct Verification: Hashable, Sendable {
  /// How many lines the file has, the first included.
  package var lines: Int
  /// What is wrong, in the order of the lines; empty where nothing is.
  package var defects: [FileDefect]
  /// The files in the data directory that are kept aside: remains of crashes, and damaged files that were repaired.
  package var keptAside: [String]

  /// The business whose file it is, where that is another.
  package var stranger: String? {
    for case .stranger(let other) in defects { return other }
    return nil
  }
}

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
  /// Reads every line and compares the index with them, under the lock, without changing anything. Nil where there is no
  /// bookings file.
  package func inspect() throws(FileError) -> Verification? {
    try whileLocked { (directory, lock) throws(FileError) in
      let claim = try lock.note().claim
      guard let (file, status) = try directory.open(names.bookings, .read, .bookings) else {
        return claim.map { _ in Verification(lines: 0, defects: [.gone], keptAside: []) }
      }
      let inspection = try FileScan(file, size: status.size, vouched: claim)
      var defects = inspection.defects
      if let other = inspection.stranger(to: names.entity) { defects.append(.stranger(other)) }
      if defects.isEmpty, try isIndexWrong(directory) { defects.append(.index) }
      return Verification(lines: inspection.count, defects: defects, keptAside: try keptAside(in: directory))
    } ?? nil
  }

  /// Makes the file whole again, under the lock. Every line that proves itself is kept, wherever it stands, in the order
  /// of their numbers and once each; behind them stands a block for each event that is lost and held time; what was there
  /// before is kept aside. An index that is wrong is deleted. Where nothing is wrong nothing is done. Nil where there is no
  /// bookings file, and no note knows of one.
  ///
  /// A file of a version that this program does not know, and one of another business, is an error and is left alone.
  package func mend(_ aids: RepairAids) throws(FileError) -> RepairReport? {
    let report =
      try whileLocked { (directory, lock) throws(FileError) -> RepairReport? in
        let claim = try lock.note().claim
        guard let (file, status) = try directory.open(names.bookings, .readWrite, .bookings) else {
          guard claim != nil else { return nil }
          for name in names.derived { try directory.remove(name) }
          try lock.writeDurably(.nothing)
          return RepairReport(defects: [.gone], events: 0, lost: 1)
        }
        let inspection = try FileScan(file, size: status.size, vouched: claim)
        if let other = inspection.stranger(to: names.entity) { throw .damaged(line: 1, .stranger(other)) }
        var report = RepairReport(defects: inspection.defects, events: inspection.lines.count)
        if inspection.defects.isEmpty {
          if try isIndexWrong(directory) {
            for name in names.derived { try directory.remove(name) }
            report.defects.append(.index)
          }
        } else if inspection.defects.count == 1, case .torn? = inspection.defects.first {
          report.keptIn = try Settling(names, directory, lock).settle().recovered?.keptIn
        } else {
          try replace(file, inspection, directory, lock, aids, &report)
        }
        return report
      } ?? nil
    if let report, !report.defects.isEmpty { try? index(.catchingUp) }
    return report
  }

  /// Writes a new file of the lines that were found in the old one, with a block for each loss, and keeps the old one.
  ///
  /// Killed before the rename: the old file is there as it was, perhaps under a second name too, and the note still says what
  /// was in it. Killed after it: done.
  private func replace(
    _ file: File<Calls>, _ inspection: FileScan, _ directory: DataDirectory<Calls>, _ lock: FileLock<Calls>,
    _ aids: RepairAids, _ report: inout RepairReport
  ) throws(FileError) {
    var fragments: [(LineFragment, LineRemains)] = []
    for fragment in try inspection.wholeFragments(file) {
      let bytes = try read(fragment.length, at: fragment.offset, of: file)
      fragments.append((fragment, LineRemains(bytes)))
    }
    var judge = LossJudge(fragments, aids)
    var new = try FileReplacement(names, directory, lock)
    var places: [String: Place] = [:]
    var last: (line: FoundLine, record: Record)?
    report.events = 0
    for line in inspection.lines.sorted(by: { ($0.number, $0.offset) < ($1.number, $1.offset) }) {
      let bytes = try read(line.length, at: line.offset, of: file)
      guard var record = Record(line: bytes.span) else { throw .unavailable(.read, code: ErrorNumber.inputOutput) }
      // The same line twice is one event.
      if let last, last.line.number == line.number, last.line.checksum == line.checksum, last.record == record {
        continue
      }
      last = (line, record)
      judge.learn(record)
      // A line between this and the one before it about the same booking may be lost: what it says about where the
      // booking was is made to say where the lines that are left have it.
      if let occupation = record.event.occupation {
        let place = Place(occupation)
        record.from = places[occupation.bookingID].flatMap { $0 == place ? nil : $0 }
        places[occupation.bookingID] = record.event.kind.isLive ? place : nil
      }
      try new.append(record)
      report.events += 1
    }
    report.losses = judge.losses()
    report.lost = max(report.losses.count + inspection.missing, inspection.isEndLost ? 1 : 0)
    for block in report.losses.compactMap(\.block) {
      try new.append(Record(number: 0, at: aids.now, event: .blocked(block)))
    }
    var suffix = 1
    while try !directory.link(names.bookings, to: names.asidePrefix + String(suffix)) { suffix += 1 }
    try new.takePlace()
    report.keptIn = names.asidePrefix + String(suffix)
  }

  private func read(_ length: Int, at offset: Int64, of file: File<Calls>) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    guard try file.read(into: &bytes, count: length, at: offset) == length else {
      throw .unavailable(.read, code: ErrorNumber.inputOutput)
    }
    return bytes
  }

  /// Whether the index answers otherwise than the lines, which are whole. One of which a part is damaged does not: the
  /// lines answer for it.
  private func isIndexWrong(_ directory: DataDirectory<Calls>) throws(FileError) -> Bool {
    guard let file = try BookingsFile.open(names, in: directory, .read) else { return false }
    let source = try FileSource(file, names, in: directory, vouched: nil, summarised: true)
    guard let covered = source.runs.last?.header.lastNumber, let lines = source.allLines else { return false }
    var newest: [String: UInt64] = [:]
    var held: [String: Occupation] = [:]
    _ = try lines.visit { (place, line) throws(FileError) in
      guard let head = LineHead(line: line), let occupation = head.occupation else { return true }
      held[occupation.bookingID] = head.kind.isLive ? occupation : nil
      if place.number <= covered {
        newest[occupation.bookingID] = Posting.value(offset: place.offset, number: place.number)
      }
      return true
    }
    for (id, value) in newest {
      guard let values = try source.postings(PostingKey.subject(id)) else { return false }
      if values.last != value { return true }
    }
    let all = try source.occupations(in: Instant(milliseconds: .min)..<Instant(milliseconds: .max))
    return Set(all) != Set(held.values)
  }

  /// Files that were kept aside.
  func keptAside(in directory: DataDirectory<Calls>) throws(FileError) -> [String] {
    try directory.names().filter { $0.utf8.starts(with: names.asidePrefix.utf8) }.sorted()
  }

  /// Does something under the lock; nil where there is no data directory.
  func whileLocked<Answer>(
    _ body: (DataDirectory<Calls>, FileLock<Calls>) throws(FileError) -> Answer
  ) throws(FileError) -> Answer? {
    guard let directory = try DataDirectory.open(self.directory, calls, creating: false) else { return nil }
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    return try body(directory, lock)
  }
}
