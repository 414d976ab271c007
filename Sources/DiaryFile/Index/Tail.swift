// The lines that no index covers, read into memory once where they are few, so that several questions cost one reading.
// Where they are many (an index was deleted), they are read again for each question, and memory stays flat.

internal import DiaryFormat
internal import System

/// The newest lines of a file: those behind what the index covers, or all events.
final class Tail<Calls: SystemCalls> {
  /// Up to so many bytes are kept in memory.
  private static var greatestKept: Int64 { 1 << 17 }

  /// Where the lines are. Its end grows by what is appended.
  private(set) var region: LineRegion<Calls>
  /// How the file ends; nil while that has not been asked. Of a tail without a line it is the last covered line.
  private(set) var summary: LineSummary?
  /// The bytes of the lines, with their line feeds, if they are kept, from `first` on.
  private var bytes: [UInt8] = []
  private var first = 0
  /// Where each line ends in `bytes`; nil if they are not kept.
  private var ends: [Int]?
  private let vouched: LockNote.Claim?

  /// The tail of a file that is `size` bytes long, behind the lines that a run covers (all events where it is nil), read
  /// now if it is short; how the file ends is found out now if it is short or `summarised`. Nil where the run's last line
  /// is not there any more as the run names it: the run is of another file, or of one that was changed. Fails with `damaged`
  /// where the tail lacks something that is `vouched` for, now or when the lines are read.
  init?(_ file: BookingsFile<Calls>, size: Int64, behind run: RunHeader?, _ vouched: LockNote.Claim?, summarised: Bool)
    throws(FileError)
  {
    self.vouched = vouched
    region = LineRegion(
      file: file.file, start: run?.to ?? file.header.length, number: (run?.lastNumber ?? 1) + 1, end: size)
    let isShort = size - region.start <= Self.greatestKept
    if isShort || run != nil, try !read(from: run, isShort) { return nil }
    guard !isShort else {
      if let summary { try vouched?.prove(summary) }
      return
    }
    summary = nil
    guard summarised else { return }
    if let last = try region.lastLine() {
      summary = last
    } else {
      summary = try region.visit { _, _ in true }
    }
    if let summary { try vouched?.prove(summary) }
  }

  /// Reads the last line that a run covers and, if wanted, those behind it, and keeps these; false where that last line
  /// is not there.
  private func read(from run: RunHeader?, _ isKeeping: Bool) throws(FileError) -> Bool {
    var region = region
    if let run {
      guard run.to <= region.end, run.lastLine < run.to else { return false }
      region = LineRegion(file: region.file, start: run.lastLine, number: run.lastNumber, end: region.end)
    }
    var isProved = run == nil
    var first = 0
    var ends: [Int] = []
    var bytes: [UInt8] = []
    let chunk = isKeeping ? max(Int(region.end - region.start), 1) : 1 << 12
    do throws(FileError) {
      summary = try region.visit(reading: chunk, into: &bytes) { (place, line) throws(FileError) in
        if !isProved, let run {
          isProved = place.checksum == run.lastChecksum && place.offset + Int64(line.count) + 1 == run.to
          first = line.count + 1
          return isProved && isKeeping
        }
        ends.append(Int(place.offset - region.start) + line.count)
        return true
      }
    } catch {
      // What is wrong with a line that a run covers is found, if at all, when the lines are read from the first on.
      guard isProved else { return false }
      throw error
    }
    guard isProved else { return false }
    guard isKeeping else { return true }
    self.first = first
    self.bytes = bytes
    self.ends = ends
    return true
  }

  /// Whether the lines are in memory.
  var isKept: Bool { ends != nil }

  /// How many lines there are; nil where they were not read.
  var count: Int? { summary.map { $0.number - region.number + 1 } }

  /// Gives each line to `body`, with its number and offset.
  func visit(_ body: (Int, Int64, Span<UInt8>) throws(FileError) -> Void) throws(FileError) {
    guard let ends else {
      let summary = try region.visit { (place, line) throws(FileError) in
        try body(place.number, place.offset, line)
        return true
      }
      try vouched?.prove(summary)
      return
    }
    let bytes = bytes
    var start = first
    for (index, end) in ends.enumerated() {
      let offset = region.start + Int64(start - first)
      try body(region.number + index, offset, bytes.span.extracting(start..<end))
      start = end + 1
    }
  }

  /// Gives the head of each line to `body`, with the line's number and offset, and the line.
  func visitHeads(
    _ body: (LineHead, Int, Int64, Span<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    try visit { (number, offset, line) throws(FileError) in
      guard let head = LineHead(line: line) else { throw .damaged(line: number, .content) }
      try body(head, number, offset, line)
    }
  }

  /// Takes in a line (with its line feed) that was appended at the end.
  func append(_ line: [UInt8], _ place: LinePlace) {
    region.end = place.offset + Int64(line.count)
    summary = LineSummary(end: region.end, number: place.number, lastLine: place.offset, checksum: place.checksum)
    guard ends != nil else { return }
    let start = first + Int(place.offset - region.start)
    bytes.removeLast(bytes.count - start)
    bytes.append(contentsOf: line)
    ends?.append(start + line.count - 1)
  }
}
