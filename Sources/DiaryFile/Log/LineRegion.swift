// Reads the lines of a part of a bookings file, one after the other, and proves each by its checksum and its number. This
// file decides what a torn end is and what damage is; BookingsFile.swift says why.

internal import DiaryFormat
internal import System

/// A part of a bookings file that begins with a line.
struct LineRegion<Calls: SystemCalls> {
  let file: File<Calls>
  /// Where the first line begins.
  let start: Int64
  /// The number that the first line has to carry.
  let number: Int
  /// The length of the file as it was looked at: what lies beyond has not been there.
  var end: Int64

  /// Gives each line that proves itself, without its line feed, to `body`, until that answers false, and says how the
  /// region, as far as it was read, ends. Damage before the last line is an error. `chunk` bytes are read at once.
  func visit(
    reading chunk: Int = 1 << 16, _ body: (LinePlace, Span<UInt8>) throws(FileError) -> Bool
  ) throws(FileError) -> LineSummary {
    var buffer: [UInt8] = []
    return try visit(reading: chunk, into: &buffer, body)
  }

  /// The same, by way of a buffer, which is empty before. Where the whole region fits in a chunk, the buffer holds it
  /// afterwards from its first byte on.
  func visit(
    reading chunk: Int, into bytes: inout [UInt8],
    _ body: (LinePlace, Span<UInt8>) throws(FileError) -> Bool
  ) throws(FileError) -> LineSummary {
    var summary = LineSummary(end: start, number: number - 1)
    var end = end
    bytes = [UInt8](repeating: 0, count: Int(min(Int64(chunk), max(end - start, 0))))
    var bytesStart = start
    var filled = 0
    var position = 0
    var searched = 0
    var suspicious: Int64 = -1
    while bytesStart + Int64(position) < end {
      let feed = Self.lineFeed(bytes.span.extracting(searched..<filled)).map { $0 + searched }
      if feed == nil, bytesStart + Int64(filled) < end {
        guard filled - position <= Line.greatestLength else {
          throw .damaged(line: summary.number + 1, .checksum)
        }
        // The line goes on. Where nothing more fits: move it to the front or, if it is all there is, make room.
        if filled == bytes.count, position > 0 {
          for index in position..<filled { bytes[index - position] = bytes[index] }
          bytesStart += Int64(position)
          filled -= position
          position = 0
        } else if filled == bytes.count {
          bytes.append(contentsOf: repeatElement(0, count: max(filled, chunk)))
        }
        searched = filled
        let wanted = min(bytes.count - filled, Int(end - bytesStart) - filled)
        let count = try file.read(into: &bytes, from: filled, count: wanted, at: bytesStart + Int64(filled))
        filled += count
        // Race: another writer took back an append that failed; the file ends here now.
        if count < wanted { end = bytesStart + Int64(filled) }
        continue
      }
      var lineEnd = feed ?? filled
      let offset = bytesStart + Int64(position)
      let isLast = bytesStart + Int64(lineEnd) + 1 >= end
      var checksum = Line.proof(bytes.span.extracting(position..<lineEnd))
      var hasFeed = feed != nil
      if checksum == nil, isLast, let whole = Line.wholePart(ofTail: bytes.span.extracting(position..<lineEnd)) {
        guard whole > 0 else {
          summary.torn = TornTail(line: summary.number + 1, offset: offset, length: Int(end - offset))
          return summary
        }
        // The line reached the disk and its line feed did not: it counts, what follows is looked at by itself.
        lineEnd = position + whole
        checksum = Line.proof(bytes.span.extracting(position..<lineEnd))
        hasFeed = false
      }
      let line = bytes.span.extracting(position..<lineEnd)
      let found = checksum == nil ? nil : Line.number(line)
      guard let checksum, found == summary.number + 1 else {
        // Race: a reader can see a line of which another writer has taken back a part and written other bytes. Those are
        // there by now, and damage still is: look again, once.
        guard suspicious != offset else {
          let damage: Damage = checksum == nil ? .checksum : found.map { .sequence(found: $0) } ?? .content
          throw .damaged(line: summary.number + 1, damage)
        }
        suspicious = offset
        filled = position
        searched = position
        continue
      }
      let place = LinePlace(number: summary.number + 1, offset: offset, checksum: checksum)
      let goesOn = try body(place, line)
      summary.number += 1
      summary.lastLine = offset
      summary.checksum = checksum
      summary.lacksLineFeed = !hasFeed
      summary.end = bytesStart + Int64(lineEnd) + (hasFeed ? 1 : 0)
      position = lineEnd + (hasFeed ? 1 : 0)
      searched = position
      guard goesOn else { break }
    }
    return summary
  }

  private static func lineFeed(_ bytes: Span<UInt8>) -> Int? {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { return index }
    return nil
  }
}

/// Which line it is.
struct LinePlace: Equatable {
  /// Its number, from 1.
  let number: Int
  /// Where it begins.
  let offset: Int64
  let checksum: UInt32
}

/// How a region of lines ends.
struct LineSummary {
  /// Behind the last line that proves itself, its line feed included.
  var end: Int64
  /// The number of the last line that proves itself, or the one before the region's first.
  var number: Int
  /// Where that line begins; nil where the region has none.
  var lastLine: Int64?
  /// The checksum of that line.
  var checksum: UInt32 = 0
  /// Whether that line lacks its line feed: its writer died within the last byte.
  var lacksLineFeed = false
  /// What stands behind it and is no line.
  var torn: TornTail?
}

/// The remains of an append that was cut short.
struct TornTail: Equatable {
  /// The number the line would have had.
  let line: Int
  let offset: Int64
  let length: Int
}
