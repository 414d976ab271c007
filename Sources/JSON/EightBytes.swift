// Bytes looked at eight at a time, as the bytes of an integer whose lowest one is the first: comparing, hashing and
// searching for what ends a run of plain text. Knows no JSON beyond that.

internal import Basics

/// The eight bytes from `index` on, all of which have to be there.
@inline(__always)
func eightBytes(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
  // Spelt so that the optimiser sees one load and one check of bounds.
  let eight = bytes.extracting(index..<index &+ 8)
  let low =
    UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16 | UInt64(eight[3]) << 24
  let high =
    UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40 | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
  return low | high
}

/// Whether two rows of bytes are the same.
@inline(__always)
func same(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  let count = left.count
  guard right.count == count else { return false }
  var index = 0
  while index &+ 8 <= count {
    guard eightBytes(left, at: index) == eightBytes(right, at: index) else { return false }
    index &+= 8
  }
  while index < count {
    guard left[index] == right[index] else { return false }
    index &+= 1
  }
  return true
}

/// A number that equal rows of bytes share and different ones rarely do; its highest bits are the best mixed. Anybody
/// can find rows that share one.
@inline(__always)
func key(of bytes: Span<UInt8>) -> UInt64 {
  let count = bytes.count
  var key = UInt64(truncatingIfNeeded: count)
  switch count {
  case 8...:
    var index = 0
    while index &+ 8 < count {
      key = Mixing.mixed(key ^ eightBytes(bytes, at: index))
      index &+= 8
    }
    // May take some bytes a second time.
    return Mixing.mixed(key ^ eightBytes(bytes, at: count &- 8))
  case 4...: key ^= fourBytes(bytes, at: 0) << 32 ^ fourBytes(bytes, at: count &- 4)
  case 1...: key ^= UInt64(bytes[0]) << 24 ^ UInt64(bytes[count &>> 1]) << 16 ^ UInt64(bytes[count &- 1]) << 8
  default: break
  }
  return Mixing.mixed(key)
}

/// The four bytes from `index` on, all of which have to be there.
@inline(__always)
private func fourBytes(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
  let four = bytes.extracting(index..<index &+ 4)
  return UInt64(four[0]) | UInt64(four[1]) << 8 | UInt64(four[2]) << 16 | UInt64(four[3]) << 24
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
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let quotes = (self ^ 0x2222_2222_2222_2222) &- ones
    let backslashes = (self ^ 0x5C5C_5C5C_5C5C_5C5C) &- ones
    let controls = self &- 0x2020_2020_2020_2020
    // A byte above 0x7F ends no run, whatever the subtractions made of it.
    return (quotes | backslashes | controls) & ~self & highBits
  }
}

extension UInt8 {
  /// Whether this byte ends a run of plain text in a JSON string: a quotation mark, a backslash, less than 0x20.
  @inline(__always)
  var stopsInString: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}
