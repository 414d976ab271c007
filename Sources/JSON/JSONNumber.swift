// A JSON number as it was written. Its digits are kept, so that nothing is lost by reading and writing it again; what
// it is as a machine's number is worked out only when asked.

/// A JSON number (RFC 8259, section 6), equal to another only if it is written alike.
package struct JSONNumber: Equatable, Sendable {
  /// The number as it was written; always of the grammar of RFC 8259.
  package let text: String

  /// The number of this value.
  package init(_ value: Int) { self.text = String(value) }

  /// The number of this text, which the caller has checked.
  init(checked text: String) { self.text = text }

  /// The value, if it is an integer between `Int64.min` and `Int64.max`, however it is written: `100`, `1e2` and
  /// `100.0` are all 100, `-0` is 0, and `1.5` and `9223372036854775808` are none. Exact: never goes through
  /// floating point.
  package var integer: Int64? {
    var negative = false
    var exponent = 0
    var exponentNegative = false
    var part = Part.whole
    // The value is `digits` × 10^(scale); zeros at the end are counted in `zeros` until another digit follows.
    var digits: Int64 = 0
    var zeros = 0
    var scale = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): if part == .exponent { exponentNegative = true } else { negative = true }
      case UInt8(ascii: "."): part = .fraction
      case UInt8(ascii: "e"), UInt8(ascii: "E"): part = .exponent
      case UInt8(ascii: "+"): continue
      default:
        let digit = Int64(byte &- 0x30)
        if part == .exponent {
          // No text has so many digits that an exponent beyond this could be made up for by them.
          exponent = min(exponent * 10 + Int(digit), 1 << 50)
          continue
        }
        if part == .fraction { scale -= 1 }
        if digit == 0 {
          zeros += 1
          continue
        }
        guard let shifted = Self.times(digits, tenTo: zeros + 1) else { return nil }
        // Counted downwards, because Int64.min has no positive counterpart.
        let (sum, overflow) = shifted.subtractingReportingOverflow(digit)
        guard !overflow else { return nil }
        digits = sum
        zeros = 0
      }
    }
    guard digits != 0 else { return 0 }
    scale += zeros + (exponentNegative ? -exponent : exponent)
    guard scale >= 0, let value = Self.times(digits, tenTo: scale) else { return nil }
    guard !negative else { return value }
    let (positive, overflow) = Int64(0).subtractingReportingOverflow(value)
    return overflow ? nil : positive
  }

  /// The value in decimal, if it is an integer, however it is written: `4155552671.0` is `4155552671`, `1e3` is `1000`, `-0`
  /// is `0`. Digits are never lost, but an exponent is not spelt out to more than 64 of them: nil.
  package var integerText: String? {
    let bytes = text.utf8
    let mantissa = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    var digits: [UInt8] = []
    var fraction = 0
    var isFraction = false
    for byte in mantissa {
      if byte == UInt8(ascii: ".") { isFraction = true }
      guard byte &- 0x30 < 10 else { continue }
      digits.append(byte)
      if isFraction { fraction += 1 }
    }
    guard let first = digits.firstIndex(where: { $0 != 0x30 }) else { return "0" }
    digits.removeFirst(first)
    var zeros = JSONNumber.exponent(bytes.dropFirst(mantissa.count)) - fraction
    while zeros < 0, digits.last == 0x30 {
      digits.removeLast()
      zeros += 1
    }
    guard zeros >= 0, zeros == 0 || digits.count + zeros <= 64 else { return nil }
    let sign = bytes.first == UInt8(ascii: "-") ? "-" : ""
    return sign + String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: zeros)
  }

  /// The value of an exponent with its letter, such as `e+3`; 0 where there is none.
  private static func exponent(_ bytes: Substring.UTF8View) -> Int {
    var value = 0
    for byte in bytes where byte &- 0x30 < 10 {
      // No text has so many digits that an exponent beyond this could be made up for by them.
      value = min(value * 10 + Int(byte &- 0x30), 1 << 50)
    }
    return bytes.contains(UInt8(ascii: "-")) ? -value : value
  }

  /// The nearest floating-point value, `nil` if the number is too great for one (`1e400`).
  package var double: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private enum Part { case whole, fraction, exponent }

  /// `value` × 10^`power`, `nil` if that does not fit. Zero stays zero at any power.
  private static func times(_ value: Int64, tenTo power: Int) -> Int64? {
    guard value != 0 else { return 0 }
    guard power <= 19 else { return nil }
    var result = value
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }
}
