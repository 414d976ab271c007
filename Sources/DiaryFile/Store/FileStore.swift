// The way in to a bookings file: reading without a lock, writing under it. What is promised and how is in
// Log/BookingsFile.swift.

package import System
package import Business
package import Diary

/// The bookings files of a deployment.
package struct FileEngine<Calls: SystemCalls>: DiaryEngine {
  let directory: String
  private let isOnInstance: Bool
  let calls: Calls
  private let patience: Int64

  /// The bookings files in a data directory, which need not exist yet. `isOnInstance` says that a function runtime started
  /// the program: its instances have disks that vanish with them, and nothing is booked onto those. `patience` is how many
  /// nanoseconds a writer waits for others.
  package init(
    directory: String, isOnInstance: Bool = false, patience: Int64 = FileStore<Calls>.usualPatience, calls: Calls
  ) {
    self.patience = patience
    self.directory = directory
    self.isOnInstance = isOnInstance
    self.calls = calls
  }

  /// The bookings file of a business.
  package func diary(of entity: Identifier) -> FileStore<Calls> {
    FileStore(directory: directory, entity: entity, isOnInstance: isOnInstance, calls: calls, patience: patience)
  }
}

extension FileEngine: CaringEngine {
  /// The businesses that have a bookings file.
  package func entities() -> [Identifier] {
    guard let directory = try? DataDirectory.open(directory, calls, creating: false),
      let names = try? directory.names()
    else { return [] }
    return names.compactMap(FileNames.entity(ofBookings:))
  }
}

/// The bookings file of one business.
package struct FileStore<Calls: SystemCalls>: DiaryStore {
  let directory: String
  let entity: Identifier
  let names: FileNames
  let calls: Calls
  let patience: Int64
  private let isOnInstance: Bool

  /// How long a writer waits for others, in nanoseconds: callers give up after four seconds or five (contract, section
  /// 6).
  package static var usualPatience: Int64 { 3_000_000_000 }

  /// The bookings of `entity` in the data directory at a path, which need not exist yet. Nothing is opened before it is
  /// needed. `patience` is how many nanoseconds a writer waits for others.
  package init(
    directory: String, entity: Identifier, isOnInstance: Bool = false, calls: Calls,
    patience: Int64 = FileStore<Calls>.usualPatience
  ) {
    self.directory = directory
    self.entity = entity
    self.names = FileNames(entity: entity.text)
    self.calls = calls
    self.patience = patience
    self.isOnInstance = isOnInstance
  }

  /// The bookings as they are now, without a lock. Where there is no data directory or no file, and no note of one,
  /// there are no bookings; a file that cannot be opened, or is damaged at its beginning or its end, is an error.
  package func read(foreseeing _: (inout ForeseenQuestions) -> Void) throws(FileError) -> FileView<Calls> {
    guard let opened = try DataDirectory.open(directory, calls, creating: false) else {
      return FileView(source: try FileSource(nil, names, in: nil, vouched: nil, summarised: false))
    }
    do throws(FileError) {
      return try view(in: opened)
    } catch .damaged {
      // Race: between the note and the file a command may have put the one or the other in order.
      return try view(in: opened)
    }
  }

  func view(in directory: DataDirectory<Calls>) throws(FileError) -> FileView<Calls> {
    let vouched = try directory.claim(names)
    let file = try BookingsFile.open(names, in: directory, .read)
    let source = try FileSource(file, names, in: directory, vouched: vouched, summarised: false)
    return FileView(source: source, store: self)
  }

  /// Decides under the lock: nobody else writes from before `decide` is called, once, until it returns.
  ///
  /// Everything that `decide` learns from the writer's view is on the disk, and so is everything it appends as soon as
  /// `append` returns. Where an index lacks many lines, it is brought up to date first, without the lock: each question
  /// would read them all. Fails with `busy` where the lock, or that, is not to be had in time; `decide` is not called
  /// then. What `decide` throws is passed on; what it appended before stays.
  package func write<Answer>(
    foreseeing _: (inout ForeseenQuestions) -> Void, _ decide: (inout FileWriter<Calls>) throws(FileError) -> Answer
  ) throws(FileError) -> Written<Answer> {
    if isOnInstance, InstanceDisk.vanishes(directory, calls) { throw .vanishing }
    guard let opened = try DataDirectory.open(directory, calls, creating: true) else {
      throw .unavailable(.directory, code: ErrorNumber.notFound)
    }
    let start = calls.uptime()
    var lock = try FileLock(names, in: opened, patience: patience)
    defer { lock.release() }
    var writer = try FileWriter(names, in: opened, lock)
    var recovered = writer.recovered
    if writer.diary.source.isTailLong {
      lock.release()
      // Others book meanwhile. An index that cannot be made, or that a stopped process keeps from being made, is no reason
      // not to book; but each question reads what it lacks, while everybody waits.
      _ = try? index(.catchingUp, until: start + patience / 3 * 2)
      lock = try FileLock(names, in: opened, patience: max(start + patience - calls.uptime(), 0))
      writer = try FileWriter(names, in: opened, lock)
      if writer.diary.source.isTailHuge { throw .unindexed }
      recovered = writer.recovered ?? recovered
    }
    let answer = try decide(&writer)
    return Written(
      answer: answer, upkeep: upkeep(writer.diary.indexNeed), notice: recovered?.sentence(of: entity))
  }

  /// Extending the index. Nothing depends on it but speed, so nobody is told where it fails.
  func upkeep(_ need: IndexNeed) -> (@Sendable () -> Void)? {
    if need == .nothing { return nil }
    return { try? index(need) }
  }
}
