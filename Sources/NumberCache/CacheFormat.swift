// The file `Data/.sip-numbers`: which business files name which numbers, so that a call need not read them all. It may
// be deleted at any time. It is made aside and renamed, and a checksum covers all of it, so it is whole or no cache at all
// (CacheFile.swift).
//
// Words of 64 bits in the machine's byte order:
//   magic, checksum of all that follows, the state of `Businesses` (5 words), how many files
//   then each file by name: its state (5 words); how many words the name takes, from bit 32 on how many keys there are, and
//   bit 63 where its numbers could not be read; the name with `.yaml` and zeros behind it; the keys of its numbers
//   then, for a quick look (NumberHit.swift), each key with the word at which its file begins, sorted; how many there are

internal import Basics
internal import Business
internal import System

/// The words of a cache, and how they are read and made.
enum CacheFormat {
  /// The first word of the file: its kind and version.
  static let magic: UInt64 = 0x0005_6e70_6973_6276
  /// Words before the first file.
  static let headerWords = 8
  /// Words of a file before its name.
  static let fileWords = 6
  /// The largest cache that is read, in words: half a million businesses.
  static let wordLimit = 1 << 23

  /// The checksum that belongs in the second word.
  static func checksum(_ words: [UInt64]) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: words.count) ^ magic
    for index in 2..<words.count { state = Mixing.mixed(state ^ words[index]) }
    return state
  }

  /// Whether these words are a cache as it was written.
  static func isWhole(_ words: [UInt64]) -> Bool {
    words.count >= headerWords && words[0] == magic && words[1] == checksum(words)
  }

  /// Where the files end and the sorted keys begin.
  static func filesEnd(_ words: [UInt64]) -> Int {
    guard words.count > headerWords, let count = words.last, count < UInt64(words.count) / 2 else { return headerWords }
    return max(words.count - 1 - 2 * Int(count), headerWords)
  }

  /// Adds the sorted keys behind the files, which end where the words do.
  static func appendTable(to words: inout [UInt64]) {
    var pairs: [(key: UInt64, start: Int)] = []
    var next = headerWords
    while let file = CachedFile(words, at: next, before: words.count) {
      next = file.keys.upperBound
      for index in file.keys { pairs.append((words[index], file.start)) }
    }
    pairs.sort { $0.key != $1.key ? $0.key < $1.key : $0.start < $1.start }
    for pair in pairs {
      words.append(pair.key)
      words.append(UInt64(pair.start))
    }
    words.append(UInt64(pairs.count))
  }

  /// Adds a file and the keys of its numbers.
  static func append(
    _ name: String, _ state: FileIdentity, isUnreadable: Bool, keys: [UInt64], to words: inout [UInt64]
  ) {
    append(state, to: &words)
    let text = name.utf8
    let nameWords = text.count / 8 + 1
    words.append(UInt64(nameWords) | UInt64(keys.count) << 32 | (isUnreadable ? 1 << 63 : 0))
    let start = words.count
    for _ in 0..<nameWords { words.append(0) }
    var place = 0
    for byte in text {
      // In memory the bytes stand as the name is read, whatever the machine's byte order.
      words[start + place / 8] |= UInt64(littleEndian: UInt64(byte) << UInt64(place % 8 * 8))
      place += 1
    }
    words.append(contentsOf: keys)
  }

  /// Adds a state.
  static func append(_ state: FileIdentity, to words: inout [UInt64]) {
    words.append(state.device)
    words.append(state.inode)
    words.append(UInt64(bitPattern: state.size))
    words.append(state.modified)
    words.append(state.changed)
  }
}

/// A file's place in the words of a cache.
struct CachedFile {
  /// Where it begins, in words.
  let start: Int
  /// Where its name begins, in words.
  let name: Int
  /// Where its keys are, in words.
  let keys: Range<Int>
  /// Whether its numbers could not be read.
  let isUnreadable: Bool

  /// The file that begins at a word; nil where none does, or its end is not there.
  init?(_ words: [UInt64], at start: Int) { self.init(words, at: start, before: CacheFormat.filesEnd(words)) }

  /// The same of files that end before a word.
  init?(_ words: [UInt64], at start: Int, before filesEnd: Int) {
    guard start + CacheFormat.fileWords <= filesEnd else { return nil }
    let sizes = words[start + 5]
    self.start = start
    name = start + CacheFormat.fileWords
    let keys = name + Int(sizes & 0xFFFF)
    let end = keys + Int(sizes >> 32 & 0xFF_FFFF)
    guard end <= filesEnd else { return nil }
    self.keys = keys..<end
    isUnreadable = sizes >> 63 != 0
  }

  /// Whether its state was this one.
  func hasState(_ state: FileIdentity, _ words: [UInt64]) -> Bool {
    words[start + 1] == state.inode && words[start + 4] == state.changed && words[start + 3] == state.modified
      && words[start + 2] == UInt64(bitPattern: state.size) && words[start] == state.device
  }

  /// The state that it had.
  func state(_ words: [UInt64]) -> FileIdentity { FileIdentity(words, at: start) }

  /// Its name.
  func text(_ words: [UInt64]) -> String { Self.text(words, name..<keys.lowerBound) }

  /// The name that stands in some words, up to the first zero.
  static func text(_ words: [UInt64], _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(72)
    for word in words[range] {
      let ordered = UInt64(littleEndian: word)
      for place in 0..<8 {
        let byte = UInt8(truncatingIfNeeded: ordered >> UInt64(place * 8))
        guard byte != 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension FileIdentity {
  /// The state of which nothing is known; equal to none that exists.
  static let unknown = FileIdentity(device: 0, inode: 0, size: 0, modified: 0, changed: 0)
  /// The state of a name that leads to no regular file: a link to nothing, a directory.
  static let absent = FileIdentity(device: 0, inode: 0, size: -1, modified: 0, changed: 0)

  /// The state at a place of a cache.
  init(_ words: [UInt64], at start: Int) {
    self.init(
      device: words[start], inode: words[start + 1], size: Int64(bitPattern: words[start + 2]),
      modified: words[start + 3], changed: words[start + 4])
  }

  /// The state that a cache may keep: a clock that ticks slowly gives two changes one time, so what changed a moment ago
  /// counts as unknown, and is looked at again the next time. Linux's clock for files ticks every 10 ms or faster; where
  /// there are whole seconds only, the file system knows no less.
  func settled(at now: UInt64) -> FileIdentity {
    let second: UInt64 = 1_000_000_000
    let tick = modified % second == 0 && changed % second == 0 ? 2 * second : second / 20
    let end = max(modified, changed).addingReportingOverflow(tick)
    return !end.overflow && end.partialValue < now ? self : .unknown
  }
}
