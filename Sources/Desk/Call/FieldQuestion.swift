// How the bot asks for a field of booker or participant.

/// Questions for fields.
enum FieldQuestion {
  /// The question for a field such as `firstname`, `booker.phone` or `participant.dateOfBirth`.
  static func text(_ field: String) -> String {
    let isOther = field.hasPrefix("participant.")
    let whose = isOther ? "the participant's" : "your"
    return switch FieldName.own(field) {
    case "firstname": "What is \(whose) first name?"
    case "lastname": "What is \(whose) last name?"
    case "dateOfBirth": "What is \(whose) date of birth, like 15.3.1980?"
    case "phone": "What is \(whose) phone number?"
    case "email": "What is \(whose) e-mail address?"
    case "address": "What is \(whose) address?"
    case let name: "What is \(whose) \(spoken(name))?"
    }
  }

  /// `insurance number` for `insuranceNumber`.
  private static func spoken(_ name: String) -> String {
    name.reduce(into: "") { words, character in
      if character.isUppercase, !words.isEmpty { words += " " }
      words += character == "_" || character == "-" ? " " : character.lowercased()
    }
  }
}
