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
      for member in Fingerprint.inOrder(object) {
        add(Array(member.name.utf8))
        var json = JSONWriter()
        json.value(Fingerprint.inOrder(member.value))
        add(json.bytes)
      }
    }
  }

  /// The members of an object by name, without those that count as absent: JSON gives their order no meaning, and not
  /// every system keeps it.
  private static func inOrder(_ object: JSONObject) -> [JSONObject.Member] {
    object.members.filter { !$0.value.isAbsent }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// A value whose members, if it has any, are by name: those of an address, which are texts.
  private static func inOrder(_ value: JSONValue) -> JSONValue {
    guard case .object(let object) = value else { return value }
    return .object(JSONObject(inOrder(object)))
  }
}
