// Putting a backup in the place of a bookings file. It is made ready while others book; ForgottenSince.swift says whom
// it must not bring back.

internal import DiaryFormat
internal import System
internal import Business
package import CivilTime
package import Diary

extension FileStore {
  /// Puts a file at a path in the place of the bookings file, which is kept aside, without those who were forgotten
  /// since.
  ///
  /// Killed before the rename: the old file is there as it was, perhaps under a second name too. Killed after it: done.
  package func restore(_ path: String, at instant: Instant, by actor: String?) throws(FileError) -> CareReport {
    let backup = try File(at: path, calls)
    let scan = try FileScan(backup, size: try backup.status().size, vouched: nil, isKeeping: true)
    if let refusal = try refusal(of: scan, backup, path) { return refusal }
    guard let directory = try DataDirectory.open(directory, calls, creating: true) else {
      throw .unavailable(.directory, code: ErrorNumber.notFound)
    }
    try directory.clearUp(names)
    for _ in 0..<3 {
      let present = try directory.open(names.bookings, .read, .bookings)
      var since = ForgottenSince()
      try scan.visit(backup) { record throws(FileError) in since.learn(backup: record) }
      let claim = try directory.claim(names)
      since.isUnknown = present == nil && claim != nil
      if let present { try learn(&since, from: present.file, isOld: false) }
      for name in try keptAside(in: directory) {
        guard let (file, _) = try directory.open(name, .read, .other) else { continue }
        try learn(&since, from: file, isOld: true)
      }
      try scan.visit(backup) { record throws(FileError) in since.settle(backup: record) }
      var new = try PreparedFile(names, in: directory, patience: patience)
      defer { new.discard() }
      let stripped = try copy(scan, of: backup, to: &new, without: since)
      if stripped > 0 {
        let forgetting = Forgetting(bookings: stripped, before: since.before)
        try new.append(Record(number: 0, at: instant, by: actor, event: .forgotten(forgetting)))
      }
      try new.prepare()
      let lock = try FileLock(names, in: directory, patience: patience)
      defer { lock.release() }
      // Nobody is forgotten by appending: only by a file that takes another's place.
      let now = try directory.open(names.bookings, .read, .bookings)
      guard now?.status.identity.inode == present?.status.identity.inode else { continue }
      let kept = now == nil ? nil : try keepAside(in: directory)
      try new.takePlace(lock)
      return report(scan, path, since, stripped, keptIn: kept)
    }
    throw .busy
  }

  /// Why a file cannot be restored; nil where it can. A plain copy may end in a line that was being written; no other line
  /// may be damaged.
  private func refusal(of scan: FileScan, _ backup: File<Calls>, _ path: String) throws(FileError) -> CareReport? {
    var lines: [String] = []
    if let other = scan.stranger(to: names.entity) {
      lines.append("\(path): the bookings of \(other), not of \(names.entity)")
    }
    let size = try backup.status().size
    let last = size > 0 ? try backup.read(1, at: size - 1) : []
    let isFinished = last == [UInt8(ascii: "\n")]
    for defect in scan.defects where defect.isSerious || isFinished { lines.append(defect.words(in: path)) }
    if lines.isEmpty { return nil }
    return CareReport(lines: lines + ["\(path): not restored; nothing was changed"], isInOrder: false)
  }

  /// Learns from a file that is there, or is kept aside, whom it has forgotten.
  private func learn(_ since: inout ForgottenSince, from file: File<Calls>, isOld: Bool) throws(FileError) {
    let lines: FileScan
    do throws(FileError) {
      lines = try FileScan(file, size: try file.status().size, vouched: nil, isKeeping: true)
    } catch .damaged {
      since.isUnknown = true
      return
    }
    if lines.defects.contains(where: { $0.isSerious }) { since.isUnknown = true }
    try lines.visit(file) { record throws(FileError) in since.learn(present: record, isOld: isOld) }
  }

  /// Copies the backup; how many bookings lost a person.
  private func copy(
    _ scan: FileScan, of backup: File<Calls>, to new: inout PreparedFile<Calls>, without since: ForgottenSince
  ) throws(FileError) -> Int {
    var stripped: Set<String> = []
    try scan.visit(backup) { found throws(FileError) in
      var record = found
      if let event = since.applied(to: found.event) {
        record.event = event
        if let id = event.booking?.id { stripped.insert(id) }
      }
      try new.append(record)
    }
    return stripped.count
  }

  private func report(
    _ scan: FileScan, _ path: String, _ since: ForgottenSince, _ stripped: Int, keptIn kept: String?
  ) -> CareReport {
    let file = FileWords.name(of: entity)
    var lines = scan.defects.map { $0.words(in: path) + "; it is left out" }
    lines.append("\(file): \(FileWords.count(scan.found, "event")), as in the backup")
    if stripped > 0 {
      lines.append("\(file): forgotten since, and again: people of \(FileWords.count(stripped, "booking"))")
    }
    if since.isUnknown {
      lines.append(
        "\(file): what was there, or is kept aside, is damaged or gone; whom it alone had forgotten is not known")
    }
    if let kept {
      lines.append("\(file): what was there before is in Data/\(kept)")
      if since.newer > 0 {
        let verb = since.newer == 1 ? "is" : "are"
        lines.append("\(file): \(FileWords.count(since.newer, "booking")) made since the backup \(verb) only there")
      }
    }
    return CareReport(lines: lines, isInOrder: true)
  }
}

extension File {
  /// A file anywhere, to read.
  fileprivate convenience init(at path: String, _ calls: Calls) throws(FileError) {
    self.init(calls, try attempt(.open) { () throws(SystemError) in try calls.open(path, .read) })
    guard try status().isRegular else { throw .refused(.other, .kind) }
  }
}
