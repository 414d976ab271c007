// The first half of a line, read without taking the whole apart: what happened, to what, and what it occupies. This is
// the short way for lines spelt exactly as EventEncoding.swift spells them; all others go the long way through
// EventDecoding.swift and come out the same.

internal import CivilTime
package import Diary

/// What a line says about who is occupied when.
package struct LineHead: Equatable {
  /// What happened.
  package var kind: EventKind
  /// What is occupied afterwards, or what was last; nil for an event about neither a booking nor a block.
  package var occupation: Occupation?
  /// Where it was held before, if that was somewhere else.
  package var from: Place?

  /// A hundred years: no length of time in a line is greater.
  package static let greatestSeconds = 3_200_000_000
  /// No line says that a session uses more units of a resource.
  package static let greatestUnits = 1_000_000

  /// The head of a record.
  package init(_ record: Record) {
    kind = record.event.kind
    occupation = record.event.occupation
    from = record.from
  }

  /// The head of a line that has proved itself; nil where the line is no event.
  package init?(line: Span<UInt8>) {
    if let head = LineHead(plain: line) {
      self = head
    } else if let record = Record(line: line) {
      self.init(record)
    } else {
      return nil
    }
  }

  /// The head of a line spelt in the usual way; nil for any other.
  package init?(plain line: Span<UInt8>) {
    var cursor = LineCursor()
    guard cursor.skip("{\"n\":", line), cursor.integer(line) != nil, cursor.skip(",\"at\":\"", line),
      cursor.instant(line) != nil, cursor.skip("\",\"event\":", line),
      let kind = cursor.string(line).flatMap(EventKind.init), kind != .forgotten, cursor.skip(",\"id\":", line),
      let id = cursor.string(line)
    else { return nil }
    self.kind = kind
    if cursor.skip(",\"from\":{\"agent\":", line) {
      guard let agent = cursor.string(line), cursor.skip(",\"occupiedStart\":\"", line),
        let start = cursor.instant(line), cursor.skip("\",\"occupiedEnd\":\"", line),
        let end = cursor.instant(line), cursor.skip("\"}", line)
      else { return nil }
      from = Place(agent: agent, occupiedStart: start, occupiedEnd: end)
    }
    guard cursor.skip(",\"start\":\"", line), let start = cursor.instant(line), cursor.skip("\",\"", line) else {
      return nil
    }
    if kind == .blocked || kind == .unblocked {
      guard cursor.skip("end\":\"", line), let end = cursor.instant(line), cursor.skip("\",\"agent\":", line),
        let agent = cursor.string(line), start < end
      else { return nil }
      occupation = Block(id: id, agent: agent, start: start, end: end).occupation
      return
    }
    guard cursor.skip("duration\":", line), let duration = cursor.seconds(line),
      cursor.skip(",\"bufferBefore\":", line), let before = cursor.seconds(line),
      cursor.skip(",\"bufferAfter\":", line), let after = cursor.seconds(line),
      cursor.skip(",\"resources\":[", line), let resources = cursor.heldResources(line),
      let pause = cursor.pause(within: duration, line),
      cursor.skip(",\"agent\":{\"id\":", line), let agent = cursor.string(line),
      cursor.skip(",\"name\":", line), cursor.skipString(line),
      cursor.skip("},\"product\":{\"id\":", line), let product = cursor.string(line)
    else { return nil }
    let end = start.adding(seconds: duration)
    occupation = Occupation(
      bookingID: id, agent: agent, product: product, start: start, end: end,
      occupiedStart: start.adding(seconds: -before), occupiedEnd: end.adding(seconds: after),
      pauseAfter: pause.after, pauseLength: pause.length, resources: resources)
  }
}
