// What every line of a bookings file has: a number at its beginning and a checksum at its end, which together prove
// that the line is whole and where it belongs. EventEncoding.swift spells what stands between them.

internal import Basics

/// The frame of a line. Lines are handed around without their line feed.
package enum Line {
  /// The end of every line: `,"crc":"` and eight hexadecimal digits and `"}`.
  package static let frameLength = 18
  /// A line is never longer than this; an event that would be is refused before it is written.
  package static let greatestLength = 1 << 20

  private static let start: InlineArray<5, UInt8> = [
    UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: ":"),
  ]
  private static let frame: InlineArray<8, UInt8> = [
    UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "c"), UInt8(ascii: "r"), UInt8(ascii: "c"),
    UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "\""),
  ]

  /// Puts the checksum behind an object's bytes and ends the line with a line feed. The object has to have a member.
  package static func seal(_ object: [UInt8]) -> [UInt8] {
    var line = object
    line.removeLast()
    let checksum = Checksum.of(line.span)
    for index in frame.indices { line.append(frame[index]) }
    Hexadecimal.append(UInt64(checksum), digits: 8, to: &line)
    line.append(UInt8(ascii: "\""))
    line.append(UInt8(ascii: "}"))
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// The line's checksum, if the line has the one that its bytes ask for, spelt as this program spells it.
  package static func proof(_ line: Span<UInt8>) -> UInt32? {
    guard line.count > frameLength, line.count <= greatestLength else { return nil }
    let content = line.count &- frameLength
    for index in frame.indices where line[content &+ index] != frame[index] { return nil }
    guard line[line.count &- 2] == UInt8(ascii: "\""), line[line.count &- 1] == UInt8(ascii: "}"),
      let written = Hexadecimal.number(line.extracting(content &+ 8..<content &+ 16))
    else { return nil }
    let checksum = Checksum.of(line.extracting(0..<content))
    return UInt64(checksum) == written ? checksum : nil
  }

  /// The number that the line carries; nil where it does not begin like a line.
  package static func number(_ line: Span<UInt8>) -> Int? {
    guard line.count > start.count + 1 else { return nil }
    for index in start.indices where line[index] != start[index] { return nil }
    var number = 0
    var index = start.count
    while index < line.count, line[index] &- 0x30 < 10, number < 1 << 40 {
      number = number &* 10 &+ Int(line[index] &- 0x30)
      index &+= 1
    }
    guard index > start.count, index < line.count, line[index] == UInt8(ascii: ",") else { return nil }
    return number
  }
}

extension Line {
  /// The whole lines within bytes that are not one: as they come, none overlapping another. A line feed that was changed
  /// makes such bytes of two lines; a line that is followed by bytes that never reached the disk is one.
  ///
  /// No line has in it what another begins with, because a quotation mark in a string is escaped, and members other than
  /// `n` have no number. What it ends in may stand in it, as an attribute's name: the checksum tells. Each byte is looked
  /// at twice at most.
  package static func wholeLines(in bytes: Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var lineStart: Int?
    // How far the checksum of the line that begins at `lineStart` is known, and what it is.
    var (summed, checksum): (Int, UInt32) = (0, 0)
    var index = 0
    while index < bytes.count {
      if isStart(bytes, index) {
        (lineStart, summed, checksum) = (index, index, 0)
      } else if let first = lineStart, isFrame(bytes, index) {
        checksum = Checksum.of(bytes.extracting(summed..<index), behind: checksum)
        summed = index
        let end = index + frameLength
        if end <= bytes.count, end - first <= greatestLength, bytes[end - 2] == UInt8(ascii: "\""),
          bytes[end - 1] == UInt8(ascii: "}"),
          Hexadecimal.number(bytes.extracting(index + 8..<index + 16)) == UInt64(checksum)
        {
          found.append(first..<end)
          lineStart = nil
          index = end
          continue
        }
      }
      index += 1
    }
    return found
  }

  /// Whether a line may begin here: `{"n":` and a digit.
  private static func isStart(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard bytes[index] == start[0], index + start.count < bytes.count else { return false }
    for offset in start.indices where bytes[index + offset] != start[offset] { return false }
    return bytes[index + start.count] &- 0x30 < 10
  }

  /// Whether the end of a line may begin here.
  private static func isFrame(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard bytes[index] == frame[0], index + frame.count <= bytes.count else { return false }
    for offset in frame.indices where bytes[index + offset] != frame[offset] { return false }
    return true
  }

  /// How many of the bytes that a file ends in, which are no line, are one that lacks only its line feed: 0 where there is
  /// none. Nil where no crash can have left them so, because there are whole lines behind something else.
  package static func wholePart(ofTail bytes: Span<UInt8>) -> Int? {
    let whole = wholeLines(in: bytes)
    guard let first = whole.first else { return bytes.count <= greatestLength ? 0 : nil }
    return whole.count == 1 && first.lowerBound == 0 ? first.upperBound : nil
  }
}
