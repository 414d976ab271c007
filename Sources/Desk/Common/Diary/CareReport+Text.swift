// What an engine found, as commands print it.

internal import Diary

extension CareReport {
  /// The lines, each with its end.
  var text: String { lines.map { $0 + "\n" }.joined() }
}
