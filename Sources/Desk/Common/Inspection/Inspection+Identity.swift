// By what people are told apart: fields that ought to say that they do, and products that ask for nothing that could.
// What proves somebody is the contract's (section 3, "Who is calling").

internal import Business
internal import BusinessFile

extension Inspection {
  /// The fields that are asked for, of whomever, for some product.
  var askedFields: Set<String> {
    Set(
      business.products.flatMap {
        $0.bookerInfo + $0.participantInfo + $0.bookerOptionalInfo + $0.participantOptionalInfo
      })
  }

  /// Fields that look like a number that one person has, and do not say whether they identify.
  mutating func inspectIdentifying() {
    let asked = askedFields
    for field in business.fields where asked.contains(field.name) && PersonalNumber.isLike(field) {
      let path = ["fields", field.name]
      guard places.position(of: path + ["identifies"]) == nil else { continue }
      warn(
        .mayIdentify, at: path,
        "Does \(Words.quoted(field.name)) tell people apart, as a number does that only one person has? Say "
          + "\"identifies: true\" if so, else \"identifies: false\".")
    }
  }

  /// Products for which nobody could be proved to be the person who booked: neither a phone number nor an e-mail
  /// address of who comes (or of who books, which stand in), nor two of the names and what identifies.
  mutating func inspectProof() {
    let identifying = Set(["firstname", "lastname", "dateOfBirth"] + business.fields.filter(\.identifies).map(\.name))
    var isTold: Set<[String]> = []
    for product in business.products {
      let hasContact = (product.participantInfo + product.bookerInfo).contains { $0 == "phone" || $0 == "email" }
      if hasContact || identifying.intersection(product.participantInfo).count > 1 { continue }
      let own = ["products", product.id.text, "requiredInfo"]
      let path = places.position(of: own) == nil ? ["requiredInfo"] : own
      guard isTold.insert(path).inserted else { continue }
      warn(
        .noProof, at: path,
        "By what is asked for, nobody who calls again can prove to be the one who comes; ask \"booker\" or "
          + "\"participant\" for \"phone\" or \"email\", or \"participant\" for two of \"lastname\", \"firstname\", "
          + "\"dateOfBirth\" and the fields that identify.")
    }
  }
}

/// What looks like a number of a person: of an insurance, a membership, a customer's file.
private enum PersonalNumber {
  /// Words that say it, in a name or a label; those of other languages that are likely here.
  private static let words: Set = [
    "number", "num", "numero", "número", "numéro", "nummer", "nr", "no", "id", "policy", "police", "member",
    "membership", "mitglied", "patient", "customer", "client", "cliente", "insurance", "insured", "versicherung",
  ]
  /// Ends of words that say it, as German writes them together.
  private static let ends = ["nummer", "number", "nr"]

  static func isLike(_ field: FieldDefinition) -> Bool {
    switch field.kind {
    case .text, .number: break
    case .date, .phone, .email: return false
    }
    // A label that asks a question is none: "Are you a member?".
    let label = field.label.flatMap { $0.hasSuffix("?") ? nil : $0 } ?? ""
    let said = self.words(of: field.name) + self.words(of: label)
    return said.contains { word in words.contains(word) || ends.contains { word.hasSuffix($0) } }
  }

  /// The words of a name or a label in small letters: `policy` and `no` of `policyNo`.
  private static func words(of text: String) -> [String] {
    var words = [""]
    var isAfterSmall = false
    for character in text {
      if !character.isLetter || character.isUppercase && isAfterSmall { words.append("") }
      if character.isLetter { words[words.count - 1] += character.lowercased() }
      isAfterSmall = character.isLowercase
    }
    return words.filter { !$0.isEmpty }
  }
}
