// Slot ids for the counter, which names a time itself instead of choosing from a list.

package import Business
package import CivilTime

extension Webhook {
  /// The id that getSlots would give the slot of a type and product at a start, with an agent or (nil) with any:
  /// whether there is such a slot is decided by bookAppointment and modifyAppointment. Milliseconds of the start are
  /// dropped.
  package static func slotID(
    in business: Identifier, type: Identifier, product: Identifier, agent: Identifier?, start: Instant
  ) -> String {
    SlotID(type: type, product: product, agent: agent, start: start).text(in: business)
  }
}

extension Webhook {
  /// What a slot id of a business says: a type, a product, an agent (nil for any) and a start; nil where the id has another
  /// form or names another business. It proves nothing.
  package static func slot(
    _ id: String, in business: Identifier
  ) -> (type: Identifier, product: Identifier, agent: Identifier?, start: Instant)? {
    SlotID(id, in: business).map { ($0.type, $0.product, $0.agent, $0.start) }
  }
}
