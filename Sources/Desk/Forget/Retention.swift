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
  func run(_ names: [String], at surroundings: Surroundings) throws {
    let all = names.isEmpty ? try premises.businesses().map(\.text) : names
    var roll = Roll("forgetting", of: all.count, isNamed: !names.isEmpty, surroundings)
    var hasFailed = false
    for name in all {
      let id = Identifier(name)
      if let id { roll.begin(id) }
      do throws(DeskFailure) {
        let business: Business
        if names.isEmpty, let id { business = try premises.load(id) } else { business = try premises.business(name) }
        let (line, isRemarkable) = try expire(business)
        // What cannot be told was done all the same.
        if isRemarkable { try? roll.tellRemarkable(line + "\n") } else { try? roll.tell(line + "\n") }
      } catch {
        try roll.tellFailure(error.sentence)
        hasFailed = true
      }
    }
    try? roll.end("had nobody to forget")
    if hasFailed { throw DeskFailure("", status: 1) }
  }

  /// What was done, and whether it has to be told in any case.
  private func expire(_ business: Business) throws(DeskFailure) -> (line: String, isRemarkable: Bool) {
    guard let retention = business.retention else {
      return ("\(business.id.text): no retention; everything is kept", false)
    }
    let end = premises.now.adding(seconds: -retention)
    let report = try premises.diary(of: business.id) { store throws(DiaryError) in
      try store.expire(before: end, at: premises.clock, by: premises.actor)
    }
    let done = Wording.count(report.bookings, "booking")
    let copies = report.deletedCopies.isEmpty ? "" : "; deleted: \(report.deletedCopies.joined(separator: ", "))"
    let kept =
      report.keptCopies.isEmpty ? "" : "; still kept aside: \(report.keptCopies.joined(separator: ", "))"
    let day = Wording.day(business.zone.local(end).date)
    return (
      "\(business.id.text): everybody forgotten in \(done) that ended before \(day)\(copies)\(kept)",
      report.bookings > 0 || !report.deletedCopies.isEmpty || !report.keptCopies.isEmpty
    )
  }
}
