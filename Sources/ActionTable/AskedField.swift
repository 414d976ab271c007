// How each field of a person is asked for: by the business's own label, else by common words.

package import Business

/// How a field is asked for.
package struct AskedField: Sendable {
  /// The member's name in `booker` and `participant`.
  package let name: String
  /// What people call it, as in "your …".
  package let label: String
  /// `text`, `date`, `phone`, `email` or `number`.
  package let type: String

  /// A field by its name: the business's own, else one that every business knows.
  package init(_ name: String, of business: Business) {
    guard let own = business.fields.first(where: { $0.name == name }) else {
      self.init(known: name, isGerman: business.speaksGerman)
      return
    }
    let type =
      switch own.kind {
      case .text: "text"
      case .date: "date"
      case .phone: "phone"
      case .email: "email"
      case .number: "number"
      }
    self.init(name: name, label: own.label ?? AskedField.words(name), type: type)
  }

  private init(name: String, label: String, type: String) {
    self.name = name
    self.label = label
    self.type = type
  }

  /// A field that no business defines.
  init(known name: String, isGerman: Bool) {
    self.init(name: name, label: AskedField.label(name, isGerman: isGerman), type: AskedField.type(name))
  }

  private static func label(_ name: String, isGerman: Bool) -> String {
    switch name {
    case "firstname": isGerman ? "Vorname" : "first name"
    case "lastname": isGerman ? "Nachname" : "last name"
    case "dateOfBirth": isGerman ? "Geburtsdatum" : "date of birth"
    case "phone": isGerman ? "Telefonnummer" : "phone number"
    case "email": isGerman ? "E-Mail-Adresse" : "e-mail address"
    case "address": isGerman ? "Adresse" : "address"
    default: words(name)
    }
  }

  private static func type(_ name: String) -> String {
    switch name {
    case "dateOfBirth": "date"
    case "phone": "phone"
    case "email": "email"
    default: "text"
    }
  }

  /// `insurance number` for `insuranceNumber`, `shoe size` for `shoe_size`.
  private static func words(_ name: String) -> String {
    var words: [UInt8] = []
    var isAfterSmall = false
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"):
        words.append(UInt8(ascii: " "))
        isAfterSmall = false
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if isAfterSmall { words.append(UInt8(ascii: " ")) }
        words.append(byte | 0x20)
        isAfterSmall = false
      default:
        words.append(byte)
        isAfterSmall = true
      }
    }
    return String(decoding: words, as: UTF8.self)
  }
}

extension Business {
  /// Whether its language is German, of whatever country.
  fileprivate var speaksGerman: Bool {
    guard let tag = language?.utf8 else { return false }
    let primary = tag.prefix { $0 != UInt8(ascii: "-") }
    return primary.elementsEqual("de".utf8) { $0 | 0x20 == $1 }
  }
}
