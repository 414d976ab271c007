// A disk in memory whose power can be cut. What was not synced by then is there in any of the ways that disks and file
// systems leave it: each sector old, new or, where the file grew, still empty; the length anything in between; names as
// before, as after, or as after some of what was done. What was synced is there.

import Diary
import DiaryFile
import Synchronization
import System
import SystemSupport

final class FragileDisk: PartialCalls {
  /// What the disk and the process know of it.
  struct State: Sendable {
    /// Each file's content as it was synced last, and as it was after each change since.
    var files: [[[UInt8]]] = []
    var names: [String: Int] = [:]
    var syncedNames: [String: Int] = [:]
    var renamings: [Renaming] = []
    var hasDirectory = false
    var isDirectorySynced = false
    fileprivate var descriptors: [Int32: Int] = [:]
    fileprivate var lastDescriptor = FragileDisk.parent
    var lastRandom: UInt64 = 0
    /// How many calls there are until the power is cut.
    fileprivate var callsLeft = Int.max
    /// Whether nothing was asked of it yet for which there was no power.
    fileprivate(set) var hasPower = true
  }

  /// A change of names: what has the name `old`, if anything has, loses it, and a file gets the name `new`, if there is one.
  struct Renaming: Sendable {
    var old: String?
    var new: String?
    var file: Int
  }

  fileprivate static let directory: Int32 = 3
  fileprivate static let parent: Int32 = 4
  private static let owner: UInt32 = 1000
  static let sector = 512

  private let held: Mutex<State>

  init(_ state: State = State()) { held = Mutex(state) }

  var state: State { held.withLock { $0 } }

  /// Does one call, unless the power is out.
  private func call<Result: Sendable>(
    _ body: (inout State) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    try held.withLock { (state) throws(SystemError) -> Result in
      guard state.callsLeft > 0 else {
        state.hasPower = false
        throw SystemError(Self.dead)
      }
      state.callsLeft -= 1
      return try body(&state)
    }
  }

  private static let (dead, missing, taken): (Int32, Int32, Int32) = (5, 2, 17)

  func openDirectory(_ path: String) throws(SystemError) -> Int32 {
    try call { (state) throws(SystemError) in
      if path.hasSuffix("/..") { return Self.parent }
      guard state.hasDirectory else { throw SystemError(Self.missing) }
      return Self.directory
    }
  }

  func makeDirectory(_ path: String) throws(SystemError) {
    try call { (state) throws(SystemError) in state.hasDirectory = true }
  }

  func open(
    _ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?
  ) throws(SystemError) -> Int32 {
    try call { (state) throws(SystemError) in
      if state.names[name] == nil, opening.mayMake {
        state.files.append([[]])
        state.rename(nil, to: name, state.files.count - 1)
      } else if opening == .createNew {
        throw SystemError(Self.taken)
      }
      guard let file = state.names[name] else { throw SystemError(Self.missing) }
      state.lastDescriptor += 1
      state.descriptors[state.lastDescriptor] = file
      return state.lastDescriptor
    }
  }

  func close(_ descriptor: Int32) {
    held.withLock { state in state.descriptors[descriptor] = nil }
  }

