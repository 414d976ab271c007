// What can be wrong with a business file, in words for the person who maintains it. The `check` command shows these issues;
// a request never shows them to a caller. BusinessFileReader.swift and the files beside it find them.

/// One error in a business file.
package struct BusinessFileIssue: Error, Hashable, Comparable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column in the line, from 1, counted in characters (Unicode scalars), as editors show it.
  package let column: Int
  /// A full sentence: what is wrong, what was expected and, for a misspelling, what was probably meant.
  package let what: String

  /// An issue at a place.
  package init(line: Int, column: Int, what: String) {
    self.line = line
    self.column = column
    self.what = what
  }

  /// Issues sort by their place, and those of one place by their words.
  package static func < (left: BusinessFileIssue, right: BusinessFileIssue) -> Bool {
    (left.line, left.column, left.what) < (right.line, right.column, right.what)
  }
}

/// Why a business file cannot be used.
package struct BusinessFileFailure: Error, Equatable, Sendable {
  /// Every error of the file (of a file with more than a thousand, the first thousand found and a note that says so);
  /// never empty, sorted by place, none twice.
  package let issues: [BusinessFileIssue]

  /// The failure for these errors in any order; nil where there are none.
  init?(_ found: [BusinessFileIssue]) {
    guard !found.isEmpty else { return nil }
    var unique: [BusinessFileIssue] = []
    for issue in found.sorted() where issue != unique.last { unique.append(issue) }
    self.issues = unique
  }

  /// The failure for a single error.
  init(_ issue: BusinessFileIssue) { self.issues = [issue] }
}
