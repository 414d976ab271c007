// Everything that ever happened, for people's lists and exports. It costs a reading of the whole file, so no request
// asks for it: those have the questions in FileView.swift.

internal import DiaryFormat
package import Diary

extension FileView {
  /// Gives every event of the file to `body`, oldest first, one at a time. What a crash left of an append that was
  /// never acknowledged is left out, and so is the line that names the business; fails with `damaged` at the first line
  /// that does not prove itself.
  package func history(
    _ body: (HistoricEvent) throws(FileError) -> Void
  ) throws(FileError) {
    let summary = try source.allLines?.visit { (place, line) throws(FileError) in
      guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      if record.entity != nil { return true }
      try body(HistoricEvent(record, at: Posting.value(offset: place.offset, number: place.number)))
      return true
    }
    if let summary { try source.vouched?.prove(summary) }
  }

  /// Every event of the booking or block with this id, oldest first. With an index it costs a few pages, else a reading
  /// of the whole file.
  package func history(of id: String) throws(FileError) -> [HistoricEvent] {
    guard !id.isEmpty else { return [] }
    return try source.records(of: id).map { HistoricEvent($0.record, at: $0.place) }
  }

  /// The event at a place that this view has told.
  package func event(at place: UInt64) throws(FileError) -> HistoricEvent {
    HistoricEvent(try source.read(place), at: place)
  }
}

extension HistoricEvent {
  fileprivate init(_ record: Record, at place: UInt64) {
    self.init(number: record.number, at: record.at, by: record.by, event: record.event, place: place)
  }
}

extension FileSource {
  /// The records about the booking or block with this id, and where they stand, in their order.
  func records(of id: String) throws(FileError) -> [(place: UInt64, record: Record)] {
    guard let posted = try postings(PostingKey.subject(id)) else { return try records(of: id) }
    var records: [(place: UInt64, record: Record)] = []
    for place in posted {
      // Two ids may share a key.
      let record = try read(place)
      if record.event.occupation?.bookingID == id { records.append((place, record)) }
    }
    try tail?.visitHeads { (head, number, offset, line) throws(FileError) in
      guard head.occupation?.bookingID == id, let record = Record(line: line) else { return }
      records.append((Posting.value(offset: offset, number: number), record))
    }
    return records
  }
}
