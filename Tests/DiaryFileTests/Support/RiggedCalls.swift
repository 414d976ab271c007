// The only mock: the real system calls, with a say before each of them.

import Diary
import DiaryFile
import Synchronization

/// Which system call.
enum Call: String, CaseIterable, Sendable {
  case openDirectory, makeDirectory, open, status, read, write, syncData, sync, truncate, lock, rename, link, remove
  case names, random
}

/// The system's calls, numbered from 0 as they are made; what `rig` answers for one happens instead of it.
final class RiggedCalls: SystemCalls {
  /// What happens instead of a call.
  enum Fault: Sendable, Equatable {
    /// It fails and does nothing.
    case failure(Int32)
    /// It reads or writes one byte less than it could, but at least one.
    case short
    /// Words that it reads are not those that were written.
    case garbled
    /// It does nothing and says that it did, where it answers nothing; a lock is said to have been waited for.
    case nothing
  }

  private let system = LinuxCalls()
  private let rig: @Sendable (Call, Int) -> Fault?
  private let made = Mutex<[Call]>([])
  private let opened = Mutex<[(opening: Opening, owner: FileOwner?)]>([])

  /// What is said about files instead of the truth.
  private let statuses: @Sendable (FileStatus) -> FileStatus
  private let user: UInt32?

  init(
    user: UInt32? = nil, statuses: @escaping @Sendable (FileStatus) -> FileStatus = { $0 },
    instead rig: @escaping @Sendable (Call, Int) -> Fault? = { _, _ in nil }
  ) {
    self.user = user
    self.statuses = statuses
    self.rig = rig
  }

  /// Calls that sync nothing, for tests about something else.
  static func quick() -> RiggedCalls {
    RiggedCalls(instead: { call, _ in call == .syncData || call == .sync ? .nothing : nil })
  }

  /// How files were opened so far, and in whose name, where not in the program's own.
  var openings: [(opening: Opening, owner: FileOwner?)] { opened.withLock { $0 } }

  /// The calls made so far.
  var all: [Call] { made.withLock { $0 } }

  /// How many calls were made so far.
  var count: Int { made.withLock { $0.count } }

  /// The call of a number.
  func made(_ number: Int) -> Call { made.withLock { $0[number] } }

  private func fault(_ call: Call) throws(SystemError) -> Fault? {
    let number = made.withLock { calls in
      calls.append(call)
      return calls.count - 1
    }
    guard let fault = rig(call, number) else { return nil }
    if case .failure(let code) = fault { throw SystemError(code) }
    return fault
  }

  private func isSkipped(_ call: Call) throws(SystemError) -> Bool {
    if case .nothing? = try fault(call) { return true }
    return false
  }

  private func isShort(_ call: Call) throws(SystemError) -> Bool {
    if case .short? = try fault(call) { return true }
    return false
  }

  func openDirectory(_ path: String) throws(SystemError) -> Int32 {
    _ = try fault(.openDirectory)
    return try system.openDirectory(path)
  }

  func makeDirectory(_ path: String) throws(SystemError) {
    if try !isSkipped(.makeDirectory) { try system.makeDirectory(path) }
  }

  /// Nobody here is root: in whose name a file is opened is only remembered.
  func open(
    _ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?
  ) throws(SystemError) -> Int32 {
    _ = try fault(.open)
    opened.withLock { $0.append((opening, owner)) }
    return try system.open(name, in: directory, opening, as: nil)
  }

  func close(_ descriptor: Int32) { system.close(descriptor) }

  func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    _ = try fault(.status)
    return statuses(try system.status(descriptor))
  }

  func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let count = try isShort(.read) ? max(count - 1, 1) : count
    return try system.read(descriptor, into: &bytes, from: start, count: count, at: offset)
  }

  func read(
    _ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let fault = try fault(.read)
    let count = fault == .short ? max(count - 1, 1) : count
    let read = try system.read(descriptor, into: &words, from: start, count: count, at: offset)
    if fault == .garbled { for index in words.indices { words[index] ^= 1 } }
    return read
  }

  func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64) throws(SystemError) -> Int {
    guard try isShort(.write), bytes.count - start > 1 else {
      return try system.write(descriptor, bytes, from: start, at: offset)
    }
    return try system.write(descriptor, Array(bytes.dropLast()), from: start, at: offset)
  }

  func write(_ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64) throws(SystemError) -> Int {
    guard try isShort(.write), words.count * 8 - start > 8 else {
      return try system.write(descriptor, words, from: start, at: offset)
    }
    return try system.write(descriptor, Array(words.dropLast()), from: start, at: offset)
  }

  func syncData(_ descriptor: Int32) throws(SystemError) {
    if try !isSkipped(.syncData) { try system.syncData(descriptor) }
  }

  func sync(_ descriptor: Int32) throws(SystemError) {
    if try !isSkipped(.sync) { try system.sync(descriptor) }
  }

  func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError) {
    if try !isSkipped(.truncate) { try system.truncate(descriptor, to: length) }
  }

  /// Waiting takes no time: whoever would have to wait has waited in vain.
  func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool {
    let hasWaited = try isSkipped(.lock)
    return try system.lock(descriptor, patience: patience) || hasWaited
  }

  func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try fault(.rename)
    try system.rename(name, to: other, in: directory)
  }

  func link(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try fault(.link)
    try system.link(name, to: other, in: directory)
  }

  func remove(_ name: String, in directory: Int32) throws(SystemError) {
    _ = try fault(.remove)
    try system.remove(name, in: directory)
  }

  func names(in directory: Int32) throws(SystemError) -> [String] {
    _ = try fault(.names)
    return try system.names(in: directory)
  }

  func effectiveUser() -> UInt32 { user ?? system.effectiveUser() }

  func random() throws(SystemError) -> UInt64 {
    _ = try fault(.random)
    return try system.random()
  }
}
