// Writes a whole bookings file, line after line, where nobody reads it yet.

internal import DiaryFormat
internal import System

/// A bookings file being written.
struct LineFile<Calls: SystemCalls> {
  private let file: File<Calls>
  let header: FileHeader
  /// What is not written yet, and where it goes.
  private var bytes: [UInt8]
  private var written: Int64 = 0
  private var checksum: UInt32 = 0

  /// The number that the next line gets.
  private(set) var nextNumber = 2

  /// An empty file becomes one with nothing but its first line.
  init(_ file: File<Calls>, generation: UInt64, of entity: String) {
    self.file = file
    bytes = FileHeader.line(generation: generation, of: entity)
    header = FileHeader(generation: generation, of: entity, length: bytes.count)
  }

  /// Puts a record behind those before it, under the next number.
  mutating func append(_ record: Record) throws(FileError) {
    var record = record
    record.number = nextNumber
    nextNumber += 1
    let line = record.line
    guard record.isWritable, line.count <= Line.greatestLength else { throw .unwritable }
    checksum = Line.proof(line.span.extracting(droppingLast: 1)) ?? 0
    bytes.append(contentsOf: line)
    if bytes.count >= 1 << 16 { try flush() }
  }

  /// Puts a line, without its line feed, behind those before it: it has to prove itself and to have the next number.
  mutating func append(line: [UInt8]) throws(FileError) {
    guard let proof = Line.proof(line.span), Line.number(line.span) == nextNumber else {
      throw .damaged(line: nextNumber, .checksum)
    }
    nextNumber += 1
    checksum = proof
    bytes.append(contentsOf: line)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= 1 << 16 { try flush() }
  }

  /// Waits until the disk has all that was put in it.
  mutating func sync() throws(FileError) {
    try flush()
    try file.sync()
  }

  /// What a note says of the file, once it is on the disk.
  var claim: LockNote.Claim {
    LockNote.Claim(generation: header.generation, end: written + Int64(bytes.count), checksum: checksum)
  }

  /// The file as it is to be read, after `sync`.
  var bookings: BookingsFile<Calls> { BookingsFile(file: file, header: header, size: written) }

  private mutating func flush() throws(FileError) {
    try file.write(bytes, at: written)
    written += Int64(bytes.count)
    bytes.removeAll(keepingCapacity: true)
  }
}
