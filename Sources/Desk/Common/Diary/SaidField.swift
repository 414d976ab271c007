// What was said of a person, field by field, with the words by which the business file labels the fields.

internal import Business
internal import Diary
internal import People

/// A field of a booker or participant with its value.
struct SaidField: Hashable {
  /// The field's name, as the API has it.
  let name: String
  /// What the business calls it; nil where the business file says nothing.
  let label: String?
  /// The value on one line.
  let value: String

  /// `Versichertennummer: A123456789`, `Date of birth: 1980-03-15`; else the field's name.
  var line: String { "\(label ?? Self.known(name) ?? name): \(value)" }

  /// What a field is called that every business knows.
  private static func known(_ name: String) -> String? {
    switch name {
    case "dateOfBirth": "Date of birth"
    case "phone": "Phone"
    case "email": "E-mail"
    case "address": "Address"
    default: nil
    }
  }
}

extension Person {
  /// All that a booking says of the person, but the names.
  func said(_ fields: [FieldDefinition]) -> [SaidField] {
    attributes.filter { $0.name != "firstname" && $0.name != "lastname" }.map { attribute in
      let field = fields.first { $0.name == attribute.name }
      return SaidField(name: attribute.name, label: field?.label, value: attribute.value.line)
    }
  }
}

extension Booking {
  /// What was said beside names and the number to call: of who comes, then of who booked, if that is somebody else.
  func remarks(_ fields: [FieldDefinition]) -> [String] {
    let booker = otherBooker.map { $0.said(fields) } ?? []
    func isNew(_ said: SaidField) -> Bool { said.name != "phone" || said.value != phone }
    return participant.said(fields).filter(isNew).map(\.line)
      + booker.filter(isNew).map { "Booker: \($0.line)" }
  }
}

extension AttributeValue {
  /// It on one line; parts are joined by commas.
  var line: String {
    switch self {
    case .text(let text): text
    case .parts(let parts): parts.map(\.text).joined(separator: ", ")
    }
  }
}
