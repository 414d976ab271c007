// SHA-256 by libmd: the only file that imports it. Nothing here runs for a request that needs no token.

internal import CLibMD

package enum Digest {
  /// The SHA-256 hash of a text's UTF-8, 32 bytes.
  package static func sha256(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var context = SHA2_CTX()
    unsafe SHA256Init(&context)
    unsafe SHA256Update(&context, bytes, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { buffer, count in
      unsafe SHA256Final(buffer.baseAddress, &context)
      count = Int(SHA256_DIGEST_LENGTH)
    }
  }

  /// Whether two hashes are equal, in a time that depends on their length alone. Not so where either is empty.
  static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard !left.isEmpty, left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, other) in zip(left, right) { difference |= one ^ other }
    return difference == 0
  }
}
