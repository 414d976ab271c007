// What rows and lines say.

#if PostgreSQL
  internal import CivilTime
  internal import Diary
  internal import DiaryFormat

  extension Record {
    /// What a line says that proves itself and has this number.
    init?(proving line: [UInt8], number: Int) {
      guard Line.proof(line.span) != nil, Line.number(line.span) == number, let record = Record(line: line.span) else {
        return nil
      }
      self = record
    }
  }

  extension Rows {
    /// The occupation of a row of `days`.
    func occupation(_ row: Int) -> Occupation? {
      guard let subject = text(row, 4), let resources = ResourceText.resources(in: bytes(row, 7)),
        let starts = integer(row, 8), let ends = integer(row, 9), let from = integer(row, 10),
        let until = integer(row, 11),
        let after = integer(row, 12), let length = integer(row, 13)
      else { return nil }
      return Occupation(
        bookingID: subject, agent: text(row, 5), product: text(row, 6), start: Instant(milliseconds: starts),
        end: Instant(milliseconds: ends), occupiedStart: Instant(milliseconds: from),
        occupiedEnd: Instant(milliseconds: until), pauseAfter: Int(after), pauseLength: Int(length),
        resources: resources)
    }
  }
#endif
