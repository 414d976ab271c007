// A booking as answers show it: with every name, so that a bot can speak it without a second question.

internal import Diary
internal import Business
internal import CivilTime
internal import JSON

extension JSONWriter {
  /// Writes a booking as the contract's section 3 has it, with times in the business's zone.
  mutating func booking(_ booking: Booking, in business: Business, times: TimeText) {
    beginObject()
    member("id", booking.id)
    member("bookingId", booking.id)
    member("slotId", booking.slotID(in: business.id))
    let start = times.stated(booking.start)
    member("start", start.text)
    member("end", times.text(booking.end))
    member("weekday", start.weekday)
    member("status", booking.status == .cancelled ? "cancelled" : "booked")
    named("appointmentType", booking.type, as: "appointmentTypeId", in: business)
    named("product", booking.product, as: "productId", in: business)
    named("agent", booking.agent, as: "agentId", in: business)
    key("booker")
    user(booking.booker)
    key("participant")
    user(booking.participant)
    endObject()
  }

  private mutating func named(_ name: String, _ reference: Named, as idName: String, in business: Business) {
    let id = business.id.text + "." + reference.id
    key(name)
    beginObject()
    member("id", id)
    member(idName, id)
    member("name", reference.name)
    endObject()
  }
}

extension Booking {
  /// The concrete id of where the booking is now.
  func slotID(in business: Identifier) -> String { place?.text(in: business) ?? "" }

  /// Where the booking is now. Nil never happens for what this program wrote: it records ids of their form only.
  var place: SlotID? {
    guard let type = Identifier(type.id), let product = Identifier(product.id), let agent = Identifier(agent.id) else {
      return nil
    }
    return SlotID(type: type, product: product, agent: agent, start: start)
  }
}
