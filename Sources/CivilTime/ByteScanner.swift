// Reads a short text from left to right, byte by byte. It knows digits and single characters, not what they mean:
// see ISO8601.

/// A place in a text.
struct ByteScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) {
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

  /// Reads a fraction of a second, at least one digit, in milliseconds rounded up (so up to 1000); nil where no digit
  /// stands here.
  mutating func milliseconds() -> Int? {
    var value = 0
    var unit = 100
    var count = 0
    var hasFinerPart = false
    while position < bytes.count, let digit = ByteScanner.digit(bytes[position]) {
      value += digit * unit
      if unit == 0, digit != 0 { hasFinerPart = true }
      unit /= 10
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    return hasFinerPart ? value + 1 : value
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte) - 48 : nil
  }
}
