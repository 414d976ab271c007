// Forgetting everybody whose time is over, business by business.

internal import Diary
internal import DiaryFile
internal import Business
internal import CivilTime

/// Does what `retention` in the business files says.
struct Retention {
  let premises: Premises

  /// Expires the bookings of the businesses named, or of all, and says for each what was done. A business that cannot
  /// be done does not keep the others from it.
  func run(_ names: [String], to output: Output) throws {
    var failures: [String] = []
    for name in names.isEmpty ? try premises.businesses().map(\.text) : names {
      do throws(DeskFailure) {
        let line = try expire(try premises.business(name))
        try? output.write(line + "\n")
      } catch {
        failures.append(error.sentence)
      }
    }
    if !failures.isEmpty { throw DeskFailure(failures.joined(separator: "\nvoicebot: ")) }
  }

  private func expire(_ business: Business) throws(DeskFailure) -> String {
    guard let retention = business.retention else { return "\(business.id.text): no retention; everything is kept" }
    let end = premises.now.adding(seconds: -retention)
    let report = try premises.diary(of: business.id) { store throws(DiaryError) in
      try store.expire(before: end, at: premises.clock, by: premises.actor)
    }
    let done = Wording.count(report.bookings, "booking")
    let copies = report.deletedCopies.isEmpty ? "" : "; deleted: \(report.deletedCopies.joined(separator: ", "))"
    let kept =
      report.keptCopies.isEmpty ? "" : "; still kept aside: \(report.keptCopies.joined(separator: ", "))"
    let day = Wording.day(business.zone.local(end).date)
    return "\(business.id.text): everybody forgotten in \(done) that ended before \(day)\(copies)\(kept)"
  }
}
