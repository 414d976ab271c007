// What `--force` has overruled, for the receptionist to read: somebody may not have meant to.

internal import Business
internal import CivilTime
internal import JSON

extension Counter {
  /// A line that says what the business file has against a booking that was written down all the same; empty where it has
  /// nothing, or where the terms were not lifted.
  func overruled(_ booking: JSONValue) -> String {
    guard liftsTerms, case .instant(let start, _, offsetSeconds: _)? = try? ISO8601.parse(booking["start"]),
      let type = PublicID.local(booking["appointmentType.id"], in: business.id),
      let product = PublicID.local(booking["product.id"], in: business.id),
      let agent = PublicID.local(booking["agent.id"], in: business.id),
      var explainer = try? SlotExplainer(self, type: type, product: product, agent: agent)
    else { return "" }
    explainer.ignoring = booking["id"]
    let reasons = (try? explainer.start(start))?.flatMap(\.stretches).flatMap(\.reasons).map(\.words) ?? []
    return reasons.isEmpty ? "" : "  although: \(reasons.joined(separator: "; "))\n"
  }
}
