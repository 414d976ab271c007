// The system's calls with a say before each of them: the double with which tests make the Nth call fail.

import Synchronization
package import System

/// Which system call.
package enum Call: String, CaseIterable, Sendable {
  case openPath, openDirectory, makeDirectory, statusOfPath, resolve, executable, open, statusOfName, rename, link,
    remove, entries, status, read, write, syncData, sync, truncate, lock, wait, readStream, writeStream, random
}

/// The system's calls, numbered from 0 as they are made; what `rig` answers for one happens instead of it.
package final class RiggedCalls: SystemCalls {
  /// What happens instead of a call.
  package enum Fault: Sendable, Equatable {
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
  /// What the standard input has; nil where it is the process's own.
  private let input: Mutex<ArraySlice<UInt8>?>
  private let hasInput: Bool
  private let output = Mutex<[UInt8]>([])

  package init(
    user: UInt32? = nil, input: [UInt8]? = nil, statuses: @escaping @Sendable (FileStatus) -> FileStatus = { $0 },
    instead rig: @escaping @Sendable (Call, Int) -> Fault? = { _, _ in nil }
  ) {
    self.user = user
    self.input = Mutex(input.map { $0[...] })
    hasInput = input != nil
    self.statuses = statuses
    self.rig = rig
  }

  /// Calls that sync nothing, for tests about something else.
  package static func quick() -> RiggedCalls {
    RiggedCalls(instead: { call, _ in call == .syncData || call == .sync ? .nothing : nil })
  }

  /// How files were opened so far, and in whose name, where not in the program's own.
  package var openings: [(opening: Opening, owner: FileOwner?)] { opened.withLock { $0 } }

  /// The calls made so far.
  package var all: [Call] { made.withLock { $0 } }

  /// How many calls were made so far.
  package var count: Int { made.withLock { $0.count } }

  /// The call of a number.
  package func made(_ number: Int) -> Call { made.withLock { $0[number] } }

  /// What was written to the standard output, where the standard input was given.
  package var reply: [UInt8] { output.withLock { $0 } }

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

  package func open(_ path: String, _ opening: PathOpening) throws(SystemError) -> Int32 {
    _ = try fault(.openPath)
    return try system.open(path, opening)
  }

  package func openDirectory(_ path: String) throws(SystemError) -> Int32 {
    _ = try fault(.openDirectory)
    return try system.openDirectory(path)
  }

  package func makeDirectory(_ path: String) throws(SystemError) {
    if try !isSkipped(.makeDirectory) { try system.makeDirectory(path) }
  }

  package func status(of path: String) throws(SystemError) -> FileStatus {
    _ = try fault(.statusOfPath)
    return statuses(try system.status(of: path))
  }

  package func resolve(_ path: String) throws(SystemError) -> String {
    _ = try fault(.resolve)
    return try system.resolve(path)
  }

  package func executable() throws(SystemError) -> String {
    _ = try fault(.executable)
    return try system.executable()
  }

  package func open(_ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?) throws(SystemError)
    -> Int32
  {
    _ = try fault(.open)
    opened.withLock { $0.append((opening, owner)) }
    // Nobody here is root: in whose name a file is opened is only remembered.
    return try system.open(name, in: directory, opening, as: nil)
  }

  package func status(of name: String, in directory: Int32) throws(SystemError) -> FileStatus {
    _ = try fault(.statusOfName)
    return statuses(try system.status(of: name, in: directory))
  }

  package func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try fault(.rename)
    try system.rename(name, to: other, in: directory)
  }

  package func link(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    _ = try fault(.link)
    try system.link(name, to: other, in: directory)
  }

  package func remove(_ name: String, in directory: Int32) throws(SystemError) {
    _ = try fault(.remove)
    try system.remove(name, in: directory)
  }

  package func entries(in directory: Int32) throws(SystemError) -> [DirectoryEntry] {
    _ = try fault(.entries)
    return try system.entries(in: directory)
  }

  package func close(_ descriptor: Int32) {
    system.close(descriptor)
  }

  package func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    _ = try fault(.status)
    return statuses(try system.status(descriptor))
  }

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  {
    let count = try isShort(.read) ? max(count - 1, 1) : count
    return try system.read(descriptor, into: &bytes, from: start, count: count, at: offset)
  }

  package func read(_ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  {
    let fault = try fault(.read)
    let count = fault == .short ? max(count - 1, 1) : count
    let read = try system.read(descriptor, into: &words, from: start, count: count, at: offset)
    if fault == .garbled { for index in words.indices { words[index] ^= 1 } }
    return read
  }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  {
    guard try isShort(.write), bytes.count - start > 1 else {
      return try system.write(descriptor, bytes, from: start, at: offset)
    }
    return try system.write(descriptor, Array(bytes.dropLast()), from: start, at: offset)
  }

  package func write(_ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  {
    guard try isShort(.write), words.count * 8 - start > 8 else {
      return try system.write(descriptor, words, from: start, at: offset)
    }
    return try system.write(descriptor, Array(words.dropLast()), from: start, at: offset)
  }

  package func syncData(_ descriptor: Int32) throws(SystemError) {
    if try !isSkipped(.syncData) { try system.syncData(descriptor) }
  }

  package func sync(_ descriptor: Int32) throws(SystemError) {
    if try !isSkipped(.sync) { try system.sync(descriptor) }
  }

  package func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError) {
    if try !isSkipped(.truncate) { try system.truncate(descriptor, to: length) }
  }

  package func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool {
    // Waiting takes no time: whoever would have to wait has waited in vain.
    let hasWaited = try isSkipped(.lock)
    return try system.lock(descriptor, patience: patience) || hasWaited
  }

  package func wait(for descriptor: Int32, _ readiness: Readiness, milliseconds: Int32) throws(SystemError) -> Bool {
    _ = try fault(.wait)
    if hasInput, descriptor < 2 { return true }
    return try system.wait(for: descriptor, readiness, milliseconds: milliseconds)
  }

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int) throws(SystemError)
    -> Int
  {
    let count = try isShort(.readStream) ? max(count - 1, 1) : count
    guard descriptor == 0, hasInput else {
      return try system.read(descriptor, into: &bytes, from: start, count: count)
    }
    let part = input.withLock { rest in
      let part = Array((rest ?? []).prefix(count))
      rest = rest?.dropFirst(count)
      return part
    }
    for (index, byte) in part.enumerated() { bytes[start + index] = byte }
    return part.count
  }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) throws(SystemError) -> Int {
    let isShort = try isShort(.writeStream)
    let bytes = isShort && bytes.count - start > 1 ? Array(bytes.dropLast()) : bytes
    guard hasInput, descriptor == 1 else { return try system.write(descriptor, bytes, from: start) }
    output.withLock { $0 += bytes[start...] }
    return bytes.count - start
  }

  package func time() -> Int64 {
    system.time()
  }

  package func uptime() -> Int64 {
    system.uptime()
  }

  package func fail(_ words: String) -> Never { system.fail(words) }

  package func offset(at seconds: Int64, zoneFile path: String) -> Int? {
    system.offset(at: seconds, zoneFile: path)
  }

  package func random(_ count: Int) throws(SystemError) -> [UInt8] {
    _ = try fault(.random)
    return try system.random(count)
  }

  package func effectiveUser() -> UInt32 {
    user ?? system.effectiveUser()
  }

  package func prepareStreams() {
    // Tests share their process with others.
  }

  package func endProcess(after seconds: UInt32) {
    // Tests share their process with others.
  }

  package func releaseStreams() {
    // Tests share their process with others.
  }
}
