// A booking as answers show it: with every name, so that a bot can speak it without a second question.

internal import Diary
internal import Business
internal import CivilTime
internal import JSON
internal import People

/// A booking as a request may be told of it.
struct Told {
  let booking: Booking
  /// The booker: id, names and what the request itself said, as recorded (contract, section 3).
  let booker: Person
  /// The participant, as the booker.
  let participant: Person
  /// Whether the request only repeats what made the booking.
  let isRepeated: Bool

  /// A booking told to a request that sent nobody.
  init(_ booking: Booking) {
    self.booking = booking
    self.booker = booking.booker.told { _ in nil }
    self.participant = booking.participant.told { _ in nil }
    self.isRepeated = false
  }

  /// A booking told to a request that said this of its people.
  init(_ booking: Booking, telling said: ReadParticipants, by matcher: PersonMatcher, isRepeated: Bool = false) {
    self.booking = booking
    self.booker = booking.booker.told { matcher.told($0, to: said.booker) }
    self.participant = booking.participant.told { matcher.told($0, to: said.participant) }
    self.isRepeated = isRepeated
  }
}

extension PersonMatcher {
  /// What of a recorded attribute was sent and agrees.
  fileprivate func told(_ recorded: Attribute, to said: Person) -> AttributeValue? {
    said[recorded.name].flatMap { told(recorded.value, to: $0, field: recorded.name) }
  }
}

extension Person {
  /// The person with names, and of everything else what a closure lets be told.
  fileprivate func told(_ value: (Attribute) -> AttributeValue?) -> Person {
    let told = attributes.compactMap { attribute in
      if attribute.name == "firstname" || attribute.name == "lastname" { return attribute }
      return value(attribute).map { Attribute(name: attribute.name, value: $0) }
    }
    return Person(id: id, attributes: told)
  }
}

extension JSONWriter {
  /// Writes a booking as the contract's section 3 has it, with times in the business's zone.
  mutating func booking(_ told: Told, in business: Business, times: TimeText) {
    let booking = told.booking
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
    user(told.booker)
    key("participant")
    user(told.participant)
    if told.isRepeated {
      key("repeated")
      bool(true)
    }
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
