// What a number's text is worth.

import JSON
import Testing

@Suite("Numbers")
struct NumberTests {
  private func number(_ text: String) throws -> JSONNumber {
    guard case .number(let number) = try read(text).get() else { throw JSONError(.empty, offset: 0) }
    return number
  }

  @Test(
    "Integers however they are written, exactly",
    arguments: [
      ("0", 0), ("-0", 0), ("0.000", 0), ("0e5", 0), ("-0.0E-9", 0), ("0e99999999999999999999", 0),
      ("0e-99999999999999999999", 0),
      ("1", 1), ("-1", -1), ("42", 42), ("100", 100), ("1e2", 100), ("1E+2", 100), ("100.0", 100), ("1.5e1", 15),
      ("1000e-3", 1), ("10.10e1", 101), ("-2.50e1", -25), ("0.001e3", 1), ("1.000000000000000000000000000", 1),
      ("0.00000000000000000000000000001e29", 1), ("100000000000000000000000000000e-29", 1),
      ("9007199254740993", 9_007_199_254_740_993), ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("922337203685477580.7e1", .max), ("-92233720368547758080e-1", .min), ("9223372036854775807.00", .max),
      ("1e18", 1_000_000_000_000_000_000), ("-9e18", -9_000_000_000_000_000_000),
    ] as [(String, Int64)])
  func integers(text: String, value: Int64) throws {
    #expect(try number(text).integer == value)
    #expect(try read(text).get().integerValue == value)
  }

  @Test(
    "What is no integer, or none of 64 bits, is none",
    arguments: [
      "0.5", "1.5", "-0.1", "1e-1", "15e-2", "1.05e1", "9223372036854775808", "-9223372036854775809", "1e19", "1e20",
      "-1e19", "9223372036854775807.5", "1e400", "1e99999999999999999999", "-1e99999999999999999999",
      "1e-99999999999999999999", "1e9223372036854775807", "1e-9223372036854775808", "99999999999999999999",
      "123456789012345678901234567890", "1000000000000000000000000000001e-30", "18446744073709551616",
      "18446744073709551617", "92233720368547758070",
    ])
  func noIntegers(text: String) throws {
    #expect(try number(text).integer == nil)
  }

  @Test(
    "Integers in decimal, of any length that is written out",
    arguments: [
      ("0", "0"), ("-0", "0"), ("0.000", "0"), ("0e5", "0"), ("-0.0E-9", "0"), ("0e99999999999999999999", "0"),
      ("1", "1"), ("-1", "-1"), ("4155552671.0", "4155552671"), ("1e3", "1000"), ("1E+3", "1000"), ("-2.50e1", "-25"),
      ("4.155552671e9", "4155552671"), ("0.001e3", "1"), ("10.10e1", "101"), ("1000e-3", "1"), ("100", "100"),
      ("9223372036854775808", "9223372036854775808"), ("12345678901234567890.0", "12345678901234567890"),
      ("1e30", "1000000000000000000000000000000"), ("100000000000000000000000000000e-29", "1"),
      ("1e63", "1" + String(repeating: "0", count: 63)),
    ])
  func decimals(text: String, decimal: String) throws {
    #expect(try number(text).integerText == decimal)
  }

  @Test(
    "What is no integer, or too long with its exponent, has no decimal",
    arguments: [
      "0.5", "1.5", "-0.1", "1e-1", "15e-2", "1.05e1", "1e64", "12e63", "1e400", "1e99999999999999999999",
      "1e-99999999999999999999", "1e9223372036854775807", "1e-9223372036854775808",
    ])
  func noDecimals(text: String) throws {
    #expect(try number(text).integerText == nil)
  }

  @Test("Every integer is read back, at the edges of every number of digits")
  func edges() throws {
    var power: Int64 = 1
    for _ in 0..<18 {
      for value in [power - 1, power, power + 1, -power] {
        #expect(JSONNumber(Int(value)).text == String(value))
        #expect(JSONNumber(Int(value)).integer == value)
        #expect(try number("\(value).0").integer == value)
      }
      power *= 10
    }
    #expect(JSONNumber(.max).integer == .max)
    #expect(JSONNumber(.min).integer == .min)
  }

  @Test("Floating-point values, none if too great for one")
  func doubles() throws {
    #expect(try number("1.5").double == 1.5)
    #expect(try number("-2.5E-3").double == -0.0025)
    #expect(try number("9007199254740993").double == 9_007_199_254_740_992)
    #expect(try number("-0").double?.sign == .minus)
    #expect(try number("1e-400").double == 0)
    #expect(try number("1e308").double == 1e308)
    #expect(try number("1e400").double == nil)
    #expect(try number("-1e400").double == nil)
  }

  @Test("Numbers are equal if they are written alike")
  func equality() throws {
    #expect(try number("1") == JSONNumber(1))
    #expect(try number("1.0") != JSONNumber(1))
    #expect(try number("1e0") != number("1E0"))
  }

  @Test("No other value has a number, a text, a truth or parts")
  func others() {
    let values: [JSONValue] = [
      .null, .bool(true), .number(JSONNumber(1)), .string("1"), .array([]), .object(JSONObject()),
    ]
    #expect(values.map(\.boolValue) == [nil, true, nil, nil, nil, nil])
    #expect(values.map(\.integerValue) == [nil, nil, 1, nil, nil, nil])
    #expect(values.map(\.stringValue) == [nil, nil, nil, "1", nil, nil])
    #expect(values.map(\.arrayValue) == [nil, nil, nil, nil, [], nil])
    #expect(values.map(\.objectValue) == [nil, nil, nil, nil, nil, JSONObject()])
    for (left, one) in values.enumerated() {
      for (right, other) in values.enumerated() { #expect((one == other) == (left == right)) }
    }
  }
}
