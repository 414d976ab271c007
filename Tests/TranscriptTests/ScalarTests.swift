// Names in every script: the request program as Embedded Swift and as ordinary Swift have tables of Unicode of their own,
// and mean the same people by them.

import Foundation
import ProgramSupport
import Testing

@Suite struct ScalarTests {
  /// What Unicode assigns, by this machine's tables: no surrogates, nothing for private use.
  static let assigned = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
    ![.unassigned, .privateUse, .surrogate].contains($0.properties.generalCategory)
  }

  /// Rows of scalars, each one person's last name.
  static let names: [String] = stride(from: 0, to: assigned.count, by: 100).map { start in
    String(String.UnicodeScalarView(assigned[start..<min(start + 100, assigned.count)]))
  }

  /// The forms in which somebody may search for a name.
  static func spellings(_ name: String) -> [String] {
    [
      name, name.uppercased(), name.decomposedStringWithCanonicalMapping,
      name.precomposedStringWithCompatibilityMapping,
    ]
  }

  /// One build records everybody; whoever one of them finds, the other finds by the same words.
  @Test func bothBuildsFindTheSamePeople() async throws {
    #expect(Self.assigned.count > 140_000)
    let tree = try TemporaryTree()
    try tree.write(
      """
      name: Alphabet
      timezone: UTC
      hours: {mon-sun: 00:00-24:00}
      agents: {a: {name: A}}
      appointmentTypes: {t: {name: T, products: [p]}}
      products: {p: {name: P, duration: 5m}}
      requiredInfo: {booker: [lastname], participant: [lastname]}
      """, to: "Businesses/alphabet.yaml")
    func reply(_ program: String, _ request: [String: Any]) async throws -> String {
      var child = Program.child(
        ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T00:00:00Z"],
        input: .bytes(Array(try JSONSerialization.data(withJSONObject: request))))
      child.path = program
      return try await child.run().text
    }
    var found = 0
    for (number, name) in Self.names.enumerated() {
      let start = Date(timeIntervalSince1970: 1_789_430_400 + Double(number) * 300).ISO8601Format()
      let slot = "alphabet.t.p._." + start.filter { $0 != "-" && $0 != ":" }
      let person = ["firstname": "Ada", "lastname": name]
      let booking: [String: Any] = [
        "action": "bookAppointment", "appointmentTypeId": "t", "productId": "p", "slotId": slot, "booker": person,
      ]
      _ = try await reply(Program.path, booking)
      for spelling in Self.spellings(name) {
        let search: [String: Any] = [
          "action": "findExistingUser", "participant": ["firstname": "ADA", "lastname": spelling],
        ]
        let replies = try await (reply(Program.path, search), reply(TwoBuildsTests.ordinary, search))
        #expect(replies.0 == replies.1, "row \(number)")
        found += replies.0.contains(#""id""#) ? 1 : 0
      }
    }
    // A row of blanks or marks alone names nobody; nearly all others are found, also in other spellings.
    #expect(found > Self.names.count * 3)
  }
}
