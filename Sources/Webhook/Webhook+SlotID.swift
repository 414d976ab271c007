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
