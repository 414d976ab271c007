// Where a ledger's answers come from: the lines behind the index, read one by one, and the index for all before them.

internal import CivilTime
internal import Scheduling

/// The open files behind a ledger.
final class LedgerSource {
  /// Nil while no booking was ever made.
  let file: BookingsFile?
  let tail: Tail?

  /// An index is due when so many lines lie behind it.
  static let greatestTail = 16

  /// The ledger of a file. `summarised` makes sure that `tail.summary` is known.
  init(_ file: BookingsFile?, summarised: Bool) throws(StorageError) {
    self.file = file
    guard let file else {
      tail = nil
      return
    }
    tail = try Tail(file.lines, summarised: summarised)
  }

  var wantsIndexing: Bool { (tail.map { $0.count ?? .max } ?? 0) > Self.greatestTail }

  func lineCount() throws(StorageError) -> Int {
    guard let tail else { return 0 }
    if let summary = tail.summary { return summary.number }
    return try tail.region.visit { _, _, _ in }.number
  }

  /// The last record of the booking or block with this id.
  func newest(_ id: String) throws(StorageError) -> Record? {
    var line: [UInt8] = []
    try tail?.visitHeads { (_, head, span) throws(StorageError) in
      guard head.occupation?.bookingID == id else { return }
      line.removeAll(keepingCapacity: true)
      for index in span.indices { line.append(span[index]) }
    }
    return line.isEmpty ? nil : Record(line: line.span)
  }

  /// What is held now and meets a range that is not empty, in no order.
  func occupations(in range: Range<Instant>) throws(StorageError) -> [Occupation] {
    var held: [String: Occupation] = [:]
    try tail?.visitHeads { (_, head, _) throws(StorageError) in
      guard let occupation = head.occupation else { return }
      let isHeld =
        head.kind.isLive && occupation.occupiedStart < range.upperBound
        && range.lowerBound < occupation.occupiedEnd
      held[occupation.bookingID] = isHeld ? occupation : nil
    }
    return Array(held.values)
  }

  /// The records that are posted under one of the keys, in the order of their lines; perhaps others too. Only lines
  /// that contain the text `mentioning` are looked at, where one is given.
  func records(under keys: [UInt64], mentioning text: String?) throws(StorageError) -> [Record] {
    var records: [Record] = []
    let wanted = Set(keys)
    try tail?.visit { (number, _, line) throws(StorageError) in
      if let text, !contains(line, text) { return }
      guard let record = Record(line: line) else { throw .damaged(line: number, .content) }
      if text == nil, !PostingKey.all(of: record.event).contains(where: wanted.contains) { return }
      records.append(record)
    }
    return records
  }
}

/// Whether a line contains a text, spelt without escapes; true where the text could be spelt otherwise.
private func contains(_ line: Span<UInt8>, _ text: String) -> Bool {
  let wanted = text.utf8.span
  guard let first = text.utf8.first, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else {
    return true
  }
  var start = 0
  search: while start &+ wanted.count <= line.count {
    defer { start &+= 1 }
    guard line[start] == first else { continue }
    for index in 1..<wanted.count where line[start &+ index] != wanted[index] { continue search }
    return true
  }
  return false
}
