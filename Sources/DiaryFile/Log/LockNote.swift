// The note in the lock file: the last writer says up to where the bookings file is on the disk. A note only saves a sync,
// and is never synced itself: after a power cut the bookings file comes from the disk, so what an old note says about the
// bytes that are there is true.

internal import Basics

/// The note in the lock file, one line of text.
enum LockNote {
  /// Every note has this length.
  static let length = 55

  /// Says that a file of this generation is on the disk up to `end`, where a line with this checksum ends.
  static func synced(generation: UInt64, end: Int64, checksum: UInt32) -> [UInt8] {
    var note = Array("synced  ".utf8)
    Hexadecimal.append(generation, digits: 16, to: &note)
    note.append(UInt8(ascii: " "))
    Hexadecimal.append(UInt64(bitPattern: end), digits: 16, to: &note)
    note.append(UInt8(ascii: " "))
    Hexadecimal.append(UInt64(checksum), digits: 8, to: &note)
    return finished(note)
  }

  /// Says that something is under way: a writer that finds this is the next after one that died, and clears up.
  static var pending: [UInt8] { finished(Array("pending".utf8)) }

  private static func finished(_ text: [UInt8]) -> [UInt8] {
    text + [UInt8](repeating: UInt8(ascii: " "), count: length - 1 - text.count) + [UInt8(ascii: "\n")]
  }
}
