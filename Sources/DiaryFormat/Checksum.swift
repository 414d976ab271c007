// The checksum of a line: CRC-32 as gzip, zlib and PNG have it (RFC 1952, section 8), so that any tool can check one.
// A CRC of 32 bits finds every change of up to 32 bits in a row, so every changed byte. zlib computes it.

internal import CZlib

/// CRC-32 of RFC 1952.
package enum Checksum {
  /// The checksum of these bytes, behind others that have the checksum `before`.
  package static func of(_ bytes: Span<UInt8>, behind before: UInt32 = 0) -> UInt32 {
    // zlib takes no bytes at all for a call that asks for the first checksum.
    guard !bytes.isEmpty else { return before }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe crc32_z(UInt(before), buffer.baseAddress, buffer.count))
    }
  }
}
