// Everything that ever happened, for people's lists and exports. It costs a reading of the whole file, so no request
// asks for it: those have the questions in FileView.swift.

package import Diary

extension FileView {
  /// Gives every event of the file to `body`, oldest first, one at a time. What a crash left of an append that was
  /// never acknowledged is left out, and so is the line that names the business; fails with `damaged` at the first line that does not prove itself.
  package func history(
    _ body: (HistoricEvent) throws(FileError) -> Void
  ) throws(FileError) {
    let summary = try source.allLines?.visit { (place, line) throws(FileError) in
      guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      if record.entity != nil { return true }
      try body(HistoricEvent(number: place.number, at: record.at, event: record.event))
      return true
    }
    if let summary { try source.vouched?.prove(summary) }
  }
}
