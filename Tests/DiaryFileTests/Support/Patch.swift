// Giving a line the checksum that belongs to it, by another way than the store's.

enum Patch {
  /// A line, its line feed included, with the right checksum in place of the one it has, computed bit by bit (RFC 1952).
  static func sealed(_ line: String) -> String {
    let content = Array(line.utf8).dropLast(19)
    let digits = String(checksum(content), radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    return String(decoding: content, as: UTF8.self) + ",\"crc\":\"\(padded)\"}\n"
  }

  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var state: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      state ^= UInt32(byte)
      for _ in 0..<8 { state = state & 1 == 1 ? state >> 1 ^ 0xEDB8_8320 : state >> 1 }
    }
    return ~state
  }
}
