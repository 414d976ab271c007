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
    if found.defects == [.gone] {
      lines.append("\(file): \(Damage.gone.advice(in: entity))")
    } else if found.defects.isEmpty {
      lines.append("\(file): \(FileWords.count(found.lines, "line")), all whole")
    } else if let stranger = found.stranger {
      lines.append("\(file): \(Damage.stranger(stranger).advice(in: entity))")
    } else if isSerious {
      lines.append("\(file): run `voicebot repair \(entity.text)`")
    } else {
      lines.append("\(file): otherwise whole; the next booking puts this right by itself")
    }
    if !found.keptAside.isEmpty { lines.append("\(file): kept aside: \(found.keptAside.joined(separator: ", "))") }
    return CareReport(lines: lines, isInOrder: !isSerious)
  }

  /// Makes the file whole again, says what is lost, and keeps what was there before aside.
  package func repair(_ aids: RepairAids) throws(FileError) -> CareReport {
    guard let report = try mend(aids) else { throw .missing }
    let file = FileWords.name(of: entity)
    let events = FileWords.count(report.events, "event")
    var lines = report.defects.map { $0.words(in: file) } + report.losses.flatMap { $0.words(in: file, aids) }
    if report.defects == [.gone] {
      lines.append("\(file): nothing is left to be repaired; the next booking begins a new file")
    } else if report.defects.isEmpty {
      lines.append("\(file): \(events), all whole; nothing was changed")
    } else {
      lines.append("\(file): whole again, with \(events)")
    }
    if let kept = report.keptIn { lines.append("\(file): what was there before is in Data/\(kept)") }
    return CareReport(lines: lines, isInOrder: true, lost: report.lost)
  }
}
