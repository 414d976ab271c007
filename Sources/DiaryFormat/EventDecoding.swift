// Reads a whole line back. The line has proved itself by its checksum, so this program or a newer one wrote it: unknown
// members are ignored, and a line that lacks a member is refused.

internal import Basics
internal import CivilTime
internal import Diary
internal import JSON
internal import People

extension Record {
  /// What a line (without its line feed) says; nil where it is no event.
  package init?(line: Span<UInt8>) {
    guard
      let value = try? JSONValue(parsing: line, limits: JSONLimits(depth: 8, bytes: Line.greatestLength)),
      let members = value.objectValue, let number = members["n"]?.integerValue, let at = members.instant("at"),
      let kind = members["event"]?.stringValue.flatMap(EventKind.init), let event = members.event(kind)
    else { return nil }
    self.number = Int(number)
    self.at = at
    self.event = event
    if let by = members["by"] {
      guard let name = by.stringValue else { return nil }
      self.by = name
    }
    if kind == .forgotten { entity = members["entity"]?.stringValue }
    guard let from = members["from"] else { return }
    guard let place = from.objectValue?.place else { return nil }
    self.from = place
  }
}

extension JSONObject {
  fileprivate func instant(_ name: String) -> Instant? {
    guard let text = self[name]?.stringValue, case .instant(let instant, _, _)? = try? ISO8601.parse(text) else {
      return nil
    }
    return instant
  }

  fileprivate func event(_ kind: EventKind) -> Event? {
    switch kind {
    case .booked: booking(.booked).map(Event.booked)
    case .moved: booking(.booked).map(Event.moved)
    case .cancelled: booking(.cancelled).map(Event.cancelled)
    case .blocked: block.map(Event.blocked)
    case .unblocked: block.map(Event.unblocked)
    case .forgotten: forgetting.map(Event.forgotten)
    }
  }

  private func booking(_ status: Booking.Status) -> Booking? {
    guard let id = self["id"]?.stringValue, let type = named("type"), let product = named("product"),
      let agent = named("agent"), let start = instant("start"), let duration = seconds("duration"),
      let before = seconds("bufferBefore"), let after = seconds("bufferAfter"),
      let resources = held("resources", units: "units"), let pause = pause(within: duration),
      let request = self["request"]?.stringValue,
      let fingerprint = Hexadecimal.number(request), let created = instant("created"),
      let booker = person("booker"), let participant = person("participant")
    else { return nil }
    return Booking(
      id: id, type: type, product: product, agent: agent, start: start, duration: duration, bufferBefore: before,
      bufferAfter: after, pauseAfter: pause.after, pauseLength: pause.length, resources: resources, booker: booker,
      participant: participant, request: fingerprint, created: created, status: status)
  }

  /// The resources that a list names, with the units that another list gives in the same order; one each without it.
  private func held(_ names: String, units: String) -> [HeldResource]? {
    guard let names = self[names]?.arrayValue else { return nil }
    let units = self[units]
    guard units == nil || units?.arrayValue?.count == names.count else { return nil }
    var resources: [HeldResource] = []
    for (index, name) in names.enumerated() {
      guard let id = name.stringValue else { return nil }
      let count = units?.arrayValue.map { $0[index].integerValue } ?? 1
      guard let count, (1...LineHead.greatestUnits).contains(Int(count)) else { return nil }
      resources.append(HeldResource(id, units: Int(count)))
    }
    return resources
  }

  /// The pause, which ends before an appointment of this many seconds does; no seconds where there is none.
  private func pause(within duration: Int) -> (after: Int, length: Int)? {
    guard self["pauseLength"] != nil else { return (0, 0) }
    guard let after = seconds("pauseAfter"), let length = seconds("pauseLength"), after + length < duration else {
      return nil
    }
    return (after, length)
  }

  private var block: Block? {
    guard let id = self["id"]?.stringValue, let start = instant("start"), let end = instant("end"), start < end,
      self["agent"] == nil || self["agent"]?.stringValue != nil
    else { return nil }
    return Block(id: id, agent: self["agent"]?.stringValue, start: start, end: end, reason: self["reason"]?.stringValue)
  }

  private var forgetting: Forgetting? {
    guard let bookings = self["bookings"]?.integerValue, bookings >= 0 else { return nil }
    guard self["before"] != nil else { return Forgetting(bookings: Int(bookings)) }
    return instant("before").map { Forgetting(bookings: Int(bookings), before: $0) }
  }

  fileprivate var place: Place? {
    guard let start = instant("occupiedStart"), let end = instant("occupiedEnd"),
      self["agent"] == nil || self["agent"]?.stringValue != nil
    else { return nil }
    return Place(agent: self["agent"]?.stringValue, occupiedStart: start, occupiedEnd: end)
  }

  /// A length of time: at most a hundred years, so that no sum of them and an instant overflows.
  private func seconds(_ name: String) -> Int? {
    guard let value = self[name]?.integerValue, (0...LineHead.greatestSeconds).contains(Int(value)) else { return nil }
    return Int(value)
  }

  private func named(_ name: String) -> Named? {
    guard let members = self[name]?.objectValue, let id = members["id"]?.stringValue,
      let called = members["name"]?.stringValue
    else { return nil }
    return Named(id: id, name: called)
  }

  private func person(_ name: String) -> Person? {
    guard let members = self[name]?.objectValue?.members, let first = members.first, first.name == "id",
      let id = first.value.stringValue
    else { return nil }
    var attributes: [Attribute] = []
    attributes.reserveCapacity(members.count)
    for member in members.dropFirst() {
      guard let value = member.value.attributeValue else { return nil }
      attributes.append(Attribute(name: member.name, value: value))
    }
    return Person(id: id, attributes: attributes)
  }
}

extension JSONValue {
  fileprivate var attributeValue: AttributeValue? {
    if let text = stringValue { return .text(text) }
    guard let members = objectValue?.members else { return nil }
    var parts: [AttributePart] = []
    for member in members {
      guard let text = member.value.stringValue else { return nil }
      parts.append(AttributePart(name: member.name, text: text))
    }
    return .parts(parts)
  }
}
