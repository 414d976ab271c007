// How an event is spelt. Log/BookingsFile.swift describes the file. The members stand in a fixed order: first those that
// every question needs, so that LineHead.swift can stop reading early.
//
// `resources` names what a session uses. `units` gives how many of each, in the same order; without it one of each. Where the
// agent is free meanwhile, `pauseAfter` and `pauseLength` say when. `by` names who did it, where it was not the bot. Programs from
// before take no notice of any of them.

internal import Basics
internal import CivilTime
internal import Diary
internal import JSON
internal import People

extension Record {
  /// The whole line with its line feed.
  package var line: [UInt8] {
    var writer = JSONWriter(capacity: 1024)
    writer.beginObject()
    writer.key("n")
    writer.integer(number)
    writer.member("at", at)
    writer.member("event", event.kind.rawValue)
    switch event {
    case .booked(let booking), .moved(let booking), .cancelled(let booking): writer.write(booking, from: from)
    case .blocked(let block), .unblocked(let block): writer.write(block, from: from)
    case .forgotten(let forgetting):
      writer.key("bookings")
      writer.integer(forgetting.bookings)
      if let before = forgetting.before { writer.member("before", before) }
      if let entity { writer.member("entity", entity) }
    }
    if let by { writer.member("by", by) }
    writer.endObject()
    return Line.seal(writer.bytes)
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ booking: Booking, from: Place?) {
    member("id", booking.id)
    if let from { write(from) }
    member("start", booking.start)
    member("duration", booking.duration)
    member("bufferBefore", booking.bufferBefore)
    member("bufferAfter", booking.bufferAfter)
    key("resources")
    beginArray()
    for resource in booking.resources { string(resource.id) }
    endArray()
    if booking.resources.contains(where: { $0.units != 1 }) {
      key("units")
      beginArray()
      for resource in booking.resources { integer(resource.units) }
      endArray()
    }
    if booking.pauseLength > 0 {
      member("pauseAfter", booking.pauseAfter)
      member("pauseLength", booking.pauseLength)
    }
    member("agent", booking.agent)
    member("product", booking.product)
    member("type", booking.type)
    member("request", Hexadecimal.text(booking.request))
    member("created", booking.created)
    member("booker", booking.booker)
    member("participant", booking.participant)
  }

  fileprivate mutating func write(_ block: Block, from: Place?) {
    member("id", block.id)
    if let from { write(from) }
    member("start", block.start)
    member("end", block.end)
    if let agent = block.agent { member("agent", agent) }
    if let reason = block.reason { member("reason", reason) }
  }

  private mutating func write(_ place: Place) {
    key("from")
    beginObject()
    if let agent = place.agent { member("agent", agent) }
    member("occupiedStart", place.occupiedStart)
    member("occupiedEnd", place.occupiedEnd)
    endObject()
  }

  private mutating func member(_ name: String, _ value: Named) {
    key(name)
    beginObject()
    member("id", value.id)
    member("name", value.name)
    endObject()
  }

  private mutating func member(_ name: String, _ person: Person) {
    key(name)
    beginObject()
    member("id", person.id)
    for attribute in person.attributes {
      key(attribute.name)
      switch attribute.value {
      case .text(let text): string(text)
      case .parts(let parts):
        beginObject()
        for part in parts { member(part.name, part.text) }
        endObject()
      }
    }
    endObject()
  }

  fileprivate mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func member(_ name: String, _ value: Instant) {
    key(name)
    string(ISO8601.writeUTC(value))
  }

  private mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }
}
