// What RFC 8259 calls a JSON text is read, production by production, as what it stands for.

import JSON
import Testing

@Suite("Accepting JSON texts")
struct AcceptanceTests {
  @Test(
    "Section 2: one value of any kind, white space around each token",
    arguments: [
      ("null", .null),
      ("true", .bool(true)),
      ("false", .bool(false)),
      ("0", .number(JSONNumber(0))),
      ("\"\"", .string("")),
      ("[]", .array([])),
      ("{}", .object(JSONObject())),
      (" \t\n\rnull \t\n\r", .null),
      ("[ \n]", .array([])),
      ("{\r\t}", .object(JSONObject())),
      (" [ 1 , 2 ] ", .array([.number(JSONNumber(1)), .number(JSONNumber(2))])),
      (
        " { \"a\" : 1 , \"b\" : [ ] } ",
        .object(
          JSONObject([
            .init(name: "a", value: .number(JSONNumber(1))), .init(name: "b", value: .array([])),
          ]))
      ),
      ("[[],{},[[\"x\"]]]", .array([.array([]), .object(JSONObject()), .array([.array([.string("x")])])])),
      ("[null,true,false]", .array([.null, .bool(true), .bool(false)])),
    ] as [(String, JSONValue)])
  func texts(text: String, value: JSONValue) {
    #expect(read(text) == .success(value))
  }

  @Test(
    "Section 6: every form of number, kept as it is written",
    arguments: [
      "0", "-0", "1", "-1", "10", "1234567890", "0.0", "-0.0", "0.5", "1.50", "12.005", "1e5", "1E5", "1e+5", "1e-5",
      "1E+05", "0e0", "-0E-0", "1.5e300", "1e400", "123456789012345678901234567890", "-9223372036854775808",
    ])
  func numbers(text: String) throws {
    // Alone, before a bracket, and before each kind of white space: what ends a number differs.
    for (before, behind) in [("", ""), ("[", "]"), ("[", ",0]"), (" ", " "), ("{\"a\":", "}"), ("", "\n")] {
      let value = try read(before + text + behind).get()
      let number = value.arrayValue?.first ?? value.objectValue?["a"] ?? value
      guard case .number(let number) = number else {
        Issue.record("\(before)\(text)\(behind) is no number")
        continue
      }
      #expect(number.text == text)
    }
  }

  @Test(
    "Section 7: strings and their escapes",
    arguments: [
      ("", ""),
      ("abc", "abc"),
      ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{C}\n\r\t"),
      ("\\u0000", "\u{0}"),
      ("\\u0041\\u00e4\\u20AC\\uFFFF", "Aä€\u{FFFF}"),
      ("\\u007F\\u0080\\u07FF\\u0800", "\u{7F}\u{80}\u{7FF}\u{800}"),
      ("\\uD7FF\\uE000", "\u{D7FF}\u{E000}"),
      ("\\ud83d\\ude00", "😀"),
      ("\\uD800\\uDC00\\uDBFF\\uDFFF", "\u{10000}\u{10FFFF}"),
      ("\\u005c", "\\"),
      ("\\u0022", "\""),
      ("\u{7F}\u{2028}\u{2029}\u{FEFF}", "\u{7F}\u{2028}\u{2029}\u{FEFF}"),
      ("a\\\\", "a\\"),
      ("\\\\\\\"", "\\\""),
      ("Jörg Müller, 日本, 😀", "Jörg Müller, 日本, 😀"),
      ("before\\nbetween\\nbehind", "before\nbetween\nbehind"),
      ("{\\\"a\\\":[1,2]}", "{\"a\":[1,2]}"),
    ])
  func strings(inner: String, value: String) throws {
    // Other lengths before it, so that it stands at each place of the eight bytes looked at together.
    for padding in 0..<17 {
      let before = String(repeating: "x", count: padding)
      let found = try #require(try read("\"\(before)\(inner)\"").get().stringValue)
      #expect(Array(found.utf8) == Array((before + value).utf8))
      let behind = try #require(try read("[\"\(inner)\(before)\",0]").get().arrayValue?.first?.stringValue)
      #expect(Array(behind.utf8) == Array((value + before).utf8))
    }
  }

  @Test("Section 4: members keep their order, and are found by name")
  func order() throws {
    let object = try #require(try read(#"{"b":1,"a":null,"":2,"\u0062b":3}"#).get().objectValue)
    #expect(object.members.map(\.name) == ["b", "a", "", "bb"])
    #expect(object["b"]?.integerValue == 1)
    #expect(object["a"] == .null)
    #expect(object[""]?.integerValue == 2)
    #expect(object["bb"]?.integerValue == 3)
    #expect(object["c"] == nil)
    #expect(object["B"] == nil)
  }

  @Test(
    "Names and strings that Swift calls equal and whose bytes differ are different",
    // An accent of its own, and an ångström sign, which has as many bytes as its equivalent.
    arguments: [("\u{E9}", "e\u{301}"), ("\u{212B}", "A\u{30A}")])
  func normalisation(one: String, other: String) throws {
    try #require(one == other)
    let object = try #require(try read("{\"\(one)\":1,\"\(other)\":2}").get().objectValue)
    #expect(object.members.count == 2)
    #expect(object[one]?.integerValue == 1)
    #expect(object[other]?.integerValue == 2)
    #expect(try read("{\"\(one)\":1}").get().objectValue?[other] == nil)
    #expect(JSONValue.string(one) != .string(other))
    #expect(JSONValue.string(one) == .string(one))
    #expect(JSONObject.Member(name: one, value: .null) != JSONObject.Member(name: other, value: .null))
  }

  @Test("Every character is read the same raw and escaped; of those beyond U+FFFF every hundredth and the edges")
  func everyScalar() throws {
    let beyond: [UInt32] =
      Array(stride(from: 0x10000, through: 0x10FFFF, by: 97)) + [0x103FF, 0x10400, 0x10FC00, 0x10FFFF]
    for value in Array(UInt32(0)...0xFFFF) + beyond {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let escapes = text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
      guard try read("\"\(escapes)\"").get() == .string(text) else {
        Issue.record("\(escapes)")
        continue
      }
      let mayBeRaw = value >= 0x20 && scalar != "\"" && scalar != "\\"
      guard mayBeRaw == (read("\"\(text)\"") == .success(.string(text))) else {
        Issue.record("U+\(String(value, radix: 16)) raw")
        continue
      }
    }
  }

  @Test("Slices and spans are read like arrays, and errors count from their beginning")
  func slices() throws {
    let bytes = Array("xx[1,]yy".utf8)
    #expect(throws: JSONError(.trailingComma, offset: 2)) { try JSONValue(parsing: bytes[2..<6]) }
    #expect(try JSONValue(parsing: bytes[3..<4]) == .number(JSONNumber(1)))
    #expect(try JSONValue(parsing: bytes.span.extracting(3..<4)) == .number(JSONNumber(1)))
  }
}
