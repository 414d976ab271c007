// A diary for other programs.

internal import CivilTime
internal import JSON

/// Writes a diary as JSON: business, zone and days; in each day agents; in each agent working time, sessions and
/// blocks. Times are ISO 8601 with the zone's offset. Members that have no value are left out.
enum AgendaJSON {
  /// The JSON on one line.
  static func text(_ agenda: Agenda) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("entityId", agenda.business.id)
    json.member("name", agenda.business.name)
    json.member("timezone", agenda.offsets.zone.name)
    json.key("days")
    json.beginArray()
    for day in agenda.days { write(day, agenda.offsets, to: &json) }
    json.endArray()
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ day: AgendaDay, _ offsets: OffsetTable, to json: inout JSONWriter) {
    json.beginObject()
    json.member("date", day.date.text)
    json.key("closed")
    json.bool(day.isClosed)
    json.key("agents")
    json.beginArray()
    for agent in day.agents {
      json.beginObject()
      json.member("id", agent.agent.id)
      json.member("name", agent.agent.name)
      json.key("working")
      json.beginArray()
      for window in agent.working {
        json.beginObject()
        json.times(window, offsets)
        json.endObject()
      }
      json.endArray()
      json.key("entries")
      json.beginArray()
      for entry in agent.entries(on: day.time) { write(entry, offsets, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private static func write(_ entry: AgendaEntry, _ offsets: OffsetTable, to json: inout JSONWriter) {
    json.beginObject()
    json.member("kind", entry.isBlock ? "block" : "session")
    json.times(entry.time, offsets)
    if entry.occupied != entry.time {
      json.member("occupiedStart", ISO8601.write(entry.occupied.lowerBound, in: offsets))
      json.member("occupiedEnd", ISO8601.write(entry.occupied.upperBound, in: offsets))
    }
    switch entry.content {
    case .block(let id, let reason):
      json.member("id", id)
      json.member("reason", reason)
    case .session(let session):
      json.member("appointmentType", session.type)
      json.member("product", session.product)
      if let capacity = session.capacity {
        json.key("capacity")
        json.integer(capacity)
      }
      json.key("bookings")
      json.beginArray()
      for booking in session.bookings {
        json.beginObject()
        json.member("id", booking.id)
        json.member("participant", booking.participant)
        if let booker = booking.booker { json.member("booker", booker) }
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func times(_ time: Range<Instant>, _ offsets: OffsetTable) {
    member("start", ISO8601.write(time.lowerBound, in: offsets))
    member("end", ISO8601.write(time.upperBound, in: offsets))
  }

  fileprivate mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func member(_ name: String, _ label: Label) {
    key(name)
    beginObject()
    member("id", label.id)
    member("name", label.name)
    endObject()
  }

  fileprivate mutating func member(_ name: String, _ person: AgendaPerson) {
    key(name)
    beginObject()
    member("name", person.name)
    member("phone", person.phone)
    endObject()
  }
}
