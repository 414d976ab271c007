// What people call the keys of a business file: words that are no misspelling of the key they mean. Nothing here runs for
// a file that is in order.

/// Words that mean a key, or what is written in another way.
enum OtherWords {
  private static let keys: [(word: String, key: String)] = [
    ("holidays", "dates"), ("holiday", "dates"), ("closures", "dates"), ("closed", "dates"), ("vacation", "dates"),
    ("vacations", "dates"), ("exceptions", "dates"), ("absences", "dates"), ("feiertage", "dates"), ("urlaub", "dates"),
    ("ferien", "dates"), ("openinghours", "hours"), ("opening_hours", "hours"), ("opening", "hours"),
    ("workinghours", "hours"), ("schedule", "hours"), ("shifts", "rota"), ("staff", "agents"), ("employees", "agents"),
    ("team", "agents"), ("people", "agents"), ("services", "products"), ("rooms", "resources"),
    ("types", "appointmentTypes"),
    ("length", "duration"), ("seats", "capacity"), ("places", "capacity"), ("tz", "timezone"), ("phones", "sipIds"),
    ("numbers", "sipIds"), ("interval", "slotInterval"),
  ]

  /// The key that a word means, if it is one of those that may stand here.
  static func key(for word: String, among names: [String]) -> String? {
    let word = word.lowercased()
    return keys.first { $0.word == word && names.contains($0.key) }?.key
  }

  /// How to write what a word means for which there is no key.
  static func advice(for word: String) -> String? {
    switch word.lowercased() {
    case "break", "breaks", "lunch", "lunchbreak", "pausen", "mittagspause":
      "A break is the time between two windows of \"hours\", as in \"mon-fri: 09:00-12:00, 13:00-18:00\"."
    default: nil
    }
  }
}
