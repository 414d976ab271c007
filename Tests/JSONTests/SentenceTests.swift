// What people read: every reason has its words, on one line.

import JSON
import Testing

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "Each reason says what and where",
    arguments: [
      ("", "a JSON value was expected, but there is none"),
      ("\u{FEFF}1", "the document begins with a byte order mark, which JSON does not allow"),
      ("[1 2]", "a comma or ] was expected at byte 3, but there is 2"),
      ("[1", "a comma or ] was expected at byte 2, but the document ends there"),
      ("{\"a\":1]", "a comma or } was expected at byte 6, but there is ]"),
      ("{\"a\" 1}", "a colon was expected at byte 5, but there is 1"),
      ("{1}", "a member's name in quotation marks or } was expected at byte 1, but there is 1"),
      ("{\"a\":1,2", "a member's name in quotation marks was expected at byte 7, but there is 2"),
      ("[", "a value or ] was expected at byte 1, but the document ends there"),
      ("[1,", "a value was expected at byte 3, but the document ends there"),
      ("-\n", "a digit was expected at byte 1, but there is the byte 0x0A"),
      ("\"a", "a closing quotation mark was expected at byte 2, but the document ends there"),
      ("ä", "a value was expected at byte 0, but there is the byte 0xC3"),
      ("1 x", "the document should end at byte 2, behind its value, but there is x"),
      ("[,1]", "a value or ] was expected at byte 1, but there is ,"),
      ("[1,]", "the comma at byte 2 has nothing behind it"),
      ("[01]", "a number begins with a needless zero at byte 1"),
      ("\"\\q\"", "the backslash at byte 1 begins no escape that JSON knows"),
      ("\"\\u12\"", "\\u at byte 1 needs four hexadecimal digits behind it"),
      ("\"\\ud800\"", "the \\u escape at byte 1 is one half of a surrogate pair without the other"),
      ("{\"a\":1,\"a\":2}", "the member \"a\" at byte 7 is there twice"),
      (
        "yes",
        "a value was expected at byte 0: text needs quotation marks, and the only words are true, false and null"
      ),
      (
        "\"\t\"",
        "the text at byte 1 holds the byte 0x09, which has to be an escape such as \\n or \\u0000"
      ),
    ])
  func sentences(text: String, sentence: String) {
    guard case .failure(let error) = read(text) else {
      Issue.record("accepted \(text)")
      return
    }
    #expect(error.sentence == sentence)
  }

  @Test("Limits and encoding")
  func others() {
    #expect(JSONError(.tooManyBytes(limit: 10), offset: 10).sentence == "the document is longer than 10 bytes")
    #expect(
      JSONError(.tooDeep(limit: 64), offset: 64).sentence
        == "arrays and objects are nested deeper than 64 levels at byte 64")
    #expect(JSONError(.invalidUTF8, offset: 3).sentence == "the text at byte 3 is not valid UTF-8")
  }

  @Test("A name out of the document cannot break the line or flood it")
  func names() {
    let name = String(repeating: "ä", count: 39) + "\n" + String(repeating: "x", count: 5000)
    #expect(
      JSONError(.duplicateMember(name), offset: 1).sentence
        == "the member \"" + String(repeating: "ä", count: 39) + "\u{FFFD}…\" at byte 1 is there twice")
    #expect(
      JSONError(.duplicateMember("a\u{202E}\u{2028}\u{0}\u{1B}b"), offset: 1).sentence
        == "the member \"a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b\" at byte 1 is there twice")
  }
}
