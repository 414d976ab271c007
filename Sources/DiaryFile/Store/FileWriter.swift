// What a writer may do while it holds the lock. Settling.swift brings the file in order first; Appending.swift gets a line
// onto the disk.

internal import DiaryFormat
package import System
package import CivilTime
package import Diary

/// The lock is held: the diary is what is on the disk, and events can be appended to it.
package struct FileWriter<Calls: SystemCalls>: DiaryWriter {
  /// The bookings as they are, what was appended included.
  package private(set) var diary: FileView<Calls>
  /// What was found at the end of the file that a crash had left there, and set aside; for the log.
  package let recovered: RecoveredTail?

  let names: FileNames
  let directory: DataDirectory<Calls>
  let lock: FileLock<Calls>
  private var failure: FileError?

  init(_ names: FileNames, in directory: DataDirectory<Calls>, _ lock: FileLock<Calls>) throws(FileError) {
    self.names = names
    self.directory = directory
    self.lock = lock
    let settled = try Settling(names, directory, lock).settle()
    recovered = settled.recovered
    diary = FileView(source: settled.source)
  }

  /// Writes that something happened at an instant, and who did it. When this returns, the event is on the disk. `DiaryWriter` says what the
  /// event has to be and how this fails.
  package mutating func append(_ event: Event, at instant: Instant, by actor: String?) throws(FileError) {
    if let failure { throw failure }
    do throws(FileError) {
      try nameFile(at: instant)
      var record = Record(number: 0, at: instant, by: actor, event: event)
      if !event.isFirst, let id = event.occupation?.bookingID { record.leave(try diary.source.newest(id)) }
      try append(record)
    } catch {
      failure = error
      throw error
    }
  }

  /// Writes that several things happened, all or none. When this returns, all are on the disk.
  package mutating func append(together events: [Event], at instant: Instant, by actor: String?) throws(FileError) {
    if let failure { throw failure }
    do throws(FileError) {
      try nameFile(at: instant)
      try makeFileWhereNone()
      let first = max(try diary.lineCount(), 1) + 1
      var lines: [[UInt8]] = []
      for event in events {
        lines.append(try line(Record(number: first + lines.count, at: instant, by: actor, event: event)))
      }
      if lines.isEmpty { return }
      try Appending(diary.source, lock).append(lines, from: first, names, directory)
    } catch {
      failure = error
      throw error
    }
  }

  /// Appends the line that names the business, where nothing in the file does.
  mutating func nameFile(at instant: Instant) throws(FileError) {
    guard !diary.source.isNamed else { return }
    try append(Record(number: 0, at: instant, naming: names.entity))
    diary.source.isNamed = true
  }

  /// Writes a record under the next number.
  private mutating func append(_ unnumbered: Record) throws(FileError) {
    var record = unnumbered
    record.number = max(try diary.lineCount(), 1) + 1
    let line = try line(record)
    try makeFileWhereNone()
    try Appending(diary.source, lock).append(line, number: record.number)
  }

  /// A record as it is written, with its line feed.
  private func line(_ record: Record) throws(FileError) -> [UInt8] {
    guard let line = record.provenLine else { throw .unwritable }
    return line
  }

  private mutating func makeFileWhereNone() throws(FileError) {
    guard diary.source.file == nil else { return }
    try makeFile()
    let file = try BookingsFile.open(names, in: directory, .readWrite)
    diary = FileView(source: try FileSource(file, names, in: directory, vouched: nil, summarised: true))
  }
}

extension FileWriter {
  /// Makes a file without events. Whatever fails here, the event that was to be appended to it is nowhere.
  fileprivate func makeFile() throws(FileError) {
    do throws(FileError) {
      var file = try FileReplacement(names, directory, lock)
      try file.takePlace()
    } catch .unknownOutcome(let operation, let code) {
      throw FileError(operation, SystemError(code))
    }
  }
}
