// How a region of many lines ends, found without reading all of them.

internal import DiaryFormat

extension LineRegion {
  /// How the region ends, by its last line alone; nil where that is not a line that proves itself, so that only reading
  /// all of them tells.
  ///
  /// A line that is missing further ahead does not show here. It shows when the lines there are
  /// needed.
  func lastLine() throws(FileError) -> LineSummary? {
    var window = 1 << 12
    while true {
      let length = Int(min(Int64(window), end - start))
      var bytes = [UInt8](repeating: 0, count: length)
      guard try file.read(into: &bytes, count: length, at: end - Int64(length)) == length, length > 1,
        bytes[length - 1] == UInt8(ascii: "\n")
      else { return nil }
      var first = length - 1
      while first > 0, bytes[first - 1] != UInt8(ascii: "\n") { first -= 1 }
      if first > 0 || Int64(length) == end - start {
        let line = bytes.span.extracting(first..<length - 1)
        guard let checksum = Line.proof(line), let number = Line.number(line), number >= self.number else { return nil }
        return LineSummary(end: end, number: number, lastLine: end - Int64(length - first), checksum: checksum)
      }
      guard window <= Line.greatestLength else { return nil }
      window *= 8
    }
  }
}
