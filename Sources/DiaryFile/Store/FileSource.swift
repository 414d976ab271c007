// Where a diary's answers come from: the index, for the lines it covers, and the lines behind it, read one by one.
// If a page of the index turns out to be damaged, the lines answer for all.

internal import DiaryFormat
internal import System
internal import Business
internal import CivilTime
internal import Diary

/// The open files behind a diary.
final class FileSource<Calls: SystemCalls> {
  /// Nil while no booking was ever made.
  let file: BookingsFile<Calls>?
  private(set) var runs = RunSet<Calls>()
  private(set) var tail: Tail<Calls>?
  private(set) var isIndexDamaged = false
  /// Whether the file says whose it is.
  var isNamed = true
  private let summarised: Bool
  /// What of this file is vouched for.
  let vouched: LockNote.Claim?
  /// Records that a question needed; another is likely to need them too.
  private var records: [(value: UInt64, record: Record)] = []
  private static var mostKept: Int { 256 }
  /// A key is rare that leads to so many lines.
  private static var mostRare: Int { 32 }

  /// The diary of a file. `summarised` makes sure that `tail.summary` is known. Fails with `damaged` where something is
  /// not there that a note has vouched for; a note of a file of another generation says nothing of this one.
  init(
    _ file: BookingsFile<Calls>?, _ names: FileNames, in directory: DataDirectory<Calls>?,
    vouched claim: LockNote.Claim?, summarised: Bool
  ) throws(FileError) {
    self.file = file
    self.summarised = summarised
    vouched = claim?.generation == file?.header.generation ? claim : nil
    guard let file, let directory else {
      if claim != nil { throw .damaged(line: 1, .gone) }
      return
    }
    let set = RunSet(names, in: directory, generation: file.header.generation, start: file.header.length)
    var size = file.size
    // Race: since the file was opened another writer has appended to it and indexed that. The file is as long by now.
    if let last = set.last, last.header.to > size { size = try file.file.status().size }
    if let tail = try Tail(file, size: size, behind: set.last?.header, vouched, summarised: summarised) {
      runs = set
      self.tail = tail
    } else {
      tail = try Tail(file, size: size, behind: nil, vouched, summarised: summarised)
    }
    if file.header.entity == nil { isNamed = try proveNaming(names.entity) }
  }

  /// Lets the lines answer from now on.
  private func dropIndex() throws(FileError) {
    guard let file, let end = tail?.region.end else { return }
    runs = RunSet<Calls>()
    isIndexDamaged = true
    tail = try Tail(file, size: end, behind: nil, vouched, summarised: summarised)
  }

  /// All events, whatever the index covers.
  var allLines: LineRegion<Calls>? {
    guard var lines = file?.lines, let tail else { return nil }
    lines.end = tail.region.end
    return lines
  }

  /// What the index needs.
  var indexNeed: IndexNeed {
    guard let tail else { return .nothing }
    if isIndexDamaged { return .rebuilding }
    guard let count = tail.count else { return .catchingUp }
    return count <= Indexing<Calls>.greatestTail
      ? .nothing : count <= 4 * Indexing<Calls>.greatestTail ? .extending : .catchingUp
  }

  /// Whether so many lines lie behind the index that each question reads them from the disk.
  var isTailLong: Bool { tail.map { !$0.isKept } ?? false }
  /// Whether that would take seconds: some 50,000 lines.
  var isTailHuge: Bool { tail.map { $0.region.end - $0.region.start > 1 << 25 } ?? false }

  func lineCount() throws(FileError) -> Int {
    guard let tail else { return 0 }
    if let summary = tail.summary { return summary.number }
    var number = tail.region.number - 1
    try tail.visit { (line, _, _) in number = line }
    return number
  }

  /// The last record of the booking or block with this id.
  func newest(_ id: String) throws(FileError) -> Record? {
    var line: [UInt8] = []
    try tail?.visitHeads { (head, _, _, span) throws(FileError) in
      guard head.occupation?.bookingID == id else { return }
      line.removeAll(keepingCapacity: true)
      for index in span.indices { line.append(span[index]) }
    }
    if !line.isEmpty { return Record(line: line.span) }
    guard let values = try postings(PostingKey.subject(id)) else { return try newest(id) }
    for value in values.reversed() {
      let record = try record(at: value)
      if record.event.occupation?.bookingID == id { return record }
    }
    return nil
  }

