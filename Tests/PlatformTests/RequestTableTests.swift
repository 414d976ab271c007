// The table of the actions against the program: each member that the table names is read as the table says, and the
// manual's table names the same.

import ActionTable
import Foundation
import JSON
import ProgramSupport
import Testing

@Suite struct RequestTableTests {
  @Test func thirteenActionsTenListed() {
    #expect(Set(ActionTable.rows.map(\.name)) == ReplayCarrier.actions)
    #expect(ActionTable.rows.count == 13)
    #expect(ActionTable.rows.filter(\.isListed).count == 10)
  }

  /// A value of the wrong type is refused, naming the member; so is a required member that is missing. What is sent otherwise
  /// is of the right type.
  @Test(arguments: ActionTable.rows.map(\.name))
  func types(_ action: String) async throws {
    let tree = try greetingTree()
    let row = try #require(ActionTable.rows.first { $0.name == action })
    for parameter in row.parameters {
      let field = parameter.name
      let refusal = try await ask(row, replacing: field, with: "[7]", in: tree)
      #expect(refusal.code == "invalid_request", "\(action).\(field): \(refusal)")
      #expect(refusal.field == field, "\(action).\(field): \(refusal)")
      let missing = try await ask(row, replacing: field, with: nil, in: tree)
      switch (parameter.need, parameter.kind) {
      case (.required, .person):
        #expect(missing.code == "missing_information", "\(action).\(field): \(missing)")
      case (.required, _):
        #expect(missing.code == "invalid_request" && missing.field == field, "\(action).\(field): \(missing)")
      case (.optional, _), (.requiredUnless, _):
        #expect(missing.code != "invalid_request", "\(action).\(field): \(missing)")
      }
      if case .requiredUnless(let other) = parameter.need {
        let both = try await ask(row, replacing: field, with: nil, without: other, in: tree)
        #expect(both.code == "invalid_request" && both.field == other, "\(action).\(field): \(both)")
      }
      if case .integer(let least, let greatest) = parameter.kind {
        for value in [least - 1, greatest.map { $0 + 1 } ?? least - 1] {
          let refusal = try await ask(row, replacing: field, with: "\(value)", in: tree)
          #expect(refusal.field == field, "\(action).\(field) \(value): \(refusal)")
        }
        for value in [least, greatest ?? 1_000_000] {
          let answer = try await ask(row, replacing: field, with: "\(value)", in: tree)
          #expect(answer.code != "invalid_request", "\(action).\(field) \(value): \(answer)")
        }
      }
    }
  }

  /// A member that no row names is not read: whatever it holds, the answer is the same.
  @Test(arguments: ActionTable.rows.map(\.name))
  func nothingElseIsRead(_ action: String) async throws {
    let tree = try greetingTree()
    let row = try #require(ActionTable.rows.first { $0.name == action })
    let everything = Set(ActionTable.rows.flatMap { $0.parameters.map(\.name) })
    // Routing looks at the endpoint's business in every request.
    for name in everything.subtracting(row.parameters.map(\.name)).subtracting(["entityId"]) {
      let answer = try await ask(row, replacing: name, with: "[7]", in: tree)
      #expect(answer.code != "invalid_request", "\(action).\(name): \(answer)")
    }
  }

  @Test func theManualHasTheSame() throws {
    let url = Program.checkout.appending(path: "Sources/Manual/requests.md")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    for row in ActionTable.rows {
      let line = try #require(lines.first { $0.hasPrefix("| `\(row.name)` |") }, "\(row.name)")
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      let told = cells[2].matches(of: /`([A-Za-z]+)(\?)?`/).map { (name: String($0.1), isOptional: $0.2 != nil) }
      #expect(told.map(\.name).sorted() == row.parameters.map(\.name).sorted(), "\(row.name)")
      for parameter in row.parameters where parameter.source != .address {
        let isOptional = told.first { $0.name == parameter.name }?.isOptional
        #expect(
          isOptional == (parameter.need != .required || isPerson(parameter.kind) && row.name != "findExistingUser"))
      }
    }
  }

  private func isPerson(_ kind: ActionParameter.Kind) -> Bool { if case .person = kind { true } else { false } }

  private struct Answer: CustomStringConvertible {
    var code: String?
    var field: String?
    var description: String
  }

  /// The answer to a request whose members are all right but one.
  private func ask(
    _ row: ActionRow, replacing field: String, with value: String?, without other: String = "", in tree: TemporaryTree
  ) async throws -> Answer {
    var members: [String] = []
    for parameter in row.parameters where parameter.name != field && parameter.name != other {
      members.append("\"\(parameter.name)\":\(Self.example(parameter, of: row))")
    }
    if let value { members.append("\"\(field)\":\(value)") }
    let body = Array("{\(members.joined(separator: ","))}".utf8)
    let variables = Program.cgi(
      body,
      [
        "VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T08:00:00+02:00",
        "PATH_INFO": "/gleichgewicht/\(row.name)",
      ])
    let result = try await Program.child(variables, input: .bytes(body)).run()
    let reply = try #require(CGIResponse(result.output))
    let object = (try? JSONValue(parsing: reply.body))?.objectValue
    return Answer(
      code: object?["code"]?.stringValue, field: object?["field"]?.stringValue,
      description: String(decoding: reply.body, as: UTF8.self))
  }

  /// A value of a parameter that is as it should be, though what it names may not exist.
  private static func example(_ parameter: ActionParameter, of row: ActionRow) -> String {
    switch parameter.kind {
    case .integer(let least, _): return "\(least)"
    case .person: return #"{"firstname":"Eva","lastname":"Klein","phone":"0351 7654321","dateOfBirth":"1980-03-15"}"#
    case .dateTime: return row.name == "getSlots" ? "\"2026-09-16\"" : "\"2026-09-16T08:00:00+02:00\""
    case .text: return "\"Europe/Berlin\""
    case .id:
      switch parameter.name {
      case "sipId": return "\"phoneSipId12345678\""
      case "entityId": return "\"gleichgewicht\""
      case "appointmentTypeId": return "\"massage\""
      case "productId": return "\"massage-30\""
      case "agentId": return "\"anna\""
      case "slotId", "slotIdOld", "slotIdNew": return "\"gleichgewicht.massage.massage-30.anna.20260916T060000Z\""
      default: return "\"b0000000000000000000\""
      }
    }
  }
}
