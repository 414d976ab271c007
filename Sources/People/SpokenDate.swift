// Dates as callers say them and forms have them (contract, section 3, "Who is calling"): which spellings are dates.
// DateWords.swift parts a text into numbers and words.

package import CivilTime

/// Reading the dates of people.
package enum SpokenDate {
  /// The day that a text names, nil where it names none or the calendar has no such day.
  ///
  /// The year has four digits, day and month one or two:
  ///
  /// - `1980-03-15`;
  /// - `15.3.1980`, `15. 3. 1980`;
  /// - `15/3/1980`, `15-03-1980`, or `3/15/1980`, `03-15-1980` with `monthFirst`;
  /// - `15. März 1980`, `15 March 1980`, `15th of March, 1980`, `March 15, 1980`, `March 15th, 1980` with the German and
  ///   English names of months and their usual abbreviations, in any case, umlauts spelt out or not.
  ///
  /// A full stop behind is ignored, and so is a time behind `T` or a blank, with whatever offset: the day is as written.
  package static func parse(_ text: String, monthFirst: Bool) -> LocalDate? {
    if let date = LocalDate(text: text) { return date }
    guard var words = DateWords(text) else { return nil }
    guard let date = numbers(&words, monthFirst: monthFirst) ?? monthByName(&words) else { return nil }
    return isEnd(words) ? date : nil
  }

  /// Reads a date of three numbers; nil, and stays where it is, where none begins here.
  private static func numbers(_ words: inout DateWords, monthFirst: Bool) -> LocalDate? {
    var next = words
    if let year = next.number(of: 4...4) {
      guard next.skip("-"), let month = next.number(of: 1...2), next.skip("-"), let day = next.number(of: 1...2)
      else { return nil }
      guard let date = LocalDate(year: year, month: month, day: day) else { return nil }
      words = next
      return date
    }
    guard let first = next.number(of: 1...2) else { return nil }
    for mark in [".", "/", "-"] as [Unicode.Scalar] where next.skip(mark) {
      // Blanks stand behind the points of German dates only, and those begin with the day everywhere.
      let isPoint = mark == "."
      if isPoint { next.skipBlank() }
      guard let second = next.number(of: 1...2), next.skip(mark) else { return nil }
      if isPoint { next.skipBlank() }
      guard let year = next.number(of: 4...4) else { return nil }
      let (day, month) = monthFirst && !isPoint ? (second, first) : (first, second)
      guard let date = LocalDate(year: year, month: month, day: day) else { return nil }
      words = next
      return date
    }
    return nil
  }

  /// Reads a date whose month has a name, before or behind the day; nil where none begins here.
  private static func monthByName(_ words: inout DateWords) -> LocalDate? {
    let day: Int
    let month: Int
    if let first = dayOfMonth(&words) {
      guard let second = namedMonth(&words) else { return nil }
      (day, month) = (first, second)
    } else {
      guard let first = namedMonth(&words), let second = dayOfMonth(&words) else { return nil }
      (day, month) = (second, first)
    }
    _ = words.skip(",")
    words.skipBlank()
    guard let year = words.number(of: 4...4) else { return nil }
    return LocalDate(year: year, month: month, day: day)
  }

  /// Reads a day with what may stand behind it (`15.`, `15th of`), up to the next word or comma.
  private static func dayOfMonth(_ words: inout DateWords) -> Int? {
    guard let day = words.number(of: 1...2) else { return nil }
    for ending in ["st", "nd", "rd", "th"] where words.skipWord(ending) { break }
    _ = words.skip(".")
    words.skipBlank()
    if words.skipWord("of") { words.skipBlank() }
    return day
  }

  /// Reads the name of a month with the point of an abbreviation, up to the next word or comma.
  private static func namedMonth(_ words: inout DateWords) -> Int? {
    guard let word = words.word(), let month = month(named: word) else { return nil }
    _ = words.skip(".")
    words.skipBlank()
    return month
  }

  /// The month (1–12) of a German or English name or abbreviation in lower case, umlauts spelt out.
  private static func month(named name: String) -> Int? {
    switch name {
    case "january", "januar", "jaenner", "jan", "jaen": 1
    case "february", "februar", "feber", "feb", "febr": 2
    case "march", "maerz", "mar", "maer", "mrz": 3
    case "april", "apr": 4
    case "may", "mai": 5
    case "june", "juni", "jun": 6
    case "july", "juli", "jul": 7
    case "august", "aug": 8
    case "september", "sep", "sept": 9
    case "october", "oktober", "oct", "okt": 10
    case "november", "nov": 11
    case "december", "dezember", "dec", "dez": 12
    default: nil
    }
  }

  /// Whether nothing is left but a full stop, or a time of day.
  private static func isEnd(_ words: DateWords) -> Bool {
    var words = words
    _ = words.skip(".")
    if words.isAtEnd { return true }
    guard words.skipWord("t") || words.skipBlank(), isTime(&words) else { return false }
    _ = words.skip(".")
    return words.isAtEnd
  }

  /// Steps over a time of day such as `0:00`, `12:00:00 AM` or `00:00:00.000+01:00`; whether one stands here.
  private static func isTime(_ words: inout DateWords) -> Bool {
    guard let hour = words.number(of: 1...2), words.skip(":"), let minute = words.number(of: 2...2), hour <= 24,
      minute < 60
    else { return false }
    if words.skip(":") {
      guard let second = words.number(of: 2...2), second <= 60 else { return false }
      if words.skip(".") || words.skip(",") {
        guard words.number(of: 1...12) != nil else { return false }
      }
    }
    words.skipBlank()
    if words.skipWord("am") || words.skipWord("pm") || words.skipWord("z") { return true }
    guard words.skip("+") || words.skip("-") else { return true }
    if words.number(of: 4...4) != nil { return true }
    guard words.number(of: 2...2) != nil else { return false }
    return !words.skip(":") || words.number(of: 2...2) != nil
  }
}

/// Which days people who call can have been born on.
package enum BirthDate {
  /// Whether a day is neither after today nor over 130 years ago.
  package static func isPlausible(_ date: LocalDate, today: LocalDate) -> Bool {
    let (born, now) = (date.components, today.components)
    return date <= today && (born.year + 130, born.month, born.day) >= (now.year, now.month, now.day)
  }
}
