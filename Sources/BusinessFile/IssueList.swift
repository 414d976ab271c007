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

  /// The candidate that was probably meant, as a sentence, else `otherwise` with all candidates.
  mutating func guess(
    _ word: String, among candidates: @autoclosure () -> [String], otherwise: ([String]) -> String
  ) -> String {
    guard issues.count < IssueList.limit, guesses < 200 else { return "Check its spelling." }
    guesses += 1
    let candidates = candidates()
    if let nearest = Spelling.nearest(to: word, among: candidates) {
      return "\(Quote.text(nearest)) was probably meant."
    }
    return otherwise(candidates)
  }
}
