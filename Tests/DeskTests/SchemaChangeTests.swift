// Every place of a business file that has every key, with every odd value in it: reader and schema must say the same, but
// for what a schema cannot say.

import Foundation
import JSON
import Testing

@Suite struct SchemaChangeTests {
  /// What only the reader can see, by the words in which it says so.
  static let onlyTheReader = [
    "There is no product ", "There is no agent ", "There is no resource ", "There is no field \"",
    "There is no time zone ",
    "There is no day ", " ends before it begins; ", " is no time at all; ", " a second time, after ", " must be from ",
    " is no regular expression: ", " nothing could ever be booked; ", "; a session cannot use ",
    "The pause must be over before the appointment is", "none of its agents takes it; ",
  ]

  static let whole = """
    {"name": "Praxis", "timezone": "Europe/Berlin", "country": "DE", "language": "de", "sipIds": ["a", "+49 351 1234567"],
     "hours": {"mon-thu": "08:00-12:00, 13:00-18:00", "fri": ["08:00-12:00"]},
     "dates": {"2026-12-24..2027-01-01": "closed", "2026-10-31": "09:00-13:00", "12-25": "closed"},
     "agents": {"anna": {"name": "Anna", "hours": {"mon": "09:00-10:00"}, "dates": {"12-24": "off"}},
       "ben": {"name": "Ben", "rota": {"from": "2026-09-07", "weeks": [{"mon": "08:00-12:00"}, "closed"]},
         "dates": {"06-01..08-31": {"mon-fri": "07:00-14:00"}, "2027-02-01..": "off", "easter-2..easter+1": "off",
           "nov thu[4]+1": "off"}}},
     "appointmentTypes": {"massage": {"name": "Massage", "description": "More", "products": ["m30"], "agents": ["anna"]}},
     "products": {"m30": {"name": "Massage", "duration": "30m", "description": "More", "price": "38 Euro", "capacity": 2,
       "needs": {"room": 2}, "agents": ["anna"], "pause": {"after": "10m", "for": "5m"}, "maxPerDay": 2,
       "starts": {"mon-fri": "08:00-10:00, 18:00", "sat": ["09:00"], "12-24": {"thu": "10:00"}, "easter": "closed"},
       "requiredInfo": {"booker": ["phone"], "participant": ["lastname"]},
       "optionalInfo": {"booker": ["email"]}, "slotInterval": "15m",
       "notice": "2h", "horizon": "60d", "changeUntil": "1d", "bufferBefore": "5m", "bufferAfter": "5m",
       "dailyLimit": 4, "maxOpen": 2}},
     "resources": {"room": 2}, "requiredInfo": {"booker": ["insurance"], "participant": []},
     "optionalInfo": {"participant": ["email", "insurance"]},
     "fields": {"insurance": {"type": "text", "pattern": "[A-Z]", "label": "Insurance", "identifies": true}},
     "booking": {"slotInterval": "15m", "notice": "2h", "horizon": "60d", "changeUntil": "1d", "bufferBefore": "5m",
       "bufferAfter": "5m", "dailyLimit": 4, "maxOpen": 3},
     "tokens": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "retention": "365d"}
    """

  static let values = #"""
    ["", ", ", "x", "-x", "a b", "\u00e4", "a\nb", "a\tb", "\u0007", "a\u2028b", "closed", "off", "30m", "0m",
    "1d2h3m", "2h1d", "90", "60d", "3661d", "08:00-12:00", "08:00-12:00, 13:00-14:00", "12:00-08:00",
    "08:00-08:00", "24:00-08:00", "8-12", "mon", "2026-02-29", "12-25", "anna", "m30", "room", "insurance",
    "firstname", "id", "DE", "UK", "Europe/Berlin", "Europe/Nowhere", "a/b/c/d", "text", "phone", "[", "8", "007",
    "10001", 0, 1, 8, 30, 10000, 10001, -1, 1.5, true, false, [], {}, ["x"], ["x", "x"], ["m30"], ["anna", "ben"],
    ["firstname"], ["08:00-12:00"], ["closed"], [1], [[]], [{}], {"x": 1}, {"mon": "08:00-12:00"},
    {"12-25": "closed"}, {"name": "x"}, {"x": {"name": "x"}}, {"booker": []}, {"type": "date"}, {"x": {}},
    {"m30": {"name": "x", "duration": "1h"}}, "18:00", "24:00", "18:00, 09:00-10:00", {"12-25": {"mon": "18:00"}},
    {"mon": {"mon": "08:00-12:00"}}, {"room": 3}, {"room": 1}, {"from": "2026-09-07", "weeks": []}, ["room"],
    {"after": "10m", "for": "20m"}, "easter", "2026-09-07"]
    """#

  static let names = [
    "x", "a b", "", "mon", "mon-tue", "fri-mon", "12-25", "02-30", "2026-02-29", "phone", "id", "name", "ä", "hours",
    "rota",
    "2027-02-01..", "..2027-02-01", "..", "12-24..", "easter", "easter..", "easter+80", "easter-81",
    "orthodox-easter+1",
    "easter..easter+1", "easter+1..easter", "easter..12-24", "nov thu[4]", "nov thu[6]", "nov thu[-5]-80", "Nov thu[1]",
    "nov thu[0]", "12-24..2026-12-26",
  ]

  @Test func theySayTheSameWhateverIsChanged() throws {
    let schema = try SchemaDocuments.schema.get()
    let whole = try JSONValue(parsing: Array(Self.whole.utf8))
    let odd = try JSONValue(parsing: Array(Self.values.utf8))
    let changes = Self.changes(of: whole, values: try #require(odd.arrayValue))
    #expect(changes.count > 5000)
    var refusals = 0
    for change in changes {
      let text = SchemaDocuments.text(change)
      let issues = try SchemaDocuments.issues(text)
      if !issues.isEmpty { refusals += 1 }
      let isAccepted = try schema.accepts(change)
      if isAccepted {
        let onlyReader = issues.filter { issue in Self.onlyTheReader.contains { issue.contains($0) } }
        #expect(issues == onlyReader, "only the reader refuses \(String(decoding: text, as: UTF8.self)): \(issues)")
      } else {
        #expect(!issues.isEmpty, "only the schema refuses \(String(decoding: text, as: UTF8.self)): \(issues)")
      }
    }
    #expect(refusals > changes.count / 2 && refusals < changes.count)
  }

  /// Every value that differs from this one in one place: something else there, the member gone, the member called
  /// otherwise, an item twice.
  private static func changes(of value: JSONValue, values: [JSONValue]) -> [JSONValue] {
    var changes = values
    switch value {
    case .object(let object):
      for (index, member) in object.members.enumerated() {
        func with(_ members: [JSONObject.Member]) -> JSONValue {
          var all = object.members
          all.replaceSubrange(index...index, with: members)
          return .object(JSONObject(all))
        }
        changes.append(with([]))
        for name in names where !object.members.contains(where: { $0.name == name }) {
          changes.append(with([JSONObject.Member(name: name, value: member.value)]))
        }
        for change in Self.changes(of: member.value, values: values) {
          changes.append(with([JSONObject.Member(name: member.name, value: change)]))
        }
      }
    case .array(let items):
      for (index, item) in items.enumerated() {
        for change in Self.changes(of: item, values: values) + [item] {
          changes.append(.array(items[..<index] + [change] + items[(index + 1)...]))
        }
        changes.append(.array(items + [item]))
      }
    default: break
    }
    return changes
  }
}
