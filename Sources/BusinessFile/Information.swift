// `fields`, `requiredInfo` and `optionalInfo`: what is asked of booker and participant.

import Business
import Patterns

/// What one `requiredInfo` or `optionalInfo` sets; nil where it leaves a half to the business or the default.
struct InfoHalves {
  var booker: [String]?
  var participant: [String]?
}

/// What a product, or the business for its products, asks for.
struct Information {
  var required: InfoHalves
  var optional: InfoHalves

  /// Puts what these set, else the business's, in the place of a product's defaults. A field that is required is not
  /// optional too.
  func complete(_ product: inout Product, business: Information) {
    if let booker = required.booker ?? business.required.booker { product.bookerInfo = booker }
    if let participant = required.participant ?? business.required.participant {
      product.participantInfo = participant
    }
    if let booker = optional.booker ?? business.optional.booker {
      product.bookerOptionalInfo = booker.filter { !product.bookerInfo.contains($0) }
    }
    if let participant = optional.participant ?? business.optional.participant {
      product.participantOptionalInfo = participant.filter { !product.participantInfo.contains($0) }
    }
  }
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
      let identifies = keyed[FieldKey.identifies].flatMap { truth($0) }
      fields.append(
        FieldDefinition(name: id.text, kind: kind, pattern: pattern, label: label, identifies: identifies ?? false))
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

  private mutating func truth(_ entry: Entry) -> Bool? {
    guard isText(entry, expected: "true or false") else { return nil }
    switch tree.string(entry.value) {
    case "true": return true
    case "false": return false
    case let other:
      let (_, hint) = issues.guess(other, among: ["true", "false"]) { _ in "Write true or false." }
      report(entry.value, "\(quoted(entry.key)) is true or false, not \(quoted(entry.value)). \(hint)")
      return nil
    }
  }

  /// What a `requiredInfo` or an `optionalInfo` says, of a product or of the business.
  mutating func info(_ entry: Entry?, _ name: String, fields: Definitions) -> InfoHalves {
    guard let entry, let map = map(entry, expected: "a map such as {booker: [phone], participant: [lastname]}") else {
      return InfoHalves()
    }
    let keyed = keyed(map, .info, kind: "\"\(name)\"", owner: nil)
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
      let tree = tree
      let (_, hint) = issues.guess(name, among: Reading.knownFields + fields.names(in: tree)) { all in
        "There are \(Quote.list(all)); others are defined under \"fields\"."
      }
      report(item, "There is no field \(Quote.text(name)). \(hint)")
    }
    return names
  }
}
