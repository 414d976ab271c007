// The lines that no index covers, read into memory once where they are few, so that several questions cost one reading.
// Where they are many (an index was deleted), they are read again for each question, and memory stays flat.

/// The newest lines of a file: those behind what the index covers, or all events.
final class Tail {
  /// A line that is kept.
  private struct Kept {
    let place: LinePlace
    let bytes: Range<Int>
    var head: LineHead?
  }

  /// Up to so many bytes are kept in memory.
  private static let greatestKept: Int64 = 1 << 17

  /// Where the lines are. Its end grows by what is appended.
  private(set) var region: LineRegion
  /// How the file ends; nil while that has not been asked. Of a tail without a line it is the last covered line.
  private(set) var summary: LineSummary?
  private var bytes: [UInt8] = []
  private var kept: [Kept]?

  /// The tail of a file that is `size` bytes long, behind the lines that a run covers (all events where it is nil), read
  /// now if it is short; how the file ends is found out now if it is short or `summarised`. Nil where the run's last line
  /// is not there any more as the run names it: the run is of another file, or of one that was changed.
  init?(_ file: BookingsFile, size: Int64, behind run: RunHeader?, summarised: Bool) throws(StorageError) {
    region = LineRegion(
      file: file.file, start: run?.to ?? file.header.length, number: (run?.lastNumber ?? 1) + 1, end: size)
    let isShort = size - region.start <= Self.greatestKept
    if isShort || run != nil, try !read(from: run, isShort) { return nil }
    guard !isShort else { return }
    summary = nil
    guard summarised else { return }
    if let last = try region.lastLine() {
      summary = last
    } else {
      summary = try region.visit { _, _ in true }
    }
  }

  /// Reads the last line that a run covers and, if wanted, those behind it, and keeps these; false where that last line
  /// is not there.
  private func read(from run: RunHeader?, _ isKeeping: Bool) throws(StorageError) -> Bool {
    var region = region
    if let run {
      guard run.to <= region.end, run.lastLine < run.to else { return false }
      region = LineRegion(file: region.file, start: run.lastLine, number: run.lastNumber, end: region.end)
    }
    var isProved = run == nil
    var lines: [Kept] = []
    var bytes: [UInt8] = []
    do throws(StorageError) {
      summary = try region.visit { (place, line) throws(StorageError) in
        if !isProved, let run {
          isProved = place.checksum == run.lastChecksum && place.offset + Int64(line.count) + 1 == run.to
          return isProved && isKeeping
        }
        let start = bytes.count
        for index in line.indices { bytes.append(line[index]) }
        lines.append(Kept(place: place, bytes: start..<bytes.count, head: nil))
        return true
      }
    } catch {
      // What is wrong with a line that a run covers is found, if at all, when the lines are read from the first on.
      guard isProved else { return false }
      throw error
    }
    guard isProved else { return false }
    if isKeeping {
      self.bytes = bytes
      kept = lines
    }
    return true
  }

  /// How many lines there are; nil where they were not read.
  var count: Int? { summary.map { $0.number - region.number + 1 } }

  /// Gives each line to `body`.
  func visit(_ body: (LinePlace, Span<UInt8>) throws(StorageError) -> Void) throws(StorageError) {
    guard let kept else {
      _ = try region.visit { (place, line) throws(StorageError) in
        try body(place, line)
        return true
      }
      return
    }
    let bytes = bytes
    for line in kept { try body(line.place, bytes.span.extracting(line.bytes)) }
  }

  /// Gives the head of each line and the line to `body`.
  func visitHeads(_ body: (LineHead, Span<UInt8>) throws(StorageError) -> Void) throws(StorageError) {
    guard let count = kept?.count else {
      return try visit { (place, line) throws(StorageError) in
        try body(try Self.head(of: line, place.number), line)
      }
    }
    let bytes = bytes
    for index in 0..<count {
      guard let line = kept?[index] else { return }
      let span = bytes.span.extracting(line.bytes)
      let head: LineHead
      if let known = line.head {
        head = known
      } else {
        head = try Self.head(of: span, line.place.number)
        kept?[index].head = head
      }
      try body(head, span)
    }
  }

  /// Takes in a line (with its line feed) that was appended at the end.
  func append(_ line: [UInt8], _ place: LinePlace) {
    region.end = place.offset + Int64(line.count)
    summary = LineSummary(
      end: region.end, number: place.number, lastLine: place.offset, checksum: place.checksum)
    guard kept != nil else { return }
    let start = bytes.count
    bytes.append(contentsOf: line.dropLast())
    kept?.append(Kept(place: place, bytes: start..<bytes.count, head: nil))
  }

  private static func head(of line: Span<UInt8>, _ number: Int) throws(StorageError) -> LineHead {
    guard let head = LineHead(line: line) else { throw .damaged(line: number, .content) }
    return head
  }
}
