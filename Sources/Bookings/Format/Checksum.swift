// The checksum of a line: CRC-32 as gzip, zlib and PNG have it (RFC 1952, section 8), so that any tool can check one.
// A CRC of 32 bits finds every change of up to 32 bits in a row, so every changed byte.

/// CRC-32 of RFC 1952.
enum Checksum {
  /// The checksum of these bytes.
  static func of(_ bytes: Span<UInt8>) -> UInt32 {
    var state: UInt32 = 0xFFFF_FFFF
    var index = 0
    while index &+ 4 <= bytes.count {
      let four = bytes.extracting(index..<index &+ 4)
      let word = state ^ (UInt32(four[0]) | UInt32(four[1]) << 8 | UInt32(four[2]) << 16 | UInt32(four[3]) << 24)
      state =
        table[768 &+ Int(word & 0xFF)] ^ table[512 &+ Int(word >> 8 & 0xFF)]
        ^ table[256 &+ Int(word >> 16 & 0xFF)] ^ table[Int(word >> 24)]
      index &+= 4
    }
    while index < bytes.count {
      state = table[Int((state ^ UInt32(bytes[index])) & 0xFF)] ^ state >> 8
      index &+= 1
    }
    return ~state
  }
}
