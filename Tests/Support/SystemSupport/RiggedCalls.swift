// The system's calls with a say before each of them: the double with which tests make the Nth call fail.

internal import Glibc
import Synchronization
package import System

/// Which system call.
package enum Call: String, CaseIterable, Sendable {
  case openPath, openDirectory, makeDirectory, statusOfPath, resolve, executable, open, statusOfName, rename, link,
    remove, entries, status, read, write, syncData, sync, truncate, lock, wait, readStream, writeStream, random
}

/// What a whole request meets in place of what this process and this host have. Nil is the truth.
package struct RiggedHost: Sendable {
  /// What the standard input has. With it the standard output and the standard error stream are kept for the test.
  package var input: [UInt8]?
  /// The path of the running program.
  package var executable: String?
  /// Files that are opened in place of others, by the others' paths.
  package var replacements: [String: String] = [:]
  /// What the random bytes follow from.
  package var seed: UInt64?
  /// The system's clock, which then stands still.
  package var time: Int64?
  /// How many nanoseconds the other clock goes forward each time that it is asked: no deadline has to be waited for.
  package var tick: Int64?
  /// What happens in the meantime when the program waits for the Nth time, from 1. Nobody waits.
  package var pause: @Sendable (Int) -> Void = { _ in }

  package init() {}
}

