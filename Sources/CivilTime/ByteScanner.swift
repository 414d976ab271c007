// Reads a short text from left to right, byte by byte. It knows digits and single characters, not what they mean:
// see ISO8601.

/// A place in a text.
struct ByteScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// Not generic: a generic function asks the runtime what a text is, which takes longer
  /// than reading it.
  init(_ text: Substring) {
    self.bytes = Array(text.utf8.prefix(ByteScanner.longest))
  }

  /// The end of a longer text is never reached: nothing that is read here is nearly so long.
  private static let longest = 128

  var isAtEnd: Bool { position == bytes.count && position < ByteScanner.longest }

  /// Steps over an ASCII character if it stands here.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Reads exactly this many decimal digits (at most nine); stays where it is, and gives nil, where fewer stand here.
  mutating func digits(_ count: Int) -> Int? {
    guard bytes.count - position >= count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard let digit = ByteScanner.digit(byte) else { return nil }
      value = value * 10 + digit
    }
    position += count
    return value
  }

  /// How many decimal digits stand here in a row.
  var digitCount: Int { bytes[position...].prefix { ByteScanner.digit($0) != nil }.count }

  /// Reads the digits of a decimal fraction, at least one, as that part of a `whole` (up to 3,600,000), rounded up; so
  /// it may be the whole itself. Nil where no digit stands here. What comes after twelve digits only rounds up.
  mutating func fraction(of whole: Int) -> Int? {
    var numerator = 0
    var denominator = 1
    var count = 0
    var hasFinerPart = false
    while position < bytes.count, let digit = ByteScanner.digit(bytes[position]) {
      if count < 12 {
        numerator = numerator * 10 + digit
        denominator *= 10
      } else if digit != 0 {
        hasFinerPart = true
      }
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    let part = numerator * whole
    return part / denominator + (hasFinerPart || part % denominator != 0 ? 1 : 0)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte) - 48 : nil
  }
}
