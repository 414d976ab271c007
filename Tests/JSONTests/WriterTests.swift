// The writer's spelling: one line, stable, nothing escaped that need not be.

import JSON
import Testing

@Suite("Writing")
struct WriterTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Commas and colons come where they belong")
  func structure() {
    #expect(text { _ in } == "")
    #expect(
      text {
        $0.beginObject()
        $0.endObject()
      } == "{}")
    #expect(
      text {
        $0.beginArray()
        $0.beginArray()
        $0.endArray()
        $0.beginObject()
        $0.endObject()
        $0.null()
        $0.bool(true)
        $0.bool(false)
        $0.integer(-7)
        $0.string("a")
        $0.number(JSONNumber(8))
        $0.endArray()
      } == "[[],{},null,true,false,-7,\"a\",8]")
    #expect(
      text {
        $0.beginObject()
        $0.key("a")
        $0.beginObject()
        $0.key("b")
        $0.integer(1)
        $0.key("c")
        $0.beginArray()
        $0.string("x")
        $0.string("y")
        $0.endArray()
        $0.endObject()
        $0.key("d")
        $0.null()
        $0.key("e")
        $0.value(.array([.null, .object(JSONObject([.init(name: "f", value: .bool(false))]))]))
        $0.key("g")
        $0.string("")
        $0.endObject()
      } == #"{"a":{"b":1,"c":["x","y"]},"d":null,"e":[null,{"f":false}],"g":""}"#)
  }

  @Test(
    "Strings",
    arguments: [
      ("", #""""#), ("abc", #""abc""#), ("/", #""/""#), ("\"\\", #""\"\\""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\u{0}\u{1}\u{B}\u{E}\u{F}\u{10}\u{1F}", #""\u0000\u0001\u000b\u000e\u000f\u0010\u001f""#),
      ("\u{7F}\u{80}\u{2028}\u{2029}", "\"\u{7F}\u{80}\u{2028}\u{2029}\""), ("Jörg 日本 😀", "\"Jörg 日本 😀\""),
      ("e\u{301}\u{E9}", "\"e\u{301}\u{E9}\""), ("</script>", #""</script>""#),
    ])
  func strings(value: String, spelt: String) {
    // Other lengths around it, so that it stands at each place of the eight bytes looked at together.
    for before in 0..<17 {
      for behind in [0, 1, 7, 8, 30] {
        let (left, right) = (String(repeating: "x", count: before), String(repeating: "y", count: behind))
        let found = text { $0.string(left + value + right) }
        #expect(Array(found.utf8) == Array(("\"" + left + spelt.dropFirst().dropLast() + right + "\"").utf8))
        let member = text {
          $0.beginObject()
          $0.key(left + value + right)
          $0.null()
          $0.key("")
          $0.null()
          $0.endObject()
        }
        #expect(Array(member.utf8) == Array(("{" + found + ":null,\"\":null}").utf8))
      }
    }
  }

  @Test("Each control character becomes its short escape or two hexadecimal digits")
  func controls() {
    let short: [UInt8: String] = [8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"]
    for byte in UInt8(0)..<0x20 {
      let expected = short[byte] ?? "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      #expect(text { $0.string(String(Unicode.Scalar(byte))) } == "\"\(expected)\"")
    }
  }

  @Test("Substrings and strings made from other encodings are written like any")
  func otherStrings() {
    let long = "xxx" + String(repeating: "ä\n", count: 40)
    #expect(text { $0.string(String(long.dropFirst(3).prefix(4))) } == #""ä\nä\n""#)
    #expect(text { $0.string(String(decoding: [0x00E4, 0xD83D, 0xDE00], as: UTF16.self)) } == "\"ä😀\"")
  }

  @Test("Integers at the edges of every number of digits")
  func integers() {
    var power: Int64 = 1
    for _ in 0..<18 {
      for value in [power - 1, power, power + 1, -power, 1 - power] {
        #expect(text { $0.integer(value) } == String(value))
        #expect(text { $0.integer(Int(value)) } == String(value))
      }
      power *= 10
    }
    for value in [Int64.min, .max, -1, 0] { #expect(text { $0.integer(value) } == String(value)) }
  }

  @Test("Numbers keep their text")
  func numbers() throws {
    for number in ["1.50", "-0", "1E+05", "123456789012345678901234567890"] {
      #expect(String(decoding: written(try read(number).get()), as: UTF8.self) == number)
    }
  }
}
