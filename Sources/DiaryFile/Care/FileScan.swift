// Reads a bookings file that may be damaged anywhere, and finds every line in it that still proves itself. For the
// operator's commands only: requests read by LineRegion.swift, which stops at the first damage.

internal import System

/// A line that proves itself, wherever it stands.
struct FoundLine {
  let number: Int
  let offset: Int64
  let length: Int
  let checksum: UInt32
}

/// What was found in a file.
struct FileScan {
  /// The lines that prove themselves, the first line of the file not among them, as they stand.
  private(set) var lines: [FoundLine] = []
  private(set) var defects: [FileDefect] = []
  /// How many lines the file has, as an editor counts them.
  private(set) var count = 0
  /// The number that the next line should have.
  private var expected = 2
  /// How many lines since the last that proved itself did not; each may be one of those that are missing.
  private var damagedSince = 0

  /// More bytes without a line feed than this are looked at in parts.
  private static let greatestPart = 4 * Line.greatestLength

  /// Reads a file from its beginning up to `size`. A version that is not known is an error: nothing is known of its lines.
  init<Calls: SystemCalls>(_ file: File<Calls>, size: Int64) throws(FileError) {
    do throws(FileError) {
      _ = try FileHeader(reading: file)
    } catch .damaged(let line, .header) {
      defects.append(.damaged(line: line, .header))
    }
    var bytes: [UInt8] = []
    // Where `bytes` begins in the file, where in it the present line does, and how far that was searched for its end.
    var start: Int64 = 0
    var position = 0
    var searched = 0
    while start + Int64(position) < size {
      let end = start + Int64(bytes.count)
      if let feed = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = bytes.span.extracting(position..<feed)
        inspect(line, at: start + Int64(position), isLast: start + Int64(feed) + 1 >= size)
        position = feed + 1
      } else if end >= size || bytes.count - position > Self.greatestPart {
        inspect(bytes.span.extracting(position..<bytes.count), at: start + Int64(position), isLast: end >= size)
        position = bytes.count
      } else {
        bytes.removeFirst(position)
        start += Int64(position)
        position = 0
        let count = Int(min(Int64(1 << 16), size - end))
        bytes.append(contentsOf: repeatElement(0, count: count))
        guard try file.read(into: &bytes, from: bytes.count - count, count: count, at: end) == count else {
          throw .unavailable(.read, code: ErrorNumber.inputOutput)
        }
        searched = bytes.count - count
        continue
      }
      searched = position
    }
  }

  private mutating func inspect(_ line: Span<UInt8>, at offset: Int64, isLast: Bool) {
    count += 1
    if let found = Self.found(line, 0..<line.count, at: offset) {
      return add(found)
    }
    guard count > 1 else {
      if defects.isEmpty { defects.append(.damaged(line: 1, .header)) }
      return salvage(line, at: offset)
    }
    if Line.proof(line) != nil {
      defects.append(.damaged(line: count, .content))
      damagedSince += 1
    } else {
      let before = lines.count
      let whole = isLast ? Line.wholePart(ofTail: line) : nil
      defects.append(whole.map { .torn(line: count, length: line.count - $0) } ?? .damaged(line: count, .checksum))
      salvage(line, at: offset)
      if lines.count == before { damagedSince += 1 }
    }
  }

  /// Takes in the whole lines within one that is not.
  private mutating func salvage(_ line: Span<UInt8>, at offset: Int64) {
    for range in Line.wholeLines(in: line) {
      if let found = Self.found(line, range, at: offset) { add(found) }
    }
  }

  private mutating func add(_ line: FoundLine) {
    guard line.number > 1 else {
      if count > 1 { defects.append(.displaced(line: count, number: line.number)) }
      return
    }
    lines.append(line)
    if line.number < expected {
      defects.append(.displaced(line: count, number: line.number))
      return
    }
    if line.number - expected > damagedSince {
      defects.append(.missing(line: count, numbers: expected...line.number - 1))
    }
    expected = line.number + 1
    damagedSince = 0
  }

  /// The line that stands in a part of a span and says something; nil where none does.
  private static func found(_ bytes: Span<UInt8>, _ range: Range<Int>, at offset: Int64) -> FoundLine? {
    let line = bytes.extracting(range)
    guard let checksum = Line.proof(line), let number = Line.number(line), number == 1 || Record(line: line) != nil
    else { return nil }
    return FoundLine(
      number: number, offset: offset + Int64(range.lowerBound), length: range.count, checksum: checksum)
  }
}
