// How the bot asks for a field of booker or participant.

/// Questions for fields.
enum FieldQuestion {
  /// The question for a field such as `firstname`, `booker.phone` or `participant.dateOfBirth`. The bot has its own words
  /// for what every business knows, in the language in which it speaks; other fields are asked for by their labels, and a
  /// label that is a question is the question.
  static func text(_ field: String, label: String? = nil) -> String {
    let isOther = field.hasPrefix("participant.")
    let whose = isOther ? "the participant's" : "your"
    return switch FieldName.own(field) {
    case "firstname": "What is \(whose) first name?"
    case "lastname": "What is \(whose) last name?"
    case "dateOfBirth": "What is \(whose) date of birth, like 15.3.1980?"
    case "phone": "What is \(whose) phone number?"
    case "email": "What is \(whose) e-mail address?"
    case "address": "What is \(whose) address?"
    case let name:
      if let label, label.hasSuffix("?") { label } else { "What is \(whose) \(label ?? spoken(name))?" }
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
