// Whose a bookings file is whose first line does not say it, as earlier programs wrote it: a later line says it, or the last
// id does.

internal import Business
internal import Diary
internal import DiaryFormat

extension FileSource {
  /// Whether a file whose first line names no business has a line that does; fails with `damaged` where that names
  /// another, and where none does and the last id is another's.
  func proveNaming(_ entity: String) throws(FileError) -> Bool {
    var naming: Record?
    var last: String?
    var lastPlace: UInt64?
    try tail?.visit { (number, offset, line) throws(FileError) in
      lastPlace = Posting.value(offset: offset, number: number)
      if line.mayMention("entity"), let record = Record(line: line), record.entity != nil { naming = record }
    }
    if naming == nil, let lastPlace { last = try read(lastPlace).event.occupation?.bookingID }
    if naming == nil, lastPlace != nil, last == nil {
      // The last line has no id.
      try tail?.visitHeads { (head, _, _, _) in last = head.occupation?.bookingID ?? last }
    }
    if naming == nil, let place = try postings(PostingKey.naming)?.last { naming = try record(at: place) }
    if let naming, let named = naming.entity {
      guard named == entity else { throw .damaged(line: naming.number, .stranger(named)) }
      return true
    }
    if last == nil, let header = runs.last?.header {
      let record = try record(at: Posting.value(offset: header.lastLine, number: header.lastNumber))
      last = record.event.occupation?.bookingID
    }
    if let last, let named = PublicID.business(of: last)?.text, named != entity {
      throw .damaged(line: 1, .stranger(named))
    }
    return false
  }
}
