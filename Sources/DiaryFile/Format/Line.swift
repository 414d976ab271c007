// What every line of a bookings file has: a number at its beginning and a checksum at its end, which together prove
// that the line is whole and where it belongs. EventEncoding.swift spells what stands between them.

internal import Basics

/// The frame of a line. Lines are handed around without their line feed.
enum Line {
  /// The end of every line: `,"crc":"` and eight hexadecimal digits and `"}`.
  static let frameLength = 18
  /// A line is never longer than this; an event that would be is refused before it is written.
  static let greatestLength = 1 << 20

  private static let start: InlineArray<5, UInt8> = [
    UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: ":"),
  ]
  private static let frame: InlineArray<8, UInt8> = [
    UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "c"), UInt8(ascii: "r"), UInt8(ascii: "c"),
    UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "\""),
  ]

  /// Puts the checksum behind an object's bytes and ends the line with a line feed. The object has to have a member.
  static func seal(_ object: [UInt8]) -> [UInt8] {
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
  static func proof(_ line: Span<UInt8>) -> UInt32? {
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
  static func number(_ line: Span<UInt8>) -> Int? {
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
  /// No string in a line can hold what a line begins with, or its frame, because a quotation mark in it is escaped.
  static func wholeLines(in bytes: Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var search = 0
    while let first = Self.first("{\"n\":", in: bytes, from: search),
      let frame = Self.first(",\"crc\":\"", in: bytes, from: first), frame + frameLength <= bytes.count
    {
      let range = first..<frame + frameLength
      let isWhole = proof(bytes.extracting(range)) != nil
      if isWhole { found.append(range) }
      search = isWhole ? range.upperBound : first + 1
    }
    return found
  }

  /// How many of the bytes that a file ends in, which are no line, are one that lacks only its line feed: 0 where there is
  /// none. Nil where no crash can have left them so, because there are whole lines behind something else.
  static func wholePart(ofTail bytes: Span<UInt8>) -> Int? {
    let whole = wholeLines(in: bytes)
    guard let first = whole.first else { return bytes.count <= greatestLength ? 0 : nil }
    return whole.count == 1 && first.lowerBound == 0 ? first.upperBound : nil
  }

  private static func first(_ text: String, in bytes: Span<UInt8>, from start: Int) -> Int? {
    let wanted = text.utf8.span
    var index = start
    search: while index &+ wanted.count <= bytes.count {
      defer { index &+= 1 }
      for offset in wanted.indices where bytes[index &+ offset] != wanted[offset] { continue search }
      return index
    }
    return nil
  }
}
