// Under which 64-bit keys a number is found in the cache of numbers. Keys find and never prove: Webhook asks the
// business file.

internal import People

/// The keys of a number.
struct NumberKeys {
  /// The key of its exact text.
  let exact: UInt64
  /// The key of its digits; nil where it does not look like a phone number.
  let digits: UInt64?

  /// The keys of this number.
  init(_ number: String) {
    // Texts that differ in their bytes may be equal only where they are not ASCII; all of those share one key.
    exact = NumberKeys.key(1, number.utf8.allSatisfy { $0 < 0x80 } ? Array(number.utf8) : [])
    digits = SipNumber.phoneDigits(number).map { NumberKeys.key(2, $0) }
  }

  private static func key(_ kind: UInt8, _ bytes: [UInt8]) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add([kind])
    fingerprint.add(bytes)
    return fingerprint.value
  }
}

/// A key and the place of the business file, in the order of names, that it leads to.
struct NumberRecord: Comparable {
  /// The key.
  var key: UInt64
  /// The number of the business file, from 0.
  var file: Int

  static func < (left: NumberRecord, right: NumberRecord) -> Bool {
    left.key == right.key ? left.file < right.file : left.key < right.key
  }
}
