// A stable 64-bit hash. Swift's own Hasher is seeded anew in each process, so it cannot be kept in a file.

/// A hash over parts, the same in every process: FNV-1a (64 bit) over the bytes and the length of each part, mixed at the
/// end so that all bits are evenly spread. It finds; it proves nothing against somebody who looks for collisions.
package struct Fingerprint: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of no parts.
  package init() {}

  /// Adds a part; `["ab"]` and `["a", "b"]` differ.
  package mutating func add(_ part: [UInt8]) {
    for byte in part { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = (state ^ (UInt64(part.count) | 0x100)) &* 0x100_0000_01B3
  }

  /// Adds other hashes, as a part of this kind.
  mutating func add(_ kind: UInt8, _ hashes: [UInt64]) {
    add([kind])
    for hash in hashes { state = (state ^ hash) &* 0x100_0000_01B3 ^ (state >> 29) }
  }

  /// The hash of what was added.
  package var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
