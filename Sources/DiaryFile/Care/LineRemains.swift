// Reads what it can of a line that does not prove itself, for `repair`. Each member is looked for by itself, so that one
// that is spoilt takes no other with it. What is read is shown and held, and never taken for an event.

internal import DiaryFormat
internal import CivilTime
internal import Business
internal import Diary
internal import JSON

/// What is left of a line.
struct LineRemains: Hashable {
  /// What happened; nil where that cannot be read.
  var kind: EventKind?
  /// The id of the booking or block.
  var id: String?
  /// The short id of the agent.
  var agent: String?
  /// When the appointment or the block starts.
  var start: Instant?
  /// When it ends.
  var end: Instant?
  /// Seconds that are occupied before the start and after the end, as far as they can be read.
  var (before, after) = (0, 0)
  /// What is said of who comes or, where that cannot be read, of who booked.
  var person: [String] = []

  /// Reads bytes that began like a line of a business's file, or did not.
  init(_ bytes: [UInt8], of entity: String) {
    let text = RemainingText(bytes)
    kind = text.string("event").flatMap(EventKind.init)
    // An id further back is that of an agent, a product or a person.
    let named = text.head.string("id")
    id = named.flatMap { PublicID.business(of: $0)?.text == entity ? $0 : nil }
    start = text.instant("start")
    before = text.integer("bufferBefore") ?? 0
    after = text.integer("bufferAfter") ?? 0
    let duration = text.integer("duration")
    end = duration.flatMap { length in start?.adding(seconds: length) } ?? text.instant("end")
    if let start, let last = end, last <= start { end = nil }
    agent = text.string(behind: "\"agent\":{\"id\":")
    if agent == nil, kind == .blocked || kind == .unblocked { agent = text.string("agent") }
    for role in ["participant", "booker"] where person.isEmpty {
      guard let part = text.part(behind: "\"\(role)\":{") else { continue }
      person = ["firstname", "lastname", "phone", "email"].compactMap { part.string($0) }
    }
  }

  /// Whether nothing of an event can be read.
  var isNothing: Bool { kind == nil && id == nil && agent == nil && start == nil && person.isEmpty }
}

extension LineRemains {
  /// What is left of each of several lines, whose ends are gone together: where a member comes for the second time, another
  /// line has begun.
  static func all(in bytes: [UInt8], of entity: String) -> [LineRemains] {
    let marks = [Array("\"event\":\"".utf8), Array("\"start\":\"".utf8)]
    var starts = [0]
    // Which of the marks have come since the last start.
    var seen = 0
    for place in bytes.indices where bytes[place] == UInt8(ascii: "\"") {
      guard let mark = marks.indices.first(where: { bytes[place...].starts(with: marks[$0]) }) else { continue }
      // The event stands in front of the start.
      if mark == 0 ? seen > 0 : seen == 2 {
        starts.append(place)
        seen = 0
      }
      seen = mark + 1
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      return LineRemains(Array(bytes[starts[index]..<end]), of: entity)
    }
  }
}

/// Bytes in which members are looked for.
private struct RemainingText {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// What stands in front of the objects that have ids of their own.
  var head: RemainingText {
    let ends = ["agent", "product", "type", "booker", "participant"].compactMap { start(of: "\"\($0)\":{") }
    return RemainingText(bytes[..<(ends.min() ?? bytes.endIndex)])
  }

  /// What follows on a text, up to where an object ends.
  func part(behind text: String) -> RemainingText? {
    guard let start = end(of: text) else { return nil }
    let rest = bytes[start...]
    return RemainingText(rest[..<(rest.firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex)])
  }

  func string(_ name: String) -> String? { string(behind: "\"\(name)\":") }

  /// The whole string that follows on the first place where a text stands.
  func string(behind text: String) -> String? {
    guard let start = end(of: text), start < bytes.endIndex, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var end = start + 1
    while end < bytes.endIndex, end - start < 2000, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.endIndex else { return nil }
    return (try? JSONValue(parsing: Array(bytes[start...end])))?.stringValue
  }

  func instant(_ name: String) -> Instant? {
    guard let text = string(name), case .instant(let instant, _, _)? = try? ISO8601.parse(text) else { return nil }
    return instant
  }

  /// A length of time in seconds, where something stands behind its last digit.
  func integer(_ name: String) -> Int? {
    guard let start = end(of: "\"\(name)\":") else { return nil }
    let digits = bytes[start...].prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty, digits.count < 9, digits.endIndex < bytes.endIndex else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private func end(of text: String) -> Int? { start(of: text).map { $0 + text.utf8.count } }

  private func start(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    var place = bytes.startIndex
    while place + wanted.count <= bytes.endIndex {
      if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
      place += 1
    }
    return nil
  }
}
