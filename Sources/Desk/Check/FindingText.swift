// Findings as people read them: the place, the sentence, the line with a caret. For programs: FindingJSON.swift.

/// Shows findings on a stream.
struct FindingText {
  let output: Output

  /// The finding, with its line if it has a place; ends with a line feed.
  func text(of finding: Finding, in file: CheckedFile) -> String {
    let place = output.styled(TerminalText.harmless(Finding.text(file: file.choice.name, finding.place)), .bold)
    let severity = output.styled(finding.code.severity + ":", finding.code.isError ? .red : .yellow)
    var text =
      "\(place): \(severity) \(TerminalText.harmless(finding.message)) \(output.styled("[\(finding.code.rawValue)]", .dim))\n"
    if let place = finding.place {
      let number = "\(place.line)"
      let margin = String(repeating: " ", count: number.count)
      let excerpt = file.source.excerpt(at: place, width: width - number.count - 4)
      let indent = String(repeating: " ", count: excerpt.indent)
      text += " \(output.styled(number + " |", .blue)) \(excerpt.line)\n"
      text += " \(output.styled(margin + " |", .blue)) \(indent)\(output.styled("^", .green))\n"
    }
    return text
  }

  /// Where nobody looks on a terminal, lines may be longer.
  private var width: Int { output.isTerminal ? output.columns : max(output.columns, 120) }

  /// One line that counts.
  func summary(of files: [CheckedFile]) -> String {
    let findings = files.flatMap(\.findings)
    guard !findings.isEmpty else {
      return Wording.count(files.count, "file") + (files.count == 1 ? " is" : " are") + " in order.\n"
    }
    let errors = findings.count { $0.code.isError }
    let counts = [(errors, "error"), (findings.count - errors, "warning")].filter { $0.0 > 0 }.map(Wording.count)
    let affected = files.count { !$0.findings.isEmpty }
    let place = files.count == 1 ? "1 file" : "\(affected) of \(files.count) files"
    return "\(Wording.list(counts, "and")) in \(place).\n"
  }
}
