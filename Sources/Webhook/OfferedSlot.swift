// A slot as answers show it.

internal import Business
internal import CivilTime
internal import JSON
internal import Scheduling

/// A slot in words: ids, names, and times in the zone that was asked for.
package struct OfferedSlot: Sendable {
  let id: String
  let agentID: String
  let agentName: String
  let start: StatedTime
  let end: String
  let remaining: Int?

  /// A slot of a type and product; `anyAgent` makes the id one that says "any", and its agent a proposal.
  init(_ slot: Slot, type: Identifier, product: Identifier, anyAgent: Bool, in business: Business, times: TimeText) {
    let slotID = SlotID(type: type, product: product, agent: anyAgent ? nil : slot.agent, start: slot.start)
    self.id = slotID.text(in: business.id)
    self.agentID = PublicID.compose(business.id, slot.agent)
    self.agentName = business.agent(slot.agent)?.name ?? slot.agent.text
    self.start = times.stated(slot.start)
    self.end = times.text(slot.end)
    self.remaining = slot.remaining
  }

  /// Writes the slot as a JSON object.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id)
    json.member("slotId", id)
    json.member("agentId", agentID)
    json.member("agentName", agentName)
    json.member("start", start.text)
    json.member("end", end)
    json.member("weekday", start.weekday)
    if let remaining {
      json.key("remaining")
      json.integer(remaining)
    }
    json.endObject()
  }
}

/// A time as an answer writes it, and the day of the week that it says.
struct StatedTime: Sendable {
  /// `2024-09-16T08:30:00.000+02:00`.
  let text: String
  /// `monday` … `sunday`.
  let weekday: String
}

/// How instants are written in an answer.
struct TimeText {
  /// Seconds east of UTC of the clocks that are shown.
  private let offset: (Instant) -> Int

  /// Few times, on the clocks of a zone.
  init(zone: Zone) { offset = zone.offset(at:) }

  /// Many times in one stretch, on the clocks of a zone: libc is asked once a day instead of once a time.
  init(zone: Zone, from start: Instant, through end: Instant) {
    offset = zone.offsets(from: start, through: end).offset(at:)
  }

  /// `2024-09-16T08:30:00.000+02:00`.
  func text(_ instant: Instant) -> String { ISO8601.write(instant, offsetSeconds: offset(instant)) }

  /// The same with the weekday of the day that is written there.
  func stated(_ instant: Instant) -> StatedTime {
    let offset = offset(instant)
    return StatedTime(
      text: ISO8601.write(instant, offsetSeconds: offset),
      weekday: ISO8601.writtenDate(instant, offsetSeconds: offset).weekday.name)
  }
}