  func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    try call { (state) throws(SystemError) in
      let file = state.descriptors[descriptor]
      return FileStatus(
        isRegular: file != nil, isDirectory: file == nil, mode: file == nil ? 0o700 : 0o600,
        owner: FileOwner(user: Self.owner, group: Self.owner), links: 1,
        identity: FileIdentity(
          device: 1, inode: UInt64(file ?? 0), size: Int64(state.content(descriptor).count), modified: 0, changed: 0))
    }
  }

  func read(
    _ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    let part = try call { (state) throws(SystemError) in
      Array(state.content(descriptor).dropFirst(Int(offset)).prefix(count))
    }
    for (index, byte) in part.enumerated() { bytes[start + index] = byte }
    return part.count
  }

  func read(
    _ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64
  ) throws(SystemError) -> Int {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = try read(descriptor, into: &bytes, from: 0, count: count, at: offset)
    for (index, byte) in bytes[..<read].enumerated() {
      let place = UInt64((start + index) % 8 * 8)
      words[(start + index) / 8] = words[(start + index) / 8] & ~(0xFF << place) | UInt64(byte) << place
    }
    return read
  }

  func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64) throws(SystemError) -> Int {
    try call { (state) throws(SystemError) in
      var content = state.content(descriptor)
      let end = Int(offset) + bytes.count - start
      content.append(contentsOf: repeatElement(0, count: max(end - content.count, 0)))
      content.replaceSubrange(Int(offset)..<end, with: bytes[start...])
      state.change(descriptor, content)
      return bytes.count - start
    }
  }

  func write(_ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64) throws(SystemError) -> Int {
    let bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) } }
    return try write(descriptor, bytes, from: start, at: offset)
  }

  func syncData(_ descriptor: Int32) throws(SystemError) { try sync(descriptor) }

  func sync(_ descriptor: Int32) throws(SystemError) {
    try call { (state) throws(SystemError) in
      if descriptor == Self.parent { state.isDirectorySynced = state.hasDirectory }
      if descriptor == Self.directory {
        state.syncedNames = state.names
        state.renamings = []
      }
      guard let file = state.descriptors[descriptor] else { return }
      state.files[file] = [state.content(descriptor)]
    }
  }

  func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError) {
    try call { (state) throws(SystemError) in
      state.change(descriptor, Array(state.content(descriptor).prefix(Int(length))))
    }
  }

  func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool {
    try call { (_) throws(SystemError) in false }
  }

  func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    try call { (state) throws(SystemError) in
      guard let file = state.names[name] else { throw SystemError(Self.missing) }
      state.rename(name, to: other, file)
    }
  }

  func link(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    try call { (state) throws(SystemError) in
      guard let file = state.names[name] else { throw SystemError(Self.missing) }
      guard state.names[other] == nil else { throw SystemError(Self.taken) }
      state.rename(nil, to: other, file)
    }
  }

  func remove(_ name: String, in directory: Int32) throws(SystemError) {
    try call { (state) throws(SystemError) in
      guard let file = state.names[name] else { throw SystemError(Self.missing) }
      state.rename(name, to: nil, file)
    }
  }

  func entries(in directory: Int32) throws(SystemError) -> [DirectoryEntry] {
    try call { (state) throws(SystemError) in
      state.names.keys.map { DirectoryEntry(name: $0, isDirectory: false) }
    }
  }

  func effectiveUser() -> UInt32 { Self.owner }

  func random(_ count: Int) throws(SystemError) -> [UInt8] {
    try call { (state) throws(SystemError) in
      state.lastRandom += 1
      let bits = state.lastRandom &* 0x9E37_79B9_7F4A_7C15
      return (0..<count).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 % 8 * 8)) }
    }
  }
}

extension FragileDisk.State {
  fileprivate func content(_ descriptor: Int32) -> [UInt8] {
    descriptors[descriptor].flatMap { files[$0].last } ?? []
  }

  fileprivate mutating func change(_ descriptor: Int32, _ content: [UInt8]) {
    guard let file = descriptors[descriptor] else { return }
    files[file].append(content)
  }

  fileprivate mutating func rename(_ old: String?, to new: String?, _ file: Int) {
    let renaming = FragileDisk.Renaming(old: old, new: new, file: file)
    renaming.apply(to: &names)
    renamings.append(renaming)
  }

  /// The same, with so many calls to go until the power is cut.
  func dying(after calls: Int) -> FragileDisk.State {
    var state = self
    state.callsLeft = calls
    return state
  }

  /// The same for the next process, after one was killed.
  func afterKill() -> FragileDisk.State {
    var state = self
    state.callsLeft = Int.max
    state.hasPower = true
    state.descriptors = [:]
    return state
  }

  /// What the directory holds.
  var contents: [String: [UInt8]] { names.mapValues { files[$0].last ?? [] } }

  /// Puts content in a file as if it had been so for long.
  mutating func put(_ content: [UInt8], in name: String) {
    files.append([content])
    names[name] = files.count - 1
    syncedNames[name] = files.count - 1
  }
}

extension FragileDisk.Renaming {
  func apply(to names: inout [String: Int]) {
    if let old, names[old] == file { names[old] = nil }
    if let new { names[new] = file }
  }
}