/// The system's calls, numbered from 0 as they are made; what `rig` answers for one happens instead of it.
package final class RiggedCalls: SystemCalls {
  /// What happens instead of a call.
  package enum Fault: Sendable, Equatable {
    /// It fails and does nothing.
    case failure(Int32)
    /// It reads or writes one byte less than it could, but at least one.
    case short
    /// It reads or writes half of what it could, but at least one byte.
    case half
    /// Words that it reads are not those that were written.
    case garbled
    /// It does nothing and says that it did, where it answers nothing; a lock is said to have been waited for.
    case nothing
  }

  private let system = LinuxCalls()
  private let rig: @Sendable (Call, Int) -> Fault?
  private let made = Mutex<[Call]>([])
  private let openingsMade = Mutex<[(opening: Opening, owner: FileOwner?)]>([])

  /// What is said about files instead of the truth.
  private let statuses: @Sendable (FileStatus) -> FileStatus
  private let user: UInt32?
  private let host: RiggedHost
  /// What is left of the standard input.
  private let input: Mutex<ArraySlice<UInt8>>
  private let output = Mutex<[UInt8]>([])
  private let errors = Mutex<[UInt8]>([])
  private let ticks = Mutex<Int64>(0)
  private let randomness: Mutex<UInt64>
  private let descriptors = Mutex<Int>(0)
  private let pausesMade = Mutex<[Int32]>([])
  private let patienceGiven = Mutex<[Int64]>([])

  package init(
    user: UInt32? = nil, host: RiggedHost = RiggedHost(),
    statuses: @escaping @Sendable (FileStatus) -> FileStatus = { $0 },
    instead rig: @escaping @Sendable (Call, Int) -> Fault? = { _, _ in nil }
  ) {
    self.user = user
    self.host = host
    input = Mutex((host.input ?? [])[...])
    randomness = Mutex(host.seed ?? 0)
    self.statuses = statuses
    self.rig = rig
  }

  /// Calls that sync nothing, for tests about something else.
  package static func quick() -> RiggedCalls {
    RiggedCalls(instead: { call, _ in call == .syncData || call == .sync ? .nothing : nil })
  }

  /// How files were opened so far, and in whose name, where not in the program's own.
  package var openings: [(opening: Opening, owner: FileOwner?)] { openingsMade.withLock { $0 } }

  /// The calls made so far.
  package var all: [Call] { made.withLock { $0 } }

  /// How many calls were made so far.
  package var count: Int { made.withLock { $0.count } }

  /// How long the program waited each time, in milliseconds.
  package var pauses: [Int32] { pausesMade.withLock { $0 } }

  /// How long each write to a stream was to wait at most, in nanoseconds.
  package var patience: [Int64] { patienceGiven.withLock { $0 } }

  /// The call of a number.
  package func made(_ number: Int) -> Call { made.withLock { $0[number] } }

  /// What was written to the standard output, where the standard input was given.
  package var reply: [UInt8] { output.withLock { $0 } }

  /// What was written to the standard error stream, where the standard input was given.
  package var complaints: [UInt8] { errors.withLock { $0 } }

  /// How many descriptors were opened and not closed so far.
  package var openDescriptors: Int { descriptors.withLock { $0 } }

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

  private func opened(_ descriptor: Int32) -> Int32 {
    descriptors.withLock { $0 += 1 }
    return descriptor
  }

  /// How many of so many bytes are read or written.
  private static func part(of count: Int, _ fault: Fault?) -> Int {
    switch fault {
    case .short: max(count - 1, min(count, 1))
    case .half: max(count / 2, min(count, 1))
    default: count
    }
  }

  /// The bytes that are written of those from `start` on, and all that stand before them.
  private static func part(of bytes: [UInt8], from start: Int, _ fault: Fault?) -> [UInt8] {
    Array(bytes.prefix(start + part(of: bytes.count - start, fault)))
  }

  package func open(_ path: String, _ opening: PathOpening) throws(SystemError) -> Int32 {
    _ = try fault(.openPath)
    return opened(try system.open(host.replacements[path] ?? path, opening))
  }

  package func openDirectory(_ path: String) throws(SystemError) -> Int32 {
    _ = try fault(.openDirectory)
    return opened(try system.openDirectory(path))
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
    if let executable = host.executable { return executable }
    return try system.executable()
  }

  package func open(_ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?) throws(SystemError)
    -> Int32
  {
    _ = try fault(.open)
    openingsMade.withLock { $0.append((opening, owner)) }
    // Nobody here is root: in whose name a file is opened is only remembered.
    return opened(try system.open(name, in: directory, opening, as: nil))
  }

  package func status(of name: String, in directory: Int32) throws(SystemError) -> FileStatus {
    _ = try fault(.statusOfName)
    return statuses(try system.status(of: name, in: directory))
  }

  package func identity(ofName words: [UInt64], at start: Int, in directory: Int32) throws(SystemError)
    -> FileIdentity?
  {
    _ = try fault(.statusOfName)
    return try system.identity(ofName: words, at: start, in: directory)
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
    descriptors.withLock { $0 -= 1 }
    system.close(descriptor)
  }

  package func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    _ = try fault(.status)
    return statuses(try system.status(descriptor))
  }

  // A read that is cut short reads what there is first: half of what was asked for may be all of a file.

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  {
    let fault = try fault(.read)
    let read = try system.read(descriptor, into: &bytes, from: start, count: count, at: offset)
    return Self.part(of: read, fault)
  }

  package func read(_ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  {
    let fault = try fault(.read)
    let read = try system.read(descriptor, into: &words, from: start, count: count, at: offset)
    if fault == .garbled { for index in words.indices { words[index] ^= 1 } }
    return Self.part(of: read, fault)
  }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  {
    let bytes = Self.part(of: bytes, from: start, try fault(.write))
    return try system.write(descriptor, bytes, from: start, at: offset)
  }

  package func write(_ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  {
    // Whole words: what is behind the last one that is written has nowhere to be cut off.
    let count = Self.part(of: words.count * 8 - start, try fault(.write))
    let words = Array(words.prefix(max(start / 8 + 1, (start + count) / 8)))
    return try system.write(descriptor, words, from: start, at: offset)
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
    if host.input != nil, descriptor < 3 { return true }
    return try system.wait(for: descriptor, readiness, milliseconds: milliseconds)
  }

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int) throws(SystemError)
    -> Int
  {
    let fault = try fault(.readStream)
    guard descriptor == 0, host.input != nil else {
      let read = try system.read(descriptor, into: &bytes, from: start, count: count)
      let kept = Self.part(of: read, fault)
      if kept < read { lseek(descriptor, off_t(kept - read), SEEK_CUR) }
      return kept
    }
    let part = input.withLock { rest in
      let part = Array(rest.prefix(Self.part(of: min(count, rest.count), fault)))
      rest = rest.dropFirst(part.count)
      return part
    }
    for (index, byte) in part.enumerated() { bytes[start + index] = byte }
    return part.count
  }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, patience: Int64) throws(SystemError)
    -> Int
  {
    patienceGiven.withLock { $0.append(patience) }
    let bytes = Self.part(of: bytes, from: start, try fault(.writeStream))
    guard host.input != nil, descriptor == 1 || descriptor == 2 else {
      return try system.write(descriptor, bytes, from: start, patience: patience)
    }
    if descriptor == 1 { output.withLock { $0 += bytes[start...] } }
    if descriptor == 2 { errors.withLock { $0 += bytes[start...] } }
    return bytes.count - start
  }

  package func pause(milliseconds: Int32) {
    let number = pausesMade.withLock { pauses in
      pauses.append(milliseconds)
      return pauses.count
    }
    host.pause(number)
  }

  package func time() -> Int64 {
    host.time ?? system.time()
  }

  package func uptime() -> Int64 {
    guard let tick = host.tick else { return system.uptime() }
    return ticks.withLock { time in
      time += tick
      return time
    }
  }

  package func fail(_ words: String) -> Never { system.fail(words) }

  package func offset(at seconds: Int64, zoneFile path: String) -> Int? {
    system.offset(at: seconds, zoneFile: path)
  }

  package func random(_ count: Int) throws(SystemError) -> [UInt8] {
    _ = try fault(.random)
    guard host.seed != nil else { return try system.random(count) }
    // SplitMix64: the same bytes again in each run.
    return randomness.withLock { state in
      (0..<count).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: mixed ^ mixed >> 31)
      }
    }
  }

  package func effectiveUser() -> UInt32 {
    user ?? system.effectiveUser()
  }

  package func isTerminal(_ descriptor: Int32) -> Bool {
    system.isTerminal(descriptor)
  }

  package func ignoreTermination() {}

  package func prepareStreams() {
    // Tests share their process with others.
  }

  package func releaseStreams() {
    // Tests share their process with others.
  }
}
