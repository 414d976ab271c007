// How much a request may say of a person (contract, section 1): at the bound it is answered, one more is refused.

import Foundation
import JSON
import ProgramSupport
import Testing

@Suite struct PersonBoundsTests {
  /// What is sent of a person, and the member that the refusal names; nil where it is answered.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var members: [String]
    var field: String?

    init(_ name: String, _ members: [String], _ field: String? = nil) {
      (testDescription, self.members, self.field) = (name, members, field)
    }
  }

  private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }
  private static func attributes(_ count: Int, bytes: Int) -> [String] {
    (0..<count).map { #""a\#($0)":"\#(text(bytes))""# }
  }

  static let cases: [Case] = [
    Case("40 attributes", attributes(39, bytes: 1)),
    Case("41 attributes", attributes(40, bytes: 1), "participant"),
    Case("what is absent does not count", attributes(39, bytes: 1) + [#""b":null,"c":" ","d":{"e":{}}"#]),
    Case("a name of 64 bytes", [#""\#(text(64))":"1""#]),
    Case("a name of 65 bytes", [#""\#(text(65))":"1""#], "participant." + text(65)),
    Case(
      "a name of 65 bytes in 33 characters", [#""x\#(String(repeating: "ä", count: 32))":1"#],
      "participant.x" + String(repeating: "ä", count: 32)),
    Case("a part's name of 65 bytes", [#""address":{"\#(text(65))":"1"}"#], "participant.address"),
    Case("a value of 1 KiB", [#""a":"\#(text(1024))""#]),
    Case("a value of 1 KiB and blanks", [#""a":"  \#(text(1024)) ""#]),
    Case("a value of a byte more", [#""a":"\#(text(1025))""#], "participant.a"),
    Case("a first name of a byte more", [#""firstname":"\#(text(1025))""#], "participant.firstname"),
    Case("a number of a byte more", [#""a":\#(String(repeating: "1", count: 1025))"#], "participant.a"),
    Case("parts of 1 KiB", [#""address":{"city":"\#(text(500))","road":"\#(text(516))"}"#]),
    Case(
      "parts of a byte more", [#""address":{"city":"\#(text(500))","road":"\#(text(517))"}"#],
      "participant.address"),
    // The phone number that every case sends has 12 bytes.
    Case("8 KiB together", attributes(7, bytes: 1024) + [#""b":"\#(text(1012))""#]),
    Case("a byte more together", attributes(7, bytes: 1024) + [#""b":"\#(text(1013))""#], "participant"),
  ]

  @Test(arguments: cases)
  func bound(_ check: Case) async throws {
    let tree = try greetingTree()
    let members = ([#""phone":"0351 7777777""#] + check.members).joined(separator: ",")
    let body = Array(#"{"action":"findExistingUser","participant":{\#(members)}}"#.utf8)
    let result = try await Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(body)).run()
    let reply = try JSONValue(parsing: result.output, limits: JSONLimits(bytes: 1 << 20))
    guard let field = check.field else {
      #expect(reply == .array([]))
      return
    }
    #expect(reply.objectValue?["status"]?.integerValue == 400)
    #expect(reply.objectValue?["code"]?.stringValue == "invalid_request")
    #expect(reply.objectValue?["field"]?.stringValue == field)
  }

  /// Where booker and participant are recorded the same holds.
  @Test(arguments: ["booker", "participant"])
  func booking(_ role: String) async throws {
    let tree = try greetingTree()
    let body = Array(
      """
      {"action":"bookAppointment","appointmentTypeId":"therapy","productId":"therapy-20",\
      "slotId":"gleichgewicht.therapy.therapy-20._.20260916T080000Z",\
      "\(role)":{"firstname":"Eva","lastname":"\(Self.text(1025))","phone":"0351 7654321"}}
      """.utf8)
    let result = try await Program.child(["VOICEBOT_ROOT": tree.root.path], input: .bytes(body)).run()
    let reply = try JSONValue(parsing: result.output).objectValue
    #expect(reply?["code"]?.stringValue == "invalid_request")
    #expect(reply?["field"]?.stringValue == role + ".lastname")
  }
}