  /// The places of the lines that are posted under a key, in their order; nil where the index turned out to be damaged
  /// and the lines answer from now on.
  func postings(_ key: UInt64) throws(FileError) -> [UInt64]? {
    var values: [UInt64] = []
    var isDamaged = false
    runs.visit { run in
      guard let found = try? run.postings(key) else {
        isDamaged = true
        return false
      }
      values = values.isEmpty ? found : found + values
      return true
    }
    if isDamaged { try dropIndex() }
    return isDamaged ? nil : values
  }

  /// What is held now and meets a range that is not empty, in no order.
  func occupations(in range: Range<Instant>) throws(FileError) -> [Occupation] {
    var gathered = DayGathering(range)
    try tail?.visitHeads { (head, number, offset, _) throws(FileError) in
      gathered.add(head, line: Posting.value(offset: offset, number: number))
    }
    var isDamaged = false
    runs.visit { run in
      isDamaged = (try? gathered.add(run)) == nil
      return !isDamaged
    }
    var occupations: [Occupation] = []
    guard !isDamaged, let lines = gathered.select(into: &occupations) else {
      try dropIndex()
      return try self.occupations(in: range)
    }
    for value in lines {
      if let occupation = try record(at: value).event.occupation { occupations.append(occupation) }
    }
    return occupations
  }

  /// The records of lines that runs cover and that are posted under one of the keys, of those keys that lead to few.
  /// None where the index turns out to be damaged: then the lines are to be asked.
  func records(underRare keys: [UInt64]) throws(FileError) -> [Record] {
    var records: [Record] = []
    for key in keys {
      guard let values = try postings(key) else { return [] }
      guard values.count <= FileSource.mostRare else { continue }
      for value in values { records.append(try record(at: value)) }
    }
    return records
  }

  /// The records that are posted under one of the keys, in the order of their lines; perhaps others too. Of the lines
  /// that no run covers, those that `isMeant` says; only those that contain the text `mentioning` are looked at, where
  /// one is given.
  func records(
    under keys: [UInt64], mentioning text: String?, where isMeant: (Event) -> Bool
  ) throws(FileError) -> [Record] {
    var values: [UInt64] = []
    // Two people often have the same keys: each costs a page of the index.
    let keys = keys.sorted()
    for (place, key) in keys.enumerated() where place == 0 || keys[place - 1] != key {
      guard let found = try postings(key) else {
        return try records(under: keys, mentioning: text, where: isMeant)
      }
      values += found
    }
    if keys.count > 1 { values.sort() }
    var records: [Record] = []
    var last: UInt64?
    for value in values where value != last {
      records.append(try record(at: value))
      last = value
    }
    try tail?.visit { (number, offset, line) throws(FileError) in
      if let text, !line.mayMention(text) { return }
      let record = try kept(Posting.value(offset: offset, number: number)) { () throws(FileError) in
        guard let record = Record(line: line) else { throw .damaged(line: number, .content) }
        return record
      }
      if isMeant(record.event) { records.append(record) }
    }
    return records
  }

  /// The record of a line, read once for all questions.
  private func kept(_ value: UInt64, _ read: () throws(FileError) -> Record) throws(FileError) -> Record {
    if let kept = records.first(where: { $0.value == value }) { return kept.record }
    let record = try read()
    if records.count < FileSource.mostKept { records.append((value, record)) }
    return record
  }

  /// The record of a line that an index names. The line was whole when it was indexed, so if it is not now, it is
  /// damaged, the last one too.
  func record(at value: UInt64) throws(FileError) -> Record {
    try kept(value) { () throws(FileError) in try read(value) }
  }

  /// The record of a line, read anew.
  func read(_ value: UInt64) throws(FileError) -> Record {
    let number = Posting.number(value)
    guard let file, let tail else { throw .damaged(line: number, .checksum) }
    var record: Record?
    let line = LineRegion(file: file.file, start: Posting.offset(value), number: number, end: tail.region.end)
    _ = try line.visit(reading: 2048) { (_, span) throws(FileError) in
      record = Record(line: span)
      if record == nil { throw .damaged(line: number, .content) }
      return false
    }
    guard let record else { throw .damaged(line: number, .checksum) }
    return record
  }
}
