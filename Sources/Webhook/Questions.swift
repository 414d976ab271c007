// `getRequiredInfo`: what to ask of booker and participant, and in which words.

internal import Business
internal import JSON

extension RequestContext {
  /// `getRequiredInfo`.
  func requiredInfo() throws(Problem) -> Answer {
    let id = try request.requiredID("productId")
    guard let local = PublicID.local(id, in: business.id), let product = business.product(local) else {
      throw .unknownProduct
    }
    var json = JSONWriter()
    json.beginObject()
    json.names("bookerInfo", product.bookerInfo)
    json.names("participantInfo", product.participantInfo)
    json.names("bookerOptionalInfo", product.bookerOptionalInfo)
    json.names("participantOptionalInfo", product.participantOptionalInfo)
    json.key("fields")
    json.beginArray()
    var asked: [String] = []
    for names in [
      product.bookerInfo, product.participantInfo, product.bookerOptionalInfo, product.participantOptionalInfo,
    ] {
      for name in names where !asked.contains(name) {
        asked.append(name)
        let field = AskedField(name, of: business)
        json.beginObject()
        json.member("name", name)
        json.member("label", field.label)
        json.member("type", field.type)
        json.endObject()
      }
    }
    json.endArray()
    json.endObject()
    return Answer(ok: json.bytes)
  }
}

extension JSONWriter {
  fileprivate mutating func names(_ name: String, _ names: [String]) {
    key(name)
    beginArray()
    for name in names { string(name) }
    endArray()
  }
}

/// How a field is asked for.
private struct AskedField {
  /// What people call it, as in "your …".
  let label: String
  /// `text`, `date`, `phone`, `email` or `number`.
  let type: String

  /// A field by its name: the business's own, else one that every business knows.
  init(_ name: String, of business: Business) {
    guard let own = business.fields.first(where: { $0.name == name }) else {
      label = AskedField.label(name, isGerman: business.speaksGerman)
      type = AskedField.type(name)
      return
    }
    label = own.label ?? AskedField.words(name)
    type =
      switch own.kind {
      case .text: "text"
      case .date: "date"
      case .phone: "phone"
      case .email: "email"
      case .number: "number"
      }
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
