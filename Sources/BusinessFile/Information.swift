// `fields` and `requiredInfo`: what is asked of booker and participant.

import Business
import Patterns

/// What one `requiredInfo` sets; nil where it leaves a half to the business or the default.
struct InfoHalves {
  var booker: [String]?
  var participant: [String]?
}

extension Reading {
  /// The fields of booker and participant that exist everywhere (contract, section 5).
  static let knownFields = ["firstname", "lastname", "dateOfBirth", "phone", "email", "address"]

  /// The fields that the business adds.
  mutating func fields(_ definitions: Definitions) -> [FieldDefinition] {
    var fields: [FieldDefinition] = []
    for (key, id) in zip(definitions.keys, definitions.ids) {
      if Reading.knownFields.contains(id.text) {
        report(key, "\(quoted(key)) is a field that every business has; \"fields\" only adds others.")
      } else if id.text == "id" {
        report(key, "\"id\" cannot be a field: it is what a known person is called by. Choose another name.")
      }
      guard let map = map(Entry(key: key), expected: "a map such as {type: text}") else { continue }
      let keyed = keyed(map, .field, kind: "the field", owner: key)
      let kind = keyed[FieldKey.type].flatMap { fieldKind($0) } ?? .text
      let pattern = keyed[FieldKey.pattern].flatMap { textPattern($0) }
      let label = keyed[FieldKey.label].flatMap { text($0) }
      fields.append(FieldDefinition(name: id.text, kind: kind, pattern: pattern, label: label))
    }
    return fields
  }

  private mutating func fieldKind(_ entry: Entry) -> FieldDefinition.Kind? {
    let expected = "one of text, date, phone, email and number"
    guard isText(entry, expected: expected) else { return nil }
    switch tree.string(entry.value) {
    case "text": return .text
    case "date": return .date
    case "phone": return .phone
    case "email": return .email
    case "number": return .number
    case let other:
      let kinds = ["text", "date", "phone", "email", "number"]
      let (_, hint) = issues.guess(other, among: kinds) { _ in "Write \(expected)." }
      report(entry.value, "There is no field type \(quoted(entry.value)). \(hint)")
      return nil
    }
  }

  private mutating func textPattern(_ entry: Entry) -> TextPattern? {
    guard isText(entry, expected: "a regular expression such as \"[A-Z][0-9]{9}\"") else { return nil }
    do {
      return try TextPattern(tree.string(entry.value))
    } catch {
      report(entry.value, "\(quoted(entry.value)) is no regular expression: \(error.what).")
      return nil
    }
  }

  /// What a `requiredInfo` says, of a product or of the business.
  mutating func info(_ entry: Entry?, fields: Definitions) -> InfoHalves {
    guard let entry, let map = map(entry, expected: "a map such as {booker: [phone], participant: [lastname]}") else {
      return InfoHalves()
    }
    let keyed = keyed(map, .info, kind: "\"requiredInfo\"", owner: nil)
    return InfoHalves(
      booker: keyed[InfoKey.booker].flatMap { fieldNames($0, fields) },
      participant: keyed[InfoKey.participant].flatMap { fieldNames($0, fields) })
  }

  private mutating func fieldNames(_ entry: Entry, _ fields: Definitions) -> [String]? {
    guard let items = names(entry, noun: "field", mayBeEmpty: true) else { return nil }
    var names: [String] = []
    names.reserveCapacity(items.count)
    for item in items {
      let name = tree.string(item)
      names.append(name)
      guard !Reading.knownFields.contains(name), fields.index.position(of: item) == nil else { continue }
      let (_, hint) = issues.guess(name, among: Reading.knownFields + fields.names) { all in
        "There are \(Quote.list(all)); others are defined under \"fields\"."
      }
      report(item, "There is no field \(Quote.text(name)). \(hint)")
    }
    return names
  }
}
