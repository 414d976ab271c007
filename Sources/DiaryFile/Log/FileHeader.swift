// The first line of a bookings file: what it is, whose, and which of all the files that ever had its name.

internal import DiaryFormat
internal import Basics
internal import System

/// What the first line says.
struct FileHeader: Equatable {
  /// Random bits, new whenever the file is put in place of another, by which an index knows its file.
  let generation: UInt64
  /// The business whose file it is; nil in files from before, in which a line further down says so.
  let entity: String?
  /// Where the second line begins.
  let length: Int64

  private static let version = Line.headerVersion
  /// A first line is never longer.
  private static let greatestLength = 256

  /// The first line, with its line feed, of a business's file of this generation.
  static func line(generation: UInt64, of entity: String, isFence: Bool = false) -> [UInt8] {
    Line.header(version: isFence ? Line.fencedVersion : version, generation: generation, of: entity)
  }

  /// The header that `line` spells, in so many bytes.
  init(generation: UInt64, of entity: String, length: Int) {
    self.generation = generation
    self.entity = entity
    self.length = Int64(length)
  }

  /// Reads the first line of a file. An empty file has none: a bookings file gets its name together with it.
  init(reading file: File<some SystemCalls>) throws(FileError) {
    var bytes = [UInt8](repeating: 0, count: Self.greatestLength)
    let count = try file.read(into: &bytes, count: bytes.count, at: 0)
    guard let end = bytes[..<count].firstIndex(of: UInt8(ascii: "\n")) else { throw .damaged(line: 1, .header) }
    let line = bytes.span.extracting(0..<end)
    guard Line.proof(line) != nil else { throw .damaged(line: 1, .header) }
    var cursor = LineCursor()
    guard cursor.skip("{\"n\":1,\"format\":", line), cursor.string(line) == Line.headerFormat,
      cursor.skip(",\"version\":", line), let version = cursor.integer(line)
    else { throw .damaged(line: 1, .header) }
    guard version == Self.version else { throw .damaged(line: 1, .version(version)) }
    guard cursor.skip(",\"generation\":", line), let text = cursor.string(line),
      let generation = Hexadecimal.number(text)
    else { throw .damaged(line: 1, .header) }
    self.generation = generation
    self.entity = cursor.skip(",\"entity\":", line) ? cursor.string(line) : nil
    self.length = Int64(end + 1)
  }
}
