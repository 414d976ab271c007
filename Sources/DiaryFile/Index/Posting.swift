// Where a line is, as one word: its offset and, so that a line that got into another's place is noticed, its number.

/// The value of a posting, by which values of a key sort as their lines do.
enum Posting {
  /// A posting is its key and its value.
  static let words = 2
  /// What an index can cover: offsets below a tebibyte, numbers below 16 million. What lies beyond is read line by line.
  static let greatestOffset: Int64 = (1 << 40) - 1
  static let greatestNumber = (1 << 24) - 1

  /// The value for a line.
  static func value(offset: Int64, number: Int) -> UInt64 {
    UInt64(offset) << 24 | UInt64(number & greatestNumber)
  }

  /// Where the line of a value begins.
  static func offset(_ value: UInt64) -> Int64 { Int64(value >> 24) }

  /// The number that the line of a value has to carry.
  static func number(_ value: UInt64) -> Int { Int(value & UInt64(greatestNumber)) }
}
