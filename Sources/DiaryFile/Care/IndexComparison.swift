// Compares an index with the lines it is made of. The ids are taken in slices and the occupations in windows of time,
// so that memory stays flat.

internal import DiaryFormat
internal import System
internal import CivilTime
internal import Diary

/// A comparison of the index of an open file, whose lines are whole, with the lines.
struct IndexComparison<Calls: SystemCalls> {
  private let source: FileSource<Calls>
  /// What is held, by the lines: a sum over the occupations, and the time they meet.
  private var held = 0
  private var reach: Range<Instant>?

  /// So many lines are gone through in a slice.
  private static var slice: Int { 1 << 17 }
  /// How long a window of time is, in seconds.
  private static var window: Int { 32 * 86_400 }

  /// What the newest lines of an id say.
  private struct Newest {
    /// Where the newest line stands that the index covers; 0 where there is none.
    var covered: UInt64 = 0
    /// What it adds to the sum over what is held.
    var held = 0
  }

  /// What a comparison of ids found.
  private enum Finding { case same, different, damaged }

  init(_ source: FileSource<Calls>) { self.source = source }

  /// Whether the index leads elsewhere than to the newest line of an id, or tells other occupations. An index of which
  /// a part is damaged does not.
  func isWrong() throws(FileError) -> Bool {
    guard let covered = source.runs.last?.header.lastNumber, let lines = source.allLines else { return false }
    var comparison = self
    let slices = UInt64(covered / Self.slice + 1)
    for slice in 0..<slices {
      switch try comparison.compare(lines, covered, slice, of: slices) {
      case .same: continue
      case .different: return true
      case .damaged: return false
      }
    }
    return try comparison.occupations() != comparison.held
  }

  private mutating func compare(
    _ lines: LineRegion<Calls>, _ covered: Int, _ slice: UInt64, of slices: UInt64
  ) throws(FileError) -> Finding {
    var newest: [UInt64: Newest] = [:]
    var reach = reach
    _ = try lines.visit { (place, line) throws(FileError) in
      guard let head = LineHead(line: line), let occupation = head.occupation else { return true }
      let key = PostingKey.subject(occupation.bookingID)
      guard key % slices == slice else { return true }
      var state = newest[key] ?? Newest()
      if place.number <= covered { state.covered = Posting.value(offset: place.offset, number: place.number) }
      state.held = head.kind.isLive ? occupation.hashValue : 0
      newest[key] = state
      let (start, end) = (occupation.occupiedStart, max(occupation.occupiedEnd, occupation.occupiedStart))
      reach = min(reach?.lowerBound ?? start, start)..<max(reach?.upperBound ?? end, end)
      return true
    }
    self.reach = reach
    for (key, state) in newest {
      held &+= state.held
      guard state.covered != 0 else { continue }
      guard let values = try source.postings(key) else { return .damaged }
      if values.last != state.covered { return .different }
    }
    return .same
  }

  /// The sum over the occupations that the index tells, each in the window in which it starts.
  private func occupations() throws(FileError) -> Int {
    let (first, last) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
    var sum = 0
    var start = first
    var end = reach?.lowerBound ?? last
    while start < last {
      for occupation in try source.occupations(in: start..<end) where start <= occupation.occupiedStart {
        sum &+= occupation.hashValue
      }
      start = end
      let isWithin = reach.map { start < $0.upperBound } ?? false
      end = isWithin ? start.adding(seconds: Self.window) : last
    }
    return sum
  }
}
