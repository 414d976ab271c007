// Events that are appended all or none, such as the bookings of a series. Before the first of their lines is written,
// all of them stand in `<entity>.batch`, on the disk. Whoever writes next after a crash completes them from there, or, where
// no line of them reached the bookings file and somebody else wrote since, throws them away.
//
// Killed before the batch is on the disk: none of them is there, and the next writer removes what was left. Killed
// later: the note says `pending` or vouches for less than there is, and the next writer writes what is missing before it
// decides anything. A reader, who takes no lock, may meanwhile see the first of them without the others.

internal import DiaryFormat
internal import Basics
internal import System

/// Lines that belong together, and where in a bookings file they begin.
struct Batch {
  /// How the file ends before them.
  let base: LockNote.Claim
  /// The lines, each with its line feed.
  let lines: [UInt8]

  /// Generation, end and checksum before the lines, and the checksum of it all behind them.
  private static let headLength = 16 + 16 + 8
  private static let proofLength = 8

  init(base: LockNote.Claim, lines: [UInt8]) {
    self.base = base
    self.lines = lines
  }

  /// The batch that bytes are; nil where they were not written to the end.
  private init?(_ bytes: [UInt8]) {
    let content = bytes.count - Batch.proofLength
    guard content > Batch.headLength,
      let proof = Hexadecimal.number(bytes.span.extracting(content..<bytes.count)),
      proof == UInt64(Checksum.of(bytes.span.extracting(0..<content))),
      let generation = Hexadecimal.number(bytes.span.extracting(0..<16)),
      let end = Hexadecimal.number(bytes.span.extracting(16..<32)).flatMap(Int64.init(exactly:)),
      let checksum = Hexadecimal.number(bytes.span.extracting(32..<40))
    else { return nil }
    base = LockNote.Claim(generation: generation, end: end, checksum: UInt32(truncatingIfNeeded: checksum))
    lines = Array(bytes[Batch.headLength..<content])
  }

  private var bytes: [UInt8] {
    var bytes: [UInt8] = []
    Hexadecimal.append(base.generation, digits: 16, to: &bytes)
    Hexadecimal.append(UInt64(bitPattern: base.end), digits: 16, to: &bytes)
    Hexadecimal.append(UInt64(base.checksum), digits: 8, to: &bytes)
    bytes += lines
    Hexadecimal.append(UInt64(Checksum.of(bytes.span)), digits: Batch.proofLength, to: &bytes)
    return bytes
  }

  /// Writes the batch and waits until the disk has it.
  func keep<Calls: SystemCalls>(_ names: FileNames, in directory: DataDirectory<Calls>) throws(FileError) {
    let file = try directory.create(names.batch)
    try file.write(bytes, at: 0)
    try file.sync()
    try directory.sync()
  }

  /// Writes what a bookings file that ends so lacks of a batch that a crash left or, where there is no room for it, takes
  /// back what is there of it: nobody was told of it. False where there is none, or none that belongs there.
  static func complete<Calls: SystemCalls>(
    _ file: File<Calls>, from end: LockNote.Claim, _ names: FileNames, in directory: DataDirectory<Calls>
  ) throws(FileError) -> Bool {
    guard let batch = try left(names, in: directory), batch.base.generation == end.generation else { return false }
    let done = Int(end.end - batch.base.end)
    guard done >= 0, done < batch.lines.count, done > 0 || batch.base.checksum == end.checksum else { return false }
    let written = try file.read(done, at: batch.base.end)
    guard written.elementsEqual(batch.lines[..<done]) else { return false }
    do throws(FileError) {
      // What is there of it may not be on the disk yet.
      try file.syncData()
      try batch.write(to: file, from: done)
    } catch .full {
      try file.truncate(to: batch.base.end)
      try file.syncData()
    }
    return true
  }

  /// The batch that a crash left; nil where there is none, or what is there was not made by this program.
  private static func left<Calls: SystemCalls>(
    _ names: FileNames, in directory: DataDirectory<Calls>
  ) throws(FileError) -> Batch? {
    do throws(FileError) {
      guard let (kept, status) = try directory.open(names.batch, .read, .other) else { return nil }
      guard let batch = Batch(try kept.read(Int(status.size), at: 0)) else { return nil }
      // Who died may have been about to put it on the disk. Without it, what is completed now would be a part.
      try kept.sync()
      try directory.sync()
      return batch
    } catch .refused {
      return nil
    }
  }

  /// Writes the lines from a byte of theirs on, each only when the disk has the one before: where the power goes, one line
  /// at most is there in part.
  func write<Calls: SystemCalls>(to file: File<Calls>, from first: Int) throws(FileError) {
    var start = first
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end] != UInt8(ascii: "\n") { end += 1 }
      end = min(end + 1, lines.count)
      try file.write(Array(lines[start..<end]), at: base.end + Int64(start))
      try file.syncData()
      start = end
    }
  }
}

extension DataDirectory {
  /// Takes a batch away for good; nothing where there is none.
  func removeBatch(_ names: FileNames) throws(FileError) {
    if try remove(names.batch) { try sync() }
  }
}
