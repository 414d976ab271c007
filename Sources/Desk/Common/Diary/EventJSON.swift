// One event of a diary for other programs.

internal import CivilTime
internal import Diary
internal import JSON
internal import People

/// An event as JSON: `number`, `at`, `by` (left out where the bot did it), `event`, and the booking or block as it was
/// afterwards. Times are ISO 8601 with the zone's offset. Members that have no value are left out.
struct EventJSON {
  let zone: Zone

  /// The event as one object.
  func value(_ event: HistoricEvent) -> JSONValue {
    let head: [(name: String, value: JSONValue?)] = [
      ("number", .number(JSONNumber(event.number))), ("at", time(event.at)), ("by", event.by.map(JSONValue.string)),
    ]
    switch event.event {
    case .booked(let booking): return .members(head + [("event", .string("booked")), ("booking", value(booking))])
    case .moved(let booking): return .members(head + [("event", .string("moved")), ("booking", value(booking))])
    case .cancelled(let booking):
      return .members(head + [("event", .string("cancelled")), ("booking", value(booking))])
    case .blocked(let block): return .members(head + [("event", .string("blocked")), ("block", value(block))])
    case .unblocked(let block): return .members(head + [("event", .string("unblocked")), ("block", value(block))])
    case .forgotten(let forgetting):
      return .members(
        head + [
          ("event", .string("forgotten")), ("bookings", .number(JSONNumber(forgetting.bookings))),
          ("before", forgetting.before.map(time)),
        ])
    }
  }

  private func value(_ booking: Booking) -> JSONValue {
    .members([
      ("id", .string(booking.id)), ("start", time(booking.start)), ("end", time(booking.end)),
      ("status", .string(booking.status == .booked ? "booked" : "cancelled")),
      ("appointmentType", value(booking.type)), ("product", value(booking.product)), ("agent", value(booking.agent)),
      ("booker", value(booking.booker)), ("participant", value(booking.participant)),
      ("created", time(booking.created)),
    ])
  }

  private func value(_ block: Block) -> JSONValue {
    .members([
      ("id", .string(block.id)), ("start", time(block.start)), ("end", time(block.end)),
      ("agent", block.agent.map(JSONValue.string)), ("reason", block.reason.map(JSONValue.string)),
    ])
  }

  private func value(_ named: Named) -> JSONValue {
    .members([("id", .string(named.id)), ("name", .string(named.name))])
  }

  /// A person with everything that the booking says of them; nothing but an empty id where they were forgotten.
  private func value(_ person: Person) -> JSONValue {
    .members(
      [("id", .string(person.id))]
        + person.attributes.map { attribute in
          switch attribute.value {
          case .text(let text): (attribute.name, .string(text))
          case .parts(let parts): (attribute.name, .members(parts.map { ($0.name, .string($0.text)) }))
          }
        })
  }

  private func time(_ instant: Instant) -> JSONValue {
    let day = zone.local(instant).date
    return .string(ISO8601.write(instant, in: zone.offsets(from: day, through: day)))
  }
}
