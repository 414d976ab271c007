// A diary for other programs.

internal import Diary
internal import CivilTime
internal import JSON
internal import People

/// A diary as JSON: business, zone and days; in each day agents; in each agent working time, sessions and blocks. Times
/// are ISO 8601 with the zone's offset. Members that have no value are left out.
struct AgendaJSON {
  private let agenda: Agenda

  init(_ agenda: Agenda) { self.agenda = agenda }

  /// The JSON on one line.
  var text: String {
    let members: [(name: String, value: JSONValue?)] = [
      ("entityId", .string(agenda.business.id)), ("name", .string(agenda.business.name)),
      ("timezone", .string(agenda.offsets.zone.name)), ("days", .array(agenda.days.map(day))),
    ]
    return JSONValue.members(members).text + "\n"
  }

  private func day(_ day: AgendaDay) -> JSONValue {
    let agents = day.agents.map { agent in
      JSONValue.members([
        ("id", .string(agent.agent.id)), ("name", .string(agent.agent.name)),
        ("working", .array(agent.working.map { .members(times($0)) })),
        ("entries", .array(agent.entries(on: day.time).map(entry))),
      ])
    }
    return .members([("date", .string(day.date.text)), ("closed", .bool(day.isClosed)), ("agents", .array(agents))])
  }

  private func entry(_ entry: AgendaEntry) -> JSONValue {
    let occupied = entry.occupied == entry.time ? [] : times(entry.occupied, "occupiedStart", "occupiedEnd")
    let pause = entry.pause.map { times($0, "pauseStart", "pauseEnd") } ?? []
    let when = times(entry.time) + occupied + pause
    switch entry.content {
    case .block(let block):
      return .members(
        [("kind", .string("block"))] + when
          + [("id", .string(block.id)), ("reason", block.reason.map(JSONValue.string))])
    case .session(let session):
      let bookings = session.bookings.map { booking in
        JSONValue.members([
          ("id", .string(booking.id)), ("participant", person(booking.participant)),
          ("booker", booking.otherBooker.map(person)),
        ])
      }
      return .members(
        [("kind", .string("session"))] + when
          + [
            ("appointmentType", named(session.type)), ("product", named(session.product)),
            ("capacity", session.capacity.map { .number(JSONNumber($0)) }), ("bookings", .array(bookings)),
          ])
    }
  }

  private func times(
    _ time: Range<Instant>, _ start: String = "start", _ end: String = "end"
  ) -> [(name: String, value: JSONValue?)] {
    [(start, time.lowerBound), (end, time.upperBound)].map { ($0, .string(ISO8601.write($1, in: agenda.offsets))) }
  }

  private func named(_ named: Named) -> JSONValue {
    .members([("id", .string(named.id)), ("name", .string(named.name))])
  }

  private func field(_ said: SaidField) -> JSONValue {
    .members([
      ("name", .string(said.name)), ("label", said.label.map(JSONValue.string)), ("value", .string(said.value)),
    ])
  }

  private func person(_ person: Person) -> JSONValue {
    .members([
      ("name", person.displayName.map(JSONValue.string)), ("phone", person.text("phone").map(JSONValue.string)),
      ("fields", .array(person.said(agenda.fields).map(field))),
    ])
  }
}
