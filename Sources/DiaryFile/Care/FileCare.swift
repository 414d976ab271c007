// What the operator's commands do for a bookings file, with the findings in words. Repair.swift and Forgetting.swift do
// the work.

internal import Business
package import Diary

extension FileStore: DiaryCare {
  /// Looks every line over, compares the index with the lines, and changes nothing.
  package func verify() throws(FileError) -> CareReport {
    let file = FileWords.name(of: entity)
    guard let found = try inspect() else { return CareReport(lines: ["\(file): no bookings yet"], isInOrder: true) }
    let isSerious = found.defects.contains { $0.isSerious }
    var lines = found.defects.map { $0.words(in: file) }
    if found.defects.isEmpty {
      lines.append("\(file): \(FileWords.count(found.lines, "line")), all whole")
    } else if isSerious {
      lines.append("\(file): run `voicebot repair \(entity.text)`")
    } else {
      lines.append("\(file): otherwise whole; the next booking puts this right by itself")
    }
    if !found.keptAside.isEmpty { lines.append("\(file): kept aside: \(found.keptAside.joined(separator: ", "))") }
    return CareReport(lines: lines, isInOrder: !isSerious)
  }

  /// Makes the file whole again and keeps what was there before aside.
  package func repair() throws(FileError) -> CareReport {
    guard let report = try mend() else { throw .missing }
    let file = FileWords.name(of: entity)
    let events = FileWords.count(report.events, "event")
    var lines = report.defects.map { $0.words(in: file) }
    lines.append(
      report.defects.isEmpty
        ? "\(file): \(events), all whole; nothing was changed" : "\(file): whole again, with \(events)")
    if let kept = report.keptIn { lines.append("\(file): what was there before is in Data/\(kept)") }
    return CareReport(lines: lines, isInOrder: true)
  }
}
