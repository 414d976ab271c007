// Reading figures from the table of numbering plans, and finding a record in it.

internal import Basics

extension Span<UInt8> {
  /// The figure in `count` characters of six bits from `place` on; PhonePlanTable says how they are written.
  func figure(at place: Int, count: Int) -> Int {
    var figure = 0
    for index in place..<place + count { figure = figure << 6 | Int(self[index] &- 0x30) }
    return figure
  }
}

extension String {
  /// The same of a text of the table.
  func figure(at place: Int, count: Int) -> Int { utf8.span.figure(at: place, count: count) }

  /// The place of the first record, of records of `size` characters in order, that is not before what is searched; nil
  /// where all are.
  func firstRecord(of size: Int, isBefore: (Int) -> Bool) -> Int? {
    let place = (0..<utf8.count / size).firstByHalves { !isBefore($0 * size) } * size
    return place < utf8.count ? place : nil
  }
}
