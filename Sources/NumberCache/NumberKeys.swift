// Under which 64-bit keys a number is found in the cache of numbers. Keys find and never prove: Webhook asks the
// business file.

internal import People
internal import Phones

/// The keys of numbers.
enum NumberKeys {
  /// The key of a number's exact text.
  static func exact(_ number: String) -> UInt64 {
    // Texts that differ in their bytes may be equal only where they are not ASCII; all of those share one key.
    key(1, number.utf8.allSatisfy { $0 < 0x80 } ? Array(number.utf8) : [])
  }

  /// The key under which the phone number of a business in a country is found, however it is written; nil where the text
  /// is no phone number.
  static func key(ofPhone text: String, country: String?) -> UInt64? {
    guard let number = PhoneNumber(text, country: country) else { return nil }
    // All ways to write a number end with its last six digits if there are more than six behind the calling code.
    let isLong = number.digits.utf8.count >= 6 && (number.e164.map { $0.utf8.count > 10 } ?? true)
    return isLong ? long(number.digits) : short(number.digits)
  }

  /// The keys of all phone numbers that somebody may mean who calls this one, in whatever country; nil where it is none.
  static func keys(callingPhone text: String) -> (long: UInt64, short: UInt64)? {
    PhoneNumber.digits(of: text).map { (long($0), short($0)) }
  }

  private static func long(_ digits: String) -> UInt64 { key(2, Array(digits.utf8.suffix(6))) }

  private static func short(_ digits: String) -> UInt64 { key(3, Array(digits.utf8.suffix(3))) }

  private static func key(_ kind: UInt8, _ bytes: [UInt8]) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add([kind])
    fingerprint.add(bytes)
    return fingerprint.value
  }
}
