// Eight bytes looked at in one go, as the bytes of an integer whose lowest byte is the first. Not about the words
// true, false and null.

/// The eight bytes from `index` on, all of which have to be there.
@inline(__always)
func word(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
  // Spelt so that the optimiser sees one load and one check of bounds.
  let eight = bytes.extracting(index..<index &+ 8)
  let low =
    UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
  let high =
    UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
  return low | high
}

extension UInt64 {
  /// Has, for the lowest byte of these eight that ends a run of plain text in a JSON string (a quotation mark, a
  /// backslash, less than 0x20), that byte's highest bit as its lowest bit; zero if there is none.
  ///
  /// Subtracting borrows from the next byte only where a byte is less than what is taken away, which is where the
  /// search ends, so bits above the lowest may be wrong and the lowest never is.
  @inline(__always)
  var stopsInString: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (self ^ ones &* UInt64(UInt8(ascii: "\""))) &- ones
    let backslashes = (self ^ ones &* UInt64(UInt8(ascii: "\\"))) &- ones
    let controls = self &- ones &* 0x20
    return (quotes | backslashes | controls) & ~self & ones &* 0x80
  }
}
