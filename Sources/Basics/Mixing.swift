// How 64 bits are spread so that a change to one of them shows in many: the step of checksums and hashes that files keep.

/// Spreading bits. A change to this function makes every index and every cache of numbers one of another program: both have
/// a number for their layout that has to change with it.
package enum Mixing {
  /// Spreads what is in any bit over the higher ones and back: times 2⁶⁴ divided by the golden ratio. Maps different states
  /// to different ones.
  @inlinable @inline(__always)
  package static func mixed(_ state: UInt64) -> UInt64 {
    let product = state &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
