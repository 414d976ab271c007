// Reads a bookings file that may be damaged anywhere, and finds every line in it that still proves itself. For the
// operator's commands only: requests read by LineRegion.swift, which stops at the first damage.

internal import DiaryFormat
internal import System
internal import Business
internal import Diary

/// A line that proves itself, wherever it stands.
struct FoundLine {
  let number: Int
  let offset: Int64
  let length: Int32
  let checksum: UInt32

  /// Where the line ends, without its line feed.
  var end: Int64 { offset + Int64(length) }
}

/// Where bytes stand that do not prove themselves and may be what is left of an event.
struct LineFragment: Equatable {
  /// The line they begin in, as an editor counts them.
  let line: Int
  /// The number that the line had, as those around it say.
  var number: Int
  let offset: Int64
  var length: Int
  /// Whether nothing stands behind them.
  var isLast: Bool
}

/// What was found in a file.
struct FileScan {
  /// The lines that prove themselves, the first line of the file not among them, as they stand; empty where they were
  /// not to be kept.
  private(set) var lines: [FoundLine] = []
  private let isKeeping: Bool
  /// How many lines prove themselves, and the last of them.
  private(set) var found = 0
  private(set) var last: FoundLine?
  private(set) var defects: [FileDefect] = []
  /// What is left of lines, the unfinished end that a crash left not among them.
  private(set) var fragments: [LineFragment] = []
  /// The business that the file belongs to, as the first line that names one says; nil where none does.
  private(set) var entity: String?
  /// The business that the last id names.
  private(set) var idsEntity: String?
  /// How many lines the file has, as an editor counts them.
  private(set) var count = 0
  /// Whether nothing stands behind the last line that proves itself.
  private(set) var isEndWhole = false
  /// The number that the next line should have.
  var nextNumber: Int { expected }
  private var expected = 2
  /// How many lines since the last that proved itself did not; each may be one of those that are missing.
  private var damagedSince = 0

  /// More bytes without a line feed than this are looked at in parts.
  private static let greatestPart = 4 * Line.greatestLength

  /// Reads a file from its beginning up to `size`, of which a note has vouched for a part. A version that is not known
  /// is an error: nothing is known of its lines. `isKeeping` says whether `lines` is asked for, 24 bytes each.
  init<Calls: SystemCalls>(
    _ file: File<Calls>, size: Int64, vouched: LockNote.Claim?, isKeeping: Bool
  ) throws(FileError) {
    self.isKeeping = isKeeping
    var end: Int64 = 0
    var isVouched = vouched != nil
    do throws(FileError) {
      let header = try FileHeader(reading: file)
      entity = header.entity
      end = header.length
      isVouched = header.generation == vouched?.generation
    } catch .damaged(let line, .header) {
      defects.append(.damaged(line: line, .header))
    }
    try read(file, size)
    if let last { end = last.end + 1 }
    isEndWhole = end == size
    let checksum = last?.checksum ?? 0
    if isVouched, let vouched, end < vouched.end || (end == vouched.end && vouched.checksum != checksum) {
      loseEnd()
    } else if case .torn = defects.last {
      fragments.removeAll { $0.isLast }
    }
  }

  /// The business whose file it is, where that is not this one.
  func stranger(to entity: String) -> String? {
    guard let found = self.entity ?? idsEntity, found != entity else { return nil }
    return found
  }

  /// Gives what each line says that proves itself and was kept to `body`, as they stand in the file.
  func visit<Calls: SystemCalls>(
    _ file: File<Calls>, _ body: (Record) throws(FileError) -> Void
  ) throws(FileError) {
    for line in lines {
      let bytes = try file.read(Int(line.length), at: line.offset)
      guard let record = Record(line: bytes.span) else { throw .unavailable(.read, code: ErrorNumber.inputOutput) }
      try body(record)
    }
  }

  /// How many lines are missing without a trace.
  var missing: Int {
    defects.reduce(0) { count, defect in
      if case .missing(_, let numbers) = defect { return count + numbers.count }
      return count
    }
  }

