// SHA-256 by swift-crypto: the only file that imports it. Nothing here runs for a request that needs no token.

import Crypto

enum Digest {
  /// The SHA-256 hash of a text's UTF-8, 32 bytes.
  static func sha256(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  /// The bytes that hexadecimal digits spell; empty, and thus no hash, where they do not.
  static func bytes(hexadecimal text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var digits = text.utf8[...]
    while let first = digits.popFirst() {
      guard let high = Hexadecimal.value(first), let low = digits.popFirst().flatMap(Hexadecimal.value) else {
        return []
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// Whether two hashes are equal, in a time that depends on their length alone. Not so where either is empty.
  static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard !left.isEmpty, left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, other) in zip(left, right) { difference |= one ^ other }
    return difference == 0
  }
}
