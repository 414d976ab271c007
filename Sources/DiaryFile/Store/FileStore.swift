// The way in to a bookings file: reading without a lock, writing under it. What is promised and how is in
// Log/BookingsFile.swift.

public import Business
public import Diary

/// The bookings files of a deployment.
public struct FileEngine: DiaryEngine {
  /// The data directory, which need not exist yet.
  private let directory: String
  private let isOnInstance: Bool

  /// The bookings files in a directory. `isOnInstance` says that a function runtime started the program: its instances have
  /// disks that vanish with them, and nothing is booked onto those.
  public init(directory: String, isOnInstance: Bool = false) {
    self.directory = directory
    self.isOnInstance = isOnInstance
  }

  /// The bookings file of a business.
  public func diary(of entity: Identifier) -> FileStore {
    FileStore(directory: directory, entity: entity, isOnInstance: isOnInstance)
  }
}

extension FileEngine: CaringEngine {
  /// The businesses that have a bookings file.
  public func entities() -> [Identifier] {
    guard let directory = try? DataDirectory.open(directory, LinuxCalls(), creating: false),
      let names = try? directory.names()
    else { return [] }
    return names.compactMap(FileNames.entity(ofBookings:))
  }
}

/// The bookings file of one business.
public struct FileStore: DiaryStore {
  let directory: String
  let entity: Identifier
  let names: FileNames
  let calls: any SystemCalls
  let patience: Int64
  private let isOnInstance: Bool

  /// The bookings of `entity` in the data directory at a path, which need not exist yet. Nothing is opened before it is
  /// needed. `patience` is how many nanoseconds a writer waits for others.
  public init(
    directory: String, entity: Identifier, isOnInstance: Bool = false, calls: any SystemCalls = LinuxCalls(),
    patience: Int64 = 5_000_000_000
  ) {
    self.directory = directory
    self.entity = entity
    self.names = FileNames(entity: entity.text)
    self.calls = calls
    self.patience = patience
    self.isOnInstance = isOnInstance
  }

  /// The bookings as they are now, without a lock. Where there is no data directory or no file there are no bookings; a
  /// file that cannot be opened or is damaged at its beginning is an error.
  public func read() throws(FileError) -> FileView {
    guard let opened = try DataDirectory.open(directory, calls, creating: false) else {
      return FileView(source: try FileSource(nil, names, in: nil, summarised: false))
    }
    let file = try BookingsFile.open(names, in: opened, .read)
    return FileView(source: try FileSource(file, names, in: opened, summarised: false))
  }

  /// Decides under the lock: nobody else writes from before `decide` is called, once, until it returns.
  ///
  /// Everything that `decide` learns from the writer's view is on the disk, and so is everything it appends as soon as
  /// `append` returns. Fails with `busy` where the lock is not to be had in time; `decide` is not called then. What
  /// `decide` throws is passed on; what it appended before stays.
  public func write<Answer>(
    _ decide: (inout FileWriter) throws(FileError) -> Answer
  ) throws(FileError) -> Written<Answer> {
    if isOnInstance, InstanceDisk.vanishes(directory) { throw .vanishing }
    guard let opened = try DataDirectory.open(directory, calls, creating: true) else {
      throw .unavailable(.directory, code: ErrorNumber.notFound)
    }
    let lock = try FileLock(names.lock, in: opened, patience: patience)
    defer { lock.release() }
    var writer = try FileWriter(names, in: opened, lock)
    let answer = try decide(&writer)
    return Written(
      answer: answer, upkeep: upkeep(writer.diary.indexNeed), notice: writer.recovered?.sentence(of: entity))
  }

  /// Extending the index. Nothing depends on it but speed, so nobody is told where it fails.
  private func upkeep(_ need: IndexNeed) -> (@Sendable () -> Void)? {
    if need == .nothing { return nil }
    return { try? index(need) }
  }
}