  /// Whether the end is not there that a note has vouched for.
  var isEndLost: Bool {
    if case .lost = defects.last { return true }
    return false
  }

  /// What is left of lines, the parts of one that a changed byte made two put together; none longer than a line.
  func wholeFragments<Calls: SystemCalls>(_ file: File<Calls>) throws(FileError) -> [LineFragment] {
    var whole: [LineFragment] = []
    for var fragment in fragments {
      fragment.length = min(fragment.length, Line.greatestLength)
      var beginning = [UInt8](repeating: 0, count: min(fragment.length, 5))
      let count = try file.read(into: &beginning, count: beginning.count, at: fragment.offset)
      let isBeginning = beginning[..<count].elementsEqual("{\"n\":".utf8)
      if !isBeginning, let last = whole.last, last.offset + Int64(last.length) + 1 == fragment.offset,
        last.length + 1 + fragment.length <= Line.greatestLength
      {
        whole[whole.count - 1].length += 1 + fragment.length
        whole[whole.count - 1].isLast = fragment.isLast
      } else {
        whole.append(fragment)
      }
    }
    return whole
  }

  /// Takes the end for what it is where a note knows more.
  private mutating func loseEnd() {
    if case .torn(let line, _) = defects.last {
      defects[defects.count - 1] = .lost(line: line)
    } else if fragments.last?.isLast != true {
      defects.append(.lost(line: count + 1))
    }
  }

  private mutating func read<Calls: SystemCalls>(_ file: File<Calls>, _ size: Int64) throws(FileError) {
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
    if take(line, 0..<line.count, at: offset) { return }
    guard count > 1 else {
      if defects.isEmpty { defects.append(.damaged(line: 1, .header)) }
      return salvage(line, at: offset)
    }
    if Line.proof(line) != nil {
      defects.append(.damaged(line: count, .content))
      note(offset, line.count, isLast)
      damagedSince += 1
    } else {
      let before = found
      let whole = isLast ? Line.wholePart(ofTail: line) : nil
      defects.append(whole.map { .torn(line: count, length: line.count - $0) } ?? .damaged(line: count, .checksum))
      salvage(line, at: offset)
      let rest = found > before ? last?.end ?? offset : offset
      let length = line.count - Int(rest - offset)
      if found == before || length >= Line.frameLength { note(rest, length, isLast) }
      if found == before { damagedSince += 1 }
    }
  }

  private mutating func note(_ offset: Int64, _ length: Int, _ isLast: Bool) {
    fragments.append(
      LineFragment(line: count, number: expected + damagedSince, offset: offset, length: length, isLast: isLast))
  }

  /// Takes in the whole lines within one that is not.
  private mutating func salvage(_ line: Span<UInt8>, at offset: Int64) {
    for range in Line.wholeLines(in: line) { _ = take(line, range, at: offset) }
  }

  /// Takes in the line that stands in a part of a span; false where none does that says something.
  private mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>, at offset: Int64) -> Bool {
    let line = bytes.extracting(range)
    guard let checksum = Line.proof(line), let number = Line.number(line) else { return false }
    guard number > 1 else {
      if count > 1 { defects.append(.displaced(line: count, number: number)) }
      return true
    }
    guard let record = Record(line: line) else { return false }
    found += 1
    let taken = FoundLine(
      number: number, offset: offset + Int64(range.lowerBound), length: Int32(range.count), checksum: checksum)
    last = taken
    if isKeeping { lines.append(taken) }
    if let name = record.entity, entity == nil { entity = name }
    if let id = record.event.occupation?.bookingID, let name = PublicID.business(of: id)?.text { idsEntity = name }
    if number < expected {
      defects.append(.displaced(line: count, number: number))
      return true
    }
    if number - expected > damagedSince {
      defects.append(.missing(line: count, numbers: expected...number - 1))
    }
    expected = number + 1
    damagedSince = 0
    return true
  }
}
