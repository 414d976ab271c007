// Findings for editors and CI: a JSON array, one finding a line.

internal import JSON

enum FindingJSON {
  /// All findings, ending with a line feed: `[]`, or one object a line with `file`, `line` and `column` (from 1, in
  /// Unicode scalars; absent where the finding is about the file as a whole), `severity`, `code`, `message` and, where
  /// other places matter, `related`.
  static func text(of files: [CheckedFile]) -> String {
    let lines = files.flatMap { file in file.findings.map { line(of: $0, in: file) } }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private static func line(of finding: Finding, in file: CheckedFile) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    write(Finding.Related(file: file.choice.name, place: finding.place), to: &writer)
    writer.key("severity")
    writer.string(finding.code.severity)
    writer.key("code")
    writer.string(finding.code.rawValue)
    writer.key("message")
    writer.string(finding.message)
    if !finding.related.isEmpty {
      writer.key("related")
      writer.beginArray()
      for related in finding.related {
        writer.beginObject()
        write(related, to: &writer)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func write(_ related: Finding.Related, to writer: inout JSONWriter) {
    writer.key("file")
    writer.string(related.file)
    guard let place = related.place else { return }
    writer.key("line")
    writer.integer(place.line)
    writer.key("column")
    writer.integer(place.column)
  }
}
