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
  /// now if it is short or `summarised`. Nil where the run's last line is not there any more as the run names it: the
  /// run is of another file, or of one that was changed.
  init?(_ file: BookingsFile, size: Int64, behind run: RunHeader?, summarised: Bool) throws(StorageError) {
    var region = file.lines
    region.end = size
    let isKept = size - (run?.to ?? region.start) <= Self.greatestKept
    var isProved = run == nil
    if let run {
      region = LineRegion(file: file.file, start: run.lastLine, number: run.lastNumber, end: size)
      guard region.start >= file.header.length, run.to <= size else { return nil }
    }
    self.region = region
    guard run != nil || isKept || summarised else { return }
    var lines: [Kept] = []
    var bytes: [UInt8] = []
    do throws(StorageError) {
      let summary = try region.visit { (place, line) throws(StorageError) in
        if !isProved, let run {
          isProved = place.checksum == run.lastChecksum && place.offset + Int64(line.count) + 1 == run.to
          return isProved && (isKept || summarised)
        }
        guard isKept else { return true }
        let start = bytes.count
        for index in line.indices { bytes.append(line[index]) }
        lines.append(Kept(place: place, bytes: start..<bytes.count, head: nil))
        return true
      }
      guard isProved else { return nil }
      if isKept || summarised { self.summary = summary }
    } catch {
      // What is wrong with a line that a run covers is found, if at all, when the lines are read from the first on.
      guard isProved else { return nil }
      throw error
    }
    if let run { self.region = LineRegion(file: file.file, start: run.to, number: run.lastNumber + 1, end: size) }
    guard isKept else { return }
    self.bytes = bytes
    kept = lines
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
