// Findings for editors and CI: a JSON array, one finding a line.

internal import JSON

enum FindingJSON {
  /// All findings, ending with a line feed: `[]`, or one object a line with `file`, `line` and `column` (from 1, in
  /// Unicode scalars; absent where the finding is about the file as a whole), `severity`, `code`, `message` and, where
  /// other places matter, `related`.
  static func text(of files: [CheckedFile]) -> String {
    let lines = files.flatMap { file in file.findings.map { value(of: $0, in: file).text } }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private static func value(of finding: Finding, in file: CheckedFile) -> JSONValue {
    let related = finding.related.map { JSONValue.members(members(of: $0)) }
    return .members(
      members(of: Finding.Related(file: file.choice.name, place: finding.place)) + [
        ("severity", .string(finding.code.severity)), ("code", .string(finding.code.rawValue)),
        ("message", .string(finding.message)), ("related", related.isEmpty ? nil : .array(related)),
      ])
  }

  private static func members(of related: Finding.Related) -> [(name: String, value: JSONValue?)] {
    let place = related.place
    return [
      ("file", .string(related.file)), ("line", place.map { .number(JSONNumber($0.line)) }),
      ("column", place.map { .number(JSONNumber($0.column)) }),
    ]
  }
}
