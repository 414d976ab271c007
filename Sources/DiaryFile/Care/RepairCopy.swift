// What of a damaged bookings file goes into the new one. Repair.swift says when.

internal import DiaryFormat
internal import System
internal import Business
internal import Diary

/// A damaged file, as it was looked through.
struct ScannedFile<Calls: SystemCalls> {
  let file: File<Calls>
  let status: FileStatus
  let claim: LockNote.Claim?
  let scan: FileScan

  /// What is left of lines that do not prove themselves.
  func fragments(of entity: String) throws(FileError) -> [(LineFragment, LineRemains)] {
    var fragments: [(LineFragment, LineRemains)] = []
    for fragment in try scan.wholeFragments(file) {
      let bytes = try file.read(fragment.length, at: fragment.offset)
      for (place, remains) in LineRemains.all(in: bytes, of: entity).enumerated() {
        var part = fragment
        part.number += place
        fragments.append((part, remains))
      }
    }
    return fragments
  }

  /// Copies the lines that prove themselves, in the order of their numbers.
  func copyLines(to copy: inout RepairCopy<Calls>) throws(FileError) {
    for line in scan.lines.sorted(by: { ($0.number, $0.offset) < ($1.number, $1.offset) }) {
      let bytes = try file.read(Int(line.length), at: line.offset)
      guard let record = Record(line: bytes.span) else {
        throw .unavailable(.read, code: ErrorNumber.inputOutput)
      }
      try copy.add(record, checksum: line.checksum)
    }
  }

  /// Copies what was appended since the file was looked through, under the lock. False where something else became of
  /// it.
  func copyRest(
    to copy: inout RepairCopy<Calls>, _ names: FileNames, _ directory: DataDirectory<Calls>, _ lock: FileLock<Calls>
  ) throws(FileError) -> Bool {
    guard let (_, present) = try directory.open(names.bookings, .read, .bookings) else { return false }
    if present.identity == status.identity { return try lock.note().claim == claim }
    let isSame = present.identity.inode == status.identity.inode && present.identity.device == status.identity.device
    guard isSame, scan.isEndWhole, !scan.isEndLost, present.size >= status.size else { return false }
    let rest = LineRegion(file: file, start: status.size, number: scan.nextNumber, end: present.size)
    do throws(FileError) {
      let summary = try rest.visit { (place, line) throws(FileError) in
        let record = Record(line: line)
        if let record { try copy.add(record, checksum: place.checksum) }
        return record != nil
      }
      return summary.end == present.size
    } catch .damaged {
      return false
    }
  }
}

/// A new file of what is left of a damaged one.
struct RepairCopy<Calls: SystemCalls> {
  var file: PreparedFile<Calls>
  /// How many events there are in it that were in the old one.
  private(set) var events = 0
  private var judge: LossJudge
  private let aids: RepairAids
  private var places: [String: Place] = [:]
  private var last: (record: Record, checksum: UInt32)?

  init(of file: PreparedFile<Calls>, _ fragments: [(LineFragment, LineRemains)], _ aids: RepairAids) {
    self.file = file
    self.aids = aids
    judge = LossJudge(fragments, aids)
  }

  /// Adds the next line, unless it is the last one once more.
  mutating func add(_ found: Record, checksum: UInt32) throws(FileError) {
    if let last, last.checksum == checksum, last.record == found { return }
    last = (found, checksum)
    judge.learn(found)
    var record = found
    // A line between this and the one before it about the same booking may be lost: what it says about where the
    // booking was is made to say where the lines that are left have it.
    if let occupation = record.event.occupation {
      let place = Place(occupation)
      record.from = places[occupation.bookingID].flatMap { $0 == place ? nil : $0 }
      places[occupation.bookingID] = record.event.kind.isLive ? place : nil
    }
    try file.append(record)
    events += 1
  }

  /// Adds a block for each event that is lost and held time, and says what is lost.
  mutating func holdLosses() throws(FileError) -> [Loss] {
    let losses = judge.losses()
    for block in losses.compactMap(\.block) {
      try file.append(Record(number: 0, at: aids.now, by: aids.actor, event: .blocked(block)))
    }
    return losses
  }
}
