// What a writer may do while it holds the lock. How the file is brought in order first is Settling.swift's, how a line
// gets onto the disk Appending.swift's.

public import CivilTime
internal import Scheduling

/// The lock is held: the ledger is what is on the disk, and events can be appended to it.
public struct Writer {
  /// The bookings as they are, what was appended included.
  public private(set) var ledger: Ledger
  /// What was found at the end of the file that a crash had left there, and set aside; for the log.
  public let recovered: RecoveredTail?

  let names: FileNames
  let directory: DataDirectory
  let lock: FileLock
  private var failure: StorageError?

  init(_ names: FileNames, in directory: DataDirectory, _ lock: FileLock) throws(StorageError) {
    self.names = names
    self.directory = directory
    self.lock = lock
    let settled = try Settling(names, directory, lock).settle()
    recovered = settled.recovered
    ledger = Ledger(source: settled.source)
  }

  /// Writes that something happened at an instant. When this returns, the event is on the disk.
  ///
  /// A new booking or block has to have an id that was never used. Of a move, cancelling or unblocking the event carries
  /// the whole booking or block as it is afterwards; where it was held before is looked up here.
  ///
  /// Errors: `full` and `unavailable` (the event is not in the file and never will be), `unknownOutcome` (it may be;
  /// the same request once more finds out), `unwritable` (the event has a form that could not be read again: a name
  /// twice, an id that is empty or over 255 bytes, an instant outside the years 1 to 9999, over 1 MiB). After an error every further call fails with the same one.
  public mutating func append(_ event: Event, at instant: Instant) throws(StorageError) {
    if let failure { throw failure }
    do throws(StorageError) {
      var record = Record(number: max(try ledger.lineCount(), 1) + 1, at: instant, event: event)
      if !event.isFirst, let occupation = event.occupation,
        let previous = try ledger.source.newest(occupation.bookingID), previous.event.kind.isLive,
        let before = previous.event.occupation.map(Place.init), before != Place(occupation)
      {
        record.from = before
      }
      let line = record.line
      guard record.isWritable, line.count <= Line.greatestLength,
        Record(line: line.span.extracting(droppingLast: 1)) == record
      else { throw .unwritable }
      if ledger.source.file == nil {
        try makeFile()
        let file = try BookingsFile.open(names, in: directory, .readWrite)
        ledger = Ledger(source: try LedgerSource(file, names, in: directory, summarised: true))
      }
      try Appending(ledger.source, lock).append(line, number: record.number)
    } catch {
      failure = error
      throw error
    }
  }
}

extension Writer {
  /// Makes a file without events. Whatever fails here, the event that was to be appended to it is nowhere.
  fileprivate func makeFile() throws(StorageError) {
    do throws(StorageError) {
      var file = try FileReplacement(names, directory, lock)
      try file.takePlace()
    } catch .unknownOutcome(let operation, let code) {
      throw StorageError(operation, SystemError(code))
    }
  }
}

extension Event {
  /// Whether it is the first of its booking or block.
  fileprivate var isFirst: Bool {
    switch self {
    case .booked, .blocked, .forgotten: true
    case .moved, .cancelled, .unblocked: false
    }
  }
}
