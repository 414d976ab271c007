// The lines that no index covers yet, read into memory once where they are few, so that several questions cost one
// reading. Where they are many (an index was deleted), they are read again for each question, and memory stays flat.

/// The newest lines of a file: those behind what an index covers, or all.
final class Tail {
  /// A line that is kept.
  private struct Kept {
    let number: Int
    let offset: Int64
    let bytes: Range<Int>
    var head: LineHead?
  }

  /// Up to so many bytes are kept in memory.
  private static let greatestKept: Int64 = 1 << 17

  private(set) var region: LineRegion
  /// How the region ends; nil while that has not been asked.
  private(set) var summary: LineSummary?
  private var bytes: [UInt8] = []
  private var kept: [Kept]?

  /// The lines of a region, read now if they are few or `summarised`, else at each question.
  init(_ region: LineRegion, summarised: Bool) throws(StorageError) {
    self.region = region
    let isKept = region.end - region.start <= Self.greatestKept
    guard isKept || summarised else { return }
    var lines: [Kept] = []
    var bytes: [UInt8] = []
    summary = try region.visit { (number, offset, line) throws(StorageError) in
      guard isKept else { return }
      let start = bytes.count
      for index in line.indices { bytes.append(line[index]) }
      lines.append(Kept(number: number, offset: offset, bytes: start..<bytes.count, head: nil))
    }
    guard isKept else { return }
    self.bytes = bytes
    kept = lines
  }

  /// How many lines there are; nil where they were not read.
  var count: Int? { summary.map { $0.number - region.number + 1 } }

  /// Gives each line to `body`, with its number and offset.
  func visit(_ body: (Int, Int64, Span<UInt8>) throws(StorageError) -> Void) throws(StorageError) {
    guard let kept else {
      _ = try region.visit(body)
      return
    }
    let bytes = bytes
    for line in kept { try body(line.number, line.offset, bytes.span.extracting(line.bytes)) }
  }

  /// Gives the head of each line to `body`, with its number and the line.
  func visitHeads(_ body: (Int, LineHead, Span<UInt8>) throws(StorageError) -> Void) throws(StorageError) {
    guard let count = kept?.count else {
      _ = try region.visit { (number, _, line) throws(StorageError) in
        try body(number, try Self.head(of: line, number), line)
      }
      return
    }
    let bytes = bytes
    for index in 0..<count {
      guard let line = kept?[index] else { return }
      let span = bytes.span.extracting(line.bytes)
      let head: LineHead
      if let known = line.head {
        head = known
      } else {
        head = try Self.head(of: span, line.number)
        kept?[index].head = head
      }
      try body(line.number, head, span)
    }
  }

  /// Takes in a line (with its line feed) that was appended at the end.
  func append(_ line: [UInt8], number: Int, checksum: UInt32) {
    let offset = region.end
    region.end += Int64(line.count)
    summary = LineSummary(end: region.end, number: number, lastLine: offset, checksum: checksum)
    guard kept != nil else { return }
    let start = bytes.count
    bytes.append(contentsOf: line.dropLast())
    kept?.append(Kept(number: number, offset: offset, bytes: start..<bytes.count, head: nil))
  }

  private static func head(of line: Span<UInt8>, _ number: Int) throws(StorageError) -> LineHead {
    guard let head = LineHead(line: line) else { throw .damaged(line: number, .content) }
    return head
  }
}
