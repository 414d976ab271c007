// Reads what it can of a line that does not prove itself, for `repair`. Each member is looked for by itself, so that one
// that is spoilt takes no other with it. What is read is shown and held, and never taken for an event.

internal import CivilTime
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

  /// Reads bytes that began like a line, or did not.
  init(_ bytes: [UInt8]) {
    let text = RemainingText(bytes)
    kind = text.string("event").flatMap(EventKind.init)
    id = text.string("id")
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

/// Bytes in which members are looked for.
private struct RemainingText {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

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

  private func end(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    var place = bytes.startIndex
    while place + wanted.count <= bytes.endIndex {
      if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place + wanted.count }
      place += 1
    }
    return nil
  }
}
