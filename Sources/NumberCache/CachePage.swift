// The file `Data/.sip-numbers`: which business files name which numbers, so that a call need not read them all. It may
// be deleted at any time. It is made aside and renamed (CacheFile.swift), and read by pages that prove themselves, so it
// is whole or no cache at all; and what it says is believed only where the business file agrees (NumberRouting.swift).
//
// Pages of 512 words of 64 bits in the machine's byte order; the last word of a page is the checksum of the others.
//   page 0       magic, the state of `Businesses` (5 words), how many files, how many records
//   then         files by name, 36 a page: name (8 words, zeros behind it), state (5), 1 where it cannot be read
//   then         records by key, 255 a page: key, number of the file

internal import Basics
internal import System

/// Pages and the places in them.
enum CachePage {
  /// Words in a page.
  static let words = 512
  /// Words in a file's entry.
  static let fileWords = 14
  /// Files in a page.
  static let files = 36
  /// Records in a page.
  static let records = 255
  /// The first word of the file: its kind and version.
  static let magic: UInt64 = 0x0003_6e70_6973_6276

  /// An empty page.
  static var empty: [UInt64] { [UInt64](repeating: 0, count: words) }

  /// How many pages hold so many things.
  static func pages(of count: Int, each: Int) -> Int { (count + each - 1) / each }

  /// Puts the checksum in place.
  static func seal(_ page: inout [UInt64], at number: Int) { page[words - 1] = checksum(page, at: number) }

  /// Whether a page is as it was written, and in its place.
  static func isWhole(_ page: [UInt64], at number: Int) -> Bool {
    page.count == words && page[words - 1] == checksum(page, at: number)
  }

  private static func checksum(_ page: [UInt64], at number: Int) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: number) ^ magic
    for index in 0..<words - 1 {
      state = Mixing.mixed(state ^ page[index])
    }
    return state
  }
}

extension FileIdentity {
  /// The state of which nothing is known; equal to none that exists.
  static let unknown = FileIdentity(device: 0, inode: 0, size: 0, modified: 0, changed: 0)

  /// As the words of a page.
  var words: InlineArray<5, UInt64> { [device, inode, UInt64(bitPattern: size), modified, changed] }

  /// The identity at a place of a page.
  init(_ page: [UInt64], at start: Int) {
    self.init(
      device: page[start], inode: page[start + 1], size: Int64(bitPattern: page[start + 2]),
      modified: page[start + 3], changed: page[start + 4])
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

/// One business file as the cache has it.
struct CachedFile {
  /// The name without `.yaml`.
  var name: String
  /// Which state of it was read.
  var stamp: FileIdentity
  /// Whether its numbers could not be read from it.
  var isUnreadable: Bool

  /// Puts it into a page.
  func write(to page: inout [UInt64], at index: Int) {
    let start = index * CachePage.fileWords
    var place = 0
    for byte in name.utf8.prefix(64) {
      page[start + place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
      place += 1
    }
    let words = stamp.words
    for word in words.indices { page[start + 8 + word] = words[word] }
    page[start + 13] = isUnreadable ? 1 : 0
  }

  init(name: String, stamp: FileIdentity, isUnreadable: Bool) {
    self.name = name
    self.stamp = stamp
    self.isUnreadable = isUnreadable
  }

  /// Reads it from a page.
  init(_ page: [UInt64], at index: Int) {
    let start = index * CachePage.fileWords
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    for place in 0..<64 {
      let byte = UInt8(truncatingIfNeeded: page[start + place / 8] >> UInt64(place % 8 * 8))
      guard byte != 0 else { break }
      bytes.append(byte)
    }
    name = String(decoding: bytes, as: UTF8.self)
    stamp = FileIdentity(page, at: start + 8)
    isUnreadable = page[start + 13] != 0
  }
}
