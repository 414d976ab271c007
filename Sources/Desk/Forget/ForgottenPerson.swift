// Finding and forgetting one person.

internal import Diary
internal import DiaryFile
internal import Business
internal import CivilTime
internal import JSON
internal import People

/// Forgets people at a counter.
struct ForgottenPerson {
  let counter: Counter

  /// Says who matches `FIELD=VALUE`s, by the search that callers are found by.
  func find(_ fields: [String]) throws(DeskFailure) -> String {
    let found =
      try counter.ask("findExistingUser", [], of: try PersonFields(fields, in: counter.business)).arrayValue ?? []
    guard !found.isEmpty else {
      let copies = try counter.premises.diary(of: counter.business.id) { store throws(DiaryError) in try store.copies()
      }
      return "Nobody matches.\n" + (copies.isEmpty ? "" : Self.unsearched(copies))
    }
    return found.map { user in
      let members = user.objectValue?.members ?? []
      let known = members.filter { $0.name != "id" && $0.name != "userId" }.compactMap { member in
        member.value.stringValue.map { "\(member.name)=\($0)" }
      }
      return TerminalText.harmless("\(user["id"])  \(known.joined(separator: " "))") + "\n"
    }.joined() + "Nothing was removed: name the person by the id.\n"
  }

  /// Removes the person with an id, and says so. Refuses where bookings are still to come, unless `force`.
  func forget(_ typed: String, force: Bool) throws(DeskFailure) -> String {
    let entity = counter.business.id
    let id = PublicID.whole(typed, in: entity)
    let outcome = try counter.premises.diary(of: entity) { store throws(DiaryError) in
      try self.forget(id, in: store, force: force)
    }
    switch outcome {
    case .unknown(let report):
      guard report.deletedCopies.isEmpty else {
        return "No booking names \(TerminalText.harmless(id)). Deleted, because it did: "
          + report.deletedCopies.joined(separator: ", ") + ".\n"
      }
      throw DeskFailure("Nobody has the id \(TerminalText.harmless(id)), or not any more. Nothing was removed.")
    case .awaited(let bookings):
      let ids = bookings.map { ShortID.shown($0.id) }.joined(separator: ", ")
      throw DeskFailure(
        "\(Wording.count(bookings.count, "booking")) still to come: \(ids). "
          + "Cancel, or use --force: nobody will know who comes.")
    case .forgotten(let report):
      let copies =
        report.deletedCopies.isEmpty ? "" : " Deleted with it: \(report.deletedCopies.joined(separator: ", "))."
      return "Forgotten: \(Wording.count(report.bookings, "booking")) lost a person.\(copies)\n"
    }
  }

  /// What to do about copies in which nobody is looked for by what is known.
  static func unsearched(_ copies: [String]) -> String {
    "Kept aside, and perhaps still naming people whom no booking names: \(copies.joined(separator: ", ")). "
      + "Look into them (they are text), forget by the id, or delete them.\n"
  }

  private enum Outcome {
    case unknown(ForgettingReport)
    case awaited([Booking])
    case forgotten(ForgettingReport)
  }

  private func forget(_ id: String, in store: DeskEngine.Store, force: Bool) throws(DiaryError) -> Outcome {
    let diary = try store.read()
    guard try diary.person(id) != nil else {
      return .unknown(try store.forget(person: id, at: counter.premises.clock, by: counter.premises.actor))
    }
    let now = counter.premises.now
    let awaited = try diary.bookings(withPerson: id).filter { $0.status == .booked && $0.end > now }
    if !awaited.isEmpty, !force { return .awaited(awaited) }
    return .forgotten(try store.forget(person: id, at: counter.premises.clock, by: counter.premises.actor))
  }
}
