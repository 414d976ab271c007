// The way in: reading without a lock, writing under it. What is promised and how is in File/BookingsFile.swift.

public import Business

/// The bookings of one business on disk.
public struct BookingsStore: Sendable {
  let directory: String
  let names: FileNames
  let calls: any SystemCalls
  let patience: Int64

  /// The bookings of `entity` in the data directory at a path, which need not exist yet. Nothing is opened before it is
  /// needed. `patience` is how many nanoseconds a writer waits for others (contract, section 6: 5 s).
  public init(
    directory: String, entity: Identifier, calls: any SystemCalls = LinuxCalls(), patience: Int64 = 5_000_000_000
  ) {
    self.directory = directory
    self.names = FileNames(entity: entity.text)
    self.calls = calls
    self.patience = patience
  }

  /// The bookings as they are now, without a lock. Where there is no data directory or no file there are no bookings;
  /// a file that cannot be opened or is damaged at its beginning is an error, never an empty ledger.
  public func read() throws(StorageError) -> Ledger {
    guard let opened = try DataDirectory.open(directory, calls, creating: false) else {
      return Ledger(source: try LedgerSource(nil, names, in: nil, summarised: false))
    }
    let file = try BookingsFile.open(names, in: opened, .read)
    return Ledger(source: try LedgerSource(file, names, in: opened, summarised: false))
  }

  /// Decides under the lock: nobody else writes from before `decide` is called until it returns.
  ///
  /// Everything that `decide` learns from `Writer.ledger` is on the disk, and so is everything it appends as soon as
  /// `append` returns. Fails with `busy` where the lock is not to be had in time; `decide` is not called then. What
  /// `decide` throws is passed on; what it appended before stays.
  public func write<Answer>(
    _ decide: (inout Writer) throws(StorageError) -> Answer
  ) throws(StorageError) -> Answer {
    guard let opened = try DataDirectory.open(directory, calls, creating: true) else {
      throw .unavailable(.directory, code: ErrorNumber.notFound)
    }
    let lock = try FileLock(names.lock, in: opened, patience: patience)
    defer { lock.release() }
    var writer = try Writer(names, in: opened, lock)
    return try decide(&writer)
  }
}
