// When a caller's system sends a booking twice, the second must find the first. What makes two requests one is here.

internal import Business
internal import JSON
internal import People

extension Fingerprint {
  /// The fingerprint of a booking request: type, product, start, agent or any, and booker and participant exactly as
  /// sent, whatever the order of their members (contract, section 3, "Callers' systems retry").
  init(booking slot: SlotID, of request: Request, in business: Identifier) {
    self.init()
    add(Array(slot.text(in: business).utf8))
    for role in ["booker", "participant"] {
      add(Array(role.utf8))
      guard case .object(let object)? = request.members[role] else { continue }
      for member in object.members.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
        add(Array(member.name.utf8))
        var json = JSONWriter()
        json.value(member.value)
        add(json.bytes)
      }
    }
  }
}
