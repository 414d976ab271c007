// Collects the errors of a file, so many and no more: a hostile megabyte must not become a gigabyte of messages.

struct IssueList {
  /// How many errors are listed; a note follows when there are more.
  static let limit = 1000

  private(set) var issues: [BusinessFileIssue]
  /// How many words have been guessed; guessing costs most, so it ends early in a file full of errors.
  private var guesses = 0

  init(_ issues: [BusinessFileIssue]) { self.issues = issues }

  mutating func add(_ place: Place, _ what: String) {
    guard issues.count < IssueList.limit else {
      if issues.count == IssueList.limit {
        issues.append(place.issue("There are more than \(IssueList.limit) errors; the others are not listed."))
      }
      return
    }
    issues.append(place.issue(what))
  }

  /// Whether there is an error at a place.
  func contains(_ place: Place) -> Bool { issues.contains { $0.line == place.line && $0.column == place.column } }

  /// The candidate that was probably meant, if any, and a sentence that says so or is `otherwise` of all candidates.
  mutating func guess(
    _ word: String, among candidates: @autoclosure () -> [String], otherwise: ([String]) -> String
  ) -> (meant: String?, hint: String) {
    guard issues.count < IssueList.limit, guesses < 200 else { return (nil, "Check its spelling.") }
    guesses += 1
    let candidates = candidates()
    if let nearest = Spelling.nearest(to: word, among: candidates) {
      return (nearest, "\(Quote.text(nearest)) was probably meant.")
    }
    return (nil, otherwise(candidates))
  }
}
