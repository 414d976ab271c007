// Giving a business's bookings to another engine, line by line, and taking them back.

internal import DiaryFormat
internal import System

extension FileStore {
  /// Gives every line behind the first, without its line feed, to `take`, then calls `confirm`; nobody can book meanwhile.
  /// When that returns, the file becomes a fence: one line of a version that no program reads, so that whoever still books
  /// into a file is refused. How many lines there were; nil where there is no file.
  ///
  /// Killed before the fence: the file is as it was. Fails with `damaged` where a line does not prove itself.
  package func handOver(
    begin: (_ generation: UInt64) throws(FileError) -> Void, take: ([UInt8]) throws(FileError) -> Void,
    confirm: () throws(FileError) -> Void
  ) throws(FileError) -> Int? {
    guard let directory = try DataDirectory.open(directory, calls, creating: false) else { return nil }
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    let writer = try FileWriter(names, in: directory, lock)
    guard let file = writer.diary.source.file, let lines = writer.diary.source.allLines else { return nil }
    try begin(file.header.generation)
    let summary = try lines.visit { (place, line) throws(FileError) in
      guard Record(line: line) != nil else { throw .damaged(line: place.number, .content) }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(line.count)
      for index in line.indices { bytes.append(line[index]) }
      try take(bytes)
      return true
    }
    if let torn = summary.torn { throw .damaged(line: torn.line, .checksum) }
    try confirm()
    try fence(directory, lock, generation: file.header.generation)
    return summary.number - 1
  }

  /// Puts lines that another engine gives in the place of the fence, or where there is no file. `give` gets a function to be
  /// called with each line, without its line feed. The same call again after an interruption does all of it.
  package func takeOver(
    generation: UInt64, _ give: (([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) -> Int {
    guard let directory = try DataDirectory.open(directory, calls, creating: true) else {
      throw .unavailable(.directory, code: ErrorNumber.notFound)
    }
    let lock = try FileLock(names, in: directory, patience: patience)
    defer { lock.release() }
    if try !isFenced(directory) { throw .taken(names.entity) }
    var file = try FileReplacement(names, directory, lock, generation: generation)
    try give { line throws(FileError) in try file.append(line: line) }
    try file.takePlace()
    return file.lines.nextNumber - 2
  }

  /// Whether nothing is recorded in a file: there is none, and no note of one, or it is a fence.
  private func isFenced(_ directory: DataDirectory<Calls>) throws(FileError) -> Bool {
    guard let (file, _) = try directory.open(names.bookings, .read, .bookings) else {
      return try directory.claim(names) == nil
    }
    do throws(FileError) {
      _ = try FileHeader(reading: file)
      return false
    } catch .damaged(line: 1, .version(Line.fencedVersion)) {
      return true
    }
  }

  private func fence(
    _ directory: DataDirectory<Calls>, _ lock: FileLock<Calls>, generation: UInt64
  ) throws(FileError) {
    lock.writePending()
    let file = try directory.create(names.newBookings)
    try file.write(FileHeader.line(generation: generation, of: names.entity, isFence: true), at: 0)
    try file.sync()
    for name in names.derived { try directory.remove(name) }
    try directory.rename(names.newBookings, to: names.bookings)
    do throws(FileError) {
      try directory.sync()
      lock.write(.nothing)
    } catch {
      throw error.asUnknownOutcome
    }
  }
}
